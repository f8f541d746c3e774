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
      const text = files.wholeText(path);
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
    // The host's own line has two spaces behind its label.
    const fields = text.slice(start, text.indexOf("\n", start)).replace("  ", " ").split(" ");
    const label = fields[0] ?? "";
    const times = toTimes(fields);
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
  const busy = timeSpent(busyModes, now, before);
  return shareE4(busy, busy + timeSpent(idleModes, now, before));
}

const busyModes = ["user", "nice", "system", "interrupt", "softirq", "steal"] as const;
const idleModes = ["idle", "iowait"] as const;

function timeSpent(modes: readonly (keyof CpuTimes)[], now: CpuTimes, before?: CpuTimes): number {
  let spent = 0;
  for (const mode of modes) {
    // The kernel's idle and iowait can go back a little; a core that was off-line starts anew.
    spent += Math.max(0, now[mode] - (before === undefined ? 0 : before[mode]));
  }
  return spent;
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

/** Of a line's fields, which are its label and the ticks of each mode. */
function toTimes(fields: readonly string[]): CpuTimes {
  const times = {
    user: timeOf(fields[1]),
    nice: timeOf(fields[2]),
    system: timeOf(fields[3]),
    idle: timeOf(fields[4]),
    iowait: timeOf(fields[5]),
    interrupt: timeOf(fields[6]),
    softirq: timeOf(fields[7]),
    steal: timeOf(fields[8]),
  };
  if (fields.length < 5 || Number.isNaN(timeSpent(busyModes, times) + timeSpent(idleModes, times))) {
    throw new Error(`stat: line "${fields[0]}" has no times`);
  }
  return times;
}

/** A mode that the kernel does not know has had no time. */
function timeOf(tick: string | undefined): number {
  return tick === undefined ? 0 : Number(tick) * tickMs;
}
