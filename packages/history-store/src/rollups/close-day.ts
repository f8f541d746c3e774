import type { History } from "../connect.js";
import { recordClose } from "./record-close.js";
import { supersede } from "./supersede.js";

export const dayMs = 86_400_000;

/** The columns of a day's rollup but its version, out of the closed hours of the day that starts at `{day:UInt32}`. */
export const dailyRowsQuery = `
  SELECT workspace, metric, node, attribute, toDateTime({day:UInt32}, 'UTC') AS day,
      sum(h.n) AS n, sum(h.total) AS total, min(h.lo) AS lo, max(h.hi) AS hi, argMax(h.last, h.hour) AS last,
      sum(h.increase) AS increase, sum(h.seconds) AS seconds,
      (sumMap(h.buckets, h.counts) AS merged).1 AS buckets, merged.2 AS counts
  FROM metric_1h AS h FINAL
  WHERE h.hour >= toDateTime({day:UInt32}, 'UTC') AND h.hour < toDateTime({day:UInt32} + 86400, 'UTC')
  GROUP BY workspace, metric, node, attribute`;

/** Nodes of which an hour was closed after the day: the others' rows would be the same again. */
const RESTATED = `
  (workspace, node) IN (
      SELECT workspace, node FROM metric_1h
      WHERE hour >= toDateTime({day:UInt32}, 'UTC') AND hour < toDateTime({day:UInt32} + 86400, 'UTC')
        AND version > {since:UInt64})`;

const STATEMENT = `
  INSERT INTO metric_1d (workspace, metric, node, attribute, day, n, total, lo, hi, last, increase, seconds, buckets, counts, version)
  SELECT workspace, metric, node, attribute, day, n, total, lo, hi, last, increase, seconds, buckets, counts, {version:UInt64}
  FROM (${dailyRowsQuery})
  WHERE ${RESTATED}`;

export interface DayClose {
  /** Start of the day, Unix milliseconds. */
  dayMs: number;
  version: number;
  /** Version of its last close: only nodes with hours of a higher one are written. Absent: all. */
  sinceVersion?: number;
}

/**
 * Writes a day's rollup from its closed hours, and records it. A repeat writes the same rows again; what they replace is
 * kept aside for reads as of a time before.
 */
export async function closeDay(history: History, close: DayClose): Promise<void> {
  const { version, sinceVersion: since = 0 } = close;
  const day = Math.floor(close.dayMs / 1000);
  await supersede(history, {
    level: "1d",
    startMs: close.dayMs,
    version,
    scope: `AND ${RESTATED}`,
    parameters: { day, since },
  });
  await history.client.command({
    query: STATEMENT,
    query_params: { day, version, since },
    clickhouse_settings: { deduplicate_insert_select: "disable", async_insert: 0, max_threads: 1 },
  });
  await recordClose(history, { level: "1d", startMs: close.dayMs, version, nodes: 0 });
}
