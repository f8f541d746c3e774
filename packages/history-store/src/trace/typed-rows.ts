import type { History } from "../connect.js";

/** How many rows a typed table has of a reading. */
export interface TypedRows {
  table: string;
  rows: number;
}

const TABLES = `
  SELECT table FROM system.columns
  WHERE database = currentDatabase() AND name = 'ts' AND is_in_sorting_key ORDER BY table`;

/**
 * The typed tables that have rows of a node's reading. Their rows do not name the event, but no two events of a family
 * are dated to one millisecond, and what two families read lies in different tables.
 * @param observedAtMs Unix milliseconds, as the event has them
 */
export async function typedRows(
  { client }: History,
  { workspace, node, observedAtMs }: { workspace: string; node: string; observedAtMs: number },
): Promise<TypedRows[]> {
  const tables = await (await client.query({ query: TABLES, format: "JSONEachRow" })).json<{ table: string }>();
  if (tables.length === 0) return [];
  const counts = tables.map(
    ({ table }) => `SELECT '${table}' AS table, toUInt32(count()) AS rows FROM ${table}
      WHERE workspace = {workspace:String} AND node = {node:String}
          AND ts = fromUnixTimestamp64Milli({observedAtMs:Int64}, 'UTC')`,
  );
  const query = `SELECT * FROM (${counts.join(" UNION ALL ")}) WHERE rows > 0 ORDER BY table`;
  const result = await client.query({
    query,
    query_params: { workspace, node, observedAtMs },
    format: "JSONEachRow",
    clickhouse_settings: { max_threads: 2 },
  });
  return result.json<TypedRows>();
}
