import {
  countedEvents,
  documentRevisionsMax,
  type History,
  knownNode,
  latestNodeState,
  logCompleteness,
  logLines,
  logLinesAfter,
  logs,
  metricSeries,
  nodeCompleteness,
  nodes,
  readDocumentRevisions,
} from "@statwire/history-store";
import { ProblemError } from "../http/problem.js";
import type { HistoryReads } from "../sources.js";
import { toNodeSnapshot } from "./to-node-snapshot.js";

/** A read that takes longer is given up: whoever asked has gone by then. */
const readWithinMs = 30_000;
/** How far back from a node's last reading its modules are looked for; the slowest is read every half minute. */
const stateWindowMs = 10 * 60_000;

/** The history store's side of the sources. Errors: `unavailable` problem for whatever the server answers. */
export function historyReads(history: History, workspace: string, now: () => number): HistoryReads {
  return {
    async readNode(node) {
      const name = { workspace, node };
      const known = await within(knownNode(history, name));
      if (known === undefined) return undefined;
      const latest = await within(latestNodeState(history, name, known.lastSeenMs - stateWindowMs));
      return toNodeSnapshot(name, latest);
    },
    async listNodes() {
      const known = await within(nodes(history, workspace));
      return known.map(({ node, lastSeenMs }) => ({ node, seenAtMs: lastSeenMs }));
    },
    storedLogs: (node) => within(logs(history, { workspace, node })),
    storedLines: (request) => within(logLines(history, { workspace, ...request })),
    storedLinesAfter: (node, log, options) => within(logLinesAfter(history, { workspace, node, log, ...options })),
    readCompleteness: (node, range) => within(nodeCompleteness(history, { workspace, node, ...range, nowMs: now() })),
    readLogCompleteness: (node, range) => within(logCompleteness(history, { workspace, node, ...range, nowMs: now() })),
    async countEvents(node, families, { fromMs, toMs, asOfMs }) {
      const keptSinceMs = now() - history.options.retention.rawDays * 86_400_000;
      const knownFromMs = Math.min(toMs, Math.max(fromMs, keptSinceMs));
      if (knownFromMs >= toMs) return { knownFromMs, counted: [] };
      const request = { workspace, node, families, fromMs: knownFromMs, toMs, asOfMs };
      return { knownFromMs, counted: await within(countedEvents(history, request)) };
    },
    storedRevisions: (key, beforeMs) =>
      within(readDocumentRevisions(history, { ...key, beforeMs, limit: documentRevisionsMax })),
    readSeries: (request) => within(metricSeries(history, { workspace, ...request }, now())),
  };
}

async function within<T>(reading: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${readWithinMs} ms`)), readWithinMs);
  });
  try {
    return await Promise.race([reading, late]);
  } catch (error) {
    throw new ProblemError("unavailable", "The history cannot be read now. Try again.", { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
