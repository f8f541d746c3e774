import type { ClickHouseSettings } from "@clickhouse/client";
import { type MetricTable, metrics } from "@statwire/events";
import type { History } from "../connect.js";
import { dailyRowsQuery } from "../rollups/close-day.js";
import { hasRollup } from "../rollups/close-hour.js";
import { monthlyRowsQuery, monthParameters, seriesInTurn } from "../rollups/close-month.js";
import { hourlyRowsQuery } from "../rollups/hourly-rows.js";
import { type DifferenceRow, differenceQuery, type NodeDifference, toNodeDifference } from "./difference.js";

export interface Comparison {
  /** Rows of the rollup that were looked at. */
  storedSeries: number;
  differences: NodeDifference[];
}

export interface HoursRequest {
  /** Whole hours, Unix milliseconds, half-open. */
  fromMs: number;
  toMs: number;
  /** Of every workspace the node of this name; absent: all nodes. */
  node?: string | undefined;
}

const tables = [...new Set(metrics.map(({ table }) => table))].filter(hasRollup);
const columns = "workspace, node, metric, attribute, n, total, lo, hi, last, increase, seconds, buckets, counts";

/**
 * Compares the stored hours of a range with what the raw data gives now, computed by the query that closing an hour
 * stores. Changes nothing. Hours that are not closed yet, or whose raw data has left, differ: the caller knows which
 * can be compared. One statement a typed table, by one thread each.
 */
export async function compareHours(history: History, { fromMs, toMs, node }: HoursRequest): Promise<Comparison> {
  const parameters = { from: fromMs / 1000, to: toMs / 1000, node: node ?? "" };
  const found: NodeDifference[] = [];
  for (const table of await tablesWithRows(history, parameters)) {
    found.push(...(await read<DifferenceRow>(history, hoursQuery(table, node), parameters)).map(toNodeDifference));
  }
  const [row] = await read<{ series: number }>(history, countQuery("metric_1h", "hour", node), parameters);
  return { storedSeries: row?.series ?? 0, differences: mergedByNode(found) };
}

/** Compares the stored rollup of a day with its closed hours, as `compareHours` does. */
export async function compareDay(
  history: History,
  { dayMs, node }: { dayMs: number; node?: string | undefined },
): Promise<Comparison> {
  const day = dayMs / 1000;
  const parameters = { day, from: day, to: day + 86_400, node: node ?? "" };
  const stored = `
    SELECT ${columns}, day, version FROM metric_1d FINAL
    WHERE day = toDateTime({day:UInt32}, 'UTC') ${nodeCondition(node)}`;
  const computed = `SELECT ${columns}, day FROM (${dailyRowsQuery}) WHERE 1 ${nodeCondition(node)}`;
  const rows = await read<DifferenceRow>(history, differenceQuery("day", stored, computed), parameters);
  const [row] = await read<{ series: number }>(history, countQuery("metric_1d", "day", node), parameters);
  return { storedSeries: row?.series ?? 0, differences: rows.map(toNodeDifference) };
}

/** Compares the stored rollup of a month with its closed days, as `compareHours` does. */
export async function compareMonth(
  history: History,
  { monthMs, node }: { monthMs: number; node?: string | undefined },
): Promise<Comparison> {
  const of = monthParameters(monthMs);
  const parameters = { ...of, from: of.month, to: of.monthEnd, node: node ?? "" };
  const stored = `
    SELECT ${columns}, month, version FROM metric_1mo FINAL
    WHERE month = toDateTime({month:UInt32}, 'UTC') ${nodeCondition(node)}`;
  const computed = `SELECT ${columns}, month FROM (${monthlyRowsQuery}) WHERE 1 ${nodeCondition(node)}`;
  const query = differenceQuery("month", stored, computed);
  const rows = await read<DifferenceRow>(history, query, parameters, seriesInTurn);
  const [row] = await read<{ series: number }>(history, countQuery("metric_1mo", "month", node), parameters);
  return { storedSeries: row?.series ?? 0, differences: rows.map(toNodeDifference) };
}

function hoursQuery(table: MetricTable, node: string | undefined): string {
  const metricsOfTable = metrics.filter((metric) => metric.table === table);
  const names = [...new Set(metricsOfTable.map(({ name }) => `'${name}'`))].join(", ");
  const stored = `
    SELECT ${columns}, hour, version FROM metric_1h FINAL
    WHERE metric IN (${names}) AND hour >= toDateTime({from:UInt32}, 'UTC') AND hour < toDateTime({to:UInt32}, 'UTC')
      ${nodeCondition(node)}`;
  const range = {
    from: "toDateTime64({from:UInt32}, 3, 'UTC')",
    to: "toDateTime64({to:UInt32}, 3, 'UTC')",
    scope: nodeCondition(node),
  };
  const computed = `SELECT ${columns}, hour FROM (${hourlyRowsQuery(table, metricsOfTable, range)})`;
  return differenceQuery("hour", stored, computed);
}

/** Of most tables a host has nothing, and a statement costs as much whether it finds rows or not. */
async function tablesWithRows(history: History, parameters: Record<string, unknown>): Promise<MetricTable[]> {
  const raw = new Set((await read<{ name: string }>(history, RAW_TABLES, parameters)).map(({ name }) => name));
  const stored = new Set((await read<{ name: string }>(history, STORED_METRICS, parameters)).map(({ name }) => name));
  return tables.filter(
    (table) => raw.has(table) || metrics.some((metric) => metric.table === table && stored.has(metric.name)),
  );
}

const RAW_TABLES = tables
  .map(
    (table) => `(
      SELECT '${table}' AS name FROM ${table}
      WHERE ts >= toDateTime64({from:UInt32}, 3, 'UTC') AND ts < toDateTime64({to:UInt32}, 3, 'UTC') LIMIT 1)`,
  )
  .join(" UNION ALL ");

const STORED_METRICS = `
  SELECT DISTINCT toString(metric) AS name FROM metric_1h
  WHERE hour >= toDateTime({from:UInt32}, 'UTC') AND hour < toDateTime({to:UInt32}, 'UTC')`;

function countQuery(table: string, time: string, node: string | undefined): string {
  return `
    SELECT toUInt32(count()) AS series FROM ${table} FINAL
    WHERE ${time} >= toDateTime({from:UInt32}, 'UTC') AND ${time} < toDateTime({to:UInt32}, 'UTC') ${nodeCondition(node)}`;
}

function nodeCondition(node: string | undefined): string {
  return node === undefined ? "" : "AND node = {node:String}";
}

/** A node differs in the metrics of several tables: one difference an hour and node. */
function mergedByNode(found: readonly NodeDifference[]): NodeDifference[] {
  const merged = new Map<string, NodeDifference>();
  for (const one of found) {
    const key = JSON.stringify([one.startMs, one.workspace, one.node]);
    const before = merged.get(key);
    if (before === undefined) merged.set(key, one);
    else
      merged.set(key, {
        ...before,
        series: before.series + one.series,
        storedVersion: Math.max(before.storedVersion, one.storedVersion),
        surplus: [...before.surplus, ...one.surplus],
        examples: [...before.examples, ...one.examples],
      });
  }
  return [...merged.values()].sort((one, other) => one.startMs - other.startMs);
}

async function read<Row>(
  { client }: History,
  query: string,
  query_params: Record<string, unknown>,
  settings: ClickHouseSettings = {},
): Promise<Row[]> {
  const result = await client.query({
    query,
    query_params,
    format: "JSONEachRow",
    // As cheap as a close: this runs beside everything else.
    clickhouse_settings: { max_threads: 1, ...settings },
  });
  return result.json<Row>();
}
