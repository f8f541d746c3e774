import { readFileSync } from "node:fs";
import { descendants } from "@statwire/running-product";

/** Of the kernel's accounting (USER_HZ, see proc(5)). */
const ticksPerSecond = 100;

/** What a process and all that it has started take. */
export interface ProcessTree {
  /** Processor time so far, also of children that have ended and were waited for. */
  cpuSeconds: number;
  /** Resident bytes of the process itself, as the kernel counts them: pages shared with others are in it. */
  ownBytes: number;
  /** The same of its children together. */
  childBytes: number;
}

/** @throws when the process has ended. */
export function readProcessTree(pid: number): ProcessTree {
  const own = parseUsage(readFileSync(`/proc/${pid}/stat`, "utf8"), readFileSync(`/proc/${pid}/status`, "utf8"));
  const children = descendants(pid).flatMap((child) => {
    try {
      const stat = readFileSync(`/proc/${child.pid}/stat`, "utf8");
      return [parseUsage(stat, readFileSync(`/proc/${child.pid}/status`, "utf8"))];
    } catch {
      return []; // It has ended meanwhile: its parent's count has it.
    }
  });
  return {
    cpuSeconds: children.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, own.cpuSeconds),
    ownBytes: own.residentBytes,
    childBytes: children.reduce((sum, { residentBytes }) => sum + residentBytes, 0),
  };
}

/** Of `/proc/PID/stat` and `/proc/PID/status`: time of the process and of the children it has waited for, and its resident bytes. */
export function parseUsage(stat: string, status: string): { cpuSeconds: number; residentBytes: number } {
  // The name before it, in parentheses, may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  const kibibytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
  return { cpuSeconds: ticks / ticksPerSecond, residentBytes: kibibytes * 1024 };
}
