import { readdirSync, readFileSync, statSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { Baseline } from "./baseline.js";
import type { ModuleContext, ModuleReader } from "./module.js";
import { readPageSize } from "./page-size.js";
import { int64, numberAfter } from "./proc-text.js";
import { readProcessDetails, readProcessFile } from "./process-details.js";
import { type ProcessStat, parseProcessStat } from "./process-stat.js";

/** Counts of all processes and the largest few. Of a host that hides others' processes, those of this user. */
export function openProcesses({ host, files, topProcesses }: ModuleContext): ModuleReader<"processes"> {
  const { procRoot } = host;
  const pageBytes = readPageSize(procRoot);
  const baseline = new Baseline<Map<number, ProcessStat>>();
  return {
    async sample(nowMs) {
      const processes = await readProcesses(procRoot);
      const before = baseline.before(nowMs);
      baseline.keep(nowMs, processes);
      const busy = busyTicks(processes, before?.reading);
      const elapsedTicks = (nowMs - (before?.atMs ?? nowMs)) / tickMs;
      const userName = openUserNames(host.fileRoot);
      const stat = files.wholeText(`${procRoot}/stat`) ?? "";
      const bootMs = (numberAfter(stat, "btime ") ?? 0) * 1000;
      return {
        ...countProcesses(processes.values()),
        created: int64(numberAfter(stat, "processes ") ?? 0),
        top: largest(processes, busy, topProcesses()).map((process) => ({
          pid: process.pid,
          command: process.command,
          user: userName(readOwner(procRoot, process.pid)),
          cpuUtilizationE4: elapsedTicks > 0 ? Math.round(((busy.get(process.pid) ?? 0) / elapsedTicks) * 10_000) : 0,
          residentBytes: int64(process.residentPages * pageBytes),
          threads: process.threads,
          virtualBytes: int64(process.virtualBytes),
          cpuMs: int64(process.ticks * tickMs),
          pageFaults: int64(process.pageFaults),
          majorPageFaults: int64(process.majorPageFaults),
          startedAtMs: int64(bootMs + process.startTicks * tickMs),
          ...readProcessDetails(`${procRoot}/${process.pid}`),
        })),
      };
    },
  };
}

const tickMs = 10;

/** After this many processes other work gets its turn. */
const chunk = 100;

const states: Record<string, "running" | "sleeping" | "blocked" | "zombie" | "stopped" | "idle"> = {
  R: "running",
  S: "sleeping",
  D: "blocked",
  Z: "zombie",
  T: "stopped",
  t: "stopped",
  I: "idle",
};

/** Processes by state, and their threads. A state that is none of ours (dying, parked) is in the total only. */
export function countProcesses(processes: Iterable<ProcessStat>) {
  const counts = { total: 0, running: 0, sleeping: 0, blocked: 0, zombie: 0, stopped: 0, idle: 0, threads: 0 };
  for (const { state, threads } of processes) {
    counts.total += 1;
    counts.threads += threads;
    const name = states[state];
    if (name !== undefined) counts[name] += 1;
  }
  return counts;
}

/** Ticks that each process used since the earlier reading. A process that is new since has used all it has. */
export function busyTicks(
  now: ReadonlyMap<number, ProcessStat>,
  before: ReadonlyMap<number, ProcessStat> | undefined,
): Map<number, number> {
  const busy = new Map<number, number>();
  if (before === undefined) return busy;
  for (const process of now.values()) {
    const earlier = before.get(process.pid);
    const same = earlier?.startTicks === process.startTicks;
    busy.set(process.pid, Math.max(0, process.ticks - (same ? earlier.ticks : 0)));
  }
  return busy;
}

/** Up to `limit` processes: the busiest half and the biggest half, without repeats, filled up with the next biggest. */
export function largest(
  processes: ReadonlyMap<number, ProcessStat>,
  busy: ReadonlyMap<number, number>,
  limit: number,
): ProcessStat[] {
  const all = [...processes.values()];
  const busiest = all
    .filter(({ pid }) => (busy.get(pid) ?? 0) > 0)
    .sort((one, other) => (busy.get(other.pid) ?? 0) - (busy.get(one.pid) ?? 0))
    .slice(0, Math.ceil(limit / 2));
  const biggest = all.sort((one, other) => other.residentPages - one.residentPages).slice(0, limit);
  return [...new Set([...busiest, ...biggest])].slice(0, limit);
}

async function readProcesses(procRoot: string): Promise<Map<number, ProcessStat>> {
  const processes = new Map<number, ProcessStat>();
  const pids = readdirSync(procRoot).filter((name) => name >= "1" && name < ":");
  for (const [index, pid] of pids.entries()) {
    if (index % chunk === chunk - 1) await setImmediate();
    const text = readProcessFile(`${procRoot}/${pid}/stat`);
    if (text === undefined) continue;
    const process = parseProcessStat(text);
    processes.set(process.pid, process);
  }
  return processes;
}

function readOwner(procRoot: string, pid: number): number | undefined {
  return statSync(`${procRoot}/${pid}`, { throwIfNoEntry: false })?.uid;
}

/** Names of users by number, read from the host's /etc/passwd; others are shown as their number. */
function openUserNames(fileRoot: string): (uid: number | undefined) => string {
  let names: Map<string, string>;
  try {
    names = parseUserNames(readFileSync(`${fileRoot}/etc/passwd`, "utf8"));
  } catch {
    names = new Map();
  }
  return (uid) => (uid === undefined ? "" : (names.get(String(uid)) ?? String(uid)));
}

/** Name by user number, of a passwd(5) text. */
export function parseUserNames(passwd: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const line of passwd.split("\n")) {
    const [name = "", , uid = ""] = line.split(":");
    if (uid !== "" && !names.has(uid)) names.set(uid, name);
  }
  return names;
}
