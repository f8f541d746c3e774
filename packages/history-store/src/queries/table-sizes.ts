import type { History } from "../connect.js";

const SQL = `
  SELECT table, sum(rows) AS rows, sum(bytes_on_disk) AS bytes, count() AS parts
  FROM system.parts
  WHERE database = currentDatabase() AND active
  GROUP BY table ORDER BY bytes DESC`;

export interface TableSize {
  table: string;
  rows: number;
  /** On disk, compressed. */
  bytes: number;
  parts: number;
}

/** What each table of the history holds, the largest first; all workspaces together. */
export async function tableSizes({ client }: History): Promise<TableSize[]> {
  return (await client.query({ query: SQL, format: "JSONEachRow" })).json<TableSize>();
}
