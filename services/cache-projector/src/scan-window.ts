import { headlineSlotMs, headlinesMax } from "@statwire/snapshot-store";

/** Where a subject's last message stands, as far as the live fold came by it. */
export interface LastPlace {
  sequence: number;
  storedAtMs: number;
}

/** Subjects whose histories are read together. */
export interface ScanWindow<Subject> {
  waiting: Subject[];
  /** From where on the log is read for them. */
  fromMs: number;
}

/**
 * How far before a node's last message its short history may reach: 60 slots by the node's clock, and some minutes for
 * messages that took unlike times to be stored. A longer window gives the same history.
 */
export const historyWindowMs = headlinesMax * headlineSlotMs + 300_000;

/** Bounds what is held in memory: some 10 KiB each at most. */
const subjectsMax = 20_000;
/** So few are read sooner one by one, by their own subject, than by going through the messages of all. */
const aloneMax = 32;

/**
 * Which histories to read next, of those that are left (at least one): the youngest, together with all whose last
 * message is less than a window older, so that little of what is read is between histories; few of them, one alone.
 */
export function nextWindow<Subject extends { last: LastPlace }>(waiting: Iterable<Subject>): ScanWindow<Subject> {
  const youngestFirst = [...waiting].sort((one, other) => other.last.storedAtMs - one.last.storedAtMs);
  const sinceMs = (youngestFirst[0]?.last.storedAtMs ?? 0) - historyWindowMs;
  const near = youngestFirst.filter(({ last }) => last.storedAtMs >= sinceMs);
  const taken = near.slice(0, near.length <= aloneMax ? 1 : subjectsMax);
  return { waiting: taken, fromMs: Math.max(0, (taken.at(-1)?.last.storedAtMs ?? 0) - historyWindowMs) };
}
