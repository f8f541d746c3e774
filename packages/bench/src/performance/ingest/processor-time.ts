import { cpuSecondsOf } from "../../load/cpu-seconds.js";

/** CPU-seconds of each process so far, by its name. */
export type ProcessorTime = Readonly<Record<string, number>>;

export function processorTime(pids: Readonly<Record<string, number>>): ProcessorTime {
  return Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, cpuSecondsOf(pid)]));
}

/** What each process has taken between two looks. */
export function between(before: ProcessorTime, after: ProcessorTime): ProcessorTime {
  return Object.fromEntries(Object.entries(after).map(([name, seconds]) => [name, seconds - (before[name] ?? 0)]));
}

/** What each process has taken in both. */
export function plus(one: ProcessorTime, other: ProcessorTime): ProcessorTime {
  const names = Object.keys({ ...one, ...other });
  return Object.fromEntries(names.map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]));
}

export function total(time: ProcessorTime): number {
  return Object.values(time).reduce((sum, seconds) => sum + seconds, 0);
}

export function timeText(time: ProcessorTime): string {
  return Object.entries(time)
    .map(([name, seconds]) => `${name} ${seconds.toFixed(2)}`)
    .join(", ");
}
