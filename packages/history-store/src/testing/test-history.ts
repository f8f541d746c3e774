import { createTestDatabase } from "@statwire/embedded-stack/testing";
import { type EventKind, encodeHostSampled, type Family, LandedBatch } from "@statwire/events";
import { connectHistory, type History, type HistoryOptions } from "../connect.js";
import { type InsertOutcome, insertLanded } from "../ingest/insert-landed.js";
import { migrate } from "../schema/migrate.js";

export type HostSample = Parameters<typeof encodeHostSampled>[0];

export interface LandOptions {
  workspace?: string;
  node?: string;
  family?: Family;
  kind?: EventKind;
  receivedAtMs: number;
  token?: string;
  /** The sequence of the first event instead of the next one: for a repeat. */
  firstSeq?: number;
}

/** A migrated database of a test's own, and what tests do with it. */
export interface TestHistory {
  history: History;
  options: HistoryOptions;
  /** The stream sequence of the last event. */
  lastSeq(): number;
  /** Inserts encoded events as one batch under consecutive sequences. */
  land(events: readonly Uint8Array[], options: LandOptions): Promise<InsertOutcome>;
  /** Inserts host samples, each with `bootId` 1 and a sequence unless it has its own. */
  landHost(samples: readonly HostSample[], options: LandOptions): Promise<InsertOutcome>;
  rows<Row = Record<string, unknown>>(query: string): Promise<Row[]>;
  close(): Promise<void>;
}

export async function createTestHistory(): Promise<TestHistory> {
  const { close: drop, ...options } = await createTestDatabase();
  const history = connectHistory(options);
  await migrate(history);
  let seq = 0;
  const land: TestHistory["land"] = (events, { kind = "host", receivedAtMs, token, firstSeq = seq + 1, ...names }) => {
    const { workspace = "default", node = "node-1", family = kind } = names;
    const batch = new LandedBatch();
    events.forEach((event, index) => {
      const identity = { workspace, node, family, eventSeq: firstSeq + index, eventIndex: 0, receivedAtMs };
      batch.append(identity, event, 0, event.length);
    });
    seq = Math.max(seq, firstSeq + events.length - 1);
    return insertLanded(history, { kind, body: batch.bytes(), token: token ?? `TELEMETRY:${firstSeq}-${seq}:${kind}` });
  };
  return {
    history,
    options,
    lastSeq: () => seq,
    land,
    landHost: (samples, landOptions) =>
      land(
        samples.map((sample, index) => encodeHostSampled({ bootId: 1n, sequence: BigInt(index + 1), ...sample })),
        landOptions,
      ),
    rows: async (query) => (await history.client.query({ query, format: "JSONEachRow" })).json(),
    close: async () => {
      await history.close();
      await drop();
    },
  };
}
