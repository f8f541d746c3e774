import { type Metric, parseAttribute } from "@statwire/events";
import type { History } from "../connect.js";
import { hourlyRowsQuery } from "../rollups/hourly-rows.js";
import { attributeExpression, readingOf, readingsQuery, seriesKey } from "../rollups/readings.js";
import { type ClosedUntil, closedUntil } from "./closed-until.js";
import { planSeries, type SeriesPlan } from "./plan-series.js";
import { type SelectionRequest, type SeriesSelection, selectSeries } from "./series-selection.js";
import { readingStats, rollupStats, type SeriesStat } from "./series-stats.js";

export interface SeriesRequest extends SelectionRequest {
  fromMs: number;
  toMs: number;
  /** As long as the range or longer gives one point. */
  stepMs: number;
  stats: readonly SeriesStat[];
}

/** One series, in the metric's own unit; values are in the order of the request's statistics, null where there is none. */
export interface SeriesData {
  node: string;
  attribute: string;
  /** Over the whole range. */
  summary: Values;
  /** In time order, each at the start of its step; a step without a reading has no point. */
  points: Point[];
}

export interface Point {
  atMs: number;
  values: Values;
}

type Values = (number | null)[];

export interface SeriesResult extends SeriesPlan {
  series: SeriesData[];
  /** The answer was cut off at 500 000 points. */
  truncated: boolean;
}

const rowsMax = 500_000;

/** [node, attribute, 1 for the row of the whole range, number of the step, one value for each statistic] */
type Row = [string, string, number, number, ...(number | null)[]];

/**
 * Series of one metric over time, each with a summary of the whole range. The source follows from range and step
 * (`planSeries`), and the result says which it was; what is not closed yet is read from finer detail.
 * Quantiles of a metric without bucket counts are null where rollups are read.
 * @throws RangeError as `planSeries`; any error of the server.
 */
export async function metricSeries(history: History, request: SeriesRequest, nowMs: number): Promise<SeriesResult> {
  const plan = planSeries({ ...request, metric: request.metric[0] }, { nowMs, retention: history.options.retention });
  const selection = selectSeries(request);
  if (selection.metrics.length === 0 || request.nodes.length === 0) return { ...plan, series: [], truncated: false };
  const query =
    plan.source === "raw"
      ? rawStatement(selection, request.stats)
      : rollupStatement(plan, selection, request.stats, await closedUntil(history));
  const result = await history.client.query({
    query,
    query_params: { ...selection.parameters, from: plan.fromMs, to: plan.toMs, step: plan.stepMs },
    format: "JSONCompactEachRow",
    clickhouse_settings: { max_execution_time: 60, output_format_json_quote_denormals: 0 },
  });
  const rows = await result.json<Row>();
  return { ...plan, series: toSeries(rows, request, plan), truncated: rows.length >= rowsMax };
}

function rawStatement(selection: SeriesSelection, stats: readonly SeriesStat[]): string {
  const { metrics } = selection;
  const [first] = metrics;
  if (first === undefined) throw new Error("no metric selected");
  const range = { from: instant("{from:Int64}"), to: instant("{to:Int64}"), scope: selection.rawScope };
  const tuples = metrics.map((metric) => {
    const { exists, value, grown, elapsed } = readingOf(metric);
    return `('${metric.fixed?.value ?? ""}', ${exists}, ${value}, toFloat64(${grown}), toFloat64(${elapsed}))`;
  });
  return `
    SELECT node, attribute, grouping(step) AS whole, step, ${readingStats(stats).join(", ")}
    FROM (
        SELECT
            node, ts, ${stepOf("toUnixTimestamp64Milli(ts)")} AS step, reading.3 AS value,
            reading.4 AS grown, reading.5 AS elapsed, ${attributeExpression(metrics, "reading.1")} AS attribute
        FROM (
            SELECT ${seriesKey(metrics)}, ts, arrayJoin([${tuples.join(", ")}]) AS reading
            FROM (${readingsQuery(first.table, metrics, range)})
            WHERE ts >= ${range.from}
        )
        WHERE reading.2 ${selection.attributeScope}
    )
    ${GROUPING}`;
}

function rollupStatement(
  plan: SeriesPlan,
  selection: SeriesSelection,
  stats: readonly SeriesStat[],
  closed: ClosedUntil,
): string {
  return `
    SELECT node, attribute, grouping(step) AS whole, step, ${rollupStats(stats).join(", ")}
    FROM (
        SELECT *, ${stepOf("toInt64(toUInt32(at)) * 1000")} AS step
        FROM (${rollupRows(plan, selection, closed).join(" UNION ALL ")})
        WHERE 1 ${selection.attributeScope}
    )
    ${GROUPING}`;
}

const rollupColumns = "node, attribute, n, total, lo, hi, last, increase, seconds, buckets, counts";

/** Closed days, then hours that are in no closed day, then readings of hours that are not closed. */
function rollupRows(plan: SeriesPlan, selection: SeriesSelection, closed: ClosedUntil): string[] {
  const { fromMs, toMs } = plan;
  const clamp = (ms: number) => Math.min(Math.max(ms, fromMs), toMs);
  const daysEnd = plan.source === "daily" ? clamp(closed.daysMs) : fromMs;
  const hoursEnd = Math.max(daysEnd, clamp(closed.hoursMs));
  const [first] = selection.metrics;
  if (first === undefined) throw new Error("no metric selected");
  const raw = hourlyRowsQuery(first.table, selection.metrics, {
    from: instant(String(hoursEnd)),
    to: instant(String(toMs)),
    scope: selection.rawScope,
  });
  return [
    ...(daysEnd > fromMs ? [rollupTable("metric_1d", "day", fromMs, daysEnd)] : []),
    ...(hoursEnd > daysEnd ? [rollupTable("metric_1h", "hour", daysEnd, hoursEnd)] : []),
    ...(toMs > hoursEnd ? [`SELECT hour AS at, ${rollupColumns} FROM (${raw})`] : []),
  ];
}

function rollupTable(table: "metric_1h" | "metric_1d", column: string, fromMs: number, toMs: number): string {
  return `
    SELECT ${column} AS at, ${rollupColumns} FROM ${table} FINAL
    WHERE workspace = {workspace:String} AND metric = {metric:String} AND node IN {nodes:Array(String)}
        AND ${column} >= toDateTime(${fromMs / 1000}, 'UTC') AND ${column} < toDateTime(${toMs / 1000}, 'UTC')`;
}

function instant(milliseconds: string): string {
  return `fromUnixTimestamp64Milli(toInt64(${milliseconds}), 'UTC')`;
}

function stepOf(milliseconds: string): string {
  return `intDiv(${milliseconds} - {from:Int64}, {step:Int64})`;
}

const GROUPING = `
    GROUP BY GROUPING SETS ((node, attribute, step), (node, attribute))
    ORDER BY node, attribute, whole, step LIMIT ${rowsMax}`;

function toSeries(rows: readonly Row[], request: SeriesRequest, plan: SeriesPlan): SeriesData[] {
  const all: SeriesData[] = [];
  let summary: Values = [];
  let points: Point[] = [];
  let scale = 1;
  for (const [node, attribute, whole, step, ...stored] of rows) {
    const last = all.at(-1);
    if (last?.node !== node || last.attribute !== attribute) {
      summary = [];
      points = [];
      scale = scaleOf(request.metric, attribute);
      all.push({ node, attribute, summary, points });
    }
    const values = stored.map((value, index) => toUnit(value, request.stats[index]?.kind === "count" ? 1 : scale));
    if (whole === 1) summary.push(...values);
    else points.push({ atMs: plan.fromMs + step * plan.stepMs, values });
  }
  return all;
}

function scaleOf(metric: readonly [Metric, ...Metric[]], attribute: string): number {
  return (parseAttribute(metric[0].name, attribute)?.metric ?? metric[0]).scale;
}

/** Divides by 10 000 rather than multiply by 1e-4, which would not give the nearest number. */
function toUnit(stored: number | null, scale: number): number | null {
  if (stored === null) return null;
  return scale < 1 ? stored / Math.round(1 / scale) : stored * scale;
}
