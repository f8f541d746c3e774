import type { History } from "../connect.js";

/** How far down a family's numbers reach among the events that the log had lately. */
export interface RecentReach {
  workspace: string;
  node: string;
  family: string;
  /** The lowest (run, number) of them. */
  bootId: number;
  sequence: number;
}

const SQL = `
  SELECT workspace, node, family, lowest.1 AS bootId, lowest.2 AS sequence
  FROM (
      SELECT workspace, node, family, min((boot_id, sequence)) AS lowest
      FROM host_events
      WHERE received_at >= fromUnixTimestamp64Milli({sinceMs:Int64}, 'UTC')
          AND (workspace, node, family) IN (SELECT arrayJoin(arrayZip(
              {workspaces:Array(String)}, {nodes:Array(String)}, {families:Array(String)})))
      GROUP BY workspace, node, family
  )`;

/**
 * Of each family, the lowest number that the log received at `sinceMs` or later. A backlog is sent in the order of its
 * numbers beside what is read live, so a low one says how far the backlog has come.
 */
export async function recentReach(
  { client }: History,
  lines: readonly { workspace: string; node: string; family: string }[],
  sinceMs: number,
): Promise<RecentReach[]> {
  if (lines.length === 0) return [];
  const result = await client.query({
    query: SQL,
    query_params: {
      sinceMs,
      workspaces: lines.map(({ workspace }) => workspace),
      nodes: lines.map(({ node }) => node),
      families: lines.map(({ family }) => family),
    },
    format: "JSONEachRow",
  });
  return result.json<RecentReach>();
}
