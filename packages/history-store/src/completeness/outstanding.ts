import type { RecentReach } from "./recent-reach.js";
import type { SequenceGap } from "./sequence-gaps.js";

/** A gap may still close by itself for so long: a backlog begins to be sent within seconds of a live reading. */
export const outstandingMs = 30_000;

/** What the log is known to have had is stored by then, and what its node has to say of it. */
const acknowledgedMs = 5_000;

/**
 * Whether a gap may still close by itself: it has only just become visible, or the backlog of its family is being sent
 * and has not come to it.
 * @param storedUpToMs until when everything that the log received is stored; what is behind it may fill the gap
 * @param reaches the lowest numbers received within `outstandingMs` before `storedUpToMs`
 */
export function isOutstanding(gap: SequenceGap, storedUpToMs: number, reaches: readonly RecentReach[]): boolean {
  if (gap.isAcknowledged) return gap.visibleAtMs > storedUpToMs - acknowledgedMs;
  if (gap.visibleAtMs > storedUpToMs - outstandingMs) return true;
  return reaches.some(
    ({ workspace, node, family, bootId, sequence }) =>
      workspace === gap.workspace &&
      node === gap.node &&
      family === gap.family &&
      (bootId < gap.bootId || (bootId === gap.bootId && sequence < gap.first)),
  );
}
