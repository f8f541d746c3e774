import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startTimeOf } from "../processes.js";

/** Claims a data folder for this process; fails when another running one holds it. Answers how to let it go. */
export function claimDataDir(dataDir: string): () => void {
  const file = join(dataDir, "run", "npm-start.pid");
  mkdirSync(join(dataDir, "run"), { recursive: true, mode: 0o700 });
  const [pid = "", startTime = ""] = readIfAny(file).trim().split(" ");
  if (pid !== "" && Number(pid) !== process.pid && startTimeOf(Number(pid)) === startTime) {
    throw new Error(`STATWIRE_DATA_DIR: ${dataDir} is in use by a running Statwire (process ${pid})`);
  }
  writeFileSync(file, `${process.pid} ${startTimeOf(process.pid) ?? ""}\n`);
  return () => rmSync(file, { force: true });
}

function readIfAny(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
