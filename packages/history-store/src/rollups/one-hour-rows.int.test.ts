import { type MetricTable, metrics } from "@statwire/events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import { hasRollup } from "./close-hour.js";
import { hourlyRowsQuery } from "./hourly-rows.js";
import { oneHourRowsQuery } from "./one-hour-rows.js";

interface HourRow {
  total: number;
  seconds: number;
  n: number;
  increase: number;
  buckets: number[];
}

const tables = [...new Set(metrics.map(({ table }) => table))].filter(hasRollup);
const hour = 3600;
const start = Date.parse("2026-11-20T10:00:00Z") / 1000;
let test: TestHistory;

beforeAll(async () => {
  test = await createTestHistory();
  for (const table of tables) await fill(table);
});

afterAll(() => test.close());

describe.each(tables)("an hour of %s", (table) => {
  it.each([0, 1, 2, 3])("has the same rows by arrays as by rows, %i hours after the first", async (after) => {
    const ofTable = metrics.filter((metric) => metric.table === table);
    const at = (seconds: number) => `toDateTime64(${start + seconds}, 3, 'UTC')`;
    const range = { from: at(after * hour), to: at((after + 1) * hour), scope: "AND node != 'left-out'" };
    const expected = await read(hourlyRowsQuery(table, ofTable, range));
    const actual = await read(oneHourRowsQuery(table, ofTable, range));
    expect(actual.map(exactly)).toEqual(expected.map(exactly));
    actual.forEach((row, index) => {
      // Sums of fractions, in another order.
      expect(row.total).toBeCloseTo(expected[index]?.total ?? Number.NaN, -Math.log10(tolerance(row.total)));
      expect(row.seconds).toBeCloseTo(expected[index]?.seconds ?? Number.NaN, 6);
    });
    expect(actual.length).toBeGreaterThan(1);
    if (ofTable.some(({ kind }) => kind === "counter")) expect(actual.some(({ increase }) => increase > 0)).toBe(true);
    if (ofTable.some(({ quantiles }) => quantiles)) {
      expect(actual.some(({ buckets, n }) => buckets.length > 1 && buckets.length < n)).toBe(true);
    }
  });
});

function tolerance(total: number): number {
  return 1e-9 * Math.max(1, Math.abs(total));
}

function exactly({ total, seconds, ...others }: HourRow): object {
  return others;
}

function read(query: string): Promise<HourRow[]> {
  return test.rows<HourRow>(
    `SELECT * FROM (${query}) ORDER BY workspace, node, metric, attribute, hour SETTINGS max_threads = 1`,
  );
}

/**
 * Fills a table with readings of three nodes and two entities in four hours, in two parts that overlap in time: numbers that
 * stay, that grow and start again, small ones of either sign, great ones; NULL here and there where a column allows it;
 * gaps of more than 300 s and of more than an hour; and rows that are there twice.
 */
async function fill(table: MetricTable): Promise<void> {
  const entity = metrics.find((metric) => metric.table === table)?.entity?.column;
  const columns = await test.rows<{ name: string; type: string }>(`
    SELECT name, type FROM system.columns
    WHERE database = currentDatabase() AND table = '${table}' AND default_kind != 'ALIAS'
        AND name NOT IN ('workspace', 'node', 'ts', '${entity ?? ""}') AND match(type, '^(Nullable\\\\()?(Int|UInt|Bool)')`);
  const names = [
    "workspace",
    "node",
    "ts",
    ...(entity === undefined ? [] : [entity]),
    ...columns.map(({ name }) => name),
  ];
  for (const part of [0, 1]) {
    await test.history.client.command({
      query: `
        INSERT INTO ${table} (${names.join(", ")})
        SELECT 'default', node, fromUnixTimestamp64Milli(toInt64(at)),
            ${[...(entity === undefined ? [] : ["item"]), ...columns.map(reading)].join(", ")}
        FROM (
            SELECT arrayJoin(['a', 'b', 'left-out']) AS node, number AS i, arrayJoin([1, 2]) AS item,
                ${start - 2 * hour} * 1000 + i * 10000 + cityHash64(i) % 700
                    + if(i > 1000, 400000, 0) + if(i > 1500, 3700000, 0) AS at
            FROM numbers(1900)
            WHERE cityHash64(i, 'part') % 2 = ${part} OR i % 50 = 0
        )
        WHERE ${entity === undefined ? "item = 1" : "1"}`,
      clickhouse_settings: { deduplicate_insert_select: "disable", async_insert: 0 },
    });
  }
}

function reading({ name, type }: { name: string; type: string }): string {
  const random = `toInt64(bitShiftRight(cityHash64(i, node, item, '${name}'), 1))`;
  const value = `multiIf(
      cityHash64(node, item, '${name}') % 4 = 0, toInt64(7),
      cityHash64(node, item, '${name}') % 4 = 1, toInt64(i % 97) * 1000 + ${random} % 900,
      cityHash64(node, item, '${name}') % 4 = 2, ${random} % 100 - 50,
      ${random} % 1000000000000)`;
  const plain = type.replace(/^Nullable\((.*)\)$/, "$1");
  const cast = plain === "Bool" ? `${random} % 2 = 1` : `CAST(${value}, '${plain}')`;
  return plain === type ? cast : `if(${random} % 5 = 0, NULL, ${cast})`;
}
