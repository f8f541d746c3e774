import type { Metric } from "@statwire/events";
import type { History } from "../connect.js";
import { bucketRepresentative } from "../rollups/buckets.js";
import { hourlyRows, lookBackSeconds } from "../rollups/close-hour.js";
import { chooseSource, type SeriesSource } from "./choose-source.js";

/** A statistic of what falls into one step. Of a counter all but `increase` are of its rate per second. */
export type SeriesStat =
  | { kind: "avg" | "min" | "max" | "last" | "sum" | "count" | "rate" | "increase" }
  | { kind: "quantile"; quantile: number };

export interface MetricSeriesRequest {
  workspace: string;
  nodes: readonly string[];
  /** Entries of the catalogue, usually all of one name. */
  metrics: readonly Metric[];
  /** Only these attribute texts; every one when absent. */
  attributes?: readonly string[];
  /** Half-open, Unix milliseconds. */
  fromMs: number;
  toMs: number;
  /** Steps start at multiples of it since 1970; one as long as the range is one value for all of it. */
  stepMs: number;
  stats: readonly SeriesStat[];
  nowMs: number;
}

/** One series; values in the metric's unit, in the order of `stats`. */
export interface MetricSeries {
  node: string;
  attribute: string;
  points: { atMs: number; values: (number | null)[] }[];
}

/** More rows than this are not answered. */
const rowsMax = 1_000_000;

/** Reads series from whichever level of detail suits range and step; hours that are not closed yet come from raw data. */
export async function metricSeries(
  history: History,
  request: MetricSeriesRequest,
): Promise<{ source: SeriesSource; series: MetricSeries[] }> {
  const source = chooseSource({ ...request, retention: history.options.retention });
  const closed = source === "raw" ? { hourMs: 0, dayMs: 0 } : await closedUpTo(history);
  const perMetric = await Promise.all(
    request.metrics.map(async (metric) =>
      toSeries(await readRows(history, request, metric, source, closed), metric, request),
    ),
  );
  return { source, series: perMetric.flat() };
}

interface Row {
  node: string;
  attribute: string;
  start: number;
  v: (number | null)[];
}

async function readRows(
  history: History,
  request: MetricSeriesRequest,
  metric: Metric,
  source: SeriesSource,
  closed: ClosedUpTo,
): Promise<Row[]> {
  const query = source === "raw" ? rawStatement(metric, request) : rollupStatement(metric, request, source, closed);
  const result = await history.client.query({
    query,
    query_params: {
      workspace: request.workspace,
      nodes: request.nodes,
      attributes: request.attributes ?? [],
      anyAttribute: request.attributes === undefined ? 1 : 0,
      metric: metric.name,
      from: request.fromMs,
      to: request.toMs,
      step: request.stepMs,
      origin: request.stepMs >= request.toMs - request.fromMs ? request.fromMs : 0,
      rowsMax,
    },
    format: "JSONEachRow",
  });
  return result.json<Row>();
}

const BIN = "toInt64({origin:Int64} + intDiv(at - {origin:Int64}, {step:Int64}) * {step:Int64}) AS bin";

const SCOPE = "AND workspace = {workspace:String} AND node IN {nodes:Array(String)}";

function outer(rows: string, values: readonly string[]): string {
  return `
    SELECT node, attribute, bin AS start, [${values.map((value) => `toNullable(toFloat64(${value}))`).join(", ")}] AS v
    FROM (SELECT *, ${BIN} FROM (${rows}) WHERE {anyAttribute:UInt8} OR has({attributes:Array(String)}, attribute))
    GROUP BY node, attribute, bin ORDER BY node, attribute, bin LIMIT {rowsMax:UInt32}`;
}

/** Exact: every reading, and of counters the rate since the reading before it. */
function rawStatement(metric: Metric, { stats }: MetricSeriesRequest): string {
  const counter = metric.kind === "counter";
  const entity = metric.entity?.column;
  const key = ["node", ...(entity === undefined ? [] : [entity])].join(", ");
  const previous = `lagInFrame(${metric.column}) OVER w`;
  const growth = `if(${metric.column} >= ${previous}, ${metric.column} - ${previous}, ${metric.column})`;
  const readings = `
    SELECT node, ${attributeOf(metric)} AS attribute, toUnixTimestamp64Milli(ts) AS at,
        ${counter ? `lagInFrame(toUnixTimestamp64Milli(ts)) OVER w AS previous, (at - previous) / 1000 AS elapsed, ${growth} AS grown, if(elapsed > 0, grown / elapsed, 0.) AS value` : `assumeNotNull(${metric.column}) AS value`}
    FROM ${metric.table}
    WHERE ts >= fromUnixTimestamp64Milli({from:Int64} - ${lookBackSeconds * 1000}) AND ts < fromUnixTimestamp64Milli({to:Int64})
        ${counter ? "" : `AND isNotNull(${metric.column})`} ${SCOPE}
    ${counter ? `WINDOW w AS (PARTITION BY ${key} ORDER BY ts)` : ""}`;
  const counted = `SELECT * FROM (${readings}) WHERE at >= {from:Int64} ${counter ? "AND previous > 0 AND elapsed > 0" : ""}`;
  return outer(counted, stats.map(rawStat));
}

function rawStat(stat: SeriesStat): string {
  if (stat.kind === "quantile") return `quantileExact(${stat.quantile})(value)`;
  const byKind = {
    avg: "avg(value)",
    min: "min(value)",
    max: "max(value)",
    last: "argMax(value, at)",
    sum: "sum(value)",
    count: "count()",
    rate: "sum(grown) / sum(elapsed)",
    increase: "sum(grown)",
  };
  return byKind[stat.kind];
}

interface ClosedUpTo {
  /** End of what is closed, Unix milliseconds; 0 when nothing is. */
  hourMs: number;
  dayMs: number;
}

/** Closed days or hours, then what is not closed yet from the next finer level. */
function rollupStatement(
  metric: Metric,
  request: MetricSeriesRequest,
  source: "1h" | "1d",
  closed: ClosedUpTo,
): string {
  const columns = "node, attribute, n, total, lo, hi, last, increase, seconds, buckets, counts";
  const closedRows = (table: string, time: string, fromMs: number, toMs: number) => `
    SELECT ${columns}, toInt64(toUnixTimestamp(${time})) * 1000 AS at FROM ${table} FINAL
    WHERE metric = {metric:String} ${SCOPE}
        AND ${time} >= toDateTime(${Math.floor(fromMs / 1000)}, 'UTC') AND ${time} < toDateTime(${Math.ceil(toMs / 1000)}, 'UTC')
        ${fixedCondition(metric)}`;
  const { fromMs, toMs } = request;
  const hourMs = 3_600_000;
  const daysEnd = source === "1d" ? Math.min(Math.max(closed.dayMs, fromMs), toMs) : fromMs;
  const hoursEnd = Math.min(Math.max(closed.hourMs, daysEnd), toMs);
  const parts = [
    ...(source === "1d" ? [closedRows("metric_1d", "day", startOf(fromMs, 24 * hourMs), daysEnd)] : []),
    closedRows("metric_1h", "hour", startOf(daysEnd, hourMs), hoursEnd),
    `SELECT ${columns}, toInt64(toUnixTimestamp(hour)) * 1000 AS at FROM (${hourlyRows(metric.table, {
      fromSeconds: String(startOf(hoursEnd, hourMs) / 1000),
      toSeconds: String(Math.ceil(toMs / 1000)),
      scope: SCOPE,
      metrics: [metric],
    })})`,
  ];
  return outer(parts.join(" UNION ALL "), request.stats.map(rollupStat));
}

function startOf(timeMs: number, lengthMs: number): number {
  return Math.floor(timeMs / lengthMs) * lengthMs;
}

/** Rows of one name differ in the fixed part of their attribute. */
function fixedCondition({ fixed, entity }: Metric): string {
  if (fixed === undefined) return "";
  return entity === undefined ? `AND attribute = '${fixed.value}'` : `AND endsWith(attribute, ':${fixed.value}')`;
}

function rollupStat(stat: SeriesStat): string {
  if (stat.kind === "quantile") {
    const representatives = `arrayMap(b -> ${bucketRepresentative("b")}, buckets)`;
    return `if(sum(length(buckets)) = 0, NULL, quantileExactWeightedArray(${stat.quantile})(${representatives}, counts))`;
  }
  const byKind = {
    avg: "sum(total) / sum(n)",
    min: "min(lo)",
    max: "max(hi)",
    last: "argMax(last, at)",
    sum: "sum(total)",
    count: "sum(n)",
    rate: "sum(increase) / sum(seconds)",
    increase: "sum(increase)",
  };
  return byKind[stat.kind];
}

/** `attributeText` of the events package, in SQL. */
function attributeOf({ entity, fixed }: Metric): string {
  if (entity === undefined) return `'${fixed?.value ?? ""}'`;
  return fixed === undefined ? `toString(${entity.column})` : `concat(toString(${entity.column}), ':${fixed.value}')`;
}

async function closedUpTo({ client }: History): Promise<ClosedUpTo> {
  const result = await client.query({ query: CLOSED_UP_TO, format: "JSONEachRow" });
  const [row] = await result.json<{ hour: number; day: number }>();
  return { hourMs: (row?.hour ?? 0) * 1000, dayMs: (row?.day ?? 0) * 1000 };
}

const CLOSED_UP_TO = `
  SELECT
      toUInt32(if(countIf(level = '1h' AND nodes = 0) = 0, 0, maxIf(start, level = '1h' AND nodes = 0) + 3600)) AS hour,
      toUInt32(if(countIf(level = '1d') = 0, 0, maxIf(start, level = '1d') + 86400)) AS day
  FROM rollup_closes`;

function toSeries(rows: readonly Row[], { scale }: Metric, { stats }: MetricSeriesRequest): MetricSeries[] {
  const byKey = new Map<string, MetricSeries>();
  for (const { node, attribute, start, v } of rows) {
    const key = `${node}\0${attribute}`;
    const series = byKey.get(key) ?? { node, attribute, points: [] };
    byKey.set(key, series);
    series.points.push({ atMs: start, values: v.map((value, index) => inUnit(value, scale, stats[index])) });
  }
  return [...byKey.values()];
}

/** Twelve digits say all that was measured and leave the noise of binary fractions out. */
function inUnit(value: number | null, scale: number, stat: SeriesStat | undefined): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  return stat?.kind === "count" ? value : Number((value * scale).toPrecision(12));
}
