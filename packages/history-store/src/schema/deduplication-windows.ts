import type { History } from "../connect.js";

/** A table would count an insert twice when it is repeated. */
export class DeduplicationWindowError extends Error {
  override name = "DeduplicationWindowError";
}

/** How many past inserts every table must remember. */
const windowMin = 10_000;

/** What this package inserts into itself; the rest is reached through views. */
const insertedTables = [
  "landing_host",
  "landing_survey",
  "landing_inventory",
  "landing_configuration",
  "landing_log",
  "landing_integrity",
  "landing_dropped",
  "landing_revision",
  "landing_signin",
  "metric_1h",
  "metric_1d",
  "metric_1mo",
  "metric_1h_superseded",
  "metric_1d_superseded",
  "rollup_closes",
];

interface Table {
  /** `database.name`. */
  id: string;
  engine: string;
  /** `database.name` of what a materialized view writes to, or empty. */
  target: string;
  /** Views that read this table. */
  views: string[];
  window: number;
}

/**
 * Refuses a schema in which the repeat of an insert could count twice: every table that an insert reaches, directly
 * or through materialized views, must remember its last 10 000 inserts.
 * @param options.migrated false before the migrations: tables that they create may be missing then
 * @throws DeduplicationWindowError naming the tables that do not.
 */
export async function checkDeduplicationWindows(history: History, options = { migrated: true }): Promise<void> {
  const result = await history.client.query({ query: TABLES, format: "JSONEachRow" });
  const tables = new Map((await result.json<Table>()).map((table) => [table.id, table]));
  const starts = insertedTables
    .map((name) => `${history.options.database}.${name}`)
    .filter((id) => options.migrated || tables.has(id));
  const short = reachable(tables, starts).filter(
    ({ engine, window }) => engine.endsWith("MergeTree") && window < windowMin,
  );
  if (short.length > 0) {
    const names = short.map(({ id, window }) => `${id} (${window})`).join(", ");
    throw new DeduplicationWindowError(`deduplication window below ${windowMin}: ${names}`);
  }
}

function reachable(tables: ReadonlyMap<string, Table>, starts: readonly string[]): Table[] {
  const seen = new Set<Table>();
  const waiting = [...starts];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const table = tables.get(id);
    if (table === undefined) throw new DeduplicationWindowError(`table ${id} is missing or cannot be seen`);
    if (seen.has(table)) continue;
    seen.add(table);
    waiting.push(...table.views, ...(table.target === "" ? [] : [table.target]));
  }
  return [...seen];
}

/** Both kinds of window: a replicated table (`deploy/cluster`) has a default of its own that counts. */
const TABLES = `
  SELECT
      concat(database, '.', name) AS id,
      engine,
      if(target_table = '', '', concat(target_database, '.', target_table)) AS target,
      arrayMap((d, t) -> concat(d, '.', t), dependencies_database, dependencies_table) AS views,
      toUInt64OrZero(if(
          engine LIKE 'Replicated%',
          extract(engine_full, ' replicated_deduplication_window = (\\d+)'),
          extract(engine_full, 'non_replicated_deduplication_window = (\\d+)')
      )) AS window
  FROM system.tables
  WHERE database NOT IN ('system', 'INFORMATION_SCHEMA', 'information_schema')`;
