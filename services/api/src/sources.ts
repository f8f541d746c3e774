import type { ControlPlane } from "@statwire/control-plane";
import type { EventLog, NodeDirectory } from "@statwire/event-log";
import type { Command } from "@statwire/events";
import type { NodeSnapshot, SnapshotStore } from "@statwire/snapshot-store";
import { KnownSnapshots, listLogs, readHeadlines, readLastLines } from "@statwire/snapshot-store";
import type { ReadStoredRevisions } from "./configuration/whole-history.js";
import type { Sources } from "./controllers.js";
import { followLog } from "./logs/follow-log.js";
import { LogReader, type LogSources } from "./logs/log-reader.js";
import { LogTails } from "./logs/log-tails.js";
import { controlSampling } from "./nodes/control-sampling.js";
import { type NodeEntry, NodeReader } from "./nodes/node-reader.js";
import { type ExpectedNode, NumberedNodes } from "./nodes/numbered-nodes.js";
import { PinnedReadings, pinnedForMs } from "./nodes/pinned-readings.js";
import { queryModule } from "./nodes/query-module.js";
import { refreshNode } from "./nodes/refresh.js";
import { type Exchanges, sendCommand } from "./nodes/send-command.js";
import type { StoredDocuments } from "./surfaces/native/configuration/documents-then.js";
import type { ReadReadiness } from "./surfaces/native/health-controller.js";
import type { PastNodes } from "./surfaces/native/past-nodes.js";
import type { AuditReadings } from "./surfaces/native/read-audit.js";
import type {
  ReadCountedEvents,
  ReadLogCompleteness,
  ReadNodeCompleteness,
} from "./surfaces/native/read-completeness.js";
import type { ReadSeries } from "./surfaces/native/series-source.js";

/** What is read from the history store. Errors: `unavailable` problem while it cannot be reached. */
export interface HistoryReads
  extends Pick<LogSources, "storedLogs" | "storedLines" | "storedLinesAfter">,
    StoredDocuments {
  readNode(node: string): Promise<NodeSnapshot | undefined>;
  listNodes(): Promise<readonly NodeEntry[]>;
  readSeries: ReadSeries;
  storedRevisions: ReadStoredRevisions;
  readAudit: AuditReadings["readAudit"];
  past: PastNodes;
  readCompleteness: ReadNodeCompleteness;
  readLogCompleteness: ReadLogCompleteness;
  countEvents: ReadCountedEvents;
}

/** What the sources are made of; the process owns all of it. */
export interface SourceParts {
  workspace: string;
  defaultNode: string | undefined;
  /** Nodes that are shown before they report. */
  expectedNodes: readonly ExpectedNode[];
  snapshots: SnapshotStore;
  history: HistoryReads;
  /** Undefined until it is connected. */
  eventLog(): EventLog | undefined;
  /** Undefined until the log is connected. */
  nodeDirectory(): NodeDirectory | undefined;
  /** Undefined until it is open. */
  controlPlane(): ControlPlane | undefined;
  /** A node could not be numbered now. */
  onNumberingFailure(error: unknown): void;
  readReadiness: ReadReadiness;
  machineUptimeSeconds(): number;
  /** Who answers for the service itself. */
  machine: { hostname: string; timezone: string };
  dashPadOrigins: readonly string[];
  /** How many logs are followed at once. */
  logTailsMax: number;
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Everything that the surfaces read and do, out of the two stores and the log. */
export function createSources(parts: SourceParts): Sources {
  const { workspace, snapshots, history, now } = parts;
  const expected = expectedOf(parts);
  const known = new KnownSnapshots(snapshots, workspace);
  const nodes = new NodeReader({
    latest: (node) => known.read(node),
    latestOf: (names) => known.readEach(names),
    latestFirst: () => known.first(now()),
    latestList: () => known.list(),
    stored: history.readNode,
    storedList: history.listNodes,
    expected: expected.map(({ node }) => node),
  });
  const numbered = new NumberedNodes({
    nodes,
    expected,
    devices: () => [...(parts.controlPlane()?.list(workspace, "device") ?? [])].map(({ id }) => id),
    directory: parts.nodeDirectory,
    now,
    onFailure: parts.onNumberingFailure,
  });
  const pins = new PinnedReadings({
    pin: (node, replace, nowMs) => known.pin(node, replace, { ttlMs: pinnedForMs, nowMs }),
    read: (node) => nodes.read(node),
    now,
  });
  const sending =
    <C extends Command>(command: C) =>
    (node: string, request: Exchanges[C]["request"]) =>
      sendCommand(parts.eventLog(), { workspace, node, command }, request);
  const readAnew = (node: string) => {
    known.forget(node);
    return nodes.read(node);
  };
  const waiting = { read: readAnew, now, sleep: parts.sleep };
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
    numbered,
    pins,
    headlines: (node) => readHeadlines(snapshots, { workspace, node }),
    refresh: (node, request) => refreshNode({ send: sending("refresh"), ...waiting }, node, request),
    query: (node, request) => queryModule({ send: sending("query") }, node, request),
    control: (node, action) => controlSampling({ send: sending("sampling"), ...waiting }, node, action),
    readSeries: history.readSeries,
    logs,
    tails: new LogTails({
      reader: logs,
      follow: (node, log, onEvent) => followLog(parts.eventLog(), { workspace, node, log }, onEvent),
      tailsMax: parts.logTailsMax,
      now,
      sleep: parts.sleep,
    }),
    readCompleteness: history.readCompleteness,
    readLogCompleteness: history.readLogCompleteness,
    countEvents: history.countEvents,
    controlPlane: parts.controlPlane,
    storedRevisions: history.storedRevisions,
    storedDocuments: history,
    readAudit: history.readAudit,
    past: history.past,
    readReadiness: parts.readReadiness,
    defaultNode: parts.defaultNode,
    allowedOrigins: parts.dashPadOrigins,
    machine: parts.machine,
    machineUptimeSeconds: parts.machineUptimeSeconds,
    now,
  };
}

function expectedOf({ defaultNode, expectedNodes }: SourceParts): readonly ExpectedNode[] {
  const isNamed = defaultNode === undefined || expectedNodes.some(({ node }) => node === defaultNode);
  return isNamed ? expectedNodes : [{ node: defaultNode, tag: "" }, ...expectedNodes];
}
