import { createTestDatabase } from "@statwire/embedded-stack/testing";
import { type EventKind, encodeHostSampled, type Family, LandedBatch } from "@statwire/events";
import { connectHistory, type History, type HistoryOptions } from "../connect.js";
import { type InsertOutcome, insertLanded } from "../ingest/insert-landed.js";
import { readMigrations } from "../schema/migration-files.js";
import { createMigratedDatabase } from "./migrated-database.js";

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
  /** Inserts host samples (of surveys with `kind` survey), each with `bootId` 1 and a sequence unless it has its own. */
  landHost(samples: readonly HostSample[], options: LandOptions): Promise<InsertOutcome>;
  rows<Row = Record<string, unknown>>(query: string): Promise<Row[]>;
  close(): Promise<void>;
}

/** @param upTo the last migration to apply; every one, and what follows from the settings, when absent */
export async function createTestHistory(upTo?: number): Promise<TestHistory> {
  const { close: drop, ...options } = await (upTo === undefined ? createMigratedDatabase() : createTestDatabase());
  const history = connectHistory(options);
  if (upTo !== undefined) await migrateUpTo(history, upTo);
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

/** A database as an earlier version of the code left it. */
async function migrateUpTo({ client }: History, upTo: number): Promise<void> {
  await client.command({
    query: `CREATE TABLE schema_migrations (version UInt32, name String, checksum String, applied_at DateTime64(3, 'UTC'))
      ENGINE = ReplacingMergeTree ORDER BY version`,
  });
  for (const { version, name, checksum, statements } of (await readMigrations()).slice(0, upTo)) {
    for (const query of statements) await client.command({ query });
    await client.insert({
      table: "schema_migrations",
      values: [{ version, name, checksum }],
      format: "JSONEachRow",
    });
  }
}
