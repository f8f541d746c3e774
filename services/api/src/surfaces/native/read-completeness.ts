import type { CountedEvents, NodeCompleteness, NodeLogs } from "@statwire/history-store";
import { invalidField, ProblemError } from "../../http/problem.js";
import type { Completeness } from "./dto-completeness.js";
import { parseRange, type TimeRange } from "./time-range.js";
import { toCompleteness } from "./to-completeness.js";

/** Reads what a node's numbers say. Errors: `unavailable` problem while the history cannot be reached. */
export type ReadNodeCompleteness = (node: string, range: TimeRange) => Promise<NodeCompleteness>;

/** Reads what the numbers of a node's lines say. Errors: as of `ReadNodeCompleteness`. */
export type ReadLogCompleteness = (node: string, range: TimeRange) => Promise<NodeLogs>;

/**
 * Counts events of some families of a node, also over weeks, and as of a time. Their numbers are known from `knownFromMs` on,
 * which is the end of the range when nothing of it is. Errors: as of `ReadNodeCompleteness`.
 */
export type ReadCountedEvents = (
  node: string,
  families: readonly string[],
  range: TimeRange & { asOfMs: number | undefined },
) => Promise<{ knownFromMs: number; counted: readonly CountedEvents[] }>;

export interface CompletenessReadings {
  isKnown(node: string): Promise<boolean>;
  readCompleteness: ReadNodeCompleteness;
  readLogCompleteness: ReadLogCompleteness;
  now(): number;
}

/** Raw data are looked at, event by event. */
const rangeDaysMax = 31;

/** The completeness of one node in a range. Errors: unknown-node, invalid-input. */
export async function readCompleteness(
  readings: CompletenessReadings,
  node: string,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Promise<Completeness> {
  const range = parseRange(from, to, readings.now());
  if (range.toMs - range.fromMs > rangeDaysMax * 86_400_000) {
    throw invalidField("from", `the range may span up to ${rangeDaysMax} days`);
  }
  if (!(await readings.isKnown(node))) {
    const message = `no node "${node}" has reported; GET /api/v2/nodes lists them`;
    throw new ProblemError("unknown-node", `node: ${message}`, { errors: [{ field: "node", message }] });
  }
  const [events, lines] = await Promise.all([
    readings.readCompleteness(node, range),
    readings.readLogCompleteness(node, range),
  ]);
  return toCompleteness(node, range, events, lines);
}
