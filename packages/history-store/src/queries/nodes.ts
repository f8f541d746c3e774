import type { History } from "../connect.js";

export interface KnownNode {
  node: string;
  /** Unix milliseconds, of readings. */
  firstSeenMs: number;
  lastSeenMs: number;
}

const SQL = `
  SELECT node, toUnixTimestamp64Milli(min(first_seen)) AS firstSeenMs, toUnixTimestamp64Milli(max(last_seen)) AS lastSeenMs
  FROM known_nodes WHERE workspace = {workspace:String}
  GROUP BY node ORDER BY node LIMIT 100000`;

/** Every node of a workspace that was ever heard of, by name. */
export async function listKnownNodes({ client }: History, workspace: string): Promise<KnownNode[]> {
  const result = await client.query({ query: SQL, query_params: { workspace }, format: "JSONEachRow" });
  return result.json<KnownNode>();
}
