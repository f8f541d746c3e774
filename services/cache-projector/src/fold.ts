import type { StoredMessage } from "@statwire/event-log";
import { type Logger, retryForever } from "@statwire/runtime";
import {
  type AppliedParts,
  applyEvents,
  type Filling,
  type NodeEvent,
  type SnapshotStore,
} from "@statwire/snapshot-store";
import type { Complaints } from "./complaints.js";
import { decodeMessage } from "./decode.js";
import type { ProjectorMetrics } from "./metrics.js";

export interface FoldDeps {
  store: SnapshotStore;
  log: Logger;
  metrics: ProjectorMetrics;
  complaints: Complaints;
  /** Unix milliseconds. */
  now(): number;
}

export interface FoldOptions {
  filling: Filling;
  appliedParts: AppliedParts;
  foldHeadlines: boolean;
  signal: AbortSignal;
}

/** The events of one round trip: bounds what Redis works on without answering others, and what a retry repeats. */
const chunkEvents = 100;

/**
 * Folds messages into the snapshot store, waiting for it as long as it takes. False when the store was flushed.
 * @throws the signal's reason when it aborts.
 */
export async function foldMessages(
  deps: FoldDeps,
  messages: readonly StoredMessage[],
  options: FoldOptions,
): Promise<boolean> {
  const events = messages.flatMap((message) => decode(deps, message));
  for (let from = 0; from < events.length; from += chunkEvents) {
    if (!(await applyPatiently(deps, events.slice(from, from + chunkEvents), options))) return false;
  }
  return true;
}

function decode({ metrics, complaints, log, now }: FoldDeps, message: StoredMessage): NodeEvent[] {
  const { events, problems } = decodeMessage(message);
  const [reason] = problems;
  if (reason !== undefined) {
    metrics.events.inc({ result: "undecodable" }, problems.length);
    const { subject, sequence } = message;
    if (complaints.admit(subject, now())) log.warn({ subject, sequence, reason }, "event cannot be decoded");
  }
  return events;
}

async function applyPatiently(
  { store, log, metrics }: FoldDeps,
  events: readonly NodeEvent[],
  { signal, ...options }: FoldOptions,
): Promise<boolean> {
  const applied = await retryForever(() => applyEvents(store, events, options), {
    signal,
    baseMs: 50,
    maxMs: 1_000,
    onFailure: (error, attempt) => {
      if (attempt % 20 === 1) log.warn({ err: error, attempt }, "snapshot store does not take events; trying again");
    },
  });
  if (!applied.ready) return false;
  metrics.events.inc({ result: "applied" }, applied.applied);
  metrics.events.inc({ result: "old" }, applied.old);
  return true;
}
