import { readFileSync } from "node:fs";

/** Of the kernel's accounting (USER_HZ, see proc(5)). */
const ticksPerSecond = 100;

/** Processor time that a process has taken so far, of all its threads; 0 when it has ended. Unlike time it does not grow with what else runs. */
export function cpuSecondsOf(pid: number): number {
  try {
    return parseCpuSeconds(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return 0;
  }
}

export function parseCpuSeconds(stat: string): number {
  // The name before it, in parentheses, may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [user = 0, system = 0] = [fields[11], fields[12]].map(Number);
  return (user + system) / ticksPerSecond;
}
