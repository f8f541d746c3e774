import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("../../../../../scripts/bundle-collector.mjs", import.meta.url));

/** The collector of this clone as a host gets it, in a temporary folder: what to run, and what removes it. */
export function bundleCollector(): { main: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "statwire-collector-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    execFileSync(process.execPath, [script, folder], { stdio: ["ignore", "ignore", "inherit"] });
  } catch (error) {
    remove();
    throw error;
  }
  return { main: join(folder, "dist/main.js"), remove };
}
