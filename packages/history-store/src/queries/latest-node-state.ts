import { type MetricTable, type Module, metrics } from "@statwire/events";
import type { History } from "../connect.js";

/** What one typed table holds of a node's latest reading. */
export interface LatestRows {
  table: MetricTable;
  /** The module of the event that it was read from. */
  module: Module | "inventory";
  observedAtMs: number;
  /** Since the reading before; absent for the first one. */
  intervalMs?: number;
  /** Columns by name, as stored: integers before `scale`. One row for each core, device, … */
  rows: Record<string, unknown>[];
  /** Identity of the event, absent when it has left the history. */
  bootId?: number;
  sequence?: number;
}

interface Reading extends Record<string, unknown> {
  at_ms: number;
  previous_ms: number;
}

interface EventRow {
  family: string;
  at_ms: number;
  boot_id: number;
  sequence: number;
}

const moduleOf = new Map(metrics.map(({ table, module }) => [table, module]));

/**
 * The latest reading of each module of a node since `sinceMs` (of its inventory: since whenever), for when the
 * snapshot store is empty. Modules without one are absent.
 */
export async function latestNodeState(
  history: History,
  node: { workspace: string; node: string },
  sinceMs: number,
): Promise<LatestRows[]> {
  const found = await Promise.all(
    [...moduleOf].map(([table, module]) => latestRows(history, { table, module }, { ...node, since: sinceMs })),
  );
  const latest = found.filter((rows) => rows !== undefined);
  const events = await eventsAt(history, node, latest);
  return latest.map((rows) => ({ ...rows, ...identityOf(rows, events) }));
}

async function latestRows(
  { client }: History,
  { table, module }: { table: MetricTable; module: Module | "inventory" },
  parameters: { workspace: string; node: string; since: number },
): Promise<LatestRows | undefined> {
  const since = module === "inventory" ? 0 : parameters.since;
  const query_params = { ...parameters, since };
  const result = await client.query({ query: latestStatement(table), query_params, format: "JSONEachRow" });
  const readings = await result.json<Reading>();
  const [first] = readings;
  if (first === undefined) return undefined;
  const intervalMs = first.previous_ms === 0 ? undefined : first.at_ms - first.previous_ms;
  const rows = readings.map(({ at_ms: _at, previous_ms: _previous, ...columns }) => columns);
  return { table, module, observedAtMs: first.at_ms, ...(intervalMs !== undefined && { intervalMs }), rows };
}

function latestStatement(table: MetricTable): string {
  const scope = `workspace = {workspace:String} AND node = {node:String}
      AND ts >= fromUnixTimestamp64Milli({since:Int64}, 'UTC')`;
  return `
    WITH (SELECT arraySlice(arrayReverseSort(groupUniqArray(ts)), 1, 2) FROM ${table} WHERE ${scope}) AS times
    SELECT * EXCEPT (workspace, node, ts), toUnixTimestamp64Milli(ts) AS at_ms, toUnixTimestamp64Milli(times[2]) AS previous_ms
    FROM ${table}
    WHERE ${scope} AND ts = times[1]
    ORDER BY ALL LIMIT 10000`;
}

const EVENTS = `
  SELECT family, toUnixTimestamp64Milli(observed_at) AS at_ms, boot_id, sequence
  FROM host_events
  WHERE workspace = {workspace:String} AND node = {node:String}
      AND observed_at IN (SELECT fromUnixTimestamp64Milli(arrayJoin({times:Array(Int64)}), 'UTC'))
  ORDER BY boot_id DESC, sequence DESC`;

async function eventsAt(
  { client }: History,
  node: { workspace: string; node: string },
  latest: readonly LatestRows[],
): Promise<EventRow[]> {
  if (latest.length === 0) return [];
  const times = [...new Set(latest.map(({ observedAtMs }) => observedAtMs))];
  const result = await client.query({ query: EVENTS, query_params: { ...node, times }, format: "JSONEachRow" });
  return result.json<EventRow>();
}

/** A module comes in an event of its own family, or in one of the family `host`. */
function identityOf({ module, observedAtMs }: LatestRows, events: readonly EventRow[]): Partial<LatestRows> {
  const families = module === "inventory" ? ["inventory"] : [`host.${module}`, "host"];
  for (const family of families) {
    const event = events.find((row) => row.family === family && row.at_ms === observedAtMs);
    if (event !== undefined) return { bootId: event.boot_id, sequence: event.sequence };
  }
  return {};
}
