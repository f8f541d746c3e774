import { type Metric, metricsOf } from "./metric.js";

const filesystemUsage = {
  name: "system.filesystem.usage",
  unit: "By",
  description: "Space by state. `free` includes what is reserved for root, `available` does not.",
} as const;
const filesystemState = "system.filesystem.state";

export const filesystemMetrics: Metric[] = metricsOf(
  {
    module: "filesystems",
    table: "host_filesystems",
    entity: { key: "system.filesystem.mountpoint", column: "mountpoint" },
  },
  [
    {
      name: "system.filesystem.limit",
      unit: "By",
      column: "total_bytes",
      description: "Size of the filesystem.",
      quantiles: false,
    },
    { ...filesystemUsage, column: "used_bytes", fixed: [filesystemState, "used"] },
    { ...filesystemUsage, column: "free_bytes", fixed: [filesystemState, "free"] },
    { ...filesystemUsage, column: "available_bytes", fixed: [filesystemState, "available"] },
    {
      name: "system.filesystem.inodes.limit",
      unit: "{inode}",
      column: "inodes_total",
      description: "Inodes of the filesystem; zero where it has no fixed number.",
      quantiles: false,
    },
    {
      name: "system.filesystem.inodes.free",
      unit: "{inode}",
      column: "inodes_free",
      description: "Inodes that are not in use.",
    },
    {
      name: "system.filesystem.utilization",
      unit: "1",
      column: "utilization_e4",
      description: "Share of the space in use, as df shows it: used / (used + available).",
    },
  ],
);

const read = ["disk.io.direction", "read"] as const;
const write = ["disk.io.direction", "write"] as const;
const diskIo = { name: "system.disk.io", unit: "By", kind: "counter", description: "Bytes read and written." } as const;
const diskOperations = {
  name: "system.disk.operations",
  unit: "{operation}",
  kind: "counter",
  description: "Operations completed.",
} as const;
const diskOperationTime = {
  name: "system.disk.operation_time",
  unit: "s",
  kind: "counter",
  description: "Time that operations took, summed over them.",
} as const;

const diskMerged = {
  name: "system.disk.merged",
  unit: "{operation}",
  kind: "counter",
  description: "Operations that the kernel joined with a neighbour; absent while there is none.",
  quantiles: false,
} as const;

export const diskMetrics: Metric[] = metricsOf(
  { module: "disks", table: "host_disks", entity: { key: "system.device", column: "device" } },
  [
    { ...diskIo, column: "read_bytes", fixed: read },
    { ...diskIo, column: "write_bytes", fixed: write },
    { ...diskOperations, column: "read_operations", fixed: read },
    { ...diskOperations, column: "write_operations", fixed: write },
    { ...diskMerged, column: "read_merged", fixed: read },
    { ...diskMerged, column: "write_merged", fixed: write },
    { ...diskOperationTime, column: "read_time_ms", fixed: read },
    { ...diskOperationTime, column: "write_time_ms", fixed: write },
    {
      name: "system.disk.io_time",
      unit: "s",
      kind: "counter",
      column: "io_time_ms",
      description: "Time in which the device was busy.",
    },
    {
      name: "system.disk.weighted_io_time",
      unit: "s",
      kind: "counter",
      column: "weighted_io_time_ms",
      description: "Time in which the device was busy, times the operations in progress.",
    },
    {
      name: "system.disk.pending_operations",
      unit: "{operation}",
      column: "operations_in_progress",
      description: "Operations in progress.",
    },
  ],
);
