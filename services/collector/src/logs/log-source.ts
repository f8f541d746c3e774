import type { Progress } from "./position.js";

/** Where the lines of a log come from. */
export interface LogSource {
  /** Reads on from there; called again when it turns out that the log has come further. */
  readFrom(progress: Progress): void;
  /** What is written and not read yet; 0 where that cannot be told. */
  readonly bytesBehind: number;
  /** Why nothing can be read right now. */
  readonly problem: string | undefined;
  stop(): Promise<void>;
}
