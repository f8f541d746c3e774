import { createTestDatabase } from "@statwire/embedded-stack/testing";
import { connectHistory, type History } from "../connect.js";
import { migrate } from "../schema/migrate.js";

type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>;

/**
 * A database of a test's own as `migrate` leaves an empty one, for half of what that costs: it is made out of the final
 * statements of one that was migrated. `close` drops it.
 */
export async function createMigratedDatabase(): Promise<TestDatabase> {
  template ??= migrateTemplate().catch((error) => {
    template = undefined; // A server that was starved for a moment must not fail every later file.
    throw error;
  });
  const { database: from, statements } = await template;
  const database = await createTestDatabase();
  const history = connectHistory(database);
  for (const independent of statements) {
    await Promise.all(independent.map((query) => history.client.command({ query, clickhouse_settings: asWritten })));
  }
  for (const table of tablesWithRows) await copyRows(history, { table, from });
  await history.close();
  return database;
}

/** What `migrate` writes into: its own notes. */
export const tablesWithRows = ["schema_migrations", "retention_changes"];

interface Template {
  database: string;
  /** Those of one list may run at the same time, after those of the lists before. */
  statements: string[][];
}

/** One a process that runs tests; it goes with its server. */
let template: Promise<Template> | undefined;

/** The columns of a view are the server's own, in which it has split what is nested or has not. */
const asWritten = { flatten_nested: 0 as const };

async function migrateTemplate(): Promise<Template> {
  const options = await createTestDatabase();
  const history = connectHistory(options);
  await migrate(history);
  const result = await history.client.query({ query: STATEMENTS, format: "JSONEachRow" });
  const tables = await result.json<{ engine: string; statement: string }>();
  await history.close();
  const isView = ({ engine }: { engine: string }) => engine === "View" || engine === "MaterializedView";
  const own = new RegExp(`\`?${options.database}\`?\\.`, "g");
  const textOf = ({ statement }: { statement: string }) => statement.replaceAll(own, "");
  return {
    database: options.database,
    statements: [tables.filter((table) => !isView(table)).map(textOf), tables.filter(isView).map(textOf)],
  };
}

/** Columns that have a default take it, as they did when `migrate` wrote the row. */
async function copyRows({ client }: History, { table, from }: { table: string; from: string }): Promise<void> {
  const result = await client.query({ query: COLUMNS, query_params: { table, from }, format: "JSONEachRow" });
  const columns = (await result.json<{ name: string }>()).map(({ name }) => name).join(", ");
  await client.command({ query: `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM ${from}.${table}` });
}

const STATEMENTS = `
  SELECT engine, create_table_query AS statement FROM system.tables WHERE database = currentDatabase() ORDER BY name`;

const COLUMNS = `
  SELECT name FROM system.columns
  WHERE database = {from:String} AND table = {table:String} AND default_kind = '' ORDER BY position`;
