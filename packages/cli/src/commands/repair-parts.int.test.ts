import { readdirSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { emptyCutRecord, openCutRecord, readRange, streamState, wrapEvents } from "@statwire/event-log";
import { encodeFrames, encodeHostSampled, streams } from "@statwire/events";
import { brokenParts, connectHistory, type History, insertLanded, suspectedRollups } from "@statwire/history-store";
import { createMigratedDatabase } from "@statwire/history-store/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostSubject, startBus, type TestBus } from "../testing/bus.js";
import { call } from "../testing/call.js";

const dayMs = 86_400_000;
const day = Math.floor(Date.now() / dayMs) * dayMs - dayMs;
const start = day + 10 * 3_600_000;
const tables = ["host_cpu", "host_load", "host_events", "log_lines"];
const { signal } = new AbortController();

let bus: TestBus;
let database: Awaited<ReturnType<typeof createMigratedDatabase>>;
let history: History;
let environment: Record<string, string>;
let sequence = 0;
let line = 1;

beforeAll(async () => {
  [bus, database] = await Promise.all([startBus(), createMigratedDatabase()]);
  history = connectHistory(database);
  environment = {
    ...bus.environment,
    CLICKHOUSE_URL: database.url,
    CLICKHOUSE_DATABASE: database.database,
    CLICKHOUSE_USER: database.username,
    CLICKHOUSE_PASSWORD: database.password,
  };
  for (const table of tables) await command(`SYSTEM STOP MERGES ${table}`);
  for (let batch = 0; batch < 3; batch += 1) {
    await publish();
    await ingestAll();
  }
});

afterAll(async () => {
  await history.close();
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

/** What the ingester does, in one go. */
async function ingestAll(): Promise<void> {
  for (const [stream, kinds] of [
    [streams.TELEMETRY.name, ["host"]],
    [streams.LOGS.name, ["log"]],
  ] as const) {
    const store = openCutRecord(bus.ingester, stream);
    const { record } = await store.load();
    const { created, lastSequence } = await streamState(bus.ingester, stream);
    const range = { stream, first: record.committed + 1, last: lastSequence, signal };
    for (const message of await readRange(bus.ingester, range)) {
      for (const [kind, wrapped] of wrapEvents([message], kinds).byKind) {
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

function contents(): Promise<unknown[]> {
  const of = tables.map(
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
