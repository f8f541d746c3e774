import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { splitStatements } from "./split-statements.js";

export interface Migration {
  version: number;
  name: string;
  /** SHA-256 of the file: an applied migration is never edited. */
  checksum: string;
  statements: string[];
}

const migrationsFolder = new URL("../../migrations/", import.meta.url);

/** The migrations of this version of the code, in order. Throws on a misnamed file or a gap in the numbers. */
export async function readMigrations(folder: URL = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    names.map(async (name, index) => toMigration(name, index + 1, await readFile(new URL(name, folder), "utf8"))),
  );
}

function toMigration(file: string, expectedVersion: number, sql: string): Migration {
  const [, digits, name] = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file) ?? [];
  if (digits === undefined || name === undefined || Number(digits) !== expectedVersion) {
    throw new Error(`migration ${file}: expected ${String(expectedVersion).padStart(4, "0")}_name.sql`);
  }
  const checksum = createHash("sha256").update(sql).digest("hex");
  return { version: expectedVersion, name, checksum, statements: splitStatements(sql) };
}
