import { emptyCutRecord, openCutRecord, readHold, readRange, streamState, wrapEvents } from "@statwire/event-log";
import { encodeFrames, encodeHostSampled } from "@statwire/events";
import {
  closeDay,
  closeHour,
  connectHistory,
  type History,
  insertLanded,
  rebuiltKinds,
  repairHour,
  suspectedRollups,
  verifyHours,
} from "@statwire/history-store";
import { createMigratedDatabase } from "@statwire/history-store/testing";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { hostSubject, startBus, type TestBus } from "../testing/bus.js";
import { call } from "../testing/call.js";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const today = Math.floor(Date.now() / dayMs) * dayMs;
const [day, yesterday] = [today - 2 * dayMs, today - dayMs];
const start = day + 10 * hourMs;
const signal = new AbortController().signal;
const dayName = (ms: number) => new Date(ms).toISOString().slice(0, 10);

let bus: TestBus;
let database: Awaited<ReturnType<typeof createMigratedDatabase>>;
let history: History;
let environment: Record<string, string>;
let sequence = 0;
let ingested = 0;

// Each rebuild makes some eighty tables and views, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 120_000 });

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
  await publish(Array.from({ length: 240 }, (_, index) => start + index * 30_000));
  await publish([yesterday + hourMs, today + 1]);
  // Set aside by the ingester: no table has it.
  await bus.publish(hostSubject(), encodeFrames([Uint8Array.of(0x0b, 0x0c)]));
  await ingestAll();
  for (const startMs of [start, start + hourMs, yesterday + hourMs]) {
    await closeHour(history, { hourMs: startMs, version: ingested });
  }
  await closeDay(history, { dayMs: day, version: ingested });
});

afterAll(async () => {
  await history.close();
  await Promise.all([bus.discard(), database.close()]);
});

describe("statwire verify", () => {
  it("finds nothing in what is as it was made", async () => {
    const { code, printed } = await statwire("verify", "--json");
    expect([code, JSON.parse(printed)]).toEqual([
      0,
      expect.objectContaining({ hours: 3, days: 1, events: 241, hourDifferences: [], eventFindings: [] }),
    ]);
    expect(JSON.parse(printed).series).toBeGreaterThan(10);
  });

  it("says what differs, and has the ingester close it again", async () => {
    await change(`metric_1h DELETE WHERE hour = ${start / 1000} AND metric = 'system.cpu.utilization'`);
    const { code, printed, told } = await statwire("verify", "--from", "5d", "--node", "node-1");
    expect([code, told]).toEqual([1, expect.stringContaining("differs from what it was made of")]);
    expect(printed).toMatch(/^hours that differ +1$/m);
    expect(printed).toContain(
      `hour ${new Date(start).toISOString()} node-1: 1 series differ; system.cpu.utilization: nothing instead of n 120`,
    );
    const [repaired] = await Promise.all([statwire("verify", "--repair", "--json"), repairSuspected()]);
    expect([repaired.code, JSON.parse(repaired.printed)]).toEqual([
      0,
      expect.objectContaining({ repaired: 2, hourDifferences: [], dayDifferences: [] }),
    ]);
  });
});

describe("statwire rebuild history", () => {
  it("finds nothing to do where nothing is wrong, and refuses what it cannot do", async () => {
    const { code, printed } = await rebuild("--from", dayName(day), "--json");
    expect([code, JSON.parse(printed)]).toEqual([
      0,
      expect.objectContaining({
        messages: 3,
        refused: 1,
        days: [
          expect.objectContaining({ day: dayName(day), state: "equal", missingRows: 0, surplusRows: 0 }),
          expect.objectContaining({ day: dayName(yesterday), state: "equal" }),
        ],
      }),
    ]);
    expect(await rebuild("--from", "now")).toMatchObject({
      code: 2,
      told: expect.stringContaining("a day that is over"),
    });
    expect(await leftTables()).toEqual([]);
  });

  it("brings back rows that are missing and takes away those that are there twice", async () => {
    const before = await contents();
    await change(
      `host_cpu DELETE WHERE ts >= toDateTime64(${start / 1000 + 600}, 3, 'UTC') AND ts < toDateTime64(${today / 1000}, 3, 'UTC')`,
    );
    await change(`host_load DELETE WHERE ts < toDateTime64(${yesterday / 1000}, 3, 'UTC')`);
    await history.client.command({ query: "INSERT INTO host_events SELECT * FROM host_events WHERE sequence < 50" });
    await history.client.command({
      query: `INSERT INTO host_swap (workspace, node, ts) VALUES ('default', 'made-up', toDateTime64(${start / 1000}, 3, 'UTC'))`,
    });
    const damaged = await contents();
    const verified = await statwire("verify", "--json");
    const faults = JSON.parse(verified.printed).eventFindings.map(({ fault }: { fault: string }) => fault);
    expect([verified.code, faults]).toEqual([1, expect.arrayContaining(["event doubled", "rows without event"])]);

    const dry = await rebuild("--from", dayName(day), "--dry-run");
    expect(dry).toMatchObject({ code: 1, told: expect.stringContaining("rows are missing") });
    expect(await contents()).toEqual(damaged);

    const { code, printed } = await rebuild("--from", dayName(day), "--json");
    expect([code, JSON.parse(printed).days]).toEqual([
      0,
      [
        {
          ...{ day: dayName(day), state: "swapped", eventsBeyondLog: 0 },
          ...{ rowsBefore: 480 - 220 - 240 + 49 + 1 + 240, rowsInLog: 720, missingRows: 460, surplusRows: 50 },
          tables: ["host_cpu", "host_events", "host_load", "host_swap"],
        },
        expect.objectContaining({ state: "swapped", missingRows: 1, tables: ["host_cpu"] }),
      ],
    ]);
    expect(await contents()).toEqual(before);
    expect((await suspectedRollups(history, 0)).map(({ startMs }) => startMs)).toContain(start);
    expect(await leftTables()).toEqual([]);
  });

  it("was killed before it swapped: nothing has changed, and the next run does it", async () => {
    const before = await contents();
    await change(`host_cpu DELETE WHERE ts < toDateTime64(${start / 1000 + 60}, 3, 'UTC')`);
    const damaged = await contents();
    const aborting = new AbortController();
    const killed = call(["rebuild", "history", "--from", `${dayName(day)}T00:00Z`], environment, {
      signal: aborting.signal,
    });
    await expect.poll(leftTables, { timeout: 30_000, interval: 10 }).not.toEqual([]);
    aborting.abort();
    expect((await killed).code).toBe(130);
    expect(await contents()).toEqual(damaged);
    // What a kill -9 leaves.
    await history.client.command({ query: "CREATE TABLE rebuild_left AS host_cpu" });
    expect(await rebuild("--from", dayName(day))).toMatchObject({
      code: 0,
      printed: expect.stringMatching(/ swapped /),
    });
    expect([await contents(), await leftTables()]).toEqual([before, []]);
  });

  it("takes what comes late meanwhile, too", async () => {
    await change(`host_cpu DELETE WHERE ts < toDateTime64(${start / 1000 + 60}, 3, 'UTC')`);
    const rebuilding = rebuild("--from", dayName(day), "--json");
    await expect.poll(leftTables, { timeout: 30_000, interval: 10 }).not.toEqual([]);
    await publish([start + 7_001, start + 7_002]);
    await ingestAll();
    expect(await rebuilding).toMatchObject({ code: 0 });
    const again = await rebuild("--from", dayName(day), "--json");
    expect([again.code, JSON.parse(again.printed).days[0]]).toMatchObject([0, { state: "equal", rowsInLog: 726 }]);
  });

  it("swaps while nothing is stored, so that what comes then goes into the fresh rows", async () => {
    const whole = (await contents()) as { table: string; n: number }[];
    await change(`host_cpu DELETE WHERE ts < toDateTime64(${start / 1000 + 60}, 3, 'UTC')`);
    const damaged = await contents();
    const store = openCutRecord(bus.ingester, "TELEMETRY");
    const { record } = await store.load();
    const running = { ...record, epoch: record.epoch + 1, holder: "an ingester" };
    await store.replace(running, signal);
    const rebuilding = rebuild("--from", dayName(day), "--to", dayName(day), "--json");
    const isHeld = async () => ((await readHold(bus.ingester, "TELEMETRY"))?.untilMs ?? 0) > Date.now();
    await expect.poll(isHeld, { timeout: 60_000, interval: 20 }).toBe(true);
    const hold = await readHold(bus.ingester, "TELEMETRY");
    expect(hold?.by).toMatch(/^rebuild /);
    await publish([start + 9_001]);
    // Until the ingester says that it holds back, which it does not yet.
    expect(await contents()).toEqual(damaged);
    if (hold === undefined) throw new Error("no hold");
    await store.replace({ ...running, held: hold }, signal);
    const { code, printed } = await rebuilding;
    expect([code, JSON.parse(printed).days]).toMatchObject([0, [{ state: "swapped", tables: ["host_cpu"] }]]);
    expect(await contents()).toEqual(whole);
    expect(await readHold(bus.ingester, "TELEMETRY")).toMatchObject({ untilMs: 0 });
    await ingestAll();
    const more: Record<string, number> = { host_cpu: 1, host_events: 1, host_load: 1 };
    expect(((await contents()) as typeof whole).map(({ table, n }) => [table, Number(n)])).toEqual(
      whole.map(({ table, n }) => [table, Number(n) + (more[table] ?? 0)]),
    );
  });

  it("leaves a day alone of which the log has lost an event, and names the first day that it can rebuild", async () => {
    await bus.ingester.manager.streams.deleteMessage("TELEMETRY", ingested);
    await change(`host_cpu DELETE WHERE ts < toDateTime64(${start / 1000 + 60}, 3, 'UTC')`);
    const damaged = await contents();
    const kept = await rebuild("--from", dayName(day), "--to", dayName(day));
    expect(kept).toMatchObject({ code: 1, told: expect.stringContaining("stays as it is: 1 events of the history") });
    expect(await contents()).toEqual(damaged);
    await bus.ingester.manager.streams.purge("TELEMETRY", { seq: 2 });
    const refused = await rebuild("--from", dayName(day));
    expect(refused).toMatchObject({
      code: 1,
      told: expect.stringMatching(/the log holds messages since .* that can be rebuilt once it is over, is /),
    });
    expect(await contents()).toEqual(damaged);
  });
});

const statwire = (...words: string[]) => call(words, environment);
const rebuild = (...words: string[]) =>
  statwire("rebuild", "history", ...words.map((word) => (/^\d{4}-\d\d-\d\d$/.test(word) ? `${word}T00:00Z` : word)));

/** One message with an event for each time. */
async function publish(timesMs: readonly number[]): Promise<void> {
  const events = timesMs.map((observedAtMs) => {
    sequence += 1;
    return encodeHostSampled({
      bootId: 1n,
      sequence: BigInt(sequence),
      observedAtMs: BigInt(observedAtMs),
      cpu: { intervalMs: 30_000, utilizationE4: sequence, userMs: BigInt(sequence) },
      load: { intervalMs: 30_000, oneMinuteE2: sequence },
    });
  });
  await bus.publish(hostSubject(), encodeFrames(events));
}

/** What the ingester does, in one go. */
async function ingestAll(): Promise<void> {
  const { created, lastSequence } = await streamState(bus.ingester, "TELEMETRY");
  const range = { stream: "TELEMETRY", first: ingested + 1, last: lastSequence, signal };
  for (const message of await readRange(bus.ingester, range)) {
    for (const [kind, wrapped] of wrapEvents([message], rebuiltKinds).byKind) {
      await insertLanded(history, { kind, body: wrapped.bytes(), token: `test:${message.sequence}` });
    }
  }
  ingested = lastSequence;
  const store = openCutRecord(bus.ingester, "TELEMETRY");
  const { record } = await store.load();
  await store.replace({ ...emptyCutRecord, epoch: record.epoch + 1, created, committed: ingested }, signal);
}

/** What the ingester's housekeeping does about suspected hours. */
async function repairSuspected(): Promise<void> {
  await expect.poll(() => suspectedRollups(history, 0), { timeout: 30_000, interval: 20 }).not.toEqual([]);
  const hour = { startMs: start, version: ingested };
  const { differences } = await verifyHours(history, [hour], { settled: async () => {} });
  await repairHour(history, hour, { differences, committedSeq: ingested });
  await closeDay(history, { dayMs: day, version: ingested });
}

async function change(what: string): Promise<void> {
  await history.client.command({ query: `ALTER TABLE ${what} SETTINGS mutations_sync = 2` });
}

async function rows(query: string): Promise<unknown[]> {
  return (await history.client.query({ query, format: "JSONEachRow" })).json();
}

/** Counts and sums of hashes of the tables that have rows. */
function contents(): Promise<unknown[]> {
  const of = ["host_cpu", "host_load", "host_swap", "host_events", "host_memory"].map(
    (table) =>
      `SELECT '${table}' AS table, count() AS n, toString(sum(sipHash64(formatRow('RowBinary', *)))) AS hash FROM ${table}`,
  );
  return rows(`SELECT * FROM (${of.join(" UNION ALL ")}) ORDER BY table`);
}

function leftTables(): Promise<unknown[]> {
  return rows("SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, 'rebuild_')");
}
