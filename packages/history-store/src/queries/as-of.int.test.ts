import { findMetric, type Metric } from "@statwire/events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { History } from "../connect.js";
import { closeDay } from "../rollups/close-day.js";
import { closeHour } from "../rollups/close-hour.js";
import { daysToClose } from "../rollups/due.js";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { metricSeries, type SeriesRequest } from "./metric-series.js";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Two days ago, so that both readings and rollups can be asked. */
const start = Math.floor(Date.now() / day) * day - 2 * day;
const received = start + 30 * hour;
let test: TestHistory;
/** When each close was recorded, in their order. */
const closedAtMs: number[] = [];

/** A reading each ten minutes of two hours; of the first hour some come a day later. */
const late = [1, 2];

beforeAll(async () => {
  test = await createTestHistory();
  const indices = Array.from({ length: 12 }, (_, index) => index);
  const onTime = indices.filter((index) => !late.includes(index)).map(sample);
  await test.landHost(onTime, { node: "a", receivedAtMs: start + 3 * hour });
  await test.landHost(indices.map(sample), { node: "b", receivedAtMs: start + 3 * hour });
  for (const hourMs of [start, start + hour]) await close(() => closeHour(test.history, { hourMs, version: 10 }));
  await close(() => closeDay(test.history, { dayMs: start, version: 10 }));
  await test.landHost(late.map(sample), { node: "a", receivedAtMs: received });
  const nodes = [{ workspace: "default", node: "a" }];
  await close(() => closeHour(test.history, { hourMs: start, version: 20, nodes }));
});

afterAll(() => test.close());

describe("as of a time", () => {
  it("reads closed hours in the version of that time, to the millisecond, and says which", async () => {
    const [first, second, , third] = closedAtMs as [number, number, number, number];
    const old = { version: 10, closedAtMs: first, isRestated: false };
    const before = await read({ asOfMs: third - 1 });
    expect(valuesOf(before)).toEqual({ a: [4, 6], b: [6, 6] });
    expect(closedOf(before)).toEqual({
      a: [old, { ...old, closedAtMs: second }],
      b: [old, { ...old, closedAtMs: second }],
    });
    const after = await read({ asOfMs: third });
    expect(valuesOf(after)).toEqual({ a: [6, 6], b: [6, 6] });
    expect(closedOf(after).a).toEqual([
      { version: 20, closedAtMs: third, isRestated: true },
      { ...old, closedAtMs: second },
    ]);
    expect(closedOf(after).b?.[0]).toEqual(old);
    expect(after.series.map(({ closed }) => closed)).toEqual([
      { version: 20, closedAtMs: third, isRestated: true },
      { ...old, closedAtMs: second },
    ]);
    // Which is what a read that asks for nothing gives.
    expect(await read({})).toEqual(after);
  });

  it("reads hours that were open then from the readings that had come, or says that these have left", async () => {
    const [first] = closedAtMs as [number];
    const known = await read({ asOfMs: first, fromMs: start - 8 * day, source: "open" });
    expect(known).toMatchObject({ source: "hourly", closedUntilMs: start + hour });
    expect(valuesOf(known)).toEqual({ a: [4, 6], b: [6, 6] });
    expect(closedOf(known).b).toEqual([{ version: 10, closedAtMs: first, isRestated: false }, undefined]);
    const refused = await read({ asOfMs: first });
    expect(refused).toMatchObject({ series: [], refusal: { lacks: "detail", fromMs: start + hour } });
    expect(valuesOf(await read({ asOfMs: first, toMs: start + hour }))).toEqual({ a: [4], b: [6] });
  });

  it("reads readings that the log had received by then, to the millisecond", async () => {
    const raw = (asOfMs: number) => read({ asOfMs, source: "raw" });
    expect(valuesOf(await raw(start + 3 * hour - 1))).toEqual({});
    expect(valuesOf(await raw(start + 3 * hour))).toEqual({ a: [4, 6], b: [6, 6] });
    expect(valuesOf(await raw(received - 1))).toEqual({ a: [4, 6], b: [6, 6] });
    expect(valuesOf(await raw(received))).toEqual({ a: [6, 6], b: [6, 6] });
  });

  it("takes the time of a module's own event where its interval is its own", async () => {
    const at = start + 5 * hour;
    const event = (values: object) => [{ observedAtMs: BigInt(at), ...values }];
    const cpu = { cpu: { intervalMs: minute, utilizationE4: 1 } };
    await test.landHost(event(cpu), { node: "own", receivedAtMs: at + minute });
    const swap = { swap: { intervalMs: minute, totalBytes: 1n, usedBytes: 1n } };
    await test.landHost(event(swap), { node: "own", family: "host.swap", receivedAtMs: at + 2 * minute });
    const known = async (metric: string, asOfMs: number) =>
      (await read({ metric, nodes: ["own"], fromMs: at, toMs: at + hour, asOfMs, source: "raw" })).series.length;
    expect(await known("system.cpu.utilization", at + minute)).toBe(1);
    expect(await known("system.paging.limit", at + 2 * minute - 1)).toBe(0);
    expect(await known("system.paging.limit", at + 2 * minute)).toBe(1);
  });

  it("closes a day again for the restated nodes alone, and keeps what was known of it", async () => {
    const due = (await daysToClose(test.history, Date.now())).filter(({ dayMs }) => dayMs === start);
    expect(due).toEqual([]);
    await closeDay(test.history, { dayMs: start, version: 20, sinceVersion: 10 });
    const daily = async (asOfMs?: number) => await read({ stepMs: day, toMs: start + day, asOfMs, source: "daily" });
    const dayClosedMs = await lastClose("1d");
    expect(valuesOf(await daily(dayClosedMs - 1))).toEqual({ a: [10], b: [12] });
    expect(valuesOf(await daily(dayClosedMs))).toEqual({ a: [12], b: [12] });
    expect(closedOf(await daily())).toEqual({
      a: [{ version: 20, closedAtMs: dayClosedMs, isRestated: true }],
      b: [{ version: 10, closedAtMs: closedAtMs[2], isRestated: false }],
    });
    const versions = "SELECT node, groupUniqArray(version) AS versions FROM metric_1d_superseded GROUP BY node";
    expect(await test.rows(versions)).toEqual([{ node: "a", versions: [10] }]);
  });

  it("does not take a close that broke off for something that was known", async () => {
    const lastMs = await lastClose("1h");
    const closeAgain = { hourMs: start, nodes: [{ workspace: "default", node: "a" }] };
    const load = { intervalMs: minute, oneMinuteE2: 1 };
    await test.landHost([{ ...sample(2.5), load }], { node: "a", receivedAtMs: received });
    // Kept aside, and the first of two tables written.
    await expect(closeHour(breakingOff(test.history, 2), { ...closeAgain, version: 25 })).rejects.toThrow("broken off");
    expect(valuesOf(await read({})).a).toEqual([7, 6]);
    expect(valuesOf(await read({ asOfMs: lastMs })).a).toEqual([6, 6]);
    await closeHour(test.history, { ...closeAgain, version: 30 });
    expect(valuesOf(await read({ asOfMs: lastMs })).a).toEqual([6, 6]);
    const closed = { version: 30, closedAtMs: await lastClose("1h"), isRestated: true };
    expect((await read({})).series[0]?.points[0]).toEqual({ atMs: start, values: [7], closed });
  });

  it("outlives merges", async () => {
    await test.history.client.command({ query: "OPTIMIZE TABLE metric_1h FINAL" });
    await test.history.client.command({ query: "OPTIMIZE TABLE metric_1h_superseded FINAL" });
    expect(valuesOf(await read({ asOfMs: (closedAtMs[3] ?? 0) - 1 }))).toEqual({ a: [4, 6], b: [6, 6] });
  });

  it("is refused for a time of which versions may be gone", async () => {
    const [row] = await test.rows<{ madeAtMs: number }>(
      "SELECT toUnixTimestamp64Milli(changed_at) AS madeAtMs FROM retention_changes WHERE level = 'versionsDays'",
    );
    const madeAtMs = row?.madeAtMs ?? 0;
    const refused = await read({ asOfMs: madeAtMs - 1 });
    expect(refused).toMatchObject({ series: [], refusal: { lacks: "versions", keptSinceMs: madeAtMs } });
    expect((await read({ asOfMs: madeAtMs })).refusal).toMatchObject({ lacks: "detail" });
  });
});

function sample(index: number) {
  return {
    observedAtMs: BigInt(start + index * 10 * minute),
    cpu: { intervalMs: minute, utilizationE4: Math.floor(index) },
  };
}

async function close(closing: () => Promise<void>): Promise<void> {
  await closing();
  closedAtMs.push(await lastClose());
}

async function lastClose(level?: "1h" | "1d"): Promise<number> {
  const [row] = await test.rows<{ atMs: number }>(`
    SELECT toUnixTimestamp64Milli(max(closed_at)) AS atMs FROM rollup_closes
    WHERE level LIKE '${level ?? "%"}'`);
  return row?.atMs ?? 0;
}

interface ReadOptions extends Partial<Omit<SeriesRequest, "metric">> {
  metric?: string;
  /** Open: from closed hours and what is not closed. */
  source?: "raw" | "open" | "daily";
}

/** Counts by hour of the first two hours, from closed hours unless told otherwise: by a history that keeps less. */
function read({ metric = "system.cpu.utilization", source, ...rest }: ReadOptions) {
  const rawDays = source === "raw" || source === "open" ? 14 : 1;
  const hourlyDays = source === "daily" ? 1 : 400;
  const { history } = test;
  const retention = { ...history.options.retention, rawDays, hourlyDays };
  const range = { workspace: "default", nodes: ["a", "b"], fromMs: start, toMs: start + 2 * hour, stepMs: hour };
  return metricSeries(
    { ...history, options: { ...history.options, retention } },
    { ...range, metric: entries(metric), stats: [{ kind: "count" }], ...rest },
    Date.now(),
  );
}

/** The same history, whose commands fail from the given one on. */
function breakingOff(history: History, commands: number): History {
  let left = commands;
  const client = Object.create(history.client);
  client.command = (command: Parameters<History["client"]["command"]>[0]) => {
    left -= 1;
    return left < 0 ? Promise.reject(new Error("broken off")) : history.client.command(command);
  };
  return { ...history, client };
}

type Result = Awaited<ReturnType<typeof read>>;

function valuesOf({ series }: Result): Record<string, (number | null | undefined)[]> {
  return Object.fromEntries(series.map(({ node, points }) => [node, points.map(({ values: [value] }) => value)]));
}

function closedOf({ series }: Result) {
  return Object.fromEntries(series.map(({ node, points }) => [node, points.map(({ closed }) => closed)]));
}

function entries(name: string): [Metric, ...Metric[]] {
  const [first, ...others] = findMetric(name) ?? [];
  if (first === undefined) throw new Error(`no metric ${name}`);
  return [first, ...others];
}
