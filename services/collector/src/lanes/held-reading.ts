import type { PendingReading } from "../spool/pending.js";
import type { LaneName, Numbered } from "./state.js";

/** A reading on its way, with its bytes in memory. */
export interface HeldReading extends Numbered {
  observedAtMs: number;
  event: Uint8Array;
  /** Where it is in the spool; absent when the disk refused it. */
  spooled?: PendingReading | undefined;
  /** Told once: the lane that stored it, or that it was overtaken and waits for the backlog. */
  onSettled?: ((how: LaneName | "overtaken") => void) | undefined;
}
