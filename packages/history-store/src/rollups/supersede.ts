import type { History } from "../connect.js";

const levels = {
  "1h": { table: "metric_1h", column: "hour" },
  "1d": { table: "metric_1d", column: "day" },
} as const;

export interface Superseded {
  level: keyof typeof levels;
  /** Start of the hour or day, Unix milliseconds. */
  startMs: number;
  /** Of the close to come: rows of lower versions are kept. */
  version: number;
  /** Which rows it will replace: SQL beginning with AND, and its parameters. */
  scope: string;
  parameters: Record<string, unknown>;
}

/**
 * Keeps the rows that a close is about to replace, for reads as of a time before it. To be called before its first row
 * is written. Costs one small query for an hour or a day that was never closed; a repeat keeps the same rows.
 */
export async function supersede(history: History, superseded: Superseded): Promise<void> {
  const { level, version, scope, parameters } = superseded;
  const start = Math.floor(superseded.startMs / 1000);
  if (!(await wasClosed(history, { level, start }))) return;
  const { table, column } = levels[level];
  const columns = `workspace, metric, node, attribute, ${column}, n, total, lo, hi, last, increase, seconds, buckets, counts, version`;
  await history.client.command({
    query: `
      INSERT INTO ${table}_superseded (${columns})
      SELECT ${columns} FROM ${table} FINAL
      WHERE ${column} = toDateTime({start:UInt32}, 'UTC') AND version < {version:UInt64} ${scope}`,
    query_params: { ...parameters, start, version },
    clickhouse_settings: { deduplicate_insert_select: "disable", async_insert: 0, max_threads: 1 },
  });
}

async function wasClosed({ client }: History, parameters: { level: string; start: number }): Promise<boolean> {
  const result = await client.query({ query: CLOSED, query_params: parameters, format: "JSONEachRow" });
  return (await result.json()).length > 0;
}

const CLOSED = `
  SELECT 1 FROM rollup_closes WHERE level = {level:String} AND start = toDateTime({start:UInt32}, 'UTC') LIMIT 1`;
