import { findMetric } from "@statwire/events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDay } from "../rollups/close-day.js";
import { hourlyRowsQuery } from "../rollups/hourly-rows.js";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { metricSeries } from "./metric-series.js";
import type { SeriesStat } from "./series-stats.js";

const hour = 3_600_000;
const day = 24 * hour;
const days = 12;
/** Readings as old as this are kept. */
const start = Math.floor(Date.now() / day) * day - (days + 1) * day;
/** So late that the readings would be gone: reads go to the rollups. */
const lateMs = start + 100 * day;
const metric = findMetric("system.cpu.utilization") ?? [];
const stats: SeriesStat[] = [
  { kind: "avg" },
  { kind: "min" },
  { kind: "max" },
  { kind: "last" },
  { kind: "count" },
  { kind: "quantile", quantile: 0.5 },
  { kind: "quantile", quantile: 0.99 },
];
let test: TestHistory;

beforeAll(async () => {
  test = await createTestHistory();
  const samples = Array.from({ length: days * 48 }, (_, index) => ({
    observedAtMs: BigInt(start + (index * hour) / 2),
    cpu: { intervalMs: hour / 2, utilizationE4: (index * 37) % 5_000 },
  }));
  await test.landHost(samples, { node: "web-1", receivedAtMs: start + days * day });
  await closeAll();
});

afterAll(() => test.close());

it("reads whole days of one point over weeks in place of their hours, and hours at its ends", async () => {
  const range = { fromMs: start + 5 * hour, toMs: start + days * day - 3 * hour };
  const byHours = await read({ ...range, asOfMs: Date.now() + day });
  const before = await read(range);
  expect(before.series[0]?.summary).toEqual(byHours.series[0]?.summary);
  expect(before.series[0]?.summary[4]).toBe(2 * ((range.toMs - range.fromMs) / hour));
  expect(before.series[0]?.points).toEqual([
    { atMs: range.fromMs, values: before.series[0]?.summary, closed: before.series[0]?.closed },
  ]);
  expect(before).toMatchObject({ source: "hourly", stepMs: range.toMs - range.fromMs });

  await deleteHours(start + day, start + (days - 1) * day);
  expect((await read(range)).series).toEqual(before.series);
  expect((await read({ ...range, asOfMs: Date.now() + day })).series[0]?.summary[4]).toBe(2 * (19 + 21));
});

/** Closes every hour in one statement, and every day. */
async function closeAll(): Promise<void> {
  const at = (ms: number) => `fromUnixTimestamp64Milli(toInt64(${ms}), 'UTC')`;
  const columns =
    "workspace, metric, node, attribute, hour, n, total, lo, hi, last, increase, seconds, buckets, counts";
  const rows = hourlyRowsQuery("host_cpu", metric, { from: at(start), to: at(start + days * day), scope: "" });
  await test.history.client.command({
    query: `INSERT INTO metric_1h (${columns}, version) SELECT ${columns}, 1 FROM (${rows})`,
  });
  await test.history.client.command({
    query: `INSERT INTO rollup_closes (level, start, version, nodes)
      SELECT '1h', toDateTime(${start / 1000} + number * 3600, 'UTC'), 1, 0 FROM numbers(${days * 24})`,
  });
  for (let at = start; at < start + days * day; at += day) await closeDay(test.history, { dayMs: at, version: 1 });
}

async function deleteHours(fromMs: number, toMs: number): Promise<void> {
  await test.history.client.command({
    query: `ALTER TABLE metric_1h DELETE WHERE hour >= toDateTime(${fromMs / 1000}, 'UTC') AND hour < toDateTime(${toMs / 1000}, 'UTC')`,
    clickhouse_settings: { mutations_sync: "1" },
  });
}

function read({ fromMs, toMs, asOfMs }: { fromMs: number; toMs: number; asOfMs?: number }) {
  const [first, ...others] = metric;
  if (first === undefined) throw new Error("no metric");
  const range = { fromMs, toMs, stepMs: toMs - fromMs, asOfMs };
  const request = { workspace: "default", nodes: ["web-1"], metric: [first, ...others] as const, stats, ...range };
  return metricSeries(test.history, request, lateMs);
}
