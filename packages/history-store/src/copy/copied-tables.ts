import type { History } from "../connect.js";
import { readMigrations } from "../schema/migration-files.js";

/**
 * Names of the tables that hold rows and that a migration has made, in the order of their names: what a copy of the
 * database consists of. Tables of others in the same database, and those that a repair or an earlier copy has left, are
 * not among them, nor is the list of migrations, which is kept by whoever applies them.
 */
export async function copiedTables({ client }: History): Promise<string[]> {
  const result = await client.query({ query: TABLES, format: "JSONEachRow" });
  const present = await result.json<{ name: string }>();
  const ours = tablesOf((await readMigrations()).flatMap(({ statements }) => statements));
  return present.map(({ name }) => name).filter((name) => ours.has(name));
}

/** What statements create with the plain form of the statement. */
export function tablesOf(statements: readonly string[]): Set<string> {
  const created = statements.map((statement) => /^\s*CREATE TABLE (?:IF NOT EXISTS )?`?(\w+)`?/i.exec(statement)?.[1]);
  return new Set(created.filter((name) => name !== undefined));
}

const TABLES = `
  SELECT name FROM system.tables
  WHERE database = currentDatabase() AND engine LIKE '%MergeTree' AND name != 'schema_migrations'
  ORDER BY name`;
