import { isSurvey, metrics } from "@statwire/events";
import type { History } from "../connect.js";
import { allColumns, allColumnsSettings, type LatestRows, type Part, type StateTable } from "./latest-rows.js";
import { latestSurveys } from "./latest-surveys.js";

interface Reading extends Record<string, unknown> {
  at_ms: number;
  previous_ms: number;
}

interface EventRow {
  family: string;
  at_ms: number;
  boot_id: number;
  sequence: number;
  sources: { module: string; source: string }[];
}

/** Which part of a node's state each table holds. */
export const partOf: ReadonlyMap<StateTable, Part> = new Map<StateTable, Part>([
  ...metrics
    .filter(({ module }) => module === "inventory" || !isSurvey(module))
    .map(({ table, module }) => [table, module] as const),
  ["collector_configurations", "configuration"],
]);

/** Which readings are looked at (Unix milliseconds, both included). */
export interface StateRange {
  sinceMs: number;
  /** Absent: whenever; a reading may be a little ahead of time. */
  untilMs?: number;
  /** Only these; absent: all there are. */
  parts?: readonly Part[];
}

/** The end of the times that the tables can hold. */
const everMs = Date.UTC(2299, 11, 31);

/**
 * The latest reading of each module of a node in a range (of surveys, the inventory and the configuration: since
 * whenever), for when the snapshot store is empty, and for the past. Modules without one are absent.
 */
export async function latestNodeState(
  history: History,
  node: { workspace: string; node: string },
  { sinceMs, untilMs = everMs, parts }: StateRange,
): Promise<LatestRows[]> {
  const wanted = [...partOf].filter(([, part]) => parts === undefined || parts.includes(part));
  const range = { ...node, since: sinceMs, until: untilMs };
  const [surveys, ...found] = await Promise.all([
    parts === undefined ? latestSurveys(history, node, untilMs) : [],
    ...wanted.map(([table, module]) => latestRows(history, { table, module }, range)),
  ]);
  const latest = found.filter((rows) => rows !== undefined);
  const events = await eventsAt(history, node, latest);
  return [...latest.map((rows) => ({ ...rows, ...identityOf(rows, events) })), ...surveys];
}

async function latestRows(
  { client }: History,
  { table, module }: { table: StateTable; module: Part },
  parameters: { workspace: string; node: string; since: number; until: number },
): Promise<LatestRows | undefined> {
  const since = isOfNode(module) ? 0 : parameters.since;
  const query_params = { ...parameters, since };
  const result = await client.query({
    query: latestStatement(table),
    query_params,
    format: "JSONEachRow",
    clickhouse_settings: allColumnsSettings,
  });
  const readings = await result.json<Reading>();
  const [first] = readings;
  if (first === undefined) return undefined;
  const intervalMs = first.previous_ms === 0 ? undefined : first.at_ms - first.previous_ms;
  const rows = readings.map(({ at_ms: _at, previous_ms: _previous, ...columns }) => columns);
  return { table, module, observedAtMs: first.at_ms, ...(intervalMs !== undefined && { intervalMs }), rows };
}

function latestStatement(table: StateTable): string {
  const scope = `workspace = {workspace:String} AND node = {node:String}
      AND ts >= fromUnixTimestamp64Milli({since:Int64}, 'UTC') AND ts <= fromUnixTimestamp64Milli({until:Int64}, 'UTC')`;
  return `
    WITH (SELECT arraySlice(arrayReverseSort(groupUniqArray(ts)), 1, 2) FROM ${table} WHERE ${scope}) AS times
    SELECT ${allColumns} EXCEPT (workspace, node, ts), toUnixTimestamp64Milli(ts) AS at_ms, toUnixTimestamp64Milli(times[2]) AS previous_ms
    FROM ${table}
    WHERE ${scope} AND ts = times[1]
    ORDER BY ALL LIMIT 10000`;
}

const EVENTS = `
  SELECT family, toUnixTimestamp64Milli(observed_at) AS at_ms, boot_id, sequence, sources
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
  const families = isOfNode(module) ? [module] : [`host.${module}`, "host"];
  for (const family of families) {
    const event = events.find((row) => row.family === family && row.at_ms === observedAtMs);
    if (event === undefined) continue;
    const source = event.sources.find((named) => named.module === module)?.source ?? "direct";
    return { bootId: event.boot_id, sequence: event.sequence, source };
  }
  return {};
}

/** What is told when it changes, not every few seconds. */
export function isOfNode(part: Part): part is "inventory" | "configuration" {
  return part === "inventory" || part === "configuration";
}
