import { createTestDatabase } from "@statwire/embedded-stack/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectHistory, type History } from "../connect.js";
import { migrate } from "../schema/migrate.js";
import { createMigratedDatabase, tablesWithRows } from "./migrated-database.js";

const startedAtMs = Date.now();
let migrated: History;
let made: History;
const closers: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const databases = await Promise.all([createTestDatabase(), createMigratedDatabase()]);
  [migrated, made] = databases.map((database) => connectHistory(database)) as [History, History];
  closers.push(migrated.close, made.close, ...databases.map(({ close }) => close));
  await migrate(migrated);
});

afterAll(async () => {
  for (const close of closers) await close();
});

describe("a database that is made out of a migrated one", () => {
  it("has the same tables and views, statement by statement", async () => {
    const expected = await statements(migrated);
    expect(Object.keys(expected).length).toBeGreaterThan(150);
    expect(await statements(made)).toEqual(expected);
  });

  it("has the rows that a migration writes, of its own time, and no other", async () => {
    const rows = "SELECT level, days_before, days FROM retention_changes ORDER BY level";
    expect(await read(made, rows)).toEqual(await read(migrated, rows));
    const applied = "SELECT version, name, checksum FROM schema_migrations ORDER BY version";
    expect(await read(made, applied)).toEqual(await read(migrated, applied));
    for (const history of [made, migrated]) {
      const filled = "SELECT DISTINCT table FROM system.parts WHERE database = currentDatabase() AND active";
      expect((await read(history, filled)).map(({ table }) => table).sort()).toEqual([...tablesWithRows].sort());
      const old = `SELECT count() AS n FROM retention_changes WHERE toUnixTimestamp64Milli(changed_at) < ${startedAtMs}`;
      expect(await read(history, old)).toEqual([{ n: 0 }]);
    }
  });

  it("is one that nothing is left to migrate in", async () => {
    const before = await statements(made);
    expect(await migrate(made)).toEqual([]);
    expect(await statements(made)).toEqual(before);
  });
});

/** What made each table and view, by name, without the name of the database. */
async function statements(history: History): Promise<Record<string, string>> {
  const names = await read(history, "SELECT name FROM system.tables WHERE database = currentDatabase()");
  const made = names.map(async ({ name }) => {
    const [row] = await read(history, `SHOW CREATE TABLE ${name}`);
    return [String(name), String(row?.statement).replaceAll(history.options.database, "")];
  });
  return Object.fromEntries(await Promise.all(made));
}

async function read({ client }: History, query: string): Promise<Record<string, unknown>[]> {
  return (await client.query({ query, format: "JSONEachRow" })).json();
}
