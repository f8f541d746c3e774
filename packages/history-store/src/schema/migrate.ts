import { ensureDatabase, type History } from "../connect.js";
import { replaceCatalogueViews } from "./catalogue-views.js";
import { applyDurability } from "./durability.js";
import { type Migration, readMigrations } from "./migration-files.js";
import { applyRetention, type OnShortened } from "./retention.js";
import { type OnRewriting, rewriteTable, rewrittenTable } from "./rewrite.js";

/** The database and this code do not belong together; nothing was changed. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

interface AppliedMigration {
  version: number;
  name: string;
  checksum: string;
}

export interface MigrateOptions {
  /** Told what a shorter retention deletes, before it is set. */
  onShortened?: OnShortened;
  /** Told of a migration that takes its time. */
  onRewriting?: OnRewriting;
}

/**
 * Brings the database to this version of the code: creates it where it is missing, applies the migrations that it
 * has not seen in order, sets the retention of `history.options` and reads it back, sets whether inserts are durable,
 * and renews the views that follow the metric catalogue. Run it while no insert is under way. Idempotent; a migration that was interrupted runs again
 * from its start, so each of its statements must bear that.
 * @returns the names of the migrations applied now.
 * @throws MigrationError when the database has a migration that this code does not know, or knows otherwise.
 * @throws RetentionError when the retention that is in effect is not the one that was set.
 */
export async function migrate(history: History, options: MigrateOptions = {}): Promise<string[]> {
  const known = await readMigrations();
  await ensureDatabase(history);
  await history.client.command({ query: CREATE_SCHEMA_MIGRATIONS });
  const pending = pendingMigrations(known, await appliedMigrations(history));
  for (const migration of pending) await apply(history, migration, options.onRewriting);
  await applyRetention(history, options.onShortened);
  await applyDurability(history);
  await replaceCatalogueViews(history);
  return pending.map(({ name }) => name);
}

/**
 * Applies just these migrations, for a database whose rows are about to be put back; all else that `migrate` does is
 * left to it.
 * @throws MigrationError when this code does not know one of them, or the database has one that is not among them.
 */
export async function migrateTo(history: History, names: readonly string[]): Promise<void> {
  const known = await readMigrations();
  const unknown = names.filter((name) => !known.some((migration) => migration.name === name));
  if (unknown.length > 0) throw new MigrationError(`this version does not know the migration ${unknown.join(", ")}`);
  const wanted = known.filter(({ name }) => names.includes(name));
  await ensureDatabase(history);
  await history.client.command({ query: CREATE_SCHEMA_MIGRATIONS });
  for (const migration of pendingMigrations(wanted, await appliedMigrations(history))) await apply(history, migration);
}

/**
 * Names of the migrations that the database has, and of those that it lacks. Creates the database and the table that
 * remembers them where they are missing, and changes nothing else.
 * @throws MigrationError when the database has a migration that this code does not know, or knows otherwise.
 */
export async function migrationState(history: History): Promise<{ applied: string[]; pending: string[] }> {
  await ensureDatabase(history);
  await history.client.command({ query: CREATE_SCHEMA_MIGRATIONS });
  const applied = await appliedMigrations(history);
  const pending = pendingMigrations(await readMigrations(), applied);
  return { applied: applied.map(({ name }) => name), pending: pending.map(({ name }) => name) };
}

/**
 * Names of the migrations that the database lacks, every one for a database that is not there; changes nothing.
 * @throws MigrationError when the database has a migration that this code does not know, or knows otherwise.
 */
export async function unappliedMigrations(history: History): Promise<string[]> {
  const result = await history.client.query({
    query: "SELECT 1 FROM system.tables WHERE database = {database:String} AND name = 'schema_migrations'",
    query_params: { database: history.options.database },
    format: "JSONEachRow",
  });
  const isThere = (await result.json()).length > 0;
  const applied = isThere ? await appliedMigrations(history) : [];
  return pendingMigrations(await readMigrations(), applied).map(({ name }) => name);
}

/** What is still to be applied. Throws MigrationError when the two lists cannot be of the same history. */
export function pendingMigrations(known: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  const byVersion = new Map(known.map((migration) => [migration.version, migration]));
  for (const { version, name, checksum } of applied) {
    const migration = byVersion.get(version);
    if (migration === undefined) {
      throw new MigrationError(`the database has migration ${version} ${name}, which this version does not know`);
    }
    if (migration.checksum !== checksum) {
      throw new MigrationError(`migration ${version} ${name} is not the one that the database was built with`);
    }
  }
  const appliedVersions = new Set(applied.map(({ version }) => version));
  return known.filter(({ version }) => !appliedVersions.has(version));
}

const CREATE_SCHEMA_MIGRATIONS = `
  CREATE TABLE IF NOT EXISTS schema_migrations
  (
      version UInt32,
      name String,
      checksum String,
      applied_at DateTime64(3, 'UTC') DEFAULT now64(3)
  )
  ENGINE = ReplacingMergeTree ORDER BY version`;

async function appliedMigrations({ client }: History): Promise<AppliedMigration[]> {
  const query = "SELECT version, name, checksum FROM schema_migrations FINAL ORDER BY version";
  return (await client.query({ query, format: "JSONEachRow" })).json<AppliedMigration>();
}

async function apply(
  history: History,
  { version, name, checksum, statements }: Migration,
  onRewriting?: OnRewriting,
): Promise<void> {
  for (const statement of statements) {
    const table = rewrittenTable(statement);
    if (table === undefined) await history.client.command({ query: statement });
    else await rewriteTable(history, { statement, table }, onRewriting);
  }
  await history.client.insert({
    table: "schema_migrations",
    values: [{ version, name, checksum }],
    format: "JSONEachRow",
    clickhouse_settings: { async_insert: 0 },
  });
}
