import type { CutRecord } from "@statwire/event-log";
import { CommittedTime } from "./committed-time.js";
import type { Standing } from "./metrics.js";

export interface StreamLagDeps {
  record(): Pick<CutRecord, "committed" | "cuts">;
  /** Asks the log for the sequence of the stream's last message that is to be stored. */
  lastSequence(): Promise<number>;
  /** Unix milliseconds. */
  now(): number;
  log: { debug(fields: object, text: string): void };
}

/** A batch is inserted a second after its first message; half a minute is more than a slow insert. */
const behindSecondsMax = 30;

/** How far what is stored of a stream is behind its end. */
export class StreamLag {
  readonly committedTime = new CommittedTime();
  readonly #deps: StreamLagDeps;
  /** Sequence of the last message in the stream, as far as is known. */
  #end = 0;
  #isLooking = false;

  constructor(deps: StreamLagDeps) {
    this.#deps = deps;
  }

  /** The stream has a message of this sequence. */
  heard(sequence: number): void {
    this.#end = Math.max(this.#end, sequence);
  }

  standing(): Omit<Standing, "isHeld"> {
    const { committed, cuts } = this.#deps.record();
    const behind = Math.max(0, this.#end - committed);
    // Before the first commit of this run, what waits in an insert is the oldest that is known.
    const atMs = this.committedTime.of(committed) || (this.committedTime.oldestOpenMs ?? 0);
    const behindSeconds = behind === 0 || atMs === 0 ? 0 : Math.max(0, this.#deps.now() - atMs) / 1000;
    return { behind, behindSeconds, committed, openCuts: cuts.length };
  }

  /**
   * Looks where the stream ends; to be called every few seconds. While inserts wait for the history store nothing more is
   * taken from the stream, which would tell.
   */
  async look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      const known = this.#end;
      const last = await this.#deps.lastSequence();
      // Lower when the stream's last messages were deleted; what was heard meanwhile is newer.
      if (last > this.#end || this.#end === known) this.#end = last;
    } catch (error) {
      this.#deps.log.debug({ err: error }, "end of the stream not seen, trying again later");
    } finally {
      this.#isLooking = false;
    }
  }
}

/** What readiness says of a stream that is stored too slowly or not at all; undefined while it keeps up. */
export function lagText({ behind, behindSeconds }: Omit<Standing, "isHeld">): string | undefined {
  if (behind === 0 || behindSeconds <= behindSecondsMax) return undefined;
  return `${behind} messages and ${Math.round(behindSeconds)} s behind the log`;
}
