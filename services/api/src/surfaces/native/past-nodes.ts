import type { NodeSnapshot } from "@statwire/snapshot-store";
import { invalidField, ProblemError } from "../../http/problem.js";
import type { NodeDetail, NodeList, PastMoment } from "./dto-nodes.js";
import { fromCursor, toCursor } from "./list-nodes.js";
import { instantForms, parseInstantMs } from "./parse-instant.js";
import { toNodeDetail, toNodeSummary } from "./to-nodes.js";

/** What the history knows of nodes at a moment. Errors: `unavailable` problem while it cannot be reached. */
export interface PastNodes {
  /** Every node that had been heard of by then, by name. The signal ends the reading. */
  knownAt(atMs: number, signal: AbortSignal): Promise<readonly { node: string; lastSeenMs: number }[]>;
  /** When some of them were last heard of until then, and what a list shows of them. */
  summariesAt(
    known: readonly { node: string; lastSeenMs: number }[],
    atMs: number,
    signal: AbortSignal,
  ): Promise<readonly { node: string; seenMs: number | undefined; snapshot: NodeSnapshot | undefined }[]>;
  /** Everything that is kept of the last readings of a node until then. */
  nodeAt(node: string, atMs: number): Promise<NodeSnapshot | undefined>;
  /** For so long readings are kept. */
  keptMs: number;
}

/** The whole list is given up then: whoever asked has gone. */
const listedWithinMs = 30_000;

interface PastReadings {
  past: PastNodes;
  now(): number;
}

/** One page of the nodes as they were. Errors: invalid-input naming `at` or `cursor`. */
export async function listPastNodes(
  readings: PastReadings,
  { at, limit, cursor }: { at: string; limit: number; cursor: string | undefined },
): Promise<NodeList> {
  const { atMs, past } = momentOf(readings, at);
  const after = cursor === undefined ? undefined : fromCursor(cursor);
  const deadline = AbortSignal.timeout(listedWithinMs);
  const known = (await readings.past.knownAt(atMs, deadline)).filter(({ node }) => after === undefined || node > after);
  const page = await readings.past.summariesAt(known.slice(0, limit), atMs, deadline);
  const last = page.at(-1);
  return {
    nodes: page.map(({ node, seenMs, snapshot }) => {
      const seen = snapshot && { ...snapshot, seenAtMs: seenMs ?? snapshot.seenAtMs };
      return toNodeSummary({ node, seenAtMs: seenMs }, seen, atMs);
    }),
    next_cursor: last !== undefined && known.length > limit ? toCursor(last.node) : null,
    past,
  };
}

/** One node as it was. Errors: invalid-input naming `at`, unknown-node when nothing is kept of it from then. */
export async function readPastNode(readings: PastReadings, node: string, at: string): Promise<NodeDetail> {
  const { atMs, past } = momentOf(readings, at);
  const snapshot = await readings.past.nodeAt(node, atMs);
  if (snapshot !== undefined) return { ...toNodeDetail(snapshot, atMs), past };
  const message = `no readings of a node "${node}" from then are kept; GET /api/v2/nodes?at= lists those that had reported`;
  throw new ProblemError("unknown-node", `node: ${message}`, { errors: [{ field: "node", message }] });
}

function momentOf({ past, now }: PastReadings, at: string): { atMs: number; past: PastMoment } {
  const nowMs = now();
  const atMs = parseInstantMs(at, nowMs);
  if (atMs === undefined) throw invalidField("at", `expected ${instantForms}`);
  if (atMs > nowMs) throw invalidField("at", "must not be in the future");
  const keptSince = new Date(nowMs - past.keptMs).toISOString();
  if (atMs < nowMs - past.keptMs) throw invalidField("at", `readings are kept since ${keptSince}`);
  return { atMs, past: { at: new Date(atMs).toISOString(), readings_kept_since: keptSince } };
}
