import { cp, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** What of the repository the built product runs from; packages from outside are linked. */
const parts = ["packages", "services", "proto-events", "deploy", "scripts", "package.json"];
const migrations = "packages/history-store/migrations";

/** A version of the product with one migration more. */
export interface NewerVersion {
  /** What starts it. */
  main: string;
  /** Number of its last migration. */
  migration: number;
}

/**
 * Makes the version after `base` (a folder of the product; this one when absent) in a folder: a column, an index and a
 * view more, and a statement that takes two seconds, so that there is a moment to be killed in.
 */
export async function makeNewerVersion(folder: string, base: string = root): Promise<NewerVersion> {
  await mkdir(folder, { recursive: true });
  for (const part of parts) {
    // Links between packages are relative, and have to lead to the copies.
    await cp(join(base, part), join(folder, part), { recursive: true, verbatimSymlinks: true });
  }
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  const migration = (await readdir(join(folder, migrations))).filter((name) => name.endsWith(".sql")).length + 1;
  const file = `${String(migration).padStart(4, "0")}_fault_scenario.sql`;
  await writeFile(join(folder, migrations, file), migrationOf(migration));
  return { main: join(folder, "packages/embedded-stack/dist/main.js"), migration };
}

function migrationOf(number: number): string {
  const [table = "", other = ""] = number % 2 === 0 ? ["host_load", "host_cpu"] : ["host_memory", "host_network"];
  return `ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS fault_note_${number} LowCardinality(String) DEFAULT 'none';

SELECT sleep(2);

ALTER TABLE ${other} ADD INDEX IF NOT EXISTS fault_index_${number} ts TYPE minmax GRANULARITY 4;

CREATE OR REPLACE VIEW v_fault_${number} AS SELECT node, ts, fault_note_${number} FROM ${table};
`;
}
