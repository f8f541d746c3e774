import { consumeOrdered, type EventLog, type StoredMessage } from "@statwire/event-log";
import { logFilter, parseTelemetrySubject, streams, telemetryFilter } from "@statwire/events";
import { AppliedParts, headlineSlotMs, headlinesMax, type SnapshotStore } from "@statwire/snapshot-store";
import { type FoldDeps, type FoldOptions, foldLogMessages, foldMessages } from "./fold.js";
import { lastLinesOf } from "./last-lines.js";
import type { LastMessage, OpenHistory } from "./replays.js";

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
  historyBefore(eventLog: EventLog, last: LastMessage): OpenHistory;
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

/** Of each of the replays that run at once. */
const replayPendingMax = { messages: 250, bytes: 1024 ** 2 };

/**
 * The latest state of every node, and its short history. Replays of `host` also bring back a module that a node's last
 * message happens to lack.
 */
export const nodeStates: Projection = {
  stream: streams.TELEMETRY.name,
  filter: telemetryFilter({ lane: "live" }),
  readyKey: ({ keys }) => keys.ready,
  hasHistory: (subject) => parseTelemetrySubject(subject)?.family === "host",
  historyBefore: (eventLog, { subject, storedAtMs }) => {
    const start = { timeMs: Math.max(0, storedAtMs - headlinesWindowMs) };
    const place = { stream: streams.TELEMETRY.name, filter: subject, start, pendingMax: replayPendingMax };
    return (signal) => consumeOrdered(eventLog, { ...place, signal });
  },
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
  historyBefore: (eventLog, { subject, storedAtMs, payload, headers }) => {
    // A copy: the payload as it came keeps all the bytes that were received with it.
    const last = { subject, storedAtMs, payload: new Uint8Array(payload), headers };
    return (signal) => lastLinesOf(eventLog, last, signal);
  },
  createFold: (deps) => (messages, options) =>
    // Lines are folded in their order only: those of a last message wait for the replay of what is before them.
    options.withHistory ? foldLogMessages(deps, messages, options) : Promise.resolve(true),
};
