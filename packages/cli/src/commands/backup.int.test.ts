import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createTestDatabase, startPrivateNats } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog, openCutRecord, streamState } from "@statwire/event-log";
import { LandedBatch } from "@statwire/events";
import { connectHistory, type History, insertLanded } from "@statwire/history-store";
import { createMigratedDatabase } from "@statwire/history-store/testing";
import { createLogger } from "@statwire/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostSampled, startBus, type TestBus } from "../testing/bus.js";
import { call } from "../testing/call.js";

/** The built command, to be killed. */
const statwire = fileURLToPath(new URL("../../bin/statwire.mjs", import.meta.url));
const quick = { timeout: 60_000, interval: 10 };

let bus: TestBus;
let source: Awaited<ReturnType<typeof createTestDatabase>>;
let history: History;
let environment: Record<string, string>;
let scratch: string;
let folder: string;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "statwire-backup-test-"));
  folder = join(scratch, "first");
  [bus, source] = await Promise.all([startBus(), createMigratedDatabase()]);
  environment = { ...bus.environment, ...clickhouseOf(source) };
  history = connectHistory(source);
  await fill(history);
  for (let sequence = 1; sequence <= 40; sequence += 1) await bus.sample(sequence);
  const { created } = await streamState(bus.ingester, "TELEMETRY");
  const record = openCutRecord(bus.ingester, "TELEMETRY");
  await record.load();
  const stored = { epoch: 3, generation: 1, committed: 30, cuts: [], beat: 9, created };
  await record.replace(stored, new AbortController().signal);
}, 120_000);

afterAll(async () => {
  await history?.close();
  await source?.close();
  await bus?.discard();
  rmSync(scratch, { recursive: true, force: true });
});

describe("statwire backup", () => {
  it("copies tables and streams at a position, and says so", async () => {
    const { code, printed, told } = await call(["backup", "--to", folder, "--json"], environment);
    expect(code, told).toBe(0);
    const { positions, rows } = JSON.parse(printed);
    expect(positions[0]).toMatchObject({ stream: "TELEMETRY", committed: 30, generation: 1, epoch: 3 });
    expect(rows).toBe(Object.values(await contentsOf(history)).reduce((sum, [count]) => sum + Number(count), 0));
    expect(await tablesLike(history, "frozen_%")).toEqual([]);
    const verified = await call(["backup", "verify", folder, "--json"]);
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.printed)).toMatchObject({ rows, messages: expect.any(Number), damages: [] });
  });

  it("copies the configuration again that was changed meanwhile, until all of it is of one moment", async () => {
    const busy = join(scratch, "busy");
    const log = createLogger({ service: "test", level: "silent" });
    const credentialsFile = join(bus.dataDir, "nats/credentials/api.creds");
    const api = await connectEventLog({ url: bus.url, credentialsFile, name: "api", log });
    let isBusy = true;
    const changes = (async () => {
      for (let number = 1; isBusy; number += 1) {
        // As a change of a secret does it: what the revision names first, and the former one is gone after it.
        await api.jetstream.publish("$KV.secrets.default.device.till", `secret ${number}`);
        await api.jetstream.publish("$KV.config.default.device.till", `revision ${number}`);
        if (existsSync(join(busy, "streams/KV_requests-2.snapshot"))) isBusy = false;
      }
    })();
    const { code, told } = await call(["backup", "--to", busy, "--json"], environment);
    isBusy = false;
    await changes;
    expect(code, told).toBe(0);
    const { streams } = JSON.parse(readFileSync(join(busy, "manifest.json"), "utf8"));
    const copies: { name: string; lastSequence: number; file: { path: string } }[] = streams;
    const [config, secrets] = ["KV_config", "KV_secrets"].map((name) => copies.find((copy) => copy.name === name));
    expect(config?.file.path).toMatch(/^streams\/KV_config-\d+\.snapshot$/);
    for (const copy of [config, secrets]) {
      expect(copy?.lastSequence).toBe((await streamState(api, copy?.name ?? "")).lastSequence);
    }
    const verified = await call(["backup", "verify", busy, "--json"]);
    expect(JSON.parse(verified.printed).damages).toEqual([]);
    expect([verified.code, existsSync(join(busy, "streams/KV_config.snapshot"))]).toEqual([0, false]);
    await api.close();
  });

  it("goes into no folder that holds something", async () => {
    const { code, told } = await call(["backup", "--to", folder], environment);
    expect(code).toBe(1);
    expect(told).toContain("is a backup already");
  });

  it("is found to be damaged when a byte is another one", async () => {
    const file = join(folder, "streams/TELEMETRY.snapshot");
    const bytes = readFileSync(file);
    writeFileSync(
      file,
      bytes.map((byte, index) => (index === 100 ? byte ^ 1 : byte)),
    );
    const { code, printed, told } = await call(["backup", "verify", folder]);
    expect(code).toBe(1);
    expect(printed).toContain("streams/TELEMETRY.snapshot is not what was written");
    expect(told).toContain("1 of");
    const restored = await call(["restore", "--from", folder], environment);
    expect(restored).toMatchObject({ code: 1, told: expect.stringContaining("the backup is damaged") });
    writeFileSync(file, bytes);
  });

  it("that was killed is no backup, and is in nobody's way", async () => {
    const killed = join(scratch, "killed");
    const child = start(["backup", "--to", killed]);
    await expect.poll(() => existsSync(join(killed, "streams")), quick).toBe(true);
    await kill(child);
    const verified = await call(["backup", "verify", killed]);
    expect(verified).toMatchObject({ code: 1, told: expect.stringContaining("one that was interrupted") });
    const again = async () => (await call(["backup", "--to", join(scratch, "again")], environment)).code;
    await expect.poll(again, { timeout: 60_000, interval: 500 }).toBe(0);
    expect(await tablesLike(history, "frozen_%")).toEqual([]);
  });
});

describe("statwire restore", () => {
  it("puts everything back into empty servers, also when it was killed in between, and nothing on top of it", async () => {
    const [nats, target] = await Promise.all([startPrivateNats(), createTestDatabase()]);
    const { url, credentialsFile } = nats.server;
    const dataDir = dirname(dirname(dirname(credentialsFile("operator"))));
    const into = { NATS_URL: url, ...clickhouseOf(target) };
    const words = ["restore", "--from", folder, "--data-dir", dataDir];
    const received = connectHistory(target);
    const log = createLogger({ service: "test", level: "silent" });
    const empty = await connectEventLog({ url, credentialsFile: credentialsFile("ingester"), name: "ingester", log });
    const child = start(words, into);
    try {
      await expect.poll(async () => (await tablesLike(received, "restored_%")).length, quick).toBeGreaterThan(0);
      await kill(child);
      const { code, told } = await call(words, into);
      expect(code, told).toBe(0);
      expect(await contentsOf(received)).toEqual(await contentsOf(history));
      expect(await tablesLike(received, "restor%")).toEqual([]);
      expect(await stateOf(empty)).toEqual(await stateOf(bus.ingester));
      const { record } = await openCutRecord(empty, "TELEMETRY").load();
      expect(record).toMatchObject({ committed: 30, generation: 1, epoch: 4, cuts: [] });
      expect(record.created).toBe((await streamState(empty, "TELEMETRY")).created);
      const twice = await call(words, into);
      expect(twice).toMatchObject({ code: 1, told: expect.stringContaining("empty servers only") });
    } finally {
      child.kill("SIGKILL");
      await empty.close();
      await received.close();
      await target.close();
      await nats.discard();
    }
  });

  it("fills the tables alone when the log is there still, which is read again from their position", async () => {
    const target = await createTestDatabase();
    const received = connectHistory(target);
    try {
      const into = { NATS_URL: bus.url, ...clickhouseOf(target) };
      const words = ["restore", "--from", folder, "--data-dir", bus.dataDir];
      const whole = await call(words, into);
      expect(whole).toMatchObject({ code: 1, told: expect.stringContaining("empty servers only") });
      expect(await call([...words, "--tables-only"], into)).toMatchObject({ code: 0 });
      expect(await contentsOf(received)).toEqual(await contentsOf(history));
      const { record } = await openCutRecord(bus.ingester, "TELEMETRY").load();
      expect(record).toMatchObject({ committed: 30, generation: 2, epoch: 4, cuts: [] });
    } finally {
      await received.close();
      await target.close();
    }
  });

  it("refuses tables that hold rows", async () => {
    const nats = await startPrivateNats();
    const dataDir = dirname(dirname(dirname(nats.server.credentialsFile("operator"))));
    const words = ["restore", "--from", folder, "--data-dir", dataDir];
    const { code, told } = await call(words, { ...clickhouseOf(source), NATS_URL: nats.server.url });
    expect(code).toBe(1);
    expect(told).toContain("has rows already");
    await nats.discard();
  });
});

function clickhouseOf({ url, database, username, password }: typeof source): Record<string, string> {
  return {
    CLICKHOUSE_URL: url,
    CLICKHOUSE_DATABASE: database,
    CLICKHOUSE_USER: username,
    CLICKHOUSE_PASSWORD: password,
  };
}

/** Readings of three days, on two nodes; an insert twice under other tokens, so that rows are there twice, too. */
async function fill(into: History): Promise<void> {
  const now = Date.now();
  for (const [round, days] of [0, 1, 2, 2].entries()) {
    const batch = new LandedBatch();
    for (let index = 0; index < 100; index += 1) {
      const observedAtMs = now - days * 86_400_000 - index * 4_000;
      const event = hostSampled(round * 100 + index + 1, observedAtMs, index);
      const node = `node-${index % 2}`;
      const identity = {
        workspace: "default",
        node,
        family: "host",
        eventSeq: index + 1,
        eventIndex: 0,
        receivedAtMs: now,
      } as const;
      batch.append(identity, event, 0, event.length);
    }
    const outcome = await insertLanded(into, { kind: "host", body: batch.bytes(), token: `test:${round}` });
    expect(outcome.ok).toBe(true);
  }
}

/** Rows of every table that has some, and a sum over all of their values. */
async function contentsOf({ client }: History): Promise<Record<string, [rows: string, sum: string]>> {
  const found: Record<string, [string, string]> = {};
  for (const table of await mergeTrees({ client } as History)) {
    const query = `SELECT toString(count()) AS rows, toString(sum(cityHash64(*))) AS sum FROM ${table}`;
    const [row] = await (await client.query({ query, format: "JSONEachRow" })).json<{ rows: string; sum: string }>();
    if (row !== undefined && row.rows !== "0") found[table] = [row.rows, row.sum];
  }
  expect(found.host_cpu?.[0]).toBe("400");
  return found;
}

async function mergeTrees({ client }: History): Promise<string[]> {
  const query = `SELECT name FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree'
    AND name != 'schema_migrations' ORDER BY name`;
  return (await (await client.query({ query, format: "JSONEachRow" })).json<{ name: string }>()).map(
    ({ name }) => name,
  );
}

async function tablesLike({ client }: History, pattern: string): Promise<string[]> {
  const query = "SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE {pattern:String}";
  const result = await client.query({ query, query_params: { pattern }, format: "JSONEachRow" });
  return (await result.json<{ name: string }>()).map(({ name }) => name);
}

/** Of an empty stream the server gives 0 or 1 as the first sequence. */
async function stateOf(log: EventLog): Promise<object[]> {
  const streams = ["TELEMETRY", "LOGS", "DEAD_LETTERS", "INTEGRITY"];
  return Promise.all(
    streams.map(async (stream) => {
      const { firstSequence, ...state } = await streamState(log, stream);
      return state.messages === 0 ? state : { firstSequence, ...state };
    }),
  );
}

function start(words: readonly string[], env: Record<string, string> = environment): ChildProcess {
  return spawn(process.execPath, [statwire, ...words], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function kill(child: ChildProcess): Promise<void> {
  expect(child.exitCode).toBeNull();
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}
