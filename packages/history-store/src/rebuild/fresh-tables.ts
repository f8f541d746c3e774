import type { EventKind } from "@statwire/events";
import type { History } from "../connect.js";
import { type InsertOutcome, unrememberedInsert } from "../ingest/insert-landed.js";
import { reachedTables } from "../ingest/reached-tables.js";

/** Kinds of events that readings come in, and whose events are counted. */
export const rebuiltKinds = ["host", "survey", "inventory", "configuration"] as const satisfies readonly EventKind[];

/** Tables of a rebuild's own, beside those in use. */
export interface FreshTables {
  /** Begins the name of each, followed by that of the table in use. */
  prefix: string;
  /** Tables in use that have a fresh one: those of readings and of events, with a partition for each day of observation. */
  tables: { name: string; timeColumn: string }[];
}

const prefixOfAll = "rebuild_";

/**
 * Creates empty tables like those of readings and events, landing tables before them, and views like those in use, so
 * that an insert makes the same rows as it would there. Only events observed in the range make rows. Tables that an
 * earlier rebuild has left are dropped: should that still run, its next statement fails, and nothing is swapped.
 * @param options.id of this rebuild, new each time: letters and digits
 * @param options.fromMs options.toMs Unix milliseconds, half-open
 */
export async function createFreshTables(
  history: History,
  { id, fromMs, toMs }: { id: string; fromMs: number; toMs: number },
): Promise<FreshTables> {
  await dropFreshTables(history);
  const prefix = `${prefixOfAll}${id}_`;
  const daily = new Map(
    (await read<{ name: string; timeColumn: string }>(history, DAILY)).map((one) => [one.name, one]),
  );
  const made = new Map<string, { name: string; timeColumn: string }>();
  for (const kind of rebuiltKinds) {
    const landing = `${prefix}landing_${kind}`;
    await createLanding(history, { kind, landing, fromMs, toMs });
    for (const [index, { name, expected }] of (await reachedTables(history, kind, landing)).entries()) {
      const table = daily.get(name);
      if (table === undefined) continue;
      if (!made.has(name)) await command(history, `CREATE TABLE ${prefix}${name} AS ${name}`);
      made.set(name, table);
      await command(
        history,
        `CREATE MATERIALIZED VIEW ${prefix}mv_${kind}_${index} TO ${prefix}${name} AS ${expected}`,
      );
    }
  }
  return { prefix, tables: [...made.values()].sort((one, other) => one.name.localeCompare(other.name)) };
}

/** Drops the tables and views of a rebuild, or those that any has left. */
export async function dropFreshTables(
  history: History,
  { prefix }: { prefix: string } = { prefix: prefixOfAll },
): Promise<void> {
  const result = await history.client.query({ query: LEFT, query_params: { prefix }, format: "JSONEachRow" });
  for (const { name } of await result.json<{ name: string }>()) {
    await command(history, `DROP TABLE IF EXISTS ${name} SYNC`);
  }
}

/** Inserts a batch into the fresh tables, as `insertLanded` does into those in use; a repeat would count again. */
export function insertFresh(
  history: History,
  { prefix }: FreshTables,
  { kind, body }: { kind: EventKind; body: Uint8Array },
): Promise<InsertOutcome> {
  return unrememberedInsert(history, { kind, body, table: `${prefix}landing_${kind}` });
}

/** How many events the fresh tables have. */
export async function freshEvents(history: History, { prefix }: FreshTables): Promise<number> {
  const [row] = await read<{ n: number }>(history, `SELECT toUInt32(count()) AS n FROM ${prefix}host_events`);
  return row?.n ?? 0;
}

interface Landing {
  kind: EventKind;
  landing: string;
  fromMs: number;
  toMs: number;
}

/** What lies outside of the range is not plausible there, so that no view takes it. */
async function createLanding(history: History, { kind, landing, fromMs, toMs }: Landing): Promise<void> {
  await command(history, `CREATE TABLE ${landing} AS landing_${kind}`);
  const [row] = await read<{ expression: string }>(
    history,
    `SELECT default_expression AS expression FROM system.columns
     WHERE database = currentDatabase() AND table = 'landing_${kind}' AND name = 'implausible'`,
  );
  if (row === undefined) throw new Error(`landing_${kind} does not say what is implausible`);
  await command(
    history,
    `ALTER TABLE ${landing} MODIFY COLUMN implausible LowCardinality(String) MATERIALIZED
       if(observed_at < fromUnixTimestamp64Milli(${fromMs}, 'UTC') OR observed_at >= fromUnixTimestamp64Milli(${toMs}, 'UTC'),
          'of another day', ${row.expression})`,
  );
}

async function command({ client }: History, query: string): Promise<void> {
  await client.command({ query });
}

async function read<Row>({ client }: History, query: string): Promise<Row[]> {
  return (await client.query({ query, format: "JSONEachRow" })).json<Row>();
}

const DAILY = `
  SELECT name, extract(partition_key, '^toDate\\\\((ts|observed_at)\\\\)$') AS timeColumn FROM system.tables
  WHERE database = currentDatabase() AND timeColumn != '' AND NOT startsWith(name, '${prefixOfAll}')`;

/** Views first: they read the tables. */
const LEFT = `
  SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, {prefix:String})
  ORDER BY engine = 'MaterializedView' DESC, name`;
