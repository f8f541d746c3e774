import type { History } from "../connect.js";

/** What was closed: an hour, a day or a month (UTC). */
export type RollupLevel = "1h" | "1d" | "1mo";

export interface Close {
  level: RollupLevel;
  /** Start of the hour, day or month, Unix milliseconds. */
  startMs: number;
  version: number;
  /** How many nodes it was limited to; 0 means every node. */
  nodes: number;
}

/** Records that an hour, a day or a month was closed; only then does it count as closed. */
export async function recordClose({ client }: History, { level, startMs, version, nodes }: Close): Promise<void> {
  await client.insert({
    table: "rollup_closes",
    values: [{ level, start: Math.floor(startMs / 1000), version, nodes }],
    columns: ["level", "start", "version", "nodes"],
    format: "JSONEachRow",
    clickhouse_settings: { async_insert: 0, deduplicate_insert: "disable" },
  });
}
