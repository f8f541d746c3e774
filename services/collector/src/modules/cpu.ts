import { Baseline } from "./baseline.js";
import { openFrequency } from "./frequency.js";
import type { ModuleContext, ModuleReader } from "./module.js";
import { int64, requireNumberAfter, shareE4 } from "./proc-text.js";

/** Milliseconds since the host started, by what the processors did. `user` includes guests, as in /proc/stat. */
export interface CpuTimes {
  user: number;
  nice: number;
  system: number;
  idle: number;
  iowait: number;
  interrupt: number;
  softirq: number;
  steal: number;
}

export interface ProcessorStat {
  total: CpuTimes;
  /** By core number; a core that is off-line is absent. */
  cores: Map<number, CpuTimes>;
  contextSwitches: number;
  interrupts: number;
}

/** Processor time of the host and its cores from /proc/stat, frequency from cpufreq. */
export function openCpu({ host, files }: ModuleContext): ModuleReader<"cpu"> {
  const path = `${host.procRoot}/stat`;
  const baseline = new Baseline<ProcessorStat>();
  const frequencyHz = openFrequency(host, files);
  return {
    sample(nowMs) {
      const text = files.text(path);
      if (text === undefined) return undefined;
      const stat = parseProcessorStat(text);
      const before = baseline.before(nowMs)?.reading;
      baseline.keep(nowMs, stat);
      return reportCpu(stat, before, frequencyHz(nowMs));
    },
  };
}

/** @throws Error when there is no line of the whole host or a time is no number. */
export function parseProcessorStat(text: string): ProcessorStat {
  const cores = new Map<number, CpuTimes>();
  let total: CpuTimes | undefined;
  for (let start = 0; text.startsWith("cpu", start); start = text.indexOf("\n", start) + 1) {
    const [label = "", ...ticks] = text.slice(start, text.indexOf("\n", start)).split(/ +/);
    const times = toTimes(label, ticks);
    if (label === "cpu") total = times;
    else cores.set(Number(label.slice(3)), times);
  }
  if (total === undefined) throw new Error('stat: no line "cpu"');
  return {
    total,
    cores,
    contextSwitches: requireNumberAfter(text, "ctxt ", "stat"),
    interrupts: requireNumberAfter(text, "intr ", "stat"),
  };
}

/** Share of time not idle between two readings (waiting for I/O is idle), or since the start without an earlier one. */
export function utilizationE4(now: CpuTimes, before: CpuTimes | undefined): number {
  let busy = 0;
  let whole = 0;
  for (const [mode, time] of Object.entries(now) as [keyof CpuTimes, number][]) {
    // The kernel's idle and iowait can go back a little; a core that was off-line starts anew.
    const spent = Math.max(0, time - (before?.[mode] ?? 0));
    whole += spent;
    if (mode !== "idle" && mode !== "iowait") busy += spent;
  }
  return shareE4(busy, whole);
}

/** What the times say; without an earlier reading the utilization is that since the host's start. */
export function reportCpu(stat: ProcessorStat, before: ProcessorStat | undefined, frequencyHz: number | undefined) {
  const { total } = stat;
  return {
    utilizationE4: utilizationE4(total, before?.total),
    userMs: int64(total.user),
    niceMs: int64(total.nice),
    systemMs: int64(total.system),
    idleMs: int64(total.idle),
    iowaitMs: int64(total.iowait),
    interruptMs: int64(total.interrupt),
    softirqMs: int64(total.softirq),
    stealMs: int64(total.steal),
    contextSwitches: int64(stat.contextSwitches),
    interrupts: int64(stat.interrupts),
    ...(frequencyHz === undefined ? {} : { frequencyHz: int64(frequencyHz) }),
    cores: Array.from(stat.cores, ([number, times]) => ({
      number,
      utilizationE4: utilizationE4(times, before?.cores.get(number)),
    })),
  };
}

/** The kernel counts for user space in ticks of a hundredth of a second (USER_HZ) on every architecture we know. */
const tickMs = 10;

function toTimes(label: string, ticks: readonly string[]): CpuTimes {
  const [user = 0, nice = 0, system = 0, idle = 0, iowait = 0, interrupt = 0, softirq = 0, steal = 0] = ticks
    .slice(0, 8)
    .map((tick) => Number(tick) * tickMs);
  const times = { user, nice, system, idle, iowait, interrupt, softirq, steal };
  if (ticks.length < 4 || Object.values(times).some(Number.isNaN)) {
    throw new Error(`stat: line "${label}" has no times`);
  }
  return times;
}
