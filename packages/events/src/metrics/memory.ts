import { type Metric, metricsOf } from "./metric.js";

const memoryUsage = {
  name: "system.memory.usage",
  unit: "By",
  description:
    "Memory by state. The states overlap: `used` is the limit less `available`, and that includes most of `cached`.",
} as const;
const memoryState = "system.memory.state";

export const memoryMetrics: Metric[] = metricsOf({ module: "memory", table: "host_memory" }, [
  {
    name: "system.memory.limit",
    unit: "By",
    column: "total_bytes",
    description: "Memory that the kernel manages.",
    quantiles: false,
  },
  { ...memoryUsage, column: "available_bytes", fixed: [memoryState, "available"] },
  { ...memoryUsage, column: "used_bytes", fixed: [memoryState, "used"] },
  { ...memoryUsage, column: "free_bytes", fixed: [memoryState, "free"] },
  { ...memoryUsage, column: "buffers_bytes", fixed: [memoryState, "buffers"] },
  { ...memoryUsage, column: "cached_bytes", fixed: [memoryState, "cached"] },
  { ...memoryUsage, column: "slab_reclaimable_bytes", fixed: [memoryState, "slab_reclaimable"] },
  { ...memoryUsage, column: "slab_unreclaimable_bytes", fixed: [memoryState, "slab_unreclaimable"] },
  { ...memoryUsage, column: "shared_bytes", fixed: [memoryState, "shared"] },
  { ...memoryUsage, column: "dirty_bytes", fixed: [memoryState, "dirty"] },
  {
    name: "system.memory.committed",
    unit: "By",
    column: "committed_bytes",
    description: "Memory promised to processes, used or not.",
  },
  {
    name: "system.memory.utilization",
    unit: "1",
    column: "utilization_e4",
    description: "Share of memory in use: used / limit.",
  },
  {
    name: "system.paging.faults",
    unit: "{fault}",
    kind: "counter",
    column: "page_faults",
    description: "Page faults, minor and major.",
    quantiles: false,
  },
  {
    name: "system.paging.major_faults",
    unit: "{fault}",
    kind: "counter",
    column: "major_page_faults",
    description: "Page faults that had to read from a device.",
  },
]);

const pagingUsage = { name: "system.paging.usage", unit: "By", description: "Swap space by state." } as const;
const pagingIo = {
  name: "system.paging.io",
  unit: "By",
  kind: "counter",
  description: "Bytes read from and written to swap space.",
} as const;

export const swapMetrics: Metric[] = metricsOf({ module: "swap", table: "host_swap" }, [
  {
    name: "system.paging.limit",
    unit: "By",
    column: "total_bytes",
    description: "Swap space of the host.",
    quantiles: false,
  },
  { ...pagingUsage, column: "used_bytes", fixed: ["system.paging.state", "used"] },
  { ...pagingUsage, column: "free_bytes", fixed: ["system.paging.state", "free"] },
  { ...pagingIo, column: "in_bytes", fixed: ["system.paging.direction", "in"] },
  { ...pagingIo, column: "out_bytes", fixed: ["system.paging.direction", "out"] },
  {
    name: "system.paging.utilization",
    unit: "1",
    column: "utilization_e4",
    description: "Share of swap space in use.",
  },
]);
