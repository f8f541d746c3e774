import type { EventLog } from "@statwire/event-log";
import type { NodeSnapshot, SnapshotStore } from "@statwire/snapshot-store";
import {
  listLogs,
  listNodes,
  pinSnapshot,
  readHeadlines,
  readLastLines,
  readNode,
  repinSnapshot,
} from "@statwire/snapshot-store";
import type { Sources } from "./controllers.js";
import { followLog } from "./logs/follow-log.js";
import { LogReader, type LogSources } from "./logs/log-reader.js";
import { LogTails } from "./logs/log-tails.js";
import { type NodeEntry, NodeReader } from "./nodes/node-reader.js";
import { PinnedReadings, pinnedForMs } from "./nodes/pinned-readings.js";
import { refreshNode } from "./nodes/refresh.js";
import { sendRefresh } from "./nodes/send-refresh.js";
import type { ReadReadiness } from "./surfaces/native/health-controller.js";
import type { ReadSeries } from "./surfaces/native/series-source.js";

/** What is read from the history store. Errors: `unavailable` problem while it cannot be reached. */
export interface HistoryReads extends Pick<LogSources, "storedLogs" | "storedLines" | "storedLinesAfter"> {
  readNode(node: string): Promise<NodeSnapshot | undefined>;
  listNodes(): Promise<readonly NodeEntry[]>;
  readSeries: ReadSeries;
}

/** What the sources are made of; the process owns all of it. */
export interface SourceParts {
  workspace: string;
  defaultNode: string | undefined;
  snapshots: SnapshotStore;
  history: HistoryReads;
  /** Undefined until it is connected. */
  eventLog(): EventLog | undefined;
  readReadiness: ReadReadiness;
  machineUptimeSeconds(): number;
  /** How many logs are followed at once. */
  logTailsMax: number;
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Everything that the surfaces read and do, out of the two stores and the log. */
export function createSources(parts: SourceParts): Sources {
  const { workspace, snapshots, history, now } = parts;
  const nodes = new NodeReader({
    latest: (node) => readNode(snapshots, { workspace, node }),
    latestList: () => listNodes(snapshots, workspace),
    stored: history.readNode,
    storedList: history.listNodes,
    expected: parts.defaultNode === undefined ? [] : [parts.defaultNode],
  });
  const pins = new PinnedReadings({
    pin: (node, replace, nowMs) => {
      const pin = replace ? repinSnapshot : pinSnapshot;
      return pin(snapshots, { workspace, node }, { ttlMs: pinnedForMs, nowMs });
    },
    read: (node) => nodes.read(node),
    now,
  });
  const logs = new LogReader({
    latestLogs: (node) => listLogs(snapshots, { workspace, node }),
    latestLines: (node, log, options) => readLastLines(snapshots, { workspace, node, log }, options),
    storedLogs: history.storedLogs,
    storedLines: history.storedLines,
    storedLinesAfter: history.storedLinesAfter,
    now,
  });
  return {
    nodes,
    pins,
    headlines: (node) => readHeadlines(snapshots, { workspace, node }),
    refresh: (node, request) =>
      refreshNode(
        {
          send: (name, command) => sendRefresh(parts.eventLog(), { workspace, node: name }, command),
          read: (name) => nodes.read(name),
          now,
          sleep: parts.sleep,
        },
        node,
        request,
      ),
    readSeries: history.readSeries,
    logs,
    tails: new LogTails({
      reader: logs,
      follow: (node, log, onEvent) => followLog(parts.eventLog(), { workspace, node, log }, onEvent),
      tailsMax: parts.logTailsMax,
      now,
      sleep: parts.sleep,
    }),
    readReadiness: parts.readReadiness,
    defaultNode: parts.defaultNode,
    machineUptimeSeconds: parts.machineUptimeSeconds,
    now,
  };
}
