import { type Metric, metricsOf } from "./metric.js";

const cpuTime = {
  name: "system.cpu.time",
  unit: "s",
  kind: "counter",
  description: "Processor time spent in each mode, all cores together.",
} as const;

export const cpuMetrics: Metric[] = metricsOf({ module: "cpu", table: "host_cpu" }, [
  {
    name: "system.cpu.utilization",
    unit: "1",
    column: "utilization_e4",
    description: "Share of processor time not idle since the previous reading, all cores together.",
  },
  { ...cpuTime, column: "user_ms", fixed: ["cpu.mode", "user"] },
  { ...cpuTime, column: "nice_ms", fixed: ["cpu.mode", "nice"] },
  { ...cpuTime, column: "system_ms", fixed: ["cpu.mode", "system"] },
  { ...cpuTime, column: "idle_ms", fixed: ["cpu.mode", "idle"] },
  { ...cpuTime, column: "iowait_ms", fixed: ["cpu.mode", "iowait"] },
  { ...cpuTime, column: "interrupt_ms", fixed: ["cpu.mode", "interrupt"] },
  { ...cpuTime, column: "softirq_ms", fixed: ["cpu.mode", "softirq"] },
  { ...cpuTime, column: "steal_ms", fixed: ["cpu.mode", "steal"] },
  {
    name: "system.cpu.context_switches",
    unit: "{context_switch}",
    kind: "counter",
    column: "context_switches",
    description: "Context switches on all cores.",
    quantiles: false,
  },
  {
    name: "system.cpu.interrupts",
    unit: "{interrupt}",
    kind: "counter",
    column: "interrupts",
    description: "Interrupts served by all cores.",
    quantiles: false,
  },
  {
    name: "system.cpu.frequency",
    unit: "Hz",
    column: "frequency_hz",
    description: "Mean of the current core frequencies; absent where the kernel does not tell.",
  },
]);

export const coreMetrics: Metric[] = metricsOf(
  { module: "cpu", table: "host_cores", entity: { key: "cpu.logical_number", column: "core" } },
  [
    {
      name: "system.cpu.core.utilization",
      unit: "1",
      column: "utilization_e4",
      description: "Share of one logical core's time not idle since the previous reading.",
    },
  ],
);

export const loadMetrics: Metric[] = metricsOf({ module: "load", table: "host_load" }, [
  {
    name: "system.cpu.load_average.1m",
    unit: "{thread}",
    column: "one_minute_e2",
    description: "Runnable and blocked threads, averaged over one minute.",
  },
  {
    name: "system.cpu.load_average.5m",
    unit: "{thread}",
    column: "five_minutes_e2",
    description: "Runnable and blocked threads, averaged over five minutes.",
  },
  {
    name: "system.cpu.load_average.15m",
    unit: "{thread}",
    column: "fifteen_minutes_e2",
    description: "Runnable and blocked threads, averaged over fifteen minutes.",
  },
  {
    name: "system.uptime",
    unit: "s",
    column: "uptime_ms",
    description: "Time since the kernel started.",
    quantiles: false,
  },
]);

const stallTime = { unit: "s", kind: "counter", quantiles: true } as const;
const some = ["pressure.kind", "some"] as const;
const full = ["pressure.kind", "full"] as const;
const cpuStall = {
  ...stallTime,
  name: "system.pressure.cpu.time",
  description: "Time in which tasks waited for a core.",
};
const memoryStall = {
  ...stallTime,
  name: "system.pressure.memory.time",
  description: "Time in which tasks waited for memory.",
};
const ioStall = { ...stallTime, name: "system.pressure.io.time", description: "Time in which tasks waited for I/O." };
const cpuAverage = {
  name: "system.pressure.cpu.avg10",
  unit: "1",
  description: "Share of the last ten seconds in which tasks waited for a core.",
};
const memoryAverage = {
  name: "system.pressure.memory.avg10",
  unit: "1",
  description: "Share of the last ten seconds in which tasks waited for memory.",
};
const ioAverage = {
  name: "system.pressure.io.avg10",
  unit: "1",
  description: "Share of the last ten seconds in which tasks waited for I/O.",
};

/** Pressure stall information: `some` is at least one task waiting, `full` all of them. */
export const pressureMetrics: Metric[] = metricsOf({ module: "pressure", table: "host_pressure" }, [
  { ...cpuStall, column: "cpu_some_us", fixed: some },
  { ...memoryStall, column: "memory_some_us", fixed: some },
  { ...memoryStall, column: "memory_full_us", fixed: full },
  { ...ioStall, column: "io_some_us", fixed: some },
  { ...ioStall, column: "io_full_us", fixed: full },
  { ...cpuAverage, column: "cpu_some_avg10_e4", fixed: some },
  { ...memoryAverage, column: "memory_some_avg10_e4", fixed: some },
  { ...memoryAverage, column: "memory_full_avg10_e4", fixed: full },
  { ...ioAverage, column: "io_some_avg10_e4", fixed: some },
  { ...ioAverage, column: "io_full_avg10_e4", fixed: full },
]);
