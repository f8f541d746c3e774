import { createTestDatabase } from "@statwire/embedded-stack/testing";
import {
  type CollectorConfigured,
  encodeCollectorConfigured,
  encodeConfigurationRevised,
  encodeHostSampled,
  encodeInventoryObserved,
  encodeLogLinesRead,
  type HostSampled,
  type InventoryObserved,
  LandedBatch,
  type LandedKind,
  type LogLinesRead,
  moduleFamily,
} from "@statwire/events";
import { connectHistory, type History, insertLanded, migrate } from "@statwire/history-store";
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
  close(): Promise<void>;
}

const workspace = "default";

export async function createTestHistory(now: () => number = Date.now): Promise<TestHistory> {
  const { close: drop, ...options } = await createTestDatabase();
  const history = connectHistory(options);
  await migrate(history);
  let eventSeq = 0;
  const land = async (node: string, kind: LandedKind, encoded: readonly Uint8Array[], family: string = kind) => {
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
    reads: historyReads(history, workspace, now),
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
    close: async () => {
      await history.close();
      await drop();
    },
  };
}
