import type { History } from "../connect.js";

/** The most logs of a node that are listed. */
const logsMax = 10_000;

const SQL = `
  SELECT log, max(last_line) AS totalLines, toUnixTimestamp64Milli(max(last_at)) AS lastAtMs, sum(lines) AS storedLines
  FROM known_logs
  WHERE workspace = {workspace:String} AND node = {node:String}
  GROUP BY log ORDER BY log LIMIT ${logsMax}`;

/** One log of a node that was ever heard of. */
export interface KnownLog {
  log: string;
  /** Number of its last line. */
  totalLines: number;
  /** When that was written (Unix milliseconds). */
  lastAtMs: number;
  /** How many lines have ever been stored; those past the retention are gone. */
  storedLines: number;
}

/** The logs of a node, by name. */
export async function logs({ client }: History, node: { workspace: string; node: string }): Promise<KnownLog[]> {
  const result = await client.query({ query: SQL, query_params: node, format: "JSONEachRow" });
  return result.json<KnownLog>();
}
