import type { History } from "../connect.js";

/** A node, whoever's it is. */
export interface NodeName {
  workspace: string;
  node: string;
}

const SQL = `
  SELECT workspace, node FROM known_nodes
  WHERE (workspace, node) > ({workspace:String}, {node:String})
  GROUP BY workspace, node HAVING max(last_seen) >= fromUnixTimestamp64Milli({sinceMs:Int64}, 'UTC')
  ORDER BY workspace, node LIMIT {limit:UInt32}`;

/** The next nodes in the order of their names, of all workspaces, that were heard of since a time. */
export async function nodesAfter(
  { client }: History,
  { after, sinceMs, limit }: { after: NodeName; sinceMs: number; limit: number },
): Promise<NodeName[]> {
  const result = await client.query({ query: SQL, query_params: { ...after, sinceMs, limit }, format: "JSONEachRow" });
  return result.json<NodeName>();
}
