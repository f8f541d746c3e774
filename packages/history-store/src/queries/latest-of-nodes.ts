import type { History } from "../connect.js";
import { isOfNode, partOf } from "./latest-node-state.js";
import { allColumns, allColumnsSettings, type LatestRows, type Part, type StateTable } from "./latest-rows.js";

/** Which nodes, and from when on the readings of each are looked at (Unix milliseconds, included). */
export interface NodesThen {
  workspace: string;
  nodes: readonly { node: string; sinceMs: number }[];
  untilMs: number;
  parts: readonly Part[];
  /** Ends the reading. */
  signal: AbortSignal;
}

interface Reading extends Record<string, unknown> {
  node: string;
  at_ms: number;
  previous_ms: number;
}

const rowsOfNodeMax = 1_000;
const secondsMax = 30;

/**
 * The latest reading of some parts of many nodes (of the inventory and the configuration: since whenever), without the identity of the
 * events: one statement for each table, however many the nodes are.
 */
export async function latestOfNodes(history: History, asked: NodesThen): Promise<ReadonlyMap<string, LatestRows[]>> {
  const found = new Map<string, LatestRows[]>();
  if (asked.nodes.length === 0) return found;
  const wanted = [...partOf].filter(([, part]) => asked.parts.includes(part));
  const read = await Promise.all(
    wanted.map(async ([table, module]) => ({ table, module, readings: await latestReadings(history, table, asked) })),
  );
  for (const { table, module, readings } of read) {
    for (const [node, ofNode] of groupedBy(readings, (reading) => reading.node)) {
      found.set(node, [...(found.get(node) ?? []), ...toLatestRows(table, module, ofNode)]);
    }
  }
  return found;
}

function toLatestRows(table: StateTable, module: Part, readings: readonly Reading[]): LatestRows[] {
  const [first] = readings;
  if (first === undefined) return [];
  const { at_ms, previous_ms } = first;
  const rows = readings.map(({ node: _node, at_ms: _at, previous_ms: _previous, ...columns }) => columns);
  return [{ table, module, observedAtMs: at_ms, ...(previous_ms !== 0 && { intervalMs: at_ms - previous_ms }), rows }];
}

async function latestReadings({ client }: History, table: StateTable, asked: NodesThen): Promise<Reading[]> {
  const { workspace, nodes, untilMs, signal } = asked;
  // The library passes over one that has aborted before.
  signal.throwIfAborted();
  const isSinceWhenever = isOfNode(partOf.get(table) as Part);
  const bySince = groupedBy(nodes, ({ sinceMs }) => (isSinceWhenever ? 0 : sinceMs));
  const groups = [...bySince].map(([since, group]) => ({ since, nodes: group.map(({ node }) => node) }));
  const parameters = groups.flatMap((group, index) => [
    [`since${index}`, group.since],
    [`nodes${index}`, group.nodes],
  ]);
  const result = await client.query({
    query: statement(table, groups.length),
    query_params: { workspace, until: untilMs, ...Object.fromEntries(parameters) },
    format: "JSONEachRow",
    abort_signal: signal,
    clickhouse_settings: { max_execution_time: secondsMax, ...allColumnsSettings },
  });
  return result.json<Reading>();
}

/** Nodes that were heard of at the same time are one group; each group finds its rows by the key of the table. */
function statement(table: StateTable, groups: number): string {
  const ofGroup = (index: number) =>
    `node IN {nodes${index}:Array(String)} AND ts >= fromUnixTimestamp64Milli({since${index}:Int64}, 'UTC')`;
  const scope = `workspace = {workspace:String} AND ts <= fromUnixTimestamp64Milli({until:Int64}, 'UTC')
      AND (${Array.from({ length: groups }, (_, index) => ofGroup(index)).join(" OR ")})`;
  return `
    SELECT ${allColumns} EXCEPT (workspace, ts, of_node, times),
        toUnixTimestamp64Milli(ts) AS at_ms, toUnixTimestamp64Milli(times[2]) AS previous_ms
    FROM ${table}
    INNER JOIN (
        SELECT node AS of_node, arraySlice(arrayReverseSort(groupUniqArray(ts)), 1, 2) AS times
        FROM ${table} WHERE ${scope} GROUP BY of_node
    ) AS latest ON node = of_node AND ts = times[1]
    WHERE ${scope}
    ORDER BY ALL LIMIT ${rowsOfNodeMax} BY node`;
}

function groupedBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
