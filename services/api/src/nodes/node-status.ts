/** `up`: reported on time; `stale`: silent for longer than its interval allows; `never`: no live reading is known. */
export type NodeStatus = "up" | "stale" | "never";

const missedIntervals = 3;
const graceMs = 3_000;

/** Whether a node reports on time: it may miss two readings. */
export function nodeStatus(seenAtMs: number | undefined, intervalMs: number, nowMs: number): NodeStatus {
  if (seenAtMs === undefined) return "never";
  return nowMs - seenAtMs <= missedIntervals * intervalMs + graceMs ? "up" : "stale";
}
