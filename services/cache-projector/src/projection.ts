import type { EventLog, StoredMessage } from "@statwire/event-log";
import { logFilter, parseTelemetrySubject, streams, telemetryFilter } from "@statwire/events";
import { AppliedParts, type SnapshotStore } from "@statwire/snapshot-store";
import { type FoldDeps, type FoldOptions, foldLogMessages, foldMessages } from "./fold.js";
import { JointReplays } from "./joint-replays.js";
import { lastLinesOf } from "./last-lines.js";
import type { Replays } from "./replays.js";
import { SubjectReplays } from "./subject-replays.js";

/** One stream, and what the snapshot store keeps of it. */
export interface Projection {
  stream: string;
  /** The subjects that are read. */
  filter: string;
  /** The key of the store that tells how far it is filled with this. */
  readyKey(store: SnapshotStore): string;
  /** More than the last message counts on this subject: what came before it is replayed. */
  hasHistory(subject: string): boolean;
  /** What folds messages during one reading of the stream, and what replays the histories beside it. */
  begin(deps: ReadingDeps): { fold: Fold; replays: Replays };
}

export interface ReadingDeps extends FoldDeps {
  eventLog: EventLog;
  /** As they are now. */
  options(): FoldOptions;
  /** Ends the reading. */
  signal: AbortSignal;
}

/** False when the store was flushed. `withHistory` is false for messages that a replay will come past again. */
export type Fold = (
  messages: readonly StoredMessage[],
  options: FoldOptions & { withHistory: boolean },
) => Promise<boolean>;

/**
 * The latest state of every node, and its short history. Replays of `host` also bring back a module that a node's last
 * message happens to lack.
 */
export const nodeStates: Projection = {
  stream: streams.TELEMETRY.name,
  filter: telemetryFilter({ lane: "live" }),
  readyKey: ({ keys }) => keys.ready,
  hasHistory: (subject) => parseTelemetrySubject(subject)?.family === "host",
  begin(deps) {
    const appliedParts = new AppliedParts();
    return {
      fold: (messages, { withHistory, ...options }) =>
        foldMessages(deps, messages, { ...options, appliedParts, foldHeadlines: withHistory }),
      replays: new JointReplays({ ...deps, appliedParts }),
    };
  },
};

/** The last lines of every log. */
export const lastLines: Projection = {
  stream: streams.LOGS.name,
  filter: logFilter({}),
  readyKey: ({ keys }) => keys.logsReady,
  hasHistory: () => true,
  begin(deps) {
    const replays = new SubjectReplays({
      historyBefore: ({ subject, storedAtMs, payload, headers }) => {
        // A copy: the payload as it came keeps all the bytes that were received with it.
        const last = { subject, storedAtMs, payload: new Uint8Array(payload), headers };
        return (signal) => lastLinesOf(deps.eventLog, last, signal);
      },
      fold: async (messages) => {
        // A flush is the live fold's to see; what is lost to it is replayed in the next run.
        await foldLogMessages(deps, messages, deps.options());
      },
      signal: deps.signal,
    });
    // Lines are folded in their order only: those of a last message wait for the replay of what is before them.
    const fold: Fold = (messages, { withHistory, ...options }) =>
      withHistory ? foldLogMessages(deps, messages, options) : Promise.resolve(true);
    return { fold, replays };
  },
};
