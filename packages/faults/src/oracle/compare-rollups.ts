import type { ClickHouseClient } from "@clickhouse/client";
import { type MetricTable, metrics } from "@statwire/events";
import { hasRollup, hourlyRowsQuery } from "@statwire/history-store";
import type { Truth } from "./truth.js";

/** A closed hour of one series, or what it has to be. */
export interface HourRow {
  n: number;
  total: number;
  lo: number;
  hi: number;
  last: number;
  increase: number;
  seconds: number;
  buckets: number[];
  counts: number[];
}

type KeyedRow = HourRow & { key: string; version?: string };

const tables = [...new Set(metrics.map(({ table }) => table))].filter(hasRollup);

/**
 * Compares every hour before `untilMs` (Unix milliseconds, a full hour) with what raw gives, and the processor's
 * utilization with the log itself, by a computation of its own. Hours that are to be closed again may be left out.
 */
export async function compareRollups(
  history: ClickHouseClient,
  truth: Truth,
  { untilMs, without }: { untilMs: number; without: ReadonlySet<number> },
): Promise<{ compared: number; mismatches: string[] }> {
  const isLeftOut = (key: string) => without.has(Number(key.slice(key.lastIndexOf(" ") + 1)) * 1000);
  const closed = await closedRows(history, untilMs);
  const expected = new Map<string, HourRow>();
  for (const table of await tablesWithRows(history, untilMs)) {
    for (const row of await rawRows(history, table, untilMs)) expected.set(row.key, row);
  }
  const mismatches: string[] = [];
  for (const key of new Set([...closed.keys(), ...expected.keys()])) {
    if (isLeftOut(key)) continue;
    const fault = difference(closed.get(key), expected.get(key));
    if (fault !== undefined) mismatches.push(`hour ${key}: ${fault}`);
  }
  for (const [key, row] of utilizationRows(truth, untilMs)) {
    if (isLeftOut(key)) continue;
    const stored = closed.get(key);
    const fault = stored === undefined ? "is not closed" : faultOf(stored, row, ["n", "total", "lo", "hi"]);
    if (fault !== undefined) mismatches.push(`hour ${key} against the log: ${fault}`);
  }
  return { compared: [...expected.keys()].filter((key) => !isLeftOut(key)).length, mismatches };
}

function difference(closed: HourRow | undefined, expected: HourRow | undefined): string | undefined {
  if (closed === undefined) return `is not closed: ${expected?.n} readings`;
  if (expected === undefined) return `is closed with ${closed.n} readings, raw has none`;
  return faultOf(closed, expected, ["n", "total", "lo", "hi", "last", "increase", "seconds"]);
}

function faultOf(
  closed: HourRow,
  expected: HourRow,
  names: readonly Exclude<keyof HourRow, "buckets" | "counts">[],
): string | undefined {
  for (const name of names) {
    const [actual, wanted] = [Number(closed[name]), Number(expected[name])];
    // Sums of the same numbers in another order.
    if (Math.abs(actual - wanted) > 1e-9 * Math.max(1, Math.abs(wanted)))
      return `${name} ${actual} instead of ${wanted}`;
  }
  const [actual, wanted] = [bucketText(closed), bucketText(expected)];
  return actual === wanted ? undefined : `buckets ${actual} instead of ${wanted}`;
}

function bucketText({ buckets, counts }: HourRow): string {
  return buckets.map((bucket, index) => `${bucket}:${counts[index]}`).join(" ");
}

/** What the product answers with: of each series and hour the row with the highest version. */
async function closedRows(history: ClickHouseClient, untilMs: number): Promise<Map<string, HourRow>> {
  const rows = await read(
    history,
    `SELECT concat(node, ' ', metric, ' ', attribute, ' ', toString(toUnixTimestamp(hour))) AS key, n, total, lo, hi, last,
       increase, seconds, buckets, counts, toString(version) AS version
     FROM metric_1h WHERE workspace = 'default' AND hour < toDateTime({until:UInt32}, 'UTC')`,
    untilMs,
  );
  const newest = new Map<string, KeyedRow>();
  for (const row of rows) {
    const known = newest.get(row.key);
    if (known === undefined || BigInt(known.version ?? 0) < BigInt(row.version ?? 0)) newest.set(row.key, row);
  }
  return newest;
}

/** Most tables have none: a query of one costs as much whether it finds rows or not. */
async function tablesWithRows(history: ClickHouseClient, untilMs: number): Promise<MetricTable[]> {
  const query = tables
    .map(
      (table) => `(SELECT '${table}' AS table FROM ${table} WHERE ts < toDateTime64({until:UInt32}, 3, 'UTC') LIMIT 1)`,
    )
    .join(" UNION ALL ");
  const query_params = { until: Math.floor(untilMs / 1000) };
  const rows = await (await history.query({ query, query_params, format: "JSONEachRow" })).json<{
    table: MetricTable;
  }>();
  return rows.map(({ table }) => table);
}

function rawRows(history: ClickHouseClient, table: MetricTable, untilMs: number): Promise<KeyedRow[]> {
  const ofTable = metrics.filter((metric) => metric.table === table);
  const range = { from: "toDateTime64(0, 3, 'UTC')", to: "toDateTime64({until:UInt32}, 3, 'UTC')" };
  return read(
    history,
    `SELECT concat(node, ' ', metric, ' ', attribute, ' ', toString(toUnixTimestamp(hour))) AS key, n, total, lo, hi, last,
       increase, seconds, buckets, counts
     FROM (${hourlyRowsQuery(table, ofTable, { ...range, scope: "AND workspace = 'default'" })})`,
    untilMs,
  );
}

async function read(history: ClickHouseClient, query: string, untilMs: number): Promise<KeyedRow[]> {
  const query_params = { until: Math.floor(untilMs / 1000) };
  return (await history.query({ query, query_params, format: "JSONEachRow" })).json<KeyedRow>();
}

const hourMs = 3_600_000;

/** The hours of one gauge, computed here from the events of the log: 1 % buckets as docs of the store describe them. */
function utilizationRows(truth: Truth, untilMs: number): Map<string, HourRow> {
  const gamma = 1.01 / 0.99;
  const rows = new Map<string, HourRow & { byBucket: Map<number, number> }>();
  for (const [node, readings] of truth.utilization) {
    for (const { atMs, value } of readings) {
      if (atMs >= untilMs) continue;
      const key = `${node} system.cpu.utilization  ${Math.floor(atMs / hourMs) * (hourMs / 1000)}`;
      const row = rows.get(key) ?? { ...emptyRow(), byBucket: new Map() };
      const bucket = value === 0 ? 0 : Math.ceil(Math.log(value) / Math.log(gamma)) + 700;
      row.n += 1;
      row.total += value;
      row.lo = Math.min(row.lo, value);
      row.hi = Math.max(row.hi, value);
      row.byBucket.set(bucket, (row.byBucket.get(bucket) ?? 0) + 1);
      rows.set(key, row);
    }
  }
  for (const row of rows.values()) {
    const sorted = [...row.byBucket].sort(([one], [other]) => one - other);
    row.buckets = sorted.map(([bucket]) => bucket);
    row.counts = sorted.map(([, count]) => count);
  }
  return rows;
}

function emptyRow(): HourRow {
  const extremes = { lo: Number.POSITIVE_INFINITY, hi: Number.NEGATIVE_INFINITY };
  return { n: 0, total: 0, ...extremes, last: 0, increase: 0, seconds: 0, buckets: [], counts: [] };
}
