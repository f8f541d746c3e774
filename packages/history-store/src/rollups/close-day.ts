import type { History } from "../connect.js";
import { recordClose } from "./record-close.js";

export const dayMs = 86_400_000;

const STATEMENT = `
  INSERT INTO metric_1d (workspace, metric, node, attribute, day, n, total, lo, hi, last, increase, seconds, buckets, counts, version)
  SELECT workspace, metric, node, attribute, toDateTime({day:UInt32}, 'UTC'),
      sum(n), sum(total), min(lo), max(hi), argMax(last, hour), sum(increase), sum(seconds),
      (sumMap(buckets, counts) AS merged).1, merged.2, {version:UInt64}
  FROM metric_1h FINAL
  WHERE hour >= toDateTime({day:UInt32}, 'UTC') AND hour < toDateTime({day:UInt32} + 86400, 'UTC')
  GROUP BY workspace, metric, node, attribute`;

/** Writes a day's rollup from its closed hours, and records it. A repeat writes the same rows again. */
export async function closeDay(history: History, close: { dayMs: number; version: number }): Promise<void> {
  await history.client.command({
    query: STATEMENT,
    query_params: { day: Math.floor(close.dayMs / 1000), version: close.version },
    clickhouse_settings: { deduplicate_insert_select: "disable", async_insert: 0, max_threads: 1 },
  });
  await recordClose(history, { level: "1d", startMs: close.dayMs, version: close.version, nodes: 0 });
}
