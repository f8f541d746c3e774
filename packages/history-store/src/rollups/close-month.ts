import type { ClickHouseSettings } from "@clickhouse/client";
import type { History } from "../connect.js";
import { recordClose } from "./record-close.js";

/** Start of the month (UTC) that a time is in; both in Unix milliseconds. */
export function monthOf(ms: number): number {
  const at = new Date(ms);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth());
}

/** Start of the month after the one that a time is in. */
export function monthAfter(ms: number): number {
  const at = new Date(ms);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1);
}

/** What `monthlyRowsQuery` is of: its parameters, for a month that starts at a time (Unix milliseconds). */
export function monthParameters(monthMs: number): { month: number; monthEnd: number } {
  return { month: monthMs / 1000, monthEnd: monthAfter(monthMs) / 1000 };
}

const daysOfMonth = (column: string) =>
  `${column} >= toDateTime({month:UInt32}, 'UTC') AND ${column} < toDateTime({monthEnd:UInt32}, 'UTC')`;

/** Versions of days that an earlier close had gone before. */
const LATER_VERSIONS = `
  SELECT start, version
  FROM (
      SELECT start, version, version > min(version) OVER (PARTITION BY start) AS is_later FROM rollup_closes
      WHERE level = '1d' AND ${daysOfMonth("start")}
  )
  WHERE is_later`;

/** The columns of a month's rollup but its version, out of the closed days of a month (`monthParameters`). */
export const monthlyRowsQuery = `
  SELECT workspace, metric, node, attribute, toDateTime({month:UInt32}, 'UTC') AS month,
      sum(d.n) AS n, sum(d.total) AS total, min(d.lo) AS lo, max(d.hi) AS hi, argMax(d.last, d.day) AS last,
      sum(d.increase) AS increase, sum(d.seconds) AS seconds,
      (sumMap(d.buckets, d.counts) AS merged).1 AS buckets, merged.2 AS counts,
      max((d.day, d.version) IN (${LATER_VERSIONS})) AS restated
  FROM metric_1d AS d FINAL
  WHERE ${daysOfMonth("d.day")}
  GROUP BY workspace, metric, node, attribute`;

/**
 * For reading `monthlyRowsQuery` in the order of the key, one series after the other: of 10 000 nodes with 60 series the
 * counts of all would be gigabytes at once (of 11 000 series it takes under 200 MB, otherwise over 500).
 */
export const seriesInTurn: ClickHouseSettings = {
  optimize_aggregation_in_order: 1,
  max_threads: 1,
  max_block_size: "8192",
};

/** Nodes of which a day was closed after the month: the others' rows would be the same again. */
const RESTATED = `
  (workspace, node) IN (SELECT workspace, node FROM metric_1d WHERE ${daysOfMonth("day")} AND version > {since:UInt64})`;

const STATEMENT = `
  INSERT INTO metric_1mo (workspace, metric, node, attribute, month, n, total, lo, hi, last, increase, seconds, buckets, counts, restated, version)
  SELECT workspace, metric, node, attribute, month, n, total, lo, hi, last, increase, seconds, buckets, counts, restated, {version:UInt64}
  FROM (${monthlyRowsQuery})
  WHERE ${RESTATED}`;

/** Inserted at once, in bytes: some thirty thousand rows. */
const insertedBytes = "67108864";

export interface MonthClose {
  /** Start of the month (UTC), Unix milliseconds. */
  monthMs: number;
  version: number;
  /** Version of its last close: only nodes with days of a higher one are written. Absent or 0: all. */
  sinceVersion?: number;
}

/** Writes a month's rollup from its closed days, and records it. A repeat writes the same rows again. Errors: the server's. */
export async function closeMonth(history: History, close: MonthClose): Promise<void> {
  const { monthMs, version, sinceVersion: since = 0 } = close;
  await history.client.command({
    query: STATEMENT,
    query_params: { ...monthParameters(monthMs), version, since },
    clickhouse_settings: {
      deduplicate_insert_select: "disable",
      async_insert: 0,
      min_insert_block_size_rows: "0",
      min_insert_block_size_bytes: insertedBytes,
      ...seriesInTurn,
    },
  });
  await recordClose(history, { level: "1mo", startMs: monthMs, version, nodes: 0 });
}
