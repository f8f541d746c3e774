import type { Readable } from "node:stream";
import { ensureDatabase, type History } from "../connect.js";
import { isEmpty } from "../queries/is-empty.js";
import { migrateTo } from "../schema/migrate.js";
import { copiedTables } from "./copied-tables.js";
import { createSideTables, dropSideTables, forEachTable, ofAnySize, shareParts, sideTable } from "./side-tables.js";

/** The database is not one that a copy may be put into. */
export class NotEmptyError extends Error {
  override readonly name = "NotEmptyError";
}

/** A database into which a copy is being put back. */
export interface ReceivingHistory {
  /** Stores what `FrozenHistory.read` gave, aside. @throws Error when the bytes are not whole. */
  write(table: string, rows: Readable): Promise<void>;
  /**
   * Gives every table what was stored for it, past the views, which have done their work on these rows before.
   * @param rows how many each table had. @throws Error when one has received another number.
   */
  finish(rows: ReadonlyMap<string, number>): Promise<void>;
  /** Says that all is done, the log too: from here on it is a database like any other. */
  release(): Promise<void>;
}

/** There while a copy is being put back: the rows beside it are of that, and may be thrown away. */
const mark = "restoring_history";

/**
 * Makes ready to put a copy of a database back, into one that has no rows. What an interrupted call has put there is
 * thrown away.
 * @param migrations those that the copy's tables had been made by, in order: no others are applied, because later ones
 * may have to do with the rows.
 * @throws NotEmptyError when the database has rows of its own; MigrationError when it has migrations that the copy
 * lacks, or the copy some that this version does not know.
 */
export async function prepareToReceive(history: History, migrations: readonly string[]): Promise<ReceivingHistory> {
  await ensureDatabase(history);
  const command = (query: string) => history.client.command({ query });
  const wasInterrupted = await isMarked(history);
  if (!wasInterrupted && !(await isEmpty(history))) {
    throw new NotEmptyError(`the database ${history.options.database} has rows already`);
  }
  await migrateTo(history, migrations);
  await command(`CREATE TABLE IF NOT EXISTS ${mark} (nothing UInt8) ENGINE = Null`);
  const tables = await copiedTables(history);
  if (wasInterrupted) {
    await forEachTable(tables, async (table) => {
      await history.client.command({ query: `TRUNCATE TABLE ${table}`, clickhouse_settings: ofAnySize });
    });
  }
  await createSideTables(history, "restored", tables);
  return {
    write: (table, rows) => {
      if (!tables.includes(table)) throw new Error(`there is no table ${table} in this version's schema`);
      return insert(history, sideTable("restored", table), rows);
    },
    async finish(rows) {
      await forEachTable(tables, (table) => requireRows(history, table, rows.get(table) ?? 0));
      await forEachTable(tables, (table) => shareParts(history, sideTable("restored", table), table));
      await dropSideTables(history, "restored");
    },
    async release() {
      await command(`DROP TABLE IF EXISTS ${mark} SYNC`);
    },
  };
}

/** True while a copy is being put back, or after that was interrupted. */
async function isMarked({ client, options }: History): Promise<boolean> {
  const result = await client.query({
    query: "SELECT 1 FROM system.tables WHERE database = {database:String} AND name = {mark:String}",
    query_params: { database: options.database, mark },
    format: "JSONEachRow",
  });
  return (await result.json()).length > 0;
}

async function insert({ client }: History, table: string, rows: Readable): Promise<void> {
  const { stream } = await client.exec({
    query: `INSERT INTO ${table} FORMAT Native`,
    values: rows,
    http_headers: { "content-encoding": "zstd" },
    // Rows as they are: two equal blocks are two, and nothing is folded before the numbers were compared.
    clickhouse_settings: { insert_deduplicate: 0, optimize_on_insert: 0, async_insert: 0 },
  });
  stream.resume();
  await new Promise((resolve, reject) => stream.once("end", resolve).once("error", reject));
}

async function requireRows({ client }: History, table: string, expected: number): Promise<void> {
  const query = `SELECT toUInt64(count()) AS rows FROM ${sideTable("restored", table)}`;
  const [found] = await (await client.query({ query, format: "JSONEachRow" })).json<{ rows: number }>();
  if (found?.rows !== expected) throw new Error(`${table}: ${expected} rows expected, ${found?.rows} arrived`);
}
