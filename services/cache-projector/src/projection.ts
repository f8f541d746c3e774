import { consumeOrdered, type Delivery, type EventLog, type StoredMessage } from "@statwire/event-log";
import { logFilter, parseTelemetrySubject, streams, telemetryFilter } from "@statwire/events";
import { AppliedParts, headlineSlotMs, headlinesMax, type SnapshotStore } from "@statwire/snapshot-store";
import { type FoldDeps, type FoldOptions, foldLogMessages, foldMessages } from "./fold.js";
import { lastLinesOf } from "./last-lines.js";
import type { LastMessage } from "./replays.js";

/** One stream, and what the snapshot store keeps of it. */
export interface Projection {
  stream: string;
  /** The subjects that are read. */
  filter: string;
  /** The key of the store that tells how far it is filled with this. */
  readyKey(store: SnapshotStore): string;
  /** More than the last message counts on this subject: what came before it is replayed. */
  hasHistory(subject: string): boolean;
  /** What is replayed of a subject, from far enough before its last message on, for ever. */
  openHistory(eventLog: EventLog, last: LastMessage, signal: AbortSignal): AsyncIterable<Delivery>;
  /** What folds messages during one reading of the stream; false when the store was flushed. */
  createFold(deps: FoldDeps): Fold;
}

/** `withHistory` is false for messages that a replay will come past again. */
export type Fold = (
  messages: readonly StoredMessage[],
  options: FoldOptions & { withHistory: boolean },
) => Promise<boolean>;

/**
 * How far before a node's last message its short history may reach: 60 slots by the node's clock, and some minutes for
 * messages that took unlike times to be stored. A longer window gives the same history.
 */
const headlinesWindowMs = headlinesMax * headlineSlotMs + 300_000;

/**
 * The latest state of every node, and its short history. Replays of `host` also bring back a module that a node's last
 * message happens to lack.
 */
export const nodeStates: Projection = {
  stream: streams.TELEMETRY.name,
  filter: telemetryFilter({ lane: "live" }),
  readyKey: ({ keys }) => keys.ready,
  hasHistory: (subject) => parseTelemetrySubject(subject)?.family === "host",
  openHistory: (eventLog, { subject, storedAtMs }, signal) =>
    consumeOrdered(eventLog, {
      stream: streams.TELEMETRY.name,
      filter: subject,
      start: { timeMs: Math.max(0, storedAtMs - headlinesWindowMs) },
      signal,
    }),
  createFold(deps) {
    const appliedParts = new AppliedParts();
    return (messages, { withHistory, ...options }) =>
      foldMessages(deps, messages, { ...options, appliedParts, foldHeadlines: withHistory });
  },
};

/** The last lines of every log. */
export const lastLines: Projection = {
  stream: streams.LOGS.name,
  filter: logFilter({}),
  readyKey: ({ keys }) => keys.logsReady,
  hasHistory: () => true,
  openHistory: lastLinesOf,
  createFold: (deps) => (messages, options) =>
    // Lines are folded in their order only: those of a last message wait for the replay of what is before them.
    options.withHistory ? foldLogMessages(deps, messages, options) : Promise.resolve(true),
};
