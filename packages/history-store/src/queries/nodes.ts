import type { History } from "../connect.js";

const sql = (condition: string) => `
  SELECT node, toUnixTimestamp64Milli(min(first_seen)) AS firstSeenMs, toUnixTimestamp64Milli(max(last_seen)) AS lastSeenMs
  FROM known_nodes
  WHERE workspace = {workspace:String} ${condition}
  GROUP BY node ORDER BY node LIMIT 100000`;

/** A node that was ever heard of, with the times of its oldest and newest reading. */
export interface KnownNode {
  node: string;
  firstSeenMs: number;
  lastSeenMs: number;
}

/** The nodes of a workspace, by name. */
export function nodes(history: History, workspace: string): Promise<KnownNode[]> {
  return read(history, sql(""), { workspace });
}

/** One of them, undefined when it was never heard of. */
export async function knownNode(
  history: History,
  name: { workspace: string; node: string },
): Promise<KnownNode | undefined> {
  return (await read(history, sql("AND node = {node:String}"), name))[0];
}

async function read({ client }: History, query: string, parameters: Record<string, string>): Promise<KnownNode[]> {
  const result = await client.query({ query, query_params: parameters, format: "JSONEachRow" });
  return result.json<KnownNode>();
}
