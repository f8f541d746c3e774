import type { History } from "../connect.js";

/** A node that had been heard of by a moment, with its last reading until then. */
export interface NodeThen {
  node: string;
  /** Undefined: no reading of then is kept. */
  seenMs: number | undefined;
}

/** Where most nodes' last readings are. */
const recentMs = 10 * 60_000;

const KNOWN = `
  SELECT node, toUnixTimestamp64Milli(max(last_seen)) AS lastSeenMs
  FROM known_nodes
  WHERE workspace = {workspace:String} AND {node:String} IN ('', node)
  GROUP BY node HAVING min(first_seen) <= fromUnixTimestamp64Milli({atMs:Int64}, 'UTC')
  ORDER BY node LIMIT 100000`;

const LAST = `
  SELECT node, toUnixTimestamp64Milli(max(observed_at)) AS seenMs
  FROM host_events
  WHERE workspace = {workspace:String} AND node IN {nodes:Array(String)}
      AND observed_at > fromUnixTimestamp64Milli({sinceMs:Int64}, 'UTC')
      AND observed_at <= fromUnixTimestamp64Milli({atMs:Int64}, 'UTC')
  GROUP BY node`;

/** Ends what is read. */
interface Ended {
  signal?: AbortSignal;
}

/** The nodes of a workspace that had been heard of by a moment (Unix milliseconds), by name; or one of them. */
export async function nodesKnownAt(
  { client }: History,
  { workspace, node = "", atMs, signal }: { workspace: string; node?: string; atMs: number } & Ended,
): Promise<{ node: string; lastSeenMs: number }[]> {
  const query_params = { workspace, node, atMs };
  const result = await client.query({ query: KNOWN, query_params, format: "JSONEachRow", ...toAbort({ signal }) });
  return (await result.json<{ node: string; lastSeenMs: number | string }>()).map((row) => ({
    node: row.node,
    lastSeenMs: Number(row.lastSeenMs),
  }));
}

/** When some of these nodes were last heard of by a moment. Who went silent before it needs no looking up. */
export async function lastSeenAt(
  history: History,
  {
    workspace,
    known,
    atMs,
    signal,
  }: { workspace: string; known: readonly { node: string; lastSeenMs: number }[]; atMs: number } & Ended,
): Promise<NodeThen[]> {
  const seen = new Map(known.filter(({ lastSeenMs }) => lastSeenMs <= atMs).map((one) => [one.node, one.lastSeenMs]));
  const look = async (sinceMs: number) => {
    const nodes = known.map(({ node }) => node).filter((node) => !seen.has(node));
    if (nodes.length === 0) return;
    const query_params = { workspace, nodes, sinceMs, atMs };
    const result = await history.client.query({
      ...{ query: LAST, query_params, format: "JSONEachRow" },
      ...toAbort({ signal }),
    });
    for (const row of await result.json<{ node: string; seenMs: number | string }>()) {
      seen.set(row.node, Number(row.seenMs));
    }
  };
  await look(atMs - recentMs);
  await look(0);
  return known.map(({ node }) => ({ node, seenMs: seen.get(node) }));
}

function toAbort({ signal }: { signal: AbortSignal | undefined }): { abort_signal?: AbortSignal } {
  return signal === undefined ? {} : { abort_signal: signal };
}
