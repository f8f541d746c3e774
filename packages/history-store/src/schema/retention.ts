import type { History, Retention } from "../connect.js";
import { type LeavingRows, leavingRows, type ShortenedTable } from "./leaving-rows.js";
import { type RetentionChange, type RetentionLevel, recordRetentionChanges } from "./retention-changes.js";

/** The server keeps a table for another time than it was told to. */
export class RetentionError extends Error {
  override name = "RetentionError";
}

interface Kept {
  /** The column that a row's age is counted from, or an expression of it. */
  column: string;
  days: keyof Retention;
}

const readings: Kept = { column: "ts", days: "rawDays" };

/** Every table that loses its rows with age; the others are kept for ever. */
export const retainedTables: Record<string, Kept> = {
  host_cpu: readings,
  host_cores: readings,
  host_load: readings,
  host_memory: readings,
  host_swap: readings,
  host_filesystems: readings,
  host_disks: readings,
  host_network: readings,
  host_temperatures: readings,
  host_fans: readings,
  host_processes: readings,
  host_top_processes: readings,
  host_pressure: readings,
  host_sockets: readings,
  host_collector: readings,
  host_collector_modules: readings,
  host_gpus: readings,
  host_batteries: readings,
  host_raids: readings,
  host_physical_disks: readings,
  host_voltages: readings,
  host_currents: readings,
  host_power_draws: readings,
  host_energies: readings,
  host_kernel: readings,
  host_connections: readings,
  host_clock: readings,
  host_users: readings,
  host_updates: readings,
  host_containers: readings,
  host_unit_totals: readings,
  host_units: readings,
  host_tasks: readings,
  host_alerts: readings,
  host_inventory: { column: "ts", days: "hourlyDays" },
  collector_configurations: { column: "ts", days: "hourlyDays" },
  host_events: { column: "observed_at", days: "rawDays" },
  quarantined_events: { column: "received_at", days: "rawDays" },
  late_events: { column: "hour", days: "rawDays" },
  integrity_events: { column: "received_at", days: "hourlyDays" },
  // The audit: as long as anything is kept.
  config_revisions: { column: "at", days: "dailyDays" },
  sign_ins: { column: "at", days: "dailyDays" },
  metric_1h: { column: "hour", days: "hourlyDays" },
  metric_1d: { column: "day", days: "dailyDays" },
  // From its end: not before its last day.
  metric_1mo: { column: "addMonths(month, 1)", days: "dailyDays" },
  metric_1h_superseded: { column: "superseded_at", days: "versionsDays" },
  metric_1d_superseded: { column: "superseded_at", days: "versionsDays" },
  rollup_closes: { column: "start", days: "dailyDays" },
  rollup_findings: { column: "received_at", days: "hourlyDays" },
  rollup_suspects: { column: "start", days: "dailyDays" },
  log_lines: { column: "received_at", days: "logsDays" },
  log_drops: { column: "received_at", days: "logsDays" },
  retention_changes: { column: "changed_at", days: "dailyDays" },
};

const landingTables = ["landing_host", "landing_survey", "landing_inventory", "landing_configuration", "landing_log"];

const millisecondsPerDay = 86_400_000;

/** Told what a shorter retention deletes, before it is set. */
export type OnShortened = (leaving: readonly LeavingRows[]) => void;

/**
 * Sets how long rows are kept (`TTL`) and how old an event may be on arrival, where that differs from what is in
 * effect, and reads both back. The server then looks up the ages in every part of the altered tables and drops those
 * parts that have expired; an older server writes every part anew for it (ClickHouse#26316).
 * @param onShortened is called before the first table is altered, if rows will leave earlier than they would have
 * @throws RetentionError naming the table whose effective retention is not the one set.
 */
export async function applyRetention(history: History, onShortened?: OnShortened): Promise<void> {
  const wanted = wantedDays(history.options.retention);
  const before = await effectiveDays(history);
  const differing = wanted.filter(([table, days]) => before.get(table) !== days);
  const leaving = await leavingRows(history, shortenedTables(differing, before));
  if (leaving.length > 0) onShortened?.(leaving);
  await recordRetentionChanges(history, retentionChanges(differing, before));
  const alter = ([table, days]: TableDays) => {
    // A table that never had one was made just now, and has no parts to look through.
    const settings = before.has(table) ? {} : { materialize_ttl_after_modify: 0 as const };
    return history.client.command({ query: alterStatement(table, days), clickhouse_settings: settings });
  };
  // Some fifty tables, which have nothing to do with each other: as many at once as the client has connections.
  await Promise.all(differing.map(alter));
  const after = await effectiveDays(history);
  for (const [table, days] of wanted) {
    const found = after.get(table);
    if (found !== days) throw new RetentionError(`${table}: set to keep ${days} days, keeps ${found ?? "for ever"}`);
  }
}

type TableDays = readonly [table: string, days: number];

function shortenedTables(differing: readonly TableDays[], before: ReadonlyMap<string, number>): ShortenedTable[] {
  return differing.flatMap(([table, days]) => {
    const kept = retainedTables[table];
    const daysBefore = before.get(table);
    const isShorter = daysBefore === undefined || days < daysBefore;
    return kept !== undefined && isShorter ? [{ table, column: kept.column, daysBefore, days }] : [];
  });
}

/**
 * By level, from the table of it that kept least. A table that kept its rows for ever has lost none; but of what is
 * superseded nothing was kept before there was a table for it.
 */
function retentionChanges(differing: readonly TableDays[], before: ReadonlyMap<string, number>): RetentionChange[] {
  const changes = new Map<RetentionLevel, RetentionChange>();
  for (const [table, days] of differing) {
    const level = retainedTables[table]?.days;
    const daysBefore = before.get(table) ?? (level === "versionsDays" ? 0 : undefined);
    if (level === undefined || daysBefore === undefined) continue;
    if (daysBefore < (changes.get(level)?.daysBefore ?? Number.POSITIVE_INFINITY)) {
      changes.set(level, { level, daysBefore, days });
    }
  }
  return [...changes.values()];
}

/** A table that keeps its rows for another time than is set. */
export interface RetentionDifference {
  table: string;
  setDays: number;
  /** Undefined: for ever, or there is no such table. */
  effectiveDays: number | undefined;
}

/** Where the retention in effect is not the one of `history.options`; changes nothing. */
export async function retentionDifferences(history: History): Promise<RetentionDifference[]> {
  const effective = await effectiveDays(history);
  return wantedDays(history.options.retention)
    .map(([table, setDays]) => ({ table, setDays, effectiveDays: effective.get(table) }))
    .filter(({ setDays, effectiveDays: found }) => found !== setDays);
}

function wantedDays(retention: Retention): [table: string, days: number][] {
  // Versions count from when they were replaced: how old an event is says nothing of them.
  const { versionsDays: _, ...ofEvents } = retention;
  const longest = Math.max(...Object.values<number>(ofEvents));
  return [
    ...Object.entries(retainedTables).map(([table, kept]): [string, number] => [table, retention[kept.days]]),
    ...landingTables.map((table): [string, number] => [table, longest]),
  ];
}

function alterStatement(table: string, days: number): string {
  const kept = retainedTables[table];
  return kept === undefined
    ? `ALTER TABLE ${table} MODIFY COLUMN oldest_plausible_ms Int64
       MATERIALIZED received_at_ms - ${days} * ${millisecondsPerDay}`
    : `ALTER TABLE ${table} MODIFY TTL toDateTime(${kept.column}, 'UTC') + toIntervalDay(${days})`;
}

/** Days by table, as the server has them. Tables without a time to live are absent. */
async function effectiveDays({ client }: History): Promise<Map<string, number>> {
  const result = await client.query({ query: EFFECTIVE_DAYS, format: "JSONEachRow" });
  const rows = await result.json<{ table: string; days: string }>();
  return new Map(rows.filter(({ days }) => days !== "").map(({ table, days }) => [table, Number(days)]));
}

const EFFECTIVE_DAYS = `
  SELECT name AS table, extract(engine_full, 'TTL .*toIntervalDay\\\\((\\\\d+)\\\\)') AS days
  FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree'
  UNION ALL
  SELECT table, extract(default_expression, 'received_at_ms - \\\\((\\\\d+) \\\\* ${millisecondsPerDay}\\\\)') AS days
  FROM system.columns WHERE database = currentDatabase() AND name = 'oldest_plausible_ms'`;
