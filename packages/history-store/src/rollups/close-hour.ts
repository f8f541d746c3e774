import { ClickHouseError, type ClickHouseSettings } from "@clickhouse/client";
import { type MetricTable, metrics } from "@statwire/events";
import type { History } from "../connect.js";
import { hourlyRowsQuery } from "./hourly-rows.js";
import { oneHourRowsQuery } from "./one-hour-rows.js";
import { recordClose } from "./record-close.js";
import { supersede } from "./supersede.js";

export interface NodeKey {
  workspace: string;
  node: string;
}

export interface HourClose {
  /** Start of the hour, Unix milliseconds. */
  hourMs: number;
  /** Committed stream sequence when the close began: everything up to it is in the tables. */
  version: number;
  /** Only these nodes, for an hour that late events have touched; absent: all. */
  nodes?: readonly NodeKey[];
}

export const hourMs = 3_600_000;

type RowsQuery = typeof oneHourRowsQuery;

const tables = [...new Set(metrics.map(({ table }) => table))].filter(hasRollup);

/**
 * Writes the hour's rollup of every metric, one statement a typed table, then records the close. A repeat writes the
 * same rows again, and rows of a higher version replace those of a lower one, which are kept aside for reads as of a
 * time before. Tables without a row in the hour are
 * passed over: a host has nothing of most, and a statement costs 10 to 50 ms of the processor whether it finds rows or not.
 */
export async function closeHour(history: History, close: HourClose): Promise<void> {
  const scope = {
    workspaces: close.nodes?.map(({ workspace }) => workspace) ?? [],
    nodes: close.nodes?.map(({ node }) => node) ?? [],
  };
  const scoped = close.nodes !== undefined;
  await supersede(history, {
    level: "1h",
    startMs: close.hourMs,
    version: close.version,
    scope: scoped ? nodesCondition : "",
    parameters: scope,
  });
  for (const table of await tablesWithRows(history, close.hourMs)) {
    const parameters = { hour: Math.floor(close.hourMs / 1000), version: close.version, ...scope };
    await closeTable(history, { table, scoped, parameters });
  }
  await recordClose(history, {
    level: "1h",
    startMs: close.hourMs,
    version: close.version,
    nodes: close.nodes?.length ?? 0,
  });
}

/** By arrays, which take about 100 kB a series of twelve numbers, if there is room for them; else row by row, which can spill. */
async function closeTable(
  { client }: History,
  { table, scoped, parameters }: { table: MetricTable; scoped: boolean; parameters: Record<string, unknown> },
): Promise<void> {
  const close = (rowsQuery: RowsQuery, settings: ClickHouseSettings) =>
    client.command({
      query: closeStatement(table, rowsQuery, scoped),
      query_params: parameters,
      // Repeats are what the version is for; a remembered hash of the rows would drop a repair.
      clickhouse_settings: { deduplicate_insert_select: "disable", async_insert: 0, max_threads: 1, ...settings },
    });
  try {
    await close(oneHourRowsQuery, { max_memory_usage: arraysBytesMax });
  } catch (error) {
    if (!(error instanceof ClickHouseError && error.code === memoryLimitExceeded)) throw error;
    await close(hourlyRowsQuery, {});
  }
}

/** Enough for 5 000 series of twelve numbers every 10 s. */
const arraysBytesMax = "500000000";
const memoryLimitExceeded = "241";

async function tablesWithRows({ client }: History, startMs: number): Promise<MetricTable[]> {
  const result = await client.query({
    query: WITH_ROWS,
    query_params: { hour: Math.floor(startMs / 1000) },
    format: "JSONEachRow",
    clickhouse_settings: { max_threads: 1 },
  });
  const found = new Set((await result.json<{ table: MetricTable }>()).map(({ table }) => table));
  return tables.filter((table) => found.has(table));
}

const WITH_ROWS = tables
  .map(
    (table) => `(
      SELECT '${table}' AS table FROM ${table}
      WHERE ts >= toDateTime64({hour:UInt32}, 3, 'UTC') AND ts < toDateTime64({hour:UInt32} + 3600, 3, 'UTC') LIMIT 1)`,
  )
  .join(" UNION ALL ");

const nodesCondition =
  "AND (workspace, node) IN (SELECT arrayJoin(arrayZip({workspaces:Array(String)}, {nodes:Array(String)})))";

/** The statement that closes one hour of one table: all its metrics in one pass over its rows. */
function closeStatement(table: MetricTable, rowsQuery: RowsQuery, scoped: boolean): string {
  const metricsOfTable = metrics.filter((metric) => metric.table === table);
  const scope = scoped ? nodesCondition : "";
  return `
    INSERT INTO metric_1h (workspace, metric, node, attribute, hour, n, total, lo, hi, last, increase, seconds, buckets, counts, version)
    SELECT workspace, metric, node, attribute, hour, n, total, lo, hi, last, increase, seconds, buckets, counts, {version:UInt64}
    FROM (${rowsQuery(table, metricsOfTable, { from: "toDateTime64({hour:UInt32}, 3, 'UTC')", to: "toDateTime64({hour:UInt32} + 3600, 3, 'UTC')", scope })})`;
}

/**
 * A process comes and goes: a rollup of each would be one row a process and hour, for ever. The hundreds of units that
 * a host has would take more room than all its other metrics.
 */
export function hasRollup(table: MetricTable): boolean {
  return table !== "host_top_processes" && table !== "host_units";
}
