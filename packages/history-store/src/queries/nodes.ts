import type { History } from "../connect.js";

const SQL = `
  SELECT node, toUnixTimestamp64Milli(min(first_seen)) AS firstSeenMs, toUnixTimestamp64Milli(max(last_seen)) AS lastSeenMs
  FROM known_nodes
  WHERE workspace = {workspace:String}
  GROUP BY node ORDER BY node LIMIT 100000`;

/** A node that was ever heard of, with the times of its oldest and newest reading. */
export interface KnownNode {
  node: string;
  firstSeenMs: number;
  lastSeenMs: number;
}

/** The nodes of a workspace, by name. */
export async function nodes({ client }: History, workspace: string): Promise<KnownNode[]> {
  const result = await client.query({ query: SQL, query_params: { workspace }, format: "JSONEachRow" });
  return result.json<KnownNode>();
}
