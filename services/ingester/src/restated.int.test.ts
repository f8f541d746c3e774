import { createTestBus } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog } from "@statwire/event-log";
import { encodeHostSampled, findMetric } from "@statwire/events";
import { connectHistory, type History, metricSeries } from "@statwire/history-store";
import { createMigratedDatabase } from "@statwire/history-store/testing";
import { createLogger } from "@statwire/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type IngesterProcess, startIngesterProcess } from "./testing/ingester-process.js";
import { PublishedEvents, readRows } from "./testing/published-events.js";

const hour = 3_600_000;
const day = 24 * hour;
const patient = { timeout: 60_000, interval: 100 };
/** Ten in the morning, three days ago. */
const start = Math.floor(Date.now() / day) * day - 3 * day + 10 * hour;

let bus: Awaited<ReturnType<typeof createTestBus>>;
let database: Awaited<ReturnType<typeof createMigratedDatabase>>;
let eventLog: EventLog;
let history: History;
let ingester: IngesterProcess;
let published: PublishedEvents;

beforeAll(async () => {
  [bus, database] = await Promise.all([createTestBus(), createMigratedDatabase()]);
  const settings = { CLOSE_GRACE_SECONDS: "0", HOUSEKEEPING_INTERVAL_SECONDS: "1" };
  ingester = await startIngesterProcess({ bus, database }, settings);
  history = connectHistory(database);
  await ingester.ready();
  eventLog = await connectEventLog({ ...bus, name: "test", log: createLogger({ service: "test", level: "fatal" }) });
  published = new PublishedEvents(eventLog);
});

afterAll(async () => {
  await ingester?.end("SIGKILL");
  await eventLog?.close();
  await history?.close();
  await database?.close();
  await bus?.close();
});

describe("events dated days ago", () => {
  it("close their hour and day again with a higher version, of their node alone; what was known stays readable", async () => {
    for (const node of ["late", "steady"]) await publish(node, [0, 1, 2]);
    // The day is over once an hour after it is closed.
    await publish("steady", [(day / 60_000) * 2]);
    await expect.poll(() => counts("metric_1h", "hour", start), patient).toEqual({ late: 3, steady: 3 });
    await expect.poll(() => counts("metric_1d", "day", start - 10 * hour), patient).toEqual({ late: 3, steady: 3 });
    // The last of them has the number 6: nothing is left to close again.
    await expect.poll(lastCloseOfHour, patient).toBeGreaterThanOrEqual(6);
    const before = await versions();
    const knownMs = await lastCloseMs();

    await publish("ancient", [-30 * 24 * 60]);
    await publish("late", [10, 11]);
    await expect.poll(() => counts("metric_1h", "hour", start), patient).toEqual({ late: 5, steady: 3 });
    await expect.poll(() => counts("metric_1d", "day", start - 10 * hour), patient).toEqual({ late: 5, steady: 3 });
    const after = await versions();
    expect(after.steady).toBe(before.steady);
    expect(after.late).toBeGreaterThan(before.late ?? 0);

    expect(await known()).toEqual({ late: 5, steady: 3 });
    expect(await known(knownMs)).toEqual({ late: 3, steady: 3 });
  });

  it("never open an hour that is older than readings are kept", async () => {
    // It came before those that have closed their hour again.
    expect(await readRows(history, "SELECT node FROM known_nodes FINAL WHERE node = 'ancient'")).toHaveLength(1);
    const closed = await readRows(
      history,
      `SELECT start FROM rollup_closes WHERE start < toDateTime(${start / 1000 - 86_400}, 'UTC')`,
    );
    expect(closed).toEqual([]);
    expect(await readRows(history, "SELECT hour FROM metric_1h WHERE node = 'ancient'")).toEqual([]);
  });
});

/** One reading for each of some minutes after the start. */
async function publish(node: string, minutes: readonly number[]): Promise<void> {
  for (const minute of minutes) {
    const observedAtMs = BigInt(start + minute * 60_000);
    const load = { intervalMs: 60_000, oneMinuteE2: 100 };
    await published.send(node, encodeHostSampled({ bootId: 1n, sequence: BigInt(minute + 1e6), observedAtMs, load }));
  }
}

async function counts(table: string, column: string, startMs: number): Promise<Record<string, unknown>> {
  const rows = await readRows(
    history,
    `SELECT node, n FROM ${table} FINAL WHERE metric = '${metric}' AND ${column} = toDateTime(${startMs / 1000}, 'UTC')`,
  );
  return Object.fromEntries(rows.map(({ node, n }) => [node, n]));
}

async function versions(): Promise<Record<string, number>> {
  const rows = await readRows(
    history,
    `SELECT node, toUInt32(max(version)) AS version FROM metric_1h FINAL
     WHERE metric = '${metric}' AND hour = toDateTime(${start / 1000}, 'UTC') GROUP BY node`,
  );
  return Object.fromEntries(rows.map(({ node, version }) => [String(node), Number(version)]));
}

async function lastCloseOfHour(): Promise<number> {
  const query = `SELECT toUInt32(max(version)) AS version FROM rollup_closes WHERE level = '1h' AND start = toDateTime(${start / 1000}, 'UTC')`;
  return Number((await readRows(history, query))[0]?.version);
}

async function lastCloseMs(): Promise<number> {
  const [row] = await readRows(history, "SELECT toUnixTimestamp64Milli(max(closed_at)) AS atMs FROM rollup_closes");
  return Number(row?.atMs);
}

const metric = "system.cpu.load_average.1m";

/** Readings of the hour by node, from closed hours. */
async function known(asOfMs?: number): Promise<Record<string, unknown>> {
  const [first, ...others] = findMetric(metric) ?? [];
  if (first === undefined) throw new Error(`no metric ${metric}`);
  const range = { fromMs: start - 8 * day, toMs: start + hour, stepMs: hour, asOfMs };
  const nodes = ["late", "steady"];
  const { source, series } = await metricSeries(
    history,
    { workspace: "default", nodes, metric: [first, ...others], stats: [{ kind: "count" }], ...range },
    Date.now(),
  );
  expect(source).toBe("hourly");
  return Object.fromEntries(series.map(({ node, summary }) => [node, summary[0]]));
}
