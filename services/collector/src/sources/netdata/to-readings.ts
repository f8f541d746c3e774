import type { CpuTimes, ProcessorStat } from "../../modules/cpu.js";
import { reportLoad } from "../../modules/load.js";
import { reportMemory } from "../../modules/memory.js";
import type { Reading } from "../../modules/module.js";
import { reportPressure } from "../../modules/pressure.js";
import { reportSwap } from "../../modules/swap.js";
import type { Charts } from "./charts.js";

/** Value of a dimension, 0 where the agent shows none because it has always been zero. */
export function dimensionOf(charts: Charts, chart: string, dimension: string): number {
  return charts.get(chart)?.values.get(dimension) ?? 0;
}

const kibibyte = 1024;

/** Ticks of USER_HZ in which /proc/stat counts. */
const tickMs = 10;

const coreChart = /^cpu\.cpu(\d+)$/;

/** Processor times as the kernel counts them; undefined when the agent does not collect them. */
export function toProcessorStat(charts: Charts): ProcessorStat | undefined {
  if (!charts.has("system.cpu")) return undefined;
  const cores = new Map<number, CpuTimes>();
  for (const name of charts.keys()) {
    const core = coreChart.exec(name)?.[1];
    if (core !== undefined) cores.set(Number(core), toTimes(charts, name));
  }
  return {
    total: toTimes(charts, "system.cpu"),
    cores: new Map([...cores].sort(([one], [other]) => one - other)),
    contextSwitches: dimensionOf(charts, "system.ctxt", "switches"),
    interrupts: dimensionOf(charts, "system.intr", "interrupts"),
  };
}

function toTimes(charts: Charts, chart: string): CpuTimes {
  const ms = (dimension: string) => dimensionOf(charts, chart, dimension) * tickMs;
  return {
    // Netdata takes the guests out of what the kernel counts them in.
    user: ms("user") + ms("guest"),
    nice: ms("nice") + ms("guest_nice"),
    system: ms("system"),
    idle: ms("idle"),
    iowait: ms("iowait"),
    interrupt: ms("irq"),
    softirq: ms("softirq"),
    steal: ms("steal"),
  };
}

export function toLoad(charts: Charts): Reading<"load"> | undefined {
  if (!charts.has("system.load") || !charts.has("system.uptime")) return undefined;
  const average = (dimension: string) => dimensionOf(charts, "system.load", dimension) / 1000;
  return reportLoad(
    { oneMinute: average("load1"), fiveMinutes: average("load5"), fifteenMinutes: average("load15") },
    dimensionOf(charts, "system.uptime", "uptime"),
  );
}

/** Netdata does not tell how much is shared: that is 0. */
export function toMemory(charts: Charts): Reading<"memory"> | undefined {
  if (!charts.has("system.ram") || !charts.has("mem.available")) return undefined;
  const bytes = (chart: string, dimension: string) => dimensionOf(charts, chart, dimension) * kibibyte;
  const free = bytes("system.ram", "free");
  const cached = bytes("system.ram", "cached");
  const buffers = bytes("system.ram", "buffers");
  const total = free + cached + buffers + bytes("system.ram", "used");
  const memory = {
    total,
    available: Math.min(total, bytes("mem.available", "avail")),
    free,
    buffers,
    cached,
    slabReclaimable: bytes("mem.slab", "reclaimable"),
    slabUnreclaimable: bytes("mem.slab", "unreclaimable"),
    shared: 0,
    dirty: bytes("mem.writeback", "Dirty"),
    committed: bytes("mem.committed", "Committed_AS"),
  };
  // What the agent calls minor is the kernel's counter of all faults.
  const all = dimensionOf(charts, "mem.pgfaults", "minor");
  return reportMemory(memory, { all, major: dimensionOf(charts, "mem.pgfaults", "major") });
}

/** A host without swap has no chart of it. Pages are taken to be as large as here: the agent is on the same host. */
export function toSwap(charts: Charts, pageBytes: number): Reading<"swap"> | undefined {
  if (!charts.has("system.ram")) return undefined;
  const [space, traffic] = charts.has("mem.swap") ? ["mem.swap", "mem.swapio"] : ["system.swap", "system.swapio"];
  const freeBytes = dimensionOf(charts, space, "free") * kibibyte;
  const swap = {
    totalBytes: freeBytes + dimensionOf(charts, space, "used") * kibibyte,
    freeBytes,
    inPages: dimensionOf(charts, traffic, "in"),
    outPages: dimensionOf(charts, traffic, "out"),
  };
  return reportSwap(swap, pageBytes);
}

export function toPressure(charts: Charts): Reading<"pressure"> | undefined {
  if (!charts.has("system.cpu_some_pressure") || !charts.has("system.io_some_pressure")) return undefined;
  const stall = (resource: string, tasks: "some" | "full") => ({
    totalUs: dimensionOf(charts, `system.${resource}_${tasks}_pressure_stall_time`, "time") * 1000,
    avg10E4: dimensionOf(charts, `system.${resource}_${tasks}_pressure`, `${tasks} 10`),
  });
  return reportPressure({
    cpuSome: stall("cpu", "some"),
    memorySome: stall("memory", "some"),
    memoryFull: stall("memory", "full"),
    ioSome: stall("io", "some"),
    ioFull: stall("io", "full"),
  });
}
