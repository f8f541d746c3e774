import { type Metric, type MetricTable, metrics } from "@statwire/events";
import type { History } from "../connect.js";
import { bucketExpression } from "./buckets.js";
import { recordClose } from "./record-close.js";

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

/** How far before the hour the previous reading of a counter is looked for. */
export const lookBackSeconds = 300;

/** A process comes and goes: a rollup of each would be one row a process and hour, for ever. */
const tablesWithoutRollup: readonly MetricTable[] = ["host_top_processes"];

const tables = [...new Set(metrics.map(({ table }) => table))].filter((table) => !tablesWithoutRollup.includes(table));

/**
 * Writes the hour's rollup of every metric, one statement a typed table, then records the close. A repeat writes the
 * same rows again, and rows of a higher version replace those of a lower one.
 */
export async function closeHour(history: History, close: HourClose): Promise<void> {
  for (const table of tables) {
    await history.client.command({
      query: closeStatement(table, close.nodes !== undefined),
      query_params: {
        hour: Math.floor(close.hourMs / 1000),
        version: close.version,
        workspaces: close.nodes?.map(({ workspace }) => workspace) ?? [],
        nodes: close.nodes?.map(({ node }) => node) ?? [],
      },
      // Repeats are what the version is for; a remembered hash of the rows would drop a repair.
      clickhouse_settings: { insert_deduplicate: 0, async_insert: 0, max_threads: 1 },
    });
  }
  await recordClose(history, {
    level: "1h",
    startMs: close.hourMs,
    version: close.version,
    nodes: close.nodes?.length ?? 0,
  });
}

/** The statement that closes one hour of one table: all its metrics in one pass over its rows. */
export function closeStatement(table: MetricTable, scoped: boolean): string {
  return `
    INSERT INTO metric_1h (workspace, metric, node, attribute, hour, n, total, lo, hi, last, increase, seconds, buckets, counts, version)
    SELECT workspace, metric, node, attribute, hour, n, total, lo, hi, last, increase, seconds, buckets, counts, {version:UInt64}
    FROM (${hourlyRows(table, {
      fromSeconds: "{hour:UInt32}",
      toSeconds: "{hour:UInt32} + 3600",
      scope: scoped
        ? "AND (workspace, node) IN (SELECT arrayJoin(arrayZip({workspaces:Array(String)}, {nodes:Array(String)})))"
        : "",
    })})`;
}

/**
 * A query for the rows of `metric_1h` (all but the version) that raw data of a range of whole hours gives.
 * `fromSeconds`, `toSeconds` and `scope` are SQL; `scope` narrows workspace and node.
 */
export function hourlyRows(
  table: MetricTable,
  range: { fromSeconds: string; toSeconds: string; scope: string; metrics?: readonly Metric[] },
): string {
  const selected = range.metrics ?? metrics.filter((metric) => metric.table === table);
  const entity = selected[0]?.entity?.column;
  const key = ["workspace", "node", ...(entity === undefined ? [] : [entity])].join(", ");
  const columns = [...new Set(selected.map(({ column }) => column))];
  const counters = [...new Set(selected.filter(({ kind }) => kind === "counter").map(({ column }) => column))];
  return `
    SELECT
        workspace, node, hour,
        m.1 AS metric, ${attributeExpression(entity)} AS attribute,
        m.3 AS n, m.4 AS total, m.5 AS lo, m.6 AS hi, m.7 AS last, m.8 AS increase, m.9 AS seconds,
        mapKeys(m.10) AS buckets, mapValues(m.10) AS counts
    FROM (
        SELECT ${key}, toStartOfHour(toDateTime(ts, 'UTC')) AS hour, arrayJoin([${selected.map(aggregateTuple).join(", ")}]) AS m
        FROM (
            SELECT ${[key, "ts", ...columns].join(", ")},
                lagInFrame(toUnixTimestamp64Milli(ts)) OVER w AS previous_ms,
                (toUnixTimestamp64Milli(ts) - previous_ms) / 1000 AS elapsed
                ${counters.map((column) => `, ${growthExpression(column)} AS grown_${column}`).join("")}
            FROM ${table}
            WHERE ts >= toDateTime64(${range.fromSeconds} - ${lookBackSeconds}, 3, 'UTC')
                AND ts < toDateTime64(${range.toSeconds}, 3, 'UTC') ${range.scope}
            WINDOW w AS (PARTITION BY ${key} ORDER BY ts)
        )
        WHERE ts >= toDateTime64(${range.fromSeconds}, 3, 'UTC')
        GROUP BY ${key}, hour
    )
    WHERE n > 0`;
}

/**
 * What a counter grew by since the previous reading: after a reset it stands at what it has counted since.
 * -1 without a previous reading (or at the same instant).
 */
function growthExpression(column: string): string {
  const previous = `lagInFrame(${column}) OVER w`;
  return `if(previous_ms = 0 OR elapsed <= 0, -1, if(${column} >= ${previous}, ${column} - ${previous}, ${column}))`;
}

/** (name, fixed, n, total, lo, hi, last, increase, seconds, bucket counts); of a counter all but the increase are of its rate. */
function aggregateTuple(metric: Metric): string {
  const counter = metric.kind === "counter";
  const condition = counter ? `grown_${metric.column} >= 0` : `isNotNull(${metric.column})`;
  const value = counter
    ? `if(elapsed > 0, grown_${metric.column} / elapsed, 0.)`
    : `toFloat64(assumeNotNull(${metric.column}))`;
  const buckets = metric.quantiles
    ? `CAST(sumMapIf(map(${bucketExpression(value)}, toUInt32(1)), ${condition}), 'Map(Int16, UInt32)')`
    : "CAST(map(), 'Map(Int16, UInt32)')";
  const increase = counter ? `toFloat64(sumIf(grown_${metric.column}, ${condition}))` : "0.";
  const seconds = counter ? `toFloat64(sumIf(elapsed, ${condition}))` : "0.";
  return `(
    '${metric.name}', '${metric.fixed?.value ?? ""}', toUInt32(countIf(${condition})),
    toFloat64(sumIf(${value}, ${condition})), toFloat64(minIf(${value}, ${condition})), toFloat64(maxIf(${value}, ${condition})),
    toFloat64(argMaxIf(${value}, ts, ${condition})), ${increase}, ${seconds}, ${buckets})`;
}

/** `attributeText` of the events package, in SQL. */
function attributeExpression(entity: string | undefined): string {
  return entity === undefined ? "m.2" : `if(m.2 = '', toString(${entity}), concat(toString(${entity}), ':', m.2))`;
}
