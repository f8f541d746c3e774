import { type Metric, parseAttribute } from "@statwire/events";
import type { History } from "../connect.js";
import { dayMs } from "../rollups/close-day.js";
import { hourlyRowsQuery } from "../rollups/hourly-rows.js";
import { attributeExpression, type RawRange, readingOf, readingsQuery, seriesKey } from "../rollups/readings.js";
import { keptSince } from "../schema/retention-changes.js";
import { type AsOfRefusal, asOfRefusal } from "./as-of.js";
import { type ClosedTable, closedDays, closedHours, closedRowsQuery, rollupColumns } from "./closed-rows.js";
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
    plan.source === "raw"
      ? rawStatement(plan, selection, request)
      : rollupStatement(plan, selection, { ...request, closed });
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

/**
 * Statistics are taken by the stored columns, and what they are called is put into words once a series: with the text and
 * a tuple for every reading, a week of 100 nodes every 10 s took 930 ms of the processor, without them 260 to 480.
 */
function rawStatement(plan: SeriesPlan, selection: SeriesSelection, { stats, asOfMs }: Asked): string {
  const { metrics } = selection;
  const { entity, fixed } = firstOf(selection);
  const range = rawRange(selection, { from: instant("{from:Int64}"), to: instant("{to:Int64}") }, asOfMs);
  const several = metrics.length > 1;
  const key = ["node", ...(entity ? [entity.column] : []), ...(several ? ["fixed"] : [])].join(", ");
  const values = readingStats(stats);
  return `
    SELECT
        node, ${attributeExpression(metrics, several ? "fixed" : `'${fixed?.value ?? ""}'`)} AS attribute,
        whole, step, 0, 0, 0, ${values.map((_, index) => `stat_${index}`).join(", ")}
    FROM (
        SELECT ${key}, ${pointColumns(plan)}, ${values.map((value, index) => `${value} AS stat_${index}`).join(", ")}
        FROM (
            SELECT ${key}, ts, value, ranked, grown, seconds${stepColumn(plan, "toUnixTimestamp64Milli(ts)")}
            FROM (${several ? severalValues(selection, range) : oneValue(selection, range)})
        )
        ${grouping(plan, key)}
    )
    WHERE 1 ${selection.attributeScope}
    ${ORDER}`;
}

/**
 * Readings of one metric: series key, `ts`, `value`, `grown`, `seconds`, and `ranked`, the number by whose order quantiles
 * are told. Of a gauge that is the integer as it is stored, half the bytes to select in (of the same week 380 ms, not 480).
 */
function oneValue(selection: SeriesSelection, range: RawRange): string {
  const { metrics } = selection;
  const first = firstOf(selection);
  const isGauge = first.kind === "gauge";
  const { exists, value, grown, elapsed } = readingOf(first);
  return `
    SELECT ${seriesKey(metrics)}, ts, ${value} AS value, toFloat64(${grown}) AS grown, toFloat64(${elapsed}) AS seconds,
        ${isGauge ? `assumeNotNull(${first.column})` : "value"} AS ranked
    FROM (${readingsQuery(first.table, metrics, range)})
    WHERE ${exists}${isGauge ? "" : ` AND ts >= ${range.from}`}`;
}

/** The same of several metrics of one table in one pass over it, each under its `fixed` attribute value. */
function severalValues(selection: SeriesSelection, range: RawRange): string {
  const { metrics } = selection;
  const tuples = metrics.map((metric) => {
    const { exists, value, grown, elapsed } = readingOf(metric);
    return `('${metric.fixed?.value ?? ""}', ${exists}, ${value}, toFloat64(${grown}), toFloat64(${elapsed}))`;
  });
  return `
    SELECT
        ${seriesKey(metrics)}, ts, reading.1 AS fixed, reading.3 AS value, value AS ranked, reading.4 AS grown, reading.5 AS seconds
    FROM (
        SELECT ${seriesKey(metrics)}, ts, arrayJoin([${tuples.join(", ")}]) AS reading
        FROM (${readingsQuery(firstOf(selection).table, metrics, range)})
        WHERE ts >= ${range.from}
    )
    WHERE reading.2`;
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
        node, attribute, ${pointColumns(plan)}, max(version), max(closed_ms), max(restated),
        ${rollupStats(asked.stats).join(", ")}
    FROM (
        SELECT *${stepColumn(plan, "toInt64(toUInt32(at)) * 1000")}
        FROM (${rollupRows(plan, selection, asked).join(" UNION ALL ")})
        WHERE 1 ${selection.attributeScope}
    )
    ${grouping(plan, "node, attribute")}
    ${ORDER}`;
}

/** Closed days, hours that are in no closed day that is read, and readings of hours that are not closed. */
function rollupRows(
  plan: SeriesPlan,
  selection: SeriesSelection,
  { closed, asOfMs }: { closed: ClosedUntil; asOfMs?: number | undefined },
): string[] {
  const { fromMs, toMs } = plan;
  const clamp = (ms: number) => Math.min(Math.max(ms, fromMs), toMs);
  const days = daysWithin(plan, { closed, asOfMs });
  const hoursEnd = Math.max(days.toMs, clamp(closed.hoursMs));
  const bounds = { from: instant(String(hoursEnd)), to: instant(String(toMs)) };
  const open = hourlyRowsQuery(firstOf(selection).table, selection.metrics, rawRange(selection, bounds, asOfMs));
  const closedRows = (table: ClosedTable, from: number, to: number) =>
    to > from ? [closedRowsQuery(table, { fromMs: from, toMs: to, asOfMs, scope: selection.attributeScope })] : [];
  return [
    ...closedRows(closedHours, fromMs, days.fromMs),
    ...closedRows(closedDays, days.fromMs, days.toMs),
    ...closedRows(closedHours, days.toMs, hoursEnd),
    ...(toMs > hoursEnd
      ? [`SELECT hour AS at, ${rollupColumns}, 0 AS version, 0 AS closed_ms, 0 AS restated FROM (${open})`]
      : []),
  ];
}

/**
 * The closed days that are read, whose sums are those of their hours: all of a plan of days; and of one point over weeks
 * those that lie within it, a twenty-fourth of the rows. What was known at a time is read from the hours of then.
 */
function daysWithin(
  plan: SeriesPlan,
  { closed, asOfMs }: { closed: ClosedUntil; asOfMs?: number | undefined },
): { fromMs: number; toMs: number } {
  const { source, fromMs, toMs } = plan;
  if (source === "daily") return { fromMs, toMs: Math.min(Math.max(closed.daysMs, fromMs), toMs) };
  const fromDayMs = Math.ceil(fromMs / dayMs) * dayMs;
  const toDayMs = Math.min(Math.floor(toMs / dayMs) * dayMs, closed.daysMs);
  const insteadOfHours = isOnePoint(plan) && asOfMs === undefined && toDayMs - fromDayMs >= daysOfOnePointMs;
  return insteadOfHours ? { fromMs: fromDayMs, toMs: toDayMs } : { fromMs, toMs: fromMs };
}

/** Below it an answer comes from hours soon enough, and says by itself which of them were closed again. */
const daysOfOnePointMs = 7 * dayMs;

function instant(milliseconds: string): string {
  return `fromUnixTimestamp64Milli(toInt64(${milliseconds}), 'UTC')`;
}

function stepOf(milliseconds: string): string {
  return `intDiv(${milliseconds} - {from:Int64}, {step:Int64})`;
}

/** One point is its own summary: grouped once, it takes half the time. */
function isOnePoint({ fromMs, toMs, stepMs }: SeriesPlan): boolean {
  return stepMs >= toMs - fromMs;
}

function stepColumn(plan: SeriesPlan, milliseconds: string): string {
  return isOnePoint(plan) ? "" : `, ${stepOf(milliseconds)} AS step`;
}

function pointColumns(plan: SeriesPlan): string {
  return isOnePoint(plan) ? "1 AS whole, 0 AS step" : "grouping(step) AS whole, step";
}

function grouping(plan: SeriesPlan, key: string): string {
  return isOnePoint(plan) ? `GROUP BY ${key}` : `GROUP BY GROUPING SETS ((${key}, step), (${key}))`;
}

const ORDER = `ORDER BY node, attribute, whole, step LIMIT ${rowsMax}`;

function toSeries(rows: readonly Row[], request: SeriesRequest, plan: SeriesPlan): SeriesData[] {
  const all: SeriesData[] = [];
  const wholeIsPoint = isOnePoint(plan);
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
    if (whole === 0 || wholeIsPoint) {
      series.points.push({ atMs: plan.fromMs + step * plan.stepMs, values, ...(closed && { closed }) });
    }
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
