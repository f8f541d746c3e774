import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { type ClosedTable, closedDays, closedHours, closedRowsQuery, type Span } from "./closed-rows.js";
import { type ClosedUntil, closedUntil } from "./closed-until.js";

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.UTC(2026, 2, 1);
const range = { fromMs: start, toMs: start + 2 * day, hoursLeftOut: { fromMs: start, toMs: start } };
/** Level, unit from the start, version, minute of the close. The last of the hours is in no record. */
const closes = [
  ["1h", 0, 10, 1],
  ["1h", 1, 10, 3],
  ["1h", 1, 10, 2],
  ["1h", 2, 20, 4],
  ["1h", 2, 31, 9],
  ["1d", 0, 31, 5],
  ["1d", 0, 40, 6],
  ["1d", 1, 41, 7],
] as const;
/** Level, node, unit, version of its row: web-2 was not closed again. */
const rows = [
  ["1h", "web-1", 0, 10],
  ["1h", "web-1", 1, 10],
  ["1h", "web-1", 2, 31],
  ["1h", "web-1", 3, 32],
  ["1h", "web-2", 2, 20],
  ["1d", "web-1", 0, 40],
  ["1d", "web-1", 1, 41],
  ["1d", "web-2", 0, 31],
] as const;
let test: TestHistory;

beforeAll(async () => {
  test = await createTestHistory();
  const at = (level: "1h" | "1d", unit: number) => (start + unit * (level === "1h" ? hour : day)) / 1000;
  const insert = (table: string, values: Record<string, unknown>[]) =>
    test.history.client.insert({ table, values, format: "JSONEachRow", clickhouse_settings: { async_insert: 0 } });
  await insert(
    "rollup_closes",
    closes.map(([level, unit, version, minute]) => {
      return { level, start: at(level, unit), version, nodes: 0, closed_at: atMinute(minute) };
    }),
  );
  for (const level of ["1h", "1d"] as const) {
    const key = { workspace: "default", metric: "system.cpu.utilization", attribute: "" };
    await insert(
      `metric_${level}`,
      rows
        .filter((row) => row[0] === level)
        .map(([, node, unit, version]) => ({
          ...key,
          ...{
            node,
            [level === "1h" ? "hour" : "day"]: at(level, unit),
            version,
            n: version,
            buckets: [1],
            counts: [9],
          },
        })),
    );
  }
});

afterAll(() => test.close());

it("tells when a row's version was closed, and whether it was closed again", async () => {
  const { recorded, ...ends } = await closedUntil(test.history, range);
  expect(ends).toEqual({ hoursMs: start + 3 * hour, daysMs: start + 2 * day });
  expect(await read(closedHours, recorded)).toEqual([
    ["web-1", start, 10, atMinute(1), 0, [1], [9]],
    ["web-1", start + hour, 10, atMinute(2), 0, [1], [9]],
    ["web-1", start + 2 * hour, 31, atMinute(9), 1, [1], [9]],
    ["web-1", start + 3 * hour, 32, 0, 0, [1], [9]],
    ["web-2", start + 2 * hour, 20, atMinute(4), 0, [1], [9]],
  ]);
  expect(await read(closedDays, recorded)).toEqual([
    ["web-1", start, 40, atMinute(6), 1, [1], [9]],
    ["web-1", start + day, 41, atMinute(7), 0, [1], [9]],
    ["web-2", start, 31, atMinute(5), 0, [1], [9]],
  ]);
});

it("tells the same of records that it was given and of those that it joins", async () => {
  const { recorded } = await closedUntil(test.history, range);
  for (const table of [closedHours, closedDays]) {
    expect(queryOf(table, recorded)).not.toContain("JOIN");
    expect(queryOf(table)).toContain("JOIN");
    expect(await read(table, recorded)).toEqual(await read(table));
  }
});

it("reads two spans of a table at once, of records that it was given and of those that it joins", async () => {
  const { recorded } = await closedUntil(test.history, range);
  const apart: [Span, Span] = [
    { fromMs: start, toMs: start + hour },
    { fromMs: start + 2 * hour, toMs: range.toMs },
  ];
  for (const given of [recorded, undefined]) {
    expect(queryOf(closedHours, given, apart).includes("JOIN")).toBe(given === undefined);
    expect(await read(closedHours, given, apart)).toEqual([
      ["web-1", start, 10, atMinute(1), 0, [1], [9]],
      ["web-1", start + 2 * hour, 31, atMinute(9), 1, [1], [9]],
      ["web-1", start + 3 * hour, 32, 0, 0, [1], [9]],
      ["web-2", start + 2 * hour, 20, atMinute(4), 0, [1], [9]],
    ]);
  }
});

it("joins the records of hours that were left out, and of a range that goes beyond", async () => {
  const { recorded } = await closedUntil(test.history, {
    ...range,
    hoursLeftOut: { fromMs: start + hour, toMs: start + day },
  });
  expect(recorded?.closes.map(({ level, startMs, version }) => [level, startMs, version])).toEqual([
    ["1d", start, 31],
    ["1d", start, 40],
    ["1d", start + day, 41],
    ["1h", start, 10],
  ]);
  expect(queryOf(closedHours, recorded)).toContain("JOIN");
  expect(queryOf(closedDays, recorded)).not.toContain("JOIN");
  expect(await read(closedHours, recorded)).toEqual(await read(closedHours));
  const narrow = await closedUntil(test.history, { ...range, toMs: start + day });
  expect(queryOf(closedDays, narrow.recorded)).toContain("JOIN");
});

it("knows nothing of closes as of a time or where there are too many, and joins more than a thousand", async () => {
  const asOf = await closedUntil(test.history, { asOfMs: atMinute(3) });
  expect(asOf).toEqual({ hoursMs: start + 2 * hour, daysMs: 0 });
  const later = start + 100 * day;
  await test.history.client.command({
    query: `INSERT INTO rollup_closes (level, start, version, nodes)
      SELECT '1h', toDateTime(${later / 1000} + number * 3600, 'UTC'), 50, 0 FROM numbers(2501)`,
    clickhouse_settings: { async_insert: 0 },
  });
  const of = (hours: number) => ({
    ...{ fromMs: later, toMs: later + hours * hour },
    hoursLeftOut: { fromMs: later, toMs: later },
  });
  const { recorded } = await closedUntil(test.history, of(2_500));
  expect(recorded?.closes).toHaveLength(2_500);
  expect((await closedUntil(test.history, of(2_501))).recorded).toBeUndefined();
  const hours = (count: number) => queryOf(closedHours, recorded, [{ fromMs: later, toMs: later + count * hour }]);
  expect(hours(1_000)).not.toContain("JOIN");
  expect(hours(1_001)).toContain("JOIN");
});

function atMinute(minute: number): number {
  return start + 3 * day + minute * 60_000;
}

function queryOf(
  table: ClosedTable,
  recorded?: ClosedUntil["recorded"],
  spans: readonly [Span, ...Span[]] = [{ fromMs: range.fromMs, toMs: range.toMs }],
): string {
  return closedRowsQuery(table, { spans, recorded, scope: "" });
}

async function read(...of: Parameters<typeof queryOf>): Promise<unknown[]> {
  const result = await test.history.client.query({
    query: `
      SELECT node, toUnixTimestamp(at) * 1000, version, closed_ms, restated, buckets, counts
      FROM (${queryOf(...of)}) ORDER BY node, at`,
    query_params: { workspace: "default", metric: "system.cpu.utilization", nodes: ["web-1", "web-2"] },
    format: "JSONCompactEachRow",
  });
  return result.json();
}
