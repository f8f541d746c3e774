import { readdirSync, truncateSync } from "node:fs";
import { dirname, join } from "node:path";
import { documentKey, encodeRevision, type Revision } from "@statwire/control-plane";
import {
  configurationBuckets,
  connectEventLog,
  type EventLog,
  emptyCutRecord,
  openCutRecord,
  publishOnce,
  readRange,
  replaceValue,
  streamState,
} from "@statwire/event-log";
import {
  encodeFrames,
  encodeHostSampled,
  encodeSignInRecorded,
  signInEventHeaders,
  signInsSubject,
} from "@statwire/events";
import { brokenParts, connectHistory, type History, insertLanded, suspectedRollups } from "@statwire/history-store";
import { createMigratedDatabase } from "@statwire/history-store/testing";
import { createLogger } from "@statwire/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { restorableStreams } from "../operating/restorable-streams.js";
import { hostSubject, startBus, type TestBus } from "../testing/bus.js";
import { call } from "../testing/call.js";

const dayMs = 86_400_000;
const day = Math.floor(Date.now() / dayMs) * dayMs - dayMs;
const start = day + 10 * 3_600_000;
const tables = ["host_cpu", "host_load", "host_events", "log_lines"];
const { signal } = new AbortController();

const auditTables = ["config_revisions", "sign_ins"];

let bus: TestBus;
let api: EventLog;
let database: Awaited<ReturnType<typeof createMigratedDatabase>>;
let history: History;
let environment: Record<string, string>;
let sequence = 0;
let line = 1;

beforeAll(async () => {
  [bus, database] = await Promise.all([startBus(), createMigratedDatabase()]);
  history = connectHistory(database);
  const credentialsFile = join(dirname(bus.environment.NATS_CREDS_FILE ?? ""), "api.creds");
  const log = createLogger({ service: "test", level: "silent" });
  api = await connectEventLog({ url: bus.url, credentialsFile, name: "api", log });
  environment = {
    ...bus.environment,
    CLICKHOUSE_URL: database.url,
    CLICKHOUSE_DATABASE: database.database,
    CLICKHOUSE_USER: database.username,
    CLICKHOUSE_PASSWORD: database.password,
  };
  for (const table of [...tables, ...auditTables]) await command(`SYSTEM STOP MERGES ${table}`);
  for (let batch = 0; batch < 3; batch += 1) {
    await publish();
    await ingestAll();
  }
});

afterAll(async () => {
  await Promise.all([history.close(), api.close()]);
  await Promise.all([bus.discard(), database.close()]);
});

describe("statwire repair parts", () => {
  it("finds nothing where nothing is broken", async () => {
    expect(await repair()).toMatchObject({ code: 0, printed: "no part is broken" });
  });

  it("puts back what the disk did not take, and nothing twice", async () => {
    const before = await contents();
    for (const table of tables) await emptyPart(table);
    await expect(contents()).rejects.toThrow();

    const dry = await repair("--dry-run", "--json");
    expect([dry.code, JSON.parse(dry.printed)]).toMatchObject([
      1,
      [...tables]
        .sort()
        .map((table) => ({ table, isSetAside: false, reason: expect.stringContaining("Cannot parse") })),
    ]);
    const { code, printed } = await repair("--json");
    expect([code, JSON.parse(printed)]).toMatchObject([0, tables.map(() => ({ state: "restored", surplusRows: 0 }))]);
    const missing = JSON.parse(printed).map(({ table, missingRows }: { table: string; missingRows: number }) => [
      table,
      missingRows,
    ]);
    expect(new Map(missing)).toEqual(
      new Map([
        ["host_cpu", 20],
        ["host_load", 20],
        ["host_events", 20],
        ["log_lines", 10],
      ]),
    );
    expect(await contents()).toEqual(before);
    expect(await brokenParts(history)).toEqual([]);
    expect((await suspectedRollups(history, 0)).map(({ startMs }) => startMs)).toContain(start);
  }, 60_000);

  it("takes back what a broken part was merged of", async () => {
    const before = await contents();
    await command("SYSTEM START MERGES host_cpu");
    await command("OPTIMIZE TABLE host_cpu FINAL");
    await emptyPart("host_cpu");
    const { code, printed } = await repair("--json");
    expect([code, JSON.parse(printed)]).toMatchObject([0, [{ table: "host_cpu", state: "whole", missingRows: 0 }]]);
    expect(await contents()).toEqual(before);
  }, 60_000);

  it("puts back what the server has set aside when it started", async () => {
    await command("SYSTEM STOP MERGES host_load");
    await publish();
    await ingestAll();
    const before = await contents();
    await emptyPart("host_load");
    await command("DETACH TABLE host_load SYNC");
    await command("ATTACH TABLE host_load");
    expect(await contents()).not.toEqual(before);
    expect(await repair("--dry-run")).toMatchObject({
      code: 1,
      printed: expect.stringMatching(/^host_load +broken-on-start_\S+ +yes /m),
    });
    // Killed before it had the table back.
    await command("DETACH TABLE host_load SYNC");
    const { code, printed } = await repair("--json");
    expect([code, JSON.parse(printed)]).toMatchObject([
      0,
      [{ table: "host_load", state: "restored", missingRows: 20 }],
    ]);
    expect([await contents(), await brokenParts(history)]).toEqual([before, []]);
  }, 60_000);

  it("puts back who changed what and who signed in, out of their streams", async () => {
    for (let number = 1; number <= 2; number += 1) {
      await change(number);
      await signIn(number);
      await ingestAll();
    }
    const before = await contents(auditTables);
    for (const table of auditTables) await emptyPart(table);
    const { code, printed } = await repair("--json");
    const restored = { state: "restored", missingRows: 1, surplusRows: 0 };
    expect([code, JSON.parse(printed)]).toMatchObject([0, auditTables.map((table) => ({ table, ...restored }))]);
    expect([await contents(auditTables), await brokenParts(history)]).toEqual([before, []]);
  }, 60_000);

  it("says that revisions may be missing when the log has let any of them go", async () => {
    const first = { ...addressOf("device-1"), payload: new Uint8Array(), follows: 1, purges: true };
    expect(await replaceValue(api, first)).toMatchObject({ kind: "stored" });
    await change(3);
    await ingestAll();
    const before = await contents(["config_revisions"]);
    await emptyPart("config_revisions");
    const { code, printed } = await repair("--json");
    const restored = { table: "config_revisions", state: "in part", missingRows: 1 };
    expect([code, JSON.parse(printed)]).toMatchObject([1, [restored]]);
    expect(await contents(["config_revisions"])).toEqual(before);
    const [{ part }] = JSON.parse(printed);
    await command(`ALTER TABLE config_revisions DROP DETACHED PART '${part}' SETTINGS allow_drop_detached = 1`);
  }, 60_000);

  it("leaves a part set aside of which the log does not hold everything", async () => {
    await bus.ingester.manager.streams.purge("TELEMETRY", { seq: 2 });
    await emptyPart("host_cpu");
    for (const _ of [1, 2]) {
      const { code, printed, told } = await repair("--json");
      expect([code, JSON.parse(printed)]).toMatchObject([1, [{ table: "host_cpu", state: "in part" }]]);
      expect(told).toContain("ALTER TABLE host_cpu DROP DETACHED PART 'broken-on-start_");
    }
  }, 60_000);
});

const repair = (...words: string[]) => call(["repair", "parts", ...words], environment);

/** Twenty events of the day before in one message, and ten lines of now. */
async function publish(): Promise<void> {
  const events = Array.from({ length: 20 }, () => {
    sequence += 1;
    return encodeHostSampled({
      bootId: 1n,
      sequence: BigInt(sequence),
      observedAtMs: BigInt(start + sequence * 10_000),
      cpu: { intervalMs: 10_000, utilizationE4: sequence, userMs: BigInt(sequence) },
      load: { intervalMs: 10_000, oneMinuteE2: sequence },
    });
  });
  await bus.publish(hostSubject(), encodeFrames(events));
  const texts = Array.from({ length: 10 }, (_, index) => `line ${line + index}`);
  await bus.lines(sequence, line, texts);
  line += texts.length;
}

/** A revision of a device, of the day before. */
async function change(number: number): Promise<void> {
  const revision: Revision = {
    ...{
      workspace: "default",
      kind: "device",
      id: `device-${number}`,
      action: "created",
      requestId: `request-${number}`,
    },
    ...{ document: { name: "Till" }, actor: { kind: "user", id: "ada", name: "Ada" } },
    ...{ atMs: start + number, createdAtMs: start + number },
  };
  const written = await replaceValue(api, { ...addressOf(revision.id), payload: encodeRevision(revision), follows: 0 });
  expect(written.kind).toBe("stored");
}

function addressOf(id: string) {
  return { bucket: configurationBuckets.config, key: documentKey({ workspace: "default", kind: "device", id }) };
}

async function signIn(number: number): Promise<void> {
  const [workspace, id, userId, atMs] = ["default", `event-${number}`, "ada", start + number];
  const event = encodeSignInRecorded({
    id,
    userId,
    userName: "Ada",
    atMs: BigInt(atMs),
    action: "signed-in",
    count: 1,
  });
  await publishOnce(api, {
    subject: signInsSubject(workspace),
    headers: signInEventHeaders({ workspace, id, userId, atMs }),
    payload: encodeFrames([event]),
  });
}

/** What the ingester does, in one go. */
async function ingestAll(): Promise<void> {
  for (const { name: stream, newBatch } of restorableStreams) {
    const store = openCutRecord(bus.ingester, stream);
    const { record } = await store.load();
    const { created, lastSequence } = await streamState(bus.ingester, stream);
    if (lastSequence === record.committed) continue;
    const range = { stream, first: record.committed + 1, last: lastSequence, signal };
    for (const message of await readRange(bus.ingester, range)) {
      const batch = newBatch();
      batch.add(message);
      for (const [kind, wrapped] of batch.byKind) {
        await insertLanded(history, { kind, body: wrapped.bytes(), token: `${stream}:${message.sequence}` });
      }
    }
    const next = { ...emptyCutRecord, epoch: record.epoch + 1, created, committed: lastSequence };
    expect(await store.replace(next, signal)).toBe("stored");
  }
}

/** A full disk leaves such a part when it is written: all its files, and nothing in them. */
async function emptyPart(table: string): Promise<void> {
  const [part] = (await rows(
    `SELECT path FROM system.parts WHERE database = currentDatabase() AND table = '${table}' AND active
     ORDER BY max_block_number DESC, name LIMIT 1`,
  )) as { path: string }[];
  if (part === undefined) throw new Error(`${table} has no part`);
  for (const file of readdirSync(part.path)) truncateSync(join(part.path, file), 0);
}

function contents(names = tables): Promise<unknown[]> {
  const of = names.map(
    (table) =>
      `SELECT '${table}' AS table, count() AS n, toString(sum(sipHash64(formatRow('RowBinary', *)))) AS hash FROM ${table}`,
  );
  return rows(`SELECT * FROM (${of.join(" UNION ALL ")}) ORDER BY table`);
}

async function command(query: string): Promise<void> {
  await history.client.command({ query });
}

async function rows(query: string): Promise<unknown[]> {
  return (await history.client.query({ query, format: "JSONEachRow" })).json();
}
