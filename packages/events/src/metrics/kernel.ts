import { type Metric, metricsOf } from "./metric.js";

/** Of little use as a distribution. */
const plain = { quantiles: false } as const;

export const kernelMetrics: Metric[] = metricsOf({ module: "kernel", table: "host_kernel" }, [
  {
    name: "statwire.kernel.open_files",
    unit: "{file}",
    column: "open_files",
    description: "Open files of all processes.",
  },
  {
    ...plain,
    name: "statwire.kernel.open_files.limit",
    unit: "{file}",
    column: "open_files_max",
    description: "Files that all processes together may hold open.",
  },
  {
    name: "system.network.conntrack.count",
    unit: "{entry}",
    column: "conntrack_entries",
    description: "Connections that the packet filter keeps track of.",
  },
  {
    ...plain,
    name: "system.network.conntrack.max",
    unit: "{entry}",
    column: "conntrack_max",
    description: "Connections that the packet filter can keep track of.",
  },
  {
    ...plain,
    name: "statwire.kernel.oom_kills",
    unit: "{process}",
    kind: "counter",
    column: "oom_kills",
    description: "Processes killed for lack of memory.",
  },
  {
    ...plain,
    name: "statwire.kernel.threads.limit",
    unit: "{thread}",
    column: "threads_max",
    description: "Threads that the host may have.",
  },
  {
    ...plain,
    name: "statwire.kernel.pids.limit",
    unit: "{process}",
    column: "pids_max",
    description: "Process identifiers that the host may give.",
  },
  {
    ...plain,
    name: "statwire.kernel.entropy",
    unit: "{bit}",
    column: "entropy_bits",
    description: "Entropy at the random number generator's disposal.",
  },
  {
    ...plain,
    name: "statwire.kernel.inodes",
    unit: "{inode}",
    column: "inodes_allocated",
    description: "Inodes that the kernel holds in memory.",
  },
]);

/** The entity is transport and state together: `tcp:established`. */
export const connectionMetrics: Metric[] = metricsOf(
  {
    module: "connections",
    table: "host_connections",
    entity: { key: "statwire.network.connection", column: "connection" },
  },
  [
    {
      name: "statwire.network.connection.count",
      unit: "{connection}",
      column: "count",
      description: "Sockets by transport and state, IPv4 and IPv6 together.",
    },
  ],
);

export const clockMetrics: Metric[] = metricsOf({ module: "clock", table: "host_clock" }, [
  {
    ...plain,
    name: "statwire.clock.synchronized",
    unit: "1",
    column: "synchronized",
    description: "Whether the host's time service is in step with its reference: 1 or 0.",
  },
  {
    name: "statwire.clock.offset",
    unit: "s",
    column: "offset_us",
    description: "How far the clock is off; positive when it is ahead.",
  },
  {
    ...plain,
    name: "statwire.clock.root_delay",
    unit: "s",
    column: "root_delay_us",
    description: "Way to the reference clock and back.",
  },
  {
    ...plain,
    name: "statwire.clock.root_dispersion",
    unit: "s",
    column: "root_dispersion_us",
    description: "Greatest error relative to the reference clock.",
  },
  {
    ...plain,
    name: "statwire.clock.stratum",
    unit: "{stratum}",
    column: "stratum",
    description: "Steps from the reference clock.",
  },
  {
    ...plain,
    name: "statwire.clock.frequency_error",
    unit: "1",
    column: "frequency_error_ppb",
    description: "Rate error of the oscillator.",
  },
]);
