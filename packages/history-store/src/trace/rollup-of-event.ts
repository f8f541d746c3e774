import { metrics } from "@statwire/events";
import type { History } from "../connect.js";
import { hasRollup, hourMs } from "../rollups/close-hour.js";
import type { TypedRows } from "./typed-rows.js";

/** The hour that an event belongs to, as the rollups have it. */
export interface RollupOfEvent {
  /** Start, Unix milliseconds. */
  hourMs: number;
  /** When the hour was closed for every node, last; absent while it is open. Unix milliseconds. */
  closedAtMs?: number;
  /** The highest version of the node's rows of this hour that hold the event's metrics; 0 without any. */
  version: number;
  /** That version was computed when the event was in the tables. */
  includesEvent: boolean;
  /** The hour will be closed again, because an event came after it was closed. */
  isDirty: boolean;
}

const CLOSED = `
  SELECT toInt64(toUnixTimestamp64Milli(max(closed_at))) AS closedAtMs, toUInt32(count()) AS closes FROM rollup_closes
  WHERE level = '1h' AND nodes = 0 AND start = toDateTime({hour:UInt32}, 'UTC')`;

const VERSION = `
  SELECT max(version) AS version FROM metric_1h
  WHERE workspace = {workspace:String} AND metric IN {metrics:Array(String)} AND node = {node:String}
      AND hour = toDateTime({hour:UInt32}, 'UTC')`;

const DIRTY = `
  SELECT toUInt32(count()) AS events FROM late_events
  WHERE workspace = {workspace:String} AND node = {node:String} AND hour = toDateTime({hour:UInt32}, 'UTC')
      AND event_seq > (
          SELECT max(version) FROM rollup_closes WHERE level = '1h' AND start = toDateTime({hour:UInt32}, 'UTC'))`;

/** Whether the rollup of its hour has an event. Undefined for an event without readings of which there are rollups. */
export async function rollupOfEvent(
  history: History,
  { workspace, node, eventSeq, observedAtMs, tables }: RollupRequest,
): Promise<RollupOfEvent | undefined> {
  const names = metricsOf(tables);
  if (names.length === 0) return undefined;
  const startMs = Math.floor(observedAtMs / hourMs) * hourMs;
  const parameters = { workspace, node, hour: startMs / 1000, metrics: names };
  const [closed, version, dirty] = await Promise.all([
    first<{ closedAtMs: number; closes: number }>(history, CLOSED, parameters),
    first<{ version: number }>(history, VERSION, parameters),
    first<{ events: number }>(history, DIRTY, parameters),
  ]);
  const found = version?.version ?? 0;
  return {
    hourMs: startMs,
    ...(closed !== undefined && closed.closes > 0 && { closedAtMs: closed.closedAtMs }),
    version: found,
    includesEvent: found >= eventSeq,
    isDirty: (dirty?.events ?? 0) > 0,
  };
}

export interface RollupRequest {
  workspace: string;
  node: string;
  eventSeq: number;
  /** Unix milliseconds. */
  observedAtMs: number;
  /** The typed tables that have rows of the event. */
  tables: readonly TypedRows[];
}

function metricsOf(tables: readonly TypedRows[]): string[] {
  const names = new Set(tables.map(({ table }) => table));
  const kept = metrics.filter(({ table }) => names.has(table) && hasRollup(table));
  return [...new Set(kept.map(({ name }) => name))];
}

async function first<Row>(
  { client }: History,
  query: string,
  query_params: Record<string, unknown>,
): Promise<Row | undefined> {
  return (await (await client.query({ query, query_params, format: "JSONEachRow" })).json<Row>())[0];
}
