import type { StoredMessage } from "@statwire/event-log";
import { type Logger, retryForever } from "@statwire/runtime";
import {
  type AppliedBatch,
  type AppliedParts,
  applyEvents,
  applyLogLines,
  type Filling,
  type SnapshotStore,
} from "@statwire/snapshot-store";
import type { Complaints } from "./complaints.js";
import { type Decoded, decodeLogMessage, decodeMessage } from "./decode.js";
import type { ProjectionMetrics } from "./metrics.js";

export interface FoldDeps {
  store: SnapshotStore;
  log: Logger;
  metrics: ProjectionMetrics;
  complaints: Complaints;
  /** Unix milliseconds. */
  now(): number;
}

export interface FoldOptions {
  filling: Filling;
  signal: AbortSignal;
}

/** The events of one round trip: bounds what Redis works on without answering others, and what a retry repeats. */
const chunkEvents = 100;

/**
 * Folds live events of nodes into the snapshot store, waiting for it as long as it takes. False when the store was
 * flushed.
 * @throws the signal's reason when it aborts.
 */
export function foldMessages(
  deps: FoldDeps,
  messages: readonly StoredMessage[],
  { signal, ...options }: FoldOptions & { appliedParts: AppliedParts; foldHeadlines: boolean },
): Promise<boolean> {
  const events = messages.flatMap((message) => eventsOf(deps, message, decodeMessage));
  return applyPatiently(deps, events, signal, (chunk) => applyEvents(deps.store, chunk, options));
}

/** The same with lines of logs. */
export function foldLogMessages(
  deps: FoldDeps,
  messages: readonly StoredMessage[],
  { signal, filling }: FoldOptions,
): Promise<boolean> {
  const events = messages.flatMap((message) => eventsOf(deps, message, decodeLogMessage));
  return applyPatiently(deps, events, signal, (chunk) => applyLogLines(deps.store, chunk, { filling }));
}

function eventsOf<Event>(
  { metrics, complaints, log, now }: FoldDeps,
  message: StoredMessage,
  decode: (message: StoredMessage) => Decoded<Event>,
): Event[] {
  const { events, problems } = decode(message);
  const [reason] = problems;
  if (reason !== undefined) {
    metrics.events("undecodable", problems.length);
    const { subject, sequence } = message;
    if (complaints.admit(subject, now())) log.warn({ subject, sequence, reason }, "event cannot be decoded");
  }
  return events;
}

async function applyPatiently<Event>(
  { log, metrics }: FoldDeps,
  events: readonly Event[],
  signal: AbortSignal,
  apply: (chunk: readonly Event[]) => Promise<AppliedBatch>,
): Promise<boolean> {
  for (let from = 0; from < events.length; from += chunkEvents) {
    const applied = await retryForever(() => apply(events.slice(from, from + chunkEvents)), {
      signal,
      baseMs: 50,
      maxMs: 1_000,
      onFailure: (error, attempt) => {
        if (attempt % 20 === 1) log.warn({ err: error, attempt }, "snapshot store does not take events; trying again");
      },
    });
    if (!applied.ready) return false;
    metrics.events("applied", applied.applied);
    metrics.events("old", applied.old);
  }
  return true;
}
