import type { NodeSnapshot } from "@statwire/snapshot-store";

/** `up`: reported on time; `stale`: silent for longer than its interval allows; `never`: no live reading is known. */
export type NodeStatus = "up" | "stale" | "never";

/** Assumed until a node has told its interval. */
export const defaultIntervalMs = 4_000;

const missedIntervals = 3;
const graceMs = 3_000;

/** Whether a node reports on time: it may miss two readings. */
export function nodeStatus(seenAtMs: number | undefined, intervalMs: number, nowMs: number): NodeStatus {
  if (seenAtMs === undefined) return "never";
  return nowMs - seenAtMs <= missedIntervals * intervalMs + graceMs ? "up" : "stale";
}

/** The same of a node's latest state; undefined: none is known. */
export function statusOf(snapshot: NodeSnapshot | undefined, nowMs: number): NodeStatus {
  const intervalMs = snapshot === undefined ? undefined : intervalOf(snapshot);
  return nodeStatus(snapshot?.seenAtMs, intervalMs ?? defaultIntervalMs, nowMs);
}

/** The shortest interval of a node's modules, undefined before the first reading. */
export function intervalOf({ modules }: Pick<NodeSnapshot, "modules">): number | undefined {
  const intervals = Object.values(modules).map(({ intervalMs }) => intervalMs);
  return intervals.length === 0 ? undefined : Math.min(...intervals);
}
