import { type Metric, metricsOf } from "./metric.js";

export const temperatureMetrics: Metric[] = metricsOf(
  { module: "sensors", table: "host_temperatures", entity: { key: "hw.id", column: "sensor" } },
  [{ name: "hw.temperature", unit: "Cel", column: "celsius_e3", description: "Temperature at the sensor." }],
);

export const fanMetrics: Metric[] = metricsOf(
  { module: "sensors", table: "host_fans", entity: { key: "hw.id", column: "sensor" } },
  [{ name: "hw.fan.speed", unit: "rpm", column: "revolutions_per_minute", description: "Speed of the fan." }],
);

const processCount = {
  name: "system.process.count",
  unit: "{process}",
  description: "Processes by status; `blocked` waits for a device.",
} as const;
const status = "process.status";

export const processMetrics: Metric[] = metricsOf({ module: "processes", table: "host_processes" }, [
  { name: "system.process.total", unit: "{process}", column: "total", description: "Processes of every status." },
  { ...processCount, column: "running", fixed: [status, "running"] },
  { ...processCount, column: "sleeping", fixed: [status, "sleeping"] },
  { ...processCount, column: "blocked", fixed: [status, "blocked"] },
  { ...processCount, column: "zombie", fixed: [status, "zombie"] },
  { ...processCount, column: "stopped", fixed: [status, "stopped"] },
  { ...processCount, column: "idle", fixed: [status, "idle"] },
  { name: "system.thread.count", unit: "{thread}", column: "threads", description: "Threads of all processes." },
  {
    name: "system.process.created",
    unit: "{process}",
    kind: "counter",
    column: "created",
    description: "Processes created since the host started.",
    quantiles: false,
  },
]);

const processIo = {
  name: "process.disk.io",
  unit: "By",
  kind: "counter",
  description: "Bytes that one of the largest processes read and wrote.",
  quantiles: false,
} as const;
const processSwitches = {
  name: "process.context_switches",
  unit: "{context_switch}",
  kind: "counter",
  description: "Context switches of one of the largest processes.",
  quantiles: false,
} as const;
const switchType = "process.context_switch.type";

/** Processes come and go, so their quantiles would say little. */
export const topProcessMetrics: Metric[] = metricsOf(
  { module: "processes", table: "host_top_processes", entity: { key: "process.pid", column: "pid" } },
  [
    {
      name: "process.cpu.utilization",
      unit: "1",
      column: "cpu_utilization_e4",
      description: "Processor time of one of the largest processes, as a share of one core.",
      quantiles: false,
    },
    {
      name: "process.memory.usage",
      unit: "By",
      column: "resident_bytes",
      description: "Resident memory of one of the largest processes.",
      quantiles: false,
    },
    {
      name: "process.thread.count",
      unit: "{thread}",
      column: "threads",
      description: "Threads of one of the largest processes.",
      quantiles: false,
    },
    {
      name: "process.memory.virtual",
      unit: "By",
      column: "virtual_bytes",
      description: "Virtual memory of one of the largest processes.",
      quantiles: false,
    },
    {
      name: "process.cpu.time",
      unit: "s",
      kind: "counter",
      column: "cpu_ms",
      description: "Processor time of one of the largest processes since it started.",
      quantiles: false,
    },
    {
      name: "process.paging.faults",
      unit: "{fault}",
      kind: "counter",
      column: "page_faults",
      description: "Page faults of one of the largest processes, minor and major.",
      quantiles: false,
    },
    {
      name: "process.paging.major_faults",
      unit: "{fault}",
      kind: "counter",
      column: "major_page_faults",
      description: "Page faults of one of the largest processes that had to read from a device.",
      quantiles: false,
    },
    { ...processIo, column: "read_bytes", fixed: ["disk.io.direction", "read"] },
    { ...processIo, column: "write_bytes", fixed: ["disk.io.direction", "write"] },
    { ...processSwitches, column: "voluntary_context_switches", fixed: [switchType, "voluntary"] },
    { ...processSwitches, column: "involuntary_context_switches", fixed: [switchType, "involuntary"] },
    {
      name: "process.unix.file_descriptor.count",
      unit: "{file_descriptor}",
      column: "open_files",
      description: "Open files of one of the largest processes.",
      quantiles: false,
    },
  ],
);

export const inventoryMetrics: Metric[] = metricsOf({ module: "inventory", table: "host_inventory" }, [
  {
    name: "system.cpu.logical.count",
    unit: "{cpu}",
    column: "cpu_logical_count",
    description: "Logical cores of the host.",
    quantiles: false,
  },
  {
    name: "system.cpu.physical.count",
    unit: "{cpu}",
    column: "cpu_physical_count",
    description: "Physical cores of the host.",
    quantiles: false,
  },
  {
    name: "hw.memory.size",
    unit: "By",
    column: "memory_bytes",
    description: "Memory of the host, as its inventory has it.",
    quantiles: false,
  },
  {
    name: "statwire.host.boot_time",
    unit: "s",
    column: "booted_at_ms",
    description: "When the kernel started (Unix time).",
    quantiles: false,
  },
]);
