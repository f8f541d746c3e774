/** A table of closed hours or days. */
export interface ClosedTable {
  table: "metric_1h" | "metric_1d";
  level: "1h" | "1d";
  /** The column of its time. */
  column: "hour" | "day";
}

export const closedHours: ClosedTable = { table: "metric_1h", level: "1h", column: "hour" };
export const closedDays: ClosedTable = { table: "metric_1d", level: "1d", column: "day" };

export interface ClosedRange {
  /** Whole hours or days, half-open, Unix milliseconds. */
  fromMs: number;
  toMs: number;
  /** Only what had been closed by then, in the version of that time; absent: the latest. */
  asOfMs?: number | undefined;
  /** A condition on the rows, beginning with AND, or empty for all. */
  scope: string;
}

/** What a row of a rollup has beside its key: statistics of one series over one hour or day. */
export const rollupColumns = "node, attribute, n, total, lo, hi, last, increase, seconds, buckets, counts";

/**
 * A query for the closed rows of one workspace, metric and some nodes (parameters `workspace`, `metric`, `nodes`): time
 * in `at`, `rollupColumns`, and for each row its `version`, when that was closed (`closed_ms`, Unix milliseconds), and
 * whether its hour or day had been closed before (`restated`). As of a time, a close counts from when it was recorded.
 */
export function closedRowsQuery(closed: ClosedTable, range: ClosedRange): string {
  const { table } = closed;
  const isLatest = range.asOfMs === undefined;
  const versions = isLatest ? [`${table} FINAL`] : [`${table} FINAL`, `${table}_superseded`];
  return `
    SELECT at, ${rollupColumns}, stored.version AS version, closes.closed_ms AS closed_ms, closes.restated AS restated
    FROM (${versions.map((from) => storedRows(from, closed, range)).join(" UNION ALL ")}) AS stored
    ${isLatest ? "LEFT ANY" : "INNER"} JOIN (${closesQuery(closed, range)}) AS closes
        ON closes.start = stored.at AND closes.version = stored.version
    ${isLatest ? "" : "ORDER BY version DESC LIMIT 1 BY node, attribute, at"}`;
}

function storedRows(from: string, { column }: ClosedTable, range: ClosedRange): string {
  return `
    SELECT ${column} AS at, ${rollupColumns}, version FROM ${from}
    WHERE workspace = {workspace:String} AND metric = {metric:String} AND node IN {nodes:Array(String)}
        AND ${between(column, range)} ${range.scope}`;
}

/** One row for each version that an hour or day was closed in. A close that was repeated counts from the first time. */
function closesQuery({ level }: ClosedTable, range: ClosedRange): string {
  const { asOfMs } = range;
  return `
    SELECT start, version, toUnixTimestamp64Milli(min(closed_at)) AS closed_ms,
        version > min(version) OVER (PARTITION BY start) AS restated
    FROM rollup_closes
    WHERE level = '${level}' AND ${between("start", range)}
        ${asOfMs === undefined ? "" : `AND closed_at <= fromUnixTimestamp64Milli(toInt64(${asOfMs}), 'UTC')`}
    GROUP BY start, version`;
}

function between(column: string, { fromMs, toMs }: ClosedRange): string {
  return `${column} >= toDateTime(${fromMs / 1000}, 'UTC') AND ${column} < toDateTime(${toMs / 1000}, 'UTC')`;
}
