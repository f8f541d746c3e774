import { isSurvey, type Metric, type MetricTable } from "@statwire/events";

/** How old the previous reading of a counter may be. A longer gap tells nothing of the rate within it. */
const gapSecondsMax = 300;

/** The same for surveys, which are read on a slow clock. The views on late events (0004, 0009) count with both. */
const surveyGapSecondsMax = 3_600;

/** Which raw rows are read: SQL of two DateTime64(3) (half-open), and of a condition beginning with AND. */
export interface RawRange {
  from: string;
  to: string;
  scope: string;
}

/** What tells the series of a typed table apart, as a list of columns: workspace, node and the entity if it has one. */
export function seriesKey(metrics: readonly Metric[]): string {
  const entity = metrics[0]?.entity?.column;
  return ["workspace", "node", ...(entity === undefined ? [] : [entity])].join(", ");
}

/**
 * A query for the readings of one typed table: series key, `ts`, the metrics' columns, and for each counter
 * `grown_<column>`, by how much it grew in the `elapsed` seconds since the reading before; -1 where there is none
 * within 300 s (of a survey: an hour). It also reads that time before the range: the caller drops it by `ts`.
 */
export function readingsQuery(table: MetricTable, metrics: readonly Metric[], range: RawRange): string {
  const key = seriesKey(metrics);
  const columns = distinctColumns(metrics);
  const counters = distinctColumns(metrics.filter(({ kind }) => kind === "counter"));
  const gapSeconds = gapSecondsOf(metrics);
  const lookBackSeconds = counters.length === 0 ? 0 : gapSeconds;
  const growth = [
    "lagInFrame(toUnixTimestamp64Milli(ts)) OVER w AS previous_ms",
    "(toUnixTimestamp64Milli(ts) - previous_ms) / 1000 AS elapsed",
    ...counters.map((column) => `${growthExpression(column, gapSeconds)} AS grown_${column}`),
  ];
  return `
    SELECT ${[key, "ts", ...columns, ...(counters.length === 0 ? [] : growth)].join(", ")}
    FROM ${table}
    WHERE ts >= ${range.from} - INTERVAL ${lookBackSeconds} SECOND AND ts < ${range.to} ${range.scope}
    ${counters.length === 0 ? "" : `WINDOW w AS (PARTITION BY ${key} ORDER BY ts)`}`;
}

/** How one metric is taken from a row of `readingsQuery`: SQL. Of a counter the value is its rate per second. */
export function readingOf(metric: Metric): { exists: string; value: string; grown: string; elapsed: string } {
  if (metric.kind === "gauge") {
    const value = `toFloat64(assumeNotNull(${metric.column}))`;
    return { exists: `isNotNull(${metric.column})`, value, grown: "0.", elapsed: "0." };
  }
  const grown = `grown_${metric.column}`;
  return { exists: `${grown} >= 0`, value: `if(elapsed > 0, ${grown} / elapsed, 0.)`, grown, elapsed: "elapsed" };
}

/** `attributeText` of the events package, in SQL: the entity column, the fixed attribute value, or both. */
export function attributeExpression(metrics: readonly Metric[], fixed: string): string {
  const entity = metrics[0]?.entity?.column;
  return entity === undefined
    ? `toString(${fixed})`
    : `if(${fixed} = '', toString(${entity}), concat(toString(${entity}), ':', ${fixed}))`;
}

/** How old the previous reading of these metrics' counters may be, in seconds: all are of one typed table. */
export function gapSecondsOf([first]: readonly Metric[]): number {
  return first !== undefined && first.module !== "inventory" && isSurvey(first.module)
    ? surveyGapSecondsMax
    : gapSecondsMax;
}

/** After a reset a counter stands at what it has counted since. A reading that lacks it tells nothing. */
function growthExpression(column: string, gapSeconds: number): string {
  const previous = `lagInFrame(${column}) OVER w`;
  const reset = `if(isNull(${previous}), NULL, ${column})`;
  const growth = `if(${column} >= ${previous}, ${column} - ${previous}, ${reset})`;
  return `assumeNotNull(ifNull(if(elapsed <= 0 OR elapsed > ${gapSeconds}, -1, ${growth}), -1))`;
}

/** The columns of metrics, each once: several metrics may share one. */
export function distinctColumns(metrics: readonly Metric[]): string[] {
  return [...new Set(metrics.map(({ column }) => column))];
}
