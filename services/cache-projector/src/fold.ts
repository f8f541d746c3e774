import type { StoredMessage } from "@statwire/event-log";
import { type Logger, retryForever } from "@statwire/runtime";
import {
  type AppliedBatch,
  type AppliedParts,
  applyEvents,
  applyLogLines,
  type Filling,
  type NodeEvent,
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

/**
 * The events of one round trip: bounds what is decoded at once and what a retry repeats. Redis answers others between
 * the nodes of it.
 */
const chunkEvents = 400;

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
  const chunks = chunksOf(deps, messages, decodeMessage);
  return applyPatiently(deps, chunks, signal, (chunk) => applyEvents(deps.store, chunk, options));
}

/** Folds events that were decoded elsewhere, without leaving samples of the short history. */
export async function applyNodeEvents(
  deps: FoldDeps & { appliedParts: AppliedParts; options(): FoldOptions; signal: AbortSignal },
  events: readonly NodeEvent[],
): Promise<void> {
  const { store, appliedParts, options } = deps;
  for (let at = 0; at < events.length; at += chunkEvents) {
    const chunk = events.slice(at, at + chunkEvents);
    const { filling } = options();
    await storePatiently(deps, () => applyEvents(store, chunk, { filling, appliedParts, foldHeadlines: false }));
  }
}

/** Folds lines of logs likewise. */
export function foldLogMessages(
  deps: FoldDeps,
  messages: readonly StoredMessage[],
  { signal, filling }: FoldOptions,
): Promise<boolean> {
  const chunks = chunksOf(deps, messages, decodeLogMessage);
  return applyPatiently(deps, chunks, signal, (chunk) => applyLogLines(deps.store, chunk, { filling }));
}

/** Decodes as it is asked: a decoded event takes many times its bytes, and a delivery may hold thousands of them. */
function* chunksOf<Event>(
  deps: FoldDeps,
  messages: readonly StoredMessage[],
  decode: (message: StoredMessage) => Decoded<Event>,
): Generator<readonly Event[]> {
  let chunk: Event[] = [];
  for (const message of messages) {
    for (const event of eventsOf(deps, message, decode)) {
      chunk.push(event);
      if (chunk.length < chunkEvents) continue;
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

function eventsOf<Event>(
  deps: FoldDeps,
  message: StoredMessage,
  decode: (message: StoredMessage) => Decoded<Event>,
): Event[] {
  const { events, problems } = decode(message);
  tellUndecodable(deps, message, problems);
  return events;
}

/** Counts what of a message cannot be decoded, and logs the first of it. */
export function tellUndecodable(
  { metrics, complaints, log, now }: FoldDeps,
  { subject, sequence }: StoredMessage,
  problems: readonly string[],
): void {
  const [reason] = problems;
  if (reason === undefined) return;
  metrics.events("undecodable", problems.length);
  if (complaints.admit(subject, now())) log.warn({ subject, sequence, reason }, "event cannot be decoded");
}

async function applyPatiently<Event>(
  deps: FoldDeps,
  chunks: Iterable<readonly Event[]>,
  signal: AbortSignal,
  apply: (chunk: readonly Event[]) => Promise<AppliedBatch>,
): Promise<boolean> {
  for (const chunk of chunks) {
    const applied = await storePatiently({ log: deps.log, signal }, () => apply(chunk));
    if (!applied.ready) return false;
    deps.metrics.events("applied", applied.applied);
    deps.metrics.events("old", applied.old);
  }
  return true;
}

/** Asks the store until it answers. @throws the signal's reason when it aborts. */
export function storePatiently<Answer>(
  { log, signal }: { log: Logger; signal: AbortSignal },
  ask: () => Promise<Answer>,
): Promise<Answer> {
  return retryForever(ask, {
    signal,
    baseMs: 50,
    maxMs: 1_000,
    onFailure: (error, attempt) => {
      if (attempt % 20 === 1) log.warn({ err: error, attempt }, "snapshot store does not answer; trying again");
    },
  });
}
