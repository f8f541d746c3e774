import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Takes a data directory for this process: two that wrote to one spool would spoil it. A lock whose process is gone, or
 * whose number another process has now, is taken over. Returns what gives it back.
 * @throws Error naming the process that has it.
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, "collector.pid");
  const holder = readHolder(path);
  if (holder !== undefined && holder.pid !== process.pid && startOf(holder.pid) === holder.start) {
    throw new Error(`COLLECTOR_DATA_DIR: ${directory} is in use by process ${holder.pid}`);
  }
  writeFileSync(path, `${process.pid} ${startOf(process.pid) ?? ""}\n`);
  return () => rmSync(path, { force: true });
}

function readHolder(path: string): { pid: number; start: string } | undefined {
  try {
    const [pid = "", start = ""] = readFileSync(path, "utf8").trim().split(" ");
    return start === "" ? undefined : { pid: Number(pid), start };
  } catch {
    return undefined;
  }
}

/** When a process started, in ticks since the machine did (field 22 of its stat); undefined when there is no such one. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}
