import { findMetric, type Metric } from "@statwire/events";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { changeMark } from "./change-mark.js";
import { metricSeries, type SeriesRequest } from "./metric-series.js";

const day = 24 * 3_600_000;
const start = Math.floor(Date.now() / day) * day - 40 * day;
const metric = findMetric("system.cpu.utilization") as [Metric, ...Metric[]];
const request: SeriesRequest = {
  ...{ workspace: "default", nodes: ["web-1"], metric, stats: [{ kind: "count" }] },
  ...{ fromMs: start, toMs: start + 10 * day, stepMs: 10 * day },
};
const recent = { ...request, fromMs: Date.now() - day, toMs: Date.now(), stepMs: day };
let test: TestHistory;
let sent: string[] = [];

beforeAll(async () => {
  test = await createTestHistory();
  const { client } = test.history;
  const query = client.query.bind(client);
  vi.spyOn(client, "query").mockImplementation((parameters) => {
    sent.push(
      /FROM (metric_1d|metric_1h|host_cpu|rollup_closes|retention_changes|system.parts)/.exec(parameters.query)?.[1] ??
        "?",
    );
    return query(parameters);
  });
  await close({ days: 9, version: 5, readings: 100 });
});

beforeEach(() => {
  sent = [];
});

afterAll(() => test.close());

it("sends the statement that follows from the last answers, and asks only whether they hold", async () => {
  const first = await metricSeries(test.history, request, Date.now());
  expect(sent).toEqual(["system.parts", "retention_changes", "rollup_closes", "metric_1d"]);
  expect(first.series[0]?.summary).toEqual([900]);
  sent = [];
  expect(await metricSeries(test.history, request, Date.now())).toEqual(first);
  expect(sent).toEqual(["metric_1d", "system.parts"]);
  sent = [];
  const other = { ...request, fromMs: start + day, stepMs: 9 * day };
  expect((await metricSeries(test.history, other, Date.now())).series[0]?.summary).toEqual([800]);
  expect(sent).toEqual(["system.parts", "retention_changes", "rollup_closes", "metric_1d"]);
  sent = [];
  await metricSeries(test.history, other, Date.now());
  expect(sent).toEqual(["metric_1d", "system.parts"]);
});

it("asks again when more has been closed, and when a day was closed with other readings", async () => {
  await close({ days: 10, version: 6, readings: 10 });
  const result = await metricSeries(test.history, request, Date.now());
  expect(sent).toEqual(["metric_1d", "system.parts", "retention_changes", "rollup_closes", "metric_1d"]);
  expect(result.closedUntilMs).toBe(start + 10 * day);
  expect(result.series[0]).toMatchObject({ summary: [100], closed: { version: 6, isRestated: true } });
});

it("reads readings so, too, and nothing ahead as of a time", async () => {
  expect((await metricSeries(test.history, recent, Date.now())).source).toBe("raw");
  expect(sent).toEqual(["host_cpu", "system.parts"]);
  sent = [];
  await metricSeries(test.history, { ...request, asOfMs: Date.now() + day }, Date.now());
  expect(sent.slice(0, 2)).toEqual(["retention_changes", "rollup_closes"]);
});

it("keeps to the retention of now, which leaves other sources than that of before", async () => {
  await test.history.client.insert({
    table: "retention_changes",
    values: [{ level: "rawDays", days_before: 0, days: 14 }],
    format: "JSONEachRow",
    clickhouse_settings: { async_insert: 0 },
  });
  expect((await metricSeries(test.history, recent, Date.now())).source).toBe("hourly");
  expect(sent.slice(0, 4)).toEqual(["host_cpu", "system.parts", "retention_changes", "rollup_closes"]);
});

it("does not keep answers of which it is not known whether they came before a change", async () => {
  const unseen = (days: number) => ({ ...request, toMs: start + days * day, stepMs: days * day });
  await metricSeries(test.history, unseen(8), Date.now());
  await close({ days: 10, version: 7, readings: 20 });
  sent = [];
  expect((await metricSeries(test.history, unseen(9), Date.now())).series[0]?.summary).toEqual([180]);
  await metricSeries(test.history, unseen(9), Date.now());
  await metricSeries(test.history, unseen(9), Date.now());
  const asked = ["system.parts", "retention_changes", "rollup_closes", "metric_1d"];
  expect(sent).toEqual([...asked, ...asked, "metric_1d", "system.parts"]);
});

it("tells rows that came, were deleted and were changed from what was there", async () => {
  const marks = [await changeMark(test.history)];
  const after = async (query: string) => {
    await test.history.client.command({ query, clickhouse_settings: { async_insert: 0, mutations_sync: "2" } });
    marks.push(await changeMark(test.history));
  };
  await after("INSERT INTO rollup_closes (level, start, version, nodes) VALUES ('1d', 4000000000, 1, 0)");
  await after("ALTER TABLE rollup_closes UPDATE nodes = 1 WHERE start = 4000000000");
  await after("ALTER TABLE rollup_closes DELETE WHERE start = 4000000000");
  await after("INSERT INTO retention_changes (level, days_before, days) VALUES ('logsDays', 1, 2)");
  expect(new Set(marks).size).toBe(5);
  await after("OPTIMIZE TABLE metric_1d FINAL");
  await after("OPTIMIZE TABLE rollup_closes FINAL");
  await after("OPTIMIZE TABLE retention_changes FINAL");
  expect(new Set(marks.slice(4)).size).toBe(1);
});

it("fails as the statement does, and leaves nothing behind when the questions fail", async () => {
  const long = { ...request, stats: [{ kind: "quantile", quantile: 2 } as const] };
  await expect(metricSeries(test.history, long, Date.now())).rejects.toThrow(RangeError);
  await expect(metricSeries(test.history, { ...request, stepMs: 0 }, Date.now())).rejects.toThrow(RangeError);
  await test.history.client.command({ query: "RENAME TABLE rollup_closes TO rollup_closes_away" });
  await expect(metricSeries(test.history, request, Date.now())).rejects.toThrow("rollup_closes");
  await test.history.client.command({ query: "RENAME TABLE rollup_closes_away TO rollup_closes" });
  expect((await metricSeries(test.history, request, Date.now())).series[0]?.summary).toEqual([200]);
});

/** So many days from the start, closed in one version with so many readings each. */
async function close({ days, version, readings }: { days: number; version: number; readings: number }): Promise<void> {
  for (const query of [
    `INSERT INTO metric_1d (workspace, metric, node, attribute, day, n, version)
     SELECT 'default', 'system.cpu.utilization', 'web-1', '', toDateTime(${start / 1000} + number * 86400, 'UTC'), ${readings}, ${version}
     FROM numbers(${days})`,
    `INSERT INTO rollup_closes (level, start, version, nodes)
     SELECT '1d', toDateTime(${start / 1000} + number * 86400, 'UTC'), ${version}, 0 FROM numbers(${days})`,
    `INSERT INTO rollup_closes (level, start, version, nodes)
     SELECT '1h', toDateTime(${start / 1000} + number * 3600, 'UTC'), ${version}, 0 FROM numbers(${days * 24})`,
  ]) {
    await test.history.client.command({ query, clickhouse_settings: { async_insert: 0 } });
  }
}
