import type { History } from "../connect.js";

/**
 * Tables beside those of the schema, each like the one whose name it carries: `frozen_…` while a copy is taken,
 * `restored_…` while one is put back. No view reads them, and nothing in them is merged or expires, so that they keep
 * row for row what was put there.
 */
export type Side = "frozen" | "restored";

export function sideTable(side: Side, table: string): string {
  return `${side}_${table}`;
}

/** Creates one for each table, empty. Those of an earlier call are dropped first. */
export async function createSideTables(history: History, side: Side, tables: readonly string[]): Promise<void> {
  await dropSideTables(history, side);
  const expiring = await expiringTables(history);
  await forEachTable(tables, async (table) => {
    const name = sideTable(side, table);
    await history.client.command({ query: `CREATE TABLE ${name} AS ${table}` });
    await history.client.command({ query: `ALTER TABLE ${name} MODIFY SETTING ${keptAsItIs}` });
    if (expiring.has(table)) await history.client.command({ query: `ALTER TABLE ${name} REMOVE TTL` });
  });
}

/** Drops all of one side; what they share with other tables stays with those. */
export async function dropSideTables(history: History, side: Side): Promise<void> {
  await forEachTable(await sideTables(history, side), async (name) => {
    await history.client.command({ query: `DROP TABLE IF EXISTS ${name} SYNC`, clickhouse_settings: ofAnySize });
  });
}

/** A few statements at a time: there are many tables, and each statement takes the server a moment. */
export async function forEachTable(tables: readonly string[], act: (table: string) => Promise<void>): Promise<void> {
  const waiting = [...tables];
  const work = async () => {
    for (let table = waiting.shift(); table !== undefined; table = waiting.shift()) await act(table);
  };
  await Promise.all(Array.from({ length: statementsMax }, work));
}

/** Those that are there. */
export async function sideTables({ client }: History, side: Side): Promise<string[]> {
  const result = await client.query({
    query: SIDE_TABLES,
    query_params: { prefix: `${side}_` },
    format: "JSONEachRow",
  });
  return (await result.json<{ name: string }>()).map(({ name }) => name);
}

/** Lets a table share every part of another, by links to its files: no row is copied, and no view sees it. */
export async function shareParts({ client }: History, from: string, to: string): Promise<void> {
  await client.command({ query: `ALTER TABLE ${to} ATTACH PARTITION ALL FROM ${from}` });
}

async function expiringTables({ client }: History): Promise<Set<string>> {
  const result = await client.query({ query: EXPIRING, format: "JSONEachRow" });
  return new Set((await result.json<{ name: string }>()).map(({ name }) => name));
}

const statementsMax = 4;

/** The server's guard against dropping a large table by mistake has nothing to guard here. */
export const ofAnySize = { max_table_size_to_drop: "0" } as const;

const keptAsItIs = "max_bytes_to_merge_at_max_space_in_pool = 1, max_bytes_to_merge_at_min_space_in_pool = 1";

const SIDE_TABLES = `
  SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, {prefix:String}) ORDER BY name`;

const EXPIRING = `
  SELECT name FROM system.tables WHERE database = currentDatabase() AND position(engine_full, ' TTL ') > 0`;
