import {
  countedEvents,
  documentRevisionsMax,
  documentsAt,
  type History,
  keptSince,
  knownNode,
  lastSeenAt,
  latestNodeState,
  latestOfNodes,
  logCompleteness,
  logLines,
  logLinesAfter,
  logs,
  metricSeries,
  newestRevision,
  nodeCompleteness,
  nodes,
  nodesKnownAt,
  readAudit,
  readDocumentRevisions,
  type StateRange,
} from "@statwire/history-store";
import { type BoundedWork, boundedWork } from "@statwire/runtime";
import { ProblemError } from "../http/problem.js";
import type { HistoryReads } from "../sources.js";
import type { PastNodes } from "../surfaces/native/past-nodes.js";
import { toNodeSnapshot } from "./to-node-snapshot.js";

/** A read that takes longer is given up: whoever asked has gone by then. */
const readWithinMs = 30_000;
/** So many wait for each that is read; whoever comes then would wait for too long. */
const waitingPerRead = 4;
/** How far back from a node's last reading its modules are looked for; the slowest is read every half minute. */
const stateWindowMs = 10 * 60_000;

/** The history store's side of the sources. Errors: `unavailable` problem for whatever the server answers. */
export function historyReads(
  history: History,
  { workspace, readsMax, now }: { workspace: string; readsMax: number; now: () => number },
): HistoryReads {
  const within = readInTurn(boundedWork({ runningMax: readsMax, waitingMax: readsMax * waitingPerRead }));
  return {
    async readNode(node) {
      const name = { workspace, node };
      const known = await within(() => knownNode(history, name));
      if (known === undefined) return undefined;
      const latest = await within(() => latestNodeState(history, name, { sinceMs: known.lastSeenMs - stateWindowMs }));
      return toNodeSnapshot(name, latest);
    },
    async listNodes() {
      const known = await within(() => nodes(history, workspace));
      return known.map(({ node, lastSeenMs }) => ({ node, seenAtMs: lastSeenMs }));
    },
    storedLogs: (node) => within(() => logs(history, { workspace, node })),
    storedLines: (request) => within(() => logLines(history, { workspace, ...request })),
    storedLinesAfter: (node, log, options) =>
      within(() => logLinesAfter(history, { workspace, node, log, ...options })),
    readCompleteness: (node, range) =>
      within(() => nodeCompleteness(history, { workspace, node, ...range, nowMs: now() })),
    readLogCompleteness: (node, range) =>
      within(() => logCompleteness(history, { workspace, node, ...range, nowMs: now() })),
    async countEvents(node, families, { fromMs, toMs, asOfMs }) {
      const { rawMs } = await within(() => keptSince(history, now()));
      const knownFromMs = Math.min(toMs, Math.max(fromMs, rawMs));
      if (knownFromMs >= toMs) return { knownFromMs, counted: [] };
      const request = { workspace, node, families, fromMs: knownFromMs, toMs, asOfMs };
      return { knownFromMs, counted: await within(() => countedEvents(history, request)) };
    },
    storedRevisions: (key, beforeMs) =>
      within(() => readDocumentRevisions(history, { ...key, beforeMs, limit: documentRevisionsMax })),
    past: pastReads(history, workspace, within),
    documentsAt: (request) => within(() => documentsAt(history, request)),
    newestRevision: () => within(() => newestRevision(history)),
    readAudit: (request) => within(() => readAudit(history, request)),
    readSeries: (request) => within(() => metricSeries(history, { workspace, ...request }, now())),
  };
}

/** What a list shows of a node: of its page there may be hundreds. */
const summaryParts = ["cpu", "memory", "inventory"] as const;

function pastReads(history: History, workspace: string, within: ReadInTurn): PastNodes {
  const stateAt = async (node: string, range: StateRange) =>
    toNodeSnapshot({ workspace, node }, await latestNodeState(history, { workspace, node }, range));
  return {
    keptMs: history.options.retention.rawDays * 86_400_000,
    knownAt: (atMs, signal) => within(() => nodesKnownAt(history, { workspace, atMs, signal }), signal),
    async summariesAt(known, atMs, signal) {
      const seen = await within(() => lastSeenAt(history, { workspace, known, atMs, signal }), signal);
      const nodes = seen.map(({ node, seenMs = atMs }) => {
        // Those that were there then have one beginning, so that they are looked up together.
        const isThere = seenMs > atMs - stateWindowMs;
        return { node, sinceMs: isThere ? atMs - 2 * stateWindowMs : seenMs - stateWindowMs };
      });
      const asked = { workspace, nodes, untilMs: atMs, parts: summaryParts, signal };
      const latest = await within(() => latestOfNodes(history, asked), signal);
      return seen.map(({ node, seenMs }) => {
        return { node, seenMs, snapshot: toNodeSnapshot({ workspace, node }, latest.get(node) ?? []) };
      });
    },
    async nodeAt(node, atMs) {
      const known = await within(() => nodesKnownAt(history, { workspace, node, atMs }));
      const [seen] = await within(() => lastSeenAt(history, { workspace, known, atMs }));
      const seenMs = seen?.seenMs;
      if (seenMs === undefined) return undefined;
      return within(() => stateAt(node, { sinceMs: seenMs - stateWindowMs, untilMs: atMs }));
    },
  };
}

/**
 * Reads when its turn comes, unless it took so long that nobody waits any more. `deadline` ends several reads; without it this one has as long as any.
 * @throws ProblemError `overloaded` when too many are waiting, `unavailable` when the read fails or takes too long
 */
type ReadInTurn = <T>(read: () => Promise<T>, deadline?: AbortSignal) => Promise<T>;

function readInTurn(inTurn: BoundedWork): ReadInTurn {
  return async (read, deadline) => {
    let isAwaited = true;
    const readIfAwaited = () => (isAwaited ? read() : Promise.reject(new Error("whoever asked has gone")));
    const outcome = await inTime(inTurn(readIfAwaited), deadline).finally(() => {
      isAwaited = false;
    });
    if (outcome.ok) return outcome.value;
    throw new ProblemError("overloaded", "Too much of the history is being read. Try again.", {
      headers: { "Retry-After": "1" },
    });
  };
}

async function inTime<T>(reading: Promise<T>, deadline?: AbortSignal): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let onAbort: (() => void) | undefined;
  const late = new Promise<never>((_, reject) => {
    onAbort = () => reject(deadline?.reason);
    if (deadline?.aborted) onAbort();
    if (deadline !== undefined) deadline.addEventListener("abort", onAbort);
    else timer = setTimeout(() => reject(new Error(`no answer within ${readWithinMs} ms`)), readWithinMs);
  });
  try {
    return await Promise.race([reading, late]);
  } catch (error) {
    throw new ProblemError("unavailable", "The history cannot be read now. Try again.", { cause: error });
  } finally {
    clearTimeout(timer);
    if (onAbort !== undefined) deadline?.removeEventListener("abort", onAbort);
  }
}
