import { type Metric, parseAttribute } from "@statwire/events";
import type { History } from "../connect.js";
import { hourlyRowsQuery } from "../rollups/hourly-rows.js";
import { attributeExpression, type RawRange, readingOf, readingsQuery, seriesKey } from "../rollups/readings.js";
import { keptSince } from "../schema/retention-changes.js";
import { type AsOfRefusal, asOfRefusal } from "./as-of.js";
import { closedDays, closedHours, closedRowsQuery, rollupColumns } from "./closed-rows.js";
import { type ClosedUntil, closedUntil } from "./closed-until.js";
import { knownReadings } from "./known-readings.js";
import { planSeries, type SeriesPlan } from "./plan-series.js";
import { type SelectionRequest, type SeriesSelection, selectSeries } from "./series-selection.js";
import { readingStats, rollupStats, type SeriesStat } from "./series-stats.js";

export interface SeriesRequest extends SelectionRequest {
  fromMs: number;
  toMs: number;
  /** As long as the range or longer gives one point. */
  stepMs: number;
  stats: readonly SeriesStat[];
  /** What was known at this time (Unix milliseconds) instead of what is known now. */
  asOfMs?: number | undefined;
}

/** One series, in the metric's own unit; values are in the order of the request's statistics, null where there is none. */
export interface SeriesData {
  node: string;
  attribute: string;
  /** Over the whole range. */
  summary: Values;
  closed?: ClosedVersion;
  /** In time order, each at the start of its step; a step without a reading has no point. */
  points: Point[];
}

export interface Point {
  atMs: number;
  values: Values;
  closed?: ClosedVersion;
}

/** Which versions of closed hours or days went into a value; absent where readings alone did. */
export interface ClosedVersion {
  /** The highest of them: the position of the log at which the newest was closed. */
  version: number;
  /** When the newest was closed, Unix milliseconds; 0 when that was not recorded. */
  closedAtMs: number;
  /** One of them had been closed before, with other readings. */
  isRestated: boolean;
}

type Values = (number | null)[];

export interface SeriesResult extends SeriesPlan {
  series: SeriesData[];
  /** The answer was cut off at 500 000 points. */
  truncated: boolean;
  /** Of rollups: what is later was not closed and is from readings. */
  closedUntilMs?: number;
  /** What was asked as of a time cannot be told any more; there are no series then. */
  refusal?: AsOfRefusal;
}

const rowsMax = 500_000;

/**
 * [node, attribute, 1 for the row of the whole range, number of the step, version, when it was closed, 1 if restated,
 * one value for each statistic]
 */
type Row = [string, string, number, number, number, number, number, ...(number | null)[]];

/**
 * Series of one metric over time, each with a summary of the whole range. The source follows from range and step
 * (`planSeries`), and the result says which it was; what is not closed yet is read from finer detail.
 * Quantiles of a metric without bucket counts are null where rollups are read.
 * @throws RangeError as `planSeries`; any error of the server.
 */
export async function metricSeries(history: History, request: SeriesRequest, nowMs: number): Promise<SeriesResult> {
  const { asOfMs } = request;
  const kept = await keptSince(history, nowMs);
  const plan = planSeries({ ...request, metric: request.metric[0] }, kept);
  const closed = plan.source === "raw" ? { hoursMs: 0, daysMs: 0 } : await closedUntil(history, asOfMs);
  const range = plan.source === "raw" ? plan : { ...plan, closedUntilMs: Math.max(closed.hoursMs, closed.daysMs) };
  const nothing = { ...range, series: [], truncated: false };
  const refusal = asOfMs === undefined ? undefined : asOfRefusal(plan, asOfMs, { kept, closed });
  if (refusal !== undefined) return { ...nothing, refusal };
  const selection = selectSeries(request);
  if (selection.metrics.length === 0 || request.nodes.length === 0) return nothing;
  const statement =
    plan.source === "raw" ? rawStatement(selection, request) : rollupStatement(plan, selection, { ...request, closed });
  const result = await history.client.query({
    query: statement,
    query_params: { ...selection.parameters, from: plan.fromMs, to: plan.toMs, step: plan.stepMs },
    format: "JSONCompactEachRow",
    clickhouse_settings: { max_execution_time: 60, output_format_json_quote_denormals: 0 },
  });
  const rows = await result.json<Row>();
  return { ...range, series: toSeries(rows, request, plan), truncated: rows.length >= rowsMax };
}

type Asked = Pick<SeriesRequest, "stats" | "asOfMs">;

function rawStatement(selection: SeriesSelection, { stats, asOfMs }: Asked): string {
  const { metrics } = selection;
  const first = firstOf(selection);
  const range = rawRange(selection, { from: instant("{from:Int64}"), to: instant("{to:Int64}") }, asOfMs);
  const tuples = metrics.map((metric) => {
    const { exists, value, grown, elapsed } = readingOf(metric);
    return `('${metric.fixed?.value ?? ""}', ${exists}, ${value}, toFloat64(${grown}), toFloat64(${elapsed}))`;
  });
  return `
    SELECT node, attribute, grouping(step) AS whole, step, 0, 0, 0, ${readingStats(stats).join(", ")}
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

/** Readings between two SQL instants; those that were known at a time, if one is given. */
function rawRange(selection: SeriesSelection, bounds: Pick<RawRange, "from" | "to">, asOfMs?: number): RawRange {
  const known = asOfMs === undefined ? "" : knownReadings(firstOf(selection), asOfMs, bounds);
  return { ...bounds, scope: `${selection.rawScope} ${known}` };
}

function firstOf({ metrics: [first] }: SeriesSelection): Metric {
  if (first === undefined) throw new Error("no metric selected");
  return first;
}

function rollupStatement(plan: SeriesPlan, selection: SeriesSelection, asked: Asked & { closed: ClosedUntil }): string {
  return `
    SELECT
        node, attribute, grouping(step) AS whole, step, max(version), max(closed_ms), max(restated),
        ${rollupStats(asked.stats).join(", ")}
    FROM (
        SELECT *, ${stepOf("toInt64(toUInt32(at)) * 1000")} AS step
        FROM (${rollupRows(plan, selection, asked).join(" UNION ALL ")})
        WHERE 1 ${selection.attributeScope}
    )
    ${GROUPING}`;
}

/** Closed days, then hours that are in no closed day, then readings of hours that are not closed. */
function rollupRows(
  plan: SeriesPlan,
  selection: SeriesSelection,
  { closed, asOfMs }: { closed: ClosedUntil; asOfMs?: number | undefined },
): string[] {
  const { fromMs, toMs } = plan;
  const clamp = (ms: number) => Math.min(Math.max(ms, fromMs), toMs);
  const daysEnd = plan.source === "daily" ? clamp(closed.daysMs) : fromMs;
  const hoursEnd = Math.max(daysEnd, clamp(closed.hoursMs));
  const bounds = { from: instant(String(hoursEnd)), to: instant(String(toMs)) };
  const open = hourlyRowsQuery(firstOf(selection).table, selection.metrics, rawRange(selection, bounds, asOfMs));
  return [
    ...(daysEnd > fromMs ? [closedRowsQuery(closedDays, { fromMs, toMs: daysEnd, asOfMs })] : []),
    ...(hoursEnd > daysEnd ? [closedRowsQuery(closedHours, { fromMs: daysEnd, toMs: hoursEnd, asOfMs })] : []),
    ...(toMs > hoursEnd
      ? [`SELECT hour AS at, ${rollupColumns}, 0 AS version, 0 AS closed_ms, 0 AS restated FROM (${open})`]
      : []),
  ];
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
  let scale = 1;
  for (const [node, attribute, whole, step, version, closedAtMs, restated, ...stored] of rows) {
    let series = all.at(-1);
    if (series?.node !== node || series.attribute !== attribute) {
      series = { node, attribute, summary: [], points: [] };
      scale = scaleOf(request.metric, attribute);
      all.push(series);
    }
    const values = stored.map((value, index) => toUnit(value, request.stats[index]?.kind === "count" ? 1 : scale));
    const closed = version === 0 ? undefined : { version, closedAtMs, isRestated: restated === 1 };
    if (whole === 1) Object.assign(series, { summary: values }, closed && { closed });
    else series.points.push({ atMs: plan.fromMs + step * plan.stepMs, values, ...(closed && { closed }) });
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
