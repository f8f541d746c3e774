import { findMetric } from "@statwire/events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { metricSeries } from "../queries/metric-series.js";
import type { SeriesStat } from "../queries/series-stats.js";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { comparableRollups } from "../verify/closed-rollups.js";
import { repairMonth } from "../verify/repair-rollups.js";
import { verifyMonth } from "../verify/verify-rollups.js";
import { closeDay, dayMs } from "./close-day.js";
import { closeMonth, monthAfter, monthOf } from "./close-month.js";
import { daysToClose, monthsToClose } from "./due.js";
import { type Close, recordClose } from "./record-close.js";

const hourMs = 3_600_000;
const nowMs = Date.now();
/** Two whole months, and the beginning of a third. */
const first = monthOf(nowMs - 150 * dayMs);
const second = monthAfter(first);
const third = monthAfter(second);
const endMs = third + 3 * dayMs;
const days = Array.from({ length: (endMs - first) / dayMs }, (_, index) => first + index * dayMs);
const all = { nowMs, monthsMax: 12 };
const [metric, ...metrics] = findMetric("system.cpu.utilization") ?? [];
const kinds = ["avg", "min", "max", "last", "sum", "count"] as const;
const stats: SeriesStat[] = [
  ...kinds.map((kind) => ({ kind })),
  { kind: "quantile", quantile: 0.5 },
  { kind: "quantile", quantile: 0.99 },
];
let test: TestHistory;

/** Hours of two nodes and their days, all closed. */
beforeAll(async () => {
  test = await createTestHistory();
  await writeHours({ fromMs: first, toMs: endMs, version: 10 });
  await test.history.client.command({
    query: `INSERT INTO rollup_closes (level, start, version, nodes)
      SELECT '1h', toDateTime(${first / 1000} + number * 3600, 'UTC'), 10, 0 FROM numbers(${(endMs - first) / hourMs})`,
  });
  for (const at of days) await closeDay(test.history, { dayMs: at, version: 10 });
});

afterAll(() => test.close());

it("is due for the months that have passed, a few at once, oldest first, and not while a day of it is due", async () => {
  const due = [first, second].map((monthMs) => ({ monthMs, version: 10, sinceVersion: 0 }));
  expect(await monthsToClose(test.history, all)).toEqual(due);
  expect(await monthsToClose(test.history, { nowMs, monthsMax: 1 })).toEqual(due.slice(0, 1));
  await recordClose(test.history, { level: "1h", startMs: first + dayMs, version: 11, nodes: 1 });
  expect((await daysToClose(test.history, nowMs)).map((day) => day.dayMs)).toEqual([first + dayMs]);
  expect((await monthsToClose(test.history, all)).map(({ monthMs }) => monthMs)).toEqual([second]);
  await recordClose(test.history, { level: "1d", startMs: first + dayMs, version: 11, nodes: 0 });
});

it("is not due once days of it may have left", async () => {
  const { dailyDays } = test.history.options.retention;
  const due = async (leftUntilMs: number) => {
    const at = { nowMs: leftUntilMs + dailyDays * dayMs, monthsMax: 12 };
    return (await monthsToClose(test.history, at)).map(({ monthMs }) => monthMs);
  };
  expect(await due(first)).toEqual([first, second]);
  expect(await due(first + 1)).toEqual([second]);
  expect(await due(second + hourMs)).toEqual([]);
});

it("gives what a plain query of its days gives", async () => {
  for (const month of await monthsToClose(test.history, all)) await closeMonth(test.history, month);
  expect(await monthsToClose(test.history, all)).toEqual([]);
  const stored = await test.rows(`SELECT ${numbers} FROM metric_1mo FINAL ORDER BY node, month`);
  expect(stored).toEqual(
    await test.rows(`
      SELECT ${numbers}
      FROM (
          SELECT d.node AS node, toDateTime(toStartOfMonth(d.day), 'UTC') AS month, sum(d.n) AS n, sum(d.total) AS total,
              min(d.lo) AS lo, max(d.hi) AS hi, argMax(d.last, d.day) AS last, sum(d.increase) AS increase, sum(d.seconds) AS seconds,
              arraySort(groupUniqArrayArray(d.buckets)) AS buckets,
              arrayMap(b -> toUInt32(arraySum((at, count) -> if(at = b, count, 0), groupArrayArray(d.buckets), groupArrayArray(d.counts))), buckets) AS counts
          FROM metric_1d AS d FINAL WHERE d.day < toDateTime(${third / 1000}, 'UTC') GROUP BY node, month
      )
      ORDER BY node, month`),
  );
  expect(stored).toHaveLength(4);
  expect(stored[0]).toMatchObject({ n: 2 * 24 * ((second - first) / dayMs), lo: 1 });
});

it("is read in place of its days, with the same answer and what is known of its closes", async () => {
  const before = await read();
  await withoutDays(async () => expect(await read()).toEqual(before));
  const hours = await read({ asOfMs: nowMs + dayMs });
  expect(before.map(({ summary }) => summary)).toEqual(hours.map(({ summary }) => summary));
  expect(before[0]?.closed).toMatchObject({ version: 11, isRestated: false });
});

it("is not read while a day was closed after it, and is closed again for the nodes concerned", async () => {
  const at = first + 4 * dayMs;
  await writeHours({ fromMs: at, toMs: at + hourMs, version: 20, node: "late", values: 3 });
  await recordClose(test.history, { level: "1h", startMs: at, version: 20, nodes: 1 });
  const [before] = await read();
  for (const day of await daysToClose(test.history, nowMs)) await closeDay(test.history, day);
  const [late, steady] = await read();
  expect(Number(late?.summary[5])).toBe(Number(before?.summary[5]) + 1);
  expect(late?.closed).toMatchObject({ version: 20, isRestated: true });

  const due = await monthsToClose(test.history, all);
  expect(due).toEqual([{ monthMs: first, version: 20, sinceVersion: 11 }]);
  for (const month of due) await closeMonth(test.history, month);
  expect(await test.rows(VERSIONS)).toEqual([
    { node: "late", at: first, version: 20, restated: 1 },
    { node: "late", at: second, version: 10, restated: 0 },
    { node: "steady", at: first, version: 11, restated: 0 },
    { node: "steady", at: second, version: 10, restated: 0 },
  ]);
  await withoutDays(async () => {
    const [again, other] = await read();
    expect(again).toMatchObject({ summary: late?.summary, closed: { version: 20, isRestated: true } });
    expect(other).toMatchObject({ summary: steady?.summary, closed: { version: 11, isRestated: false } });
  });
});

it("is closed again for every node when a day was made right in a version that the month has", async () => {
  await closeDay(test.history, { dayMs: second, version: 10 });
  expect(await monthsToClose(test.history, all)).toEqual([{ monthMs: second, version: 10, sinceVersion: 0 }]);
  expect((await comparable()).map(({ startMs }) => startMs)).toEqual([first]);
  await closeMonth(test.history, { monthMs: second, version: 10 });
  expect((await comparable()).map(({ startMs }) => startMs)).toEqual([first, second]);
  expect(await monthsToClose(test.history, all)).toEqual([]);
});

it("is compared with its days, and made what they are", async () => {
  const month = { startMs: second, version: 10 };
  expect(await verifyMonth(test.history, month)).toMatchObject({ series: 2, differences: [] });
  await test.history.client.command({
    query: `INSERT INTO metric_1mo SELECT * REPLACE (n + 1 AS n, if(node = 'late', 'gone', attribute) AS attribute)
      FROM metric_1mo FINAL WHERE month = toDateTime(${second / 1000}, 'UTC')`,
    clickhouse_settings: { async_insert: 0 },
  });
  const { differences } = await verifyMonth(test.history, month);
  expect(differences.map(({ node, series, surplus }) => [node, series, surplus])).toEqual([
    ["late", 1, [["system.cpu.utilization", "gone"]]],
    ["steady", 1, []],
  ]);
  expect(await repairMonth(test.history, month, { differences, committedSeq: 30 })).toBe(30);
  expect(await verifyMonth(test.history, { ...month, version: 30 })).toMatchObject({ series: 2, differences: [] });
});

const numbers =
  "node, toUnixTimestamp(month) AS at, toUInt32(n) AS n, total, lo, hi, last, increase, seconds, buckets, counts";
const VERSIONS =
  "SELECT node, toUnixTimestamp(month) * 1000 AS at, version, restated FROM metric_1mo FINAL ORDER BY node, month";

interface Hours extends Pick<Close, "version"> {
  fromMs: number;
  toMs: number;
  node?: string;
  /** Of each hour. */
  values?: number;
}

async function writeHours({ fromMs, toMs, version, node, values = 2 }: Hours): Promise<void> {
  await test.history.client.command({
    query: `
      INSERT INTO metric_1h (workspace, metric, node, attribute, hour, n, total, lo, hi, last, buckets, counts, version)
      SELECT 'default', 'system.cpu.utilization', node, '', toDateTime(${fromMs / 1000} + number * 3600, 'UTC') AS hour,
          ${values} AS n, total, 1 + number % 7 AS lo, 100 + number % 1000 AS hi, number % 4096 AS last,
          [600 + number % 5, 610 + number % 300] AS buckets, [1, ${values - 1}] AS counts, ${version}
      FROM numbers(${(toMs - fromMs) / hourMs}) ARRAY JOIN ['late', 'steady'] AS node, [700, 800] AS total
      WHERE ${node === undefined ? "1" : `node = '${node}'`}`,
    clickhouse_settings: { async_insert: 0, deduplicate_insert_select: "disable" },
  });
}

/** The days of the first month are away meanwhile. */
async function withoutDays(look: () => Promise<void>): Promise<void> {
  const partition = new Date(first).toISOString().slice(0, 7).replace("-", "");
  const run = (what: string) =>
    test.history.client.command({ query: `ALTER TABLE metric_1d ${what} PARTITION ${partition}` });
  await run("DETACH");
  try {
    await look();
  } finally {
    await run("ATTACH");
  }
}

async function comparable() {
  return (await comparableRollups(test.history, { fromMs: first, toMs: endMs }, nowMs)).months;
}

/** One point of both nodes, from the beginning until within the last day. */
async function read({ asOfMs }: { asOfMs?: number } = {}) {
  if (metric === undefined) throw new Error("no metric");
  const range = { fromMs: first, toMs: endMs - 5 * hourMs, asOfMs };
  const request = { workspace: "default", nodes: ["late", "steady"], metric: [metric, ...metrics] as const, stats };
  const { series } = await metricSeries(
    test.history,
    { ...request, ...range, stepMs: range.toMs - range.fromMs },
    nowMs,
  );
  return series;
}
