import { decodeRevision } from "@statwire/control-plane";
import { type EventLog, scan } from "@statwire/event-log";
import {
  type CollectorConfigured,
  encodeCollectorConfigured,
  encodeConfigurationRevised,
  encodeHostSampled,
  encodeInventoryObserved,
  encodeLogLinesRead,
  encodeSignInRecorded,
  type HostSampled,
  type InventoryObserved,
  LandedBatch,
  type LandedKind,
  type LogLinesRead,
  moduleFamily,
} from "@statwire/events";
import { connectHistory, type History, insertLanded } from "@statwire/history-store";
import { createMigratedDatabase } from "@statwire/history-store/testing";
import { historyReads } from "../history/history-reads.js";
import type { HistoryReads } from "../sources.js";
import type { Survey } from "./sample-surveys.js";

/** A migrated database of a test file's own. */
export interface TestHistory {
  /** To close hours in. */
  history: History;
  reads: HistoryReads;
  /** Stores events of a node as the ingester would. */
  landHost(node: string, events: readonly HostSampled[]): Promise<void>;
  landInventory(node: string, events: readonly InventoryObserved[]): Promise<void>;
  landSurvey(node: string, survey: Survey, events: readonly HostSampled[]): Promise<void>;
  landConfiguration(node: string, events: readonly CollectorConfigured[]): Promise<void>;
  /** Stores lines of a log as the ingester would. */
  landLog(node: string, log: string, events: readonly LogLinesRead[]): Promise<void>;
  /** Stores revisions of a tag as the ingester would. */
  landRevisions(
    id: string,
    events: readonly { atMs: bigint; action: string; actorName: string; document: string }[],
  ): Promise<void>;
  /** Stores revisions of any document, and what happened to sign-ins, as the ingester would. */
  landAudit(
    workspace: string,
    entries: {
      revisions?: readonly Parameters<typeof encodeConfigurationRevised>[0][];
      signIns?: readonly Parameters<typeof encodeSignInRecorded>[0][];
    },
  ): Promise<void>;
  /** Stores every revision that the log holds, as the ingester would. */
  copyConfiguration(eventLog: EventLog): Promise<void>;
  close(): Promise<void>;
}

const defaultWorkspace = "default";

export async function createTestHistory(now: () => number = Date.now): Promise<TestHistory> {
  const { close: drop, ...options } = await createMigratedDatabase();
  const history = connectHistory(options);
  let eventSeq = 0;
  const land = async (
    node: string,
    kind: LandedKind,
    encoded: readonly Uint8Array[],
    family: string = kind,
    workspace = defaultWorkspace,
  ) => {
    if (encoded.length === 0) return;
    const batch = new LandedBatch();
    const first = eventSeq + 1;
    for (const event of encoded) {
      eventSeq += 1;
      const identity = { workspace, node, family, eventSeq, eventIndex: 0, receivedAtMs: now() };
      batch.append(identity, event, 0, event.length);
    }
    const token = `TELEMETRY:${first}-${eventSeq}:${kind}`;
    const outcome = await insertLanded(history, { kind, body: batch.bytes(), token });
    if (!outcome.ok) throw new Error(`event refused: ${outcome.reason}`);
  };
  return {
    history,
    reads: historyReads(history, { workspace: defaultWorkspace, readsMax: 10, now }),
    landHost: (node, events) => land(node, "host", events.map(encodeHostSampled)),
    landInventory: (node, events) => land(node, "inventory", events.map(encodeInventoryObserved)),
    landSurvey: (node, survey, events) => land(node, "survey", events.map(encodeHostSampled), moduleFamily(survey)),
    landConfiguration: (node, events) => land(node, "configuration", events.map(encodeCollectorConfigured)),
    landLog: (node, log, events) => land(node, "log", events.map(encodeLogLinesRead), log),
    landRevisions: (id, events) =>
      land(
        id,
        "revision",
        events.map((event) => encodeConfigurationRevised({ kind: "tag", id, actorKind: "user", ...event })),
      ),
    landAudit: async (workspace, { revisions = [], signIns = [] }) => {
      await land("", "revision", revisions.map(encodeConfigurationRevised), "revision", workspace);
      await land("", "signin", signIns.map(encodeSignInRecorded), "sign-in", workspace);
    },
    copyConfiguration: async (eventLog) => {
      const batch = new LandedBatch();
      for await (const { payload, sequence: eventSeq, storedAtMs: receivedAtMs } of allRevisions(eventLog)) {
        const decoded = decodeRevision(payload);
        if (!decoded.ok) continue;
        const { workspace, id, kind, action, actor, requestId, atMs, createdAtMs, document } = decoded.revision;
        const event = encodeConfigurationRevised({
          ...{ kind, id, action, requestId, atMs: BigInt(atMs), createdAtMs: BigInt(createdAtMs) },
          ...{ actorKind: actor.kind, actorId: actor.id, actorName: actor.name, document: JSON.stringify(document) },
        });
        const identity = { workspace, node: id, family: "revision", eventSeq, eventIndex: 0, receivedAtMs };
        batch.append(identity, event, 0, event.length);
      }
      const token = `KV_config:all:${batch.rows}`;
      await insertLanded(history, { kind: "revision", body: batch.bytes(), token });
    },
    close: async () => {
      await history.close();
      await drop();
    },
  };
}

function allRevisions(eventLog: EventLog) {
  const signal = AbortSignal.timeout(30_000);
  return scan(eventLog, { stream: "KV_config", filter: "$KV.config.>", start: { sequence: 1 }, signal });
}
