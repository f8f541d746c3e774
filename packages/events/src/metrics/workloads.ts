import { type Metric, metricsOf } from "./metric.js";

/** Of little use as a distribution. */
const plain = { quantiles: false } as const;

export const userMetrics: Metric[] = metricsOf({ module: "users", table: "host_users" }, [
  { ...plain, name: "statwire.user.sessions", unit: "{session}", column: "sessions", description: "Users logged in." },
]);

export const updateMetrics: Metric[] = metricsOf({ module: "updates", table: "host_updates" }, [
  {
    ...plain,
    name: "statwire.updates.pending",
    unit: "{package}",
    column: "pending",
    description: "Packages of which there is a newer version.",
  },
  {
    ...plain,
    name: "statwire.updates.security",
    unit: "{package}",
    column: "security",
    description: "Those of them that mend security.",
  },
  {
    ...plain,
    name: "statwire.updates.reboot_required",
    unit: "1",
    column: "reboot_required",
    description: "Whether an installed update waits for a reboot: 1 or 0.",
  },
]);

const containerDisk = {
  ...plain,
  name: "container.disk.io",
  unit: "By",
  kind: "counter",
  description: "Bytes that the container read and wrote.",
} as const;
const containerNetwork = {
  ...plain,
  name: "container.network.io",
  unit: "By",
  kind: "counter",
  description: "Bytes that the container received and transmitted.",
} as const;

export const containerMetrics: Metric[] = metricsOf(
  { module: "containers", table: "host_containers", entity: { key: "container.id", column: "id" } },
  [
    {
      ...plain,
      name: "container.cpu.time",
      unit: "s",
      kind: "counter",
      column: "cpu_ms",
      description: "Processor time of the container.",
    },
    {
      name: "container.cpu.usage",
      unit: "{cpu}",
      column: "cpu_utilization_e4",
      description: "Cores that the container keeps busy.",
    },
    {
      name: "container.memory.usage",
      unit: "By",
      column: "memory_bytes",
      description: "Memory of the container, page cache included.",
    },
    {
      name: "container.memory.working_set",
      unit: "By",
      column: "working_set_bytes",
      description: "Memory of the container without the page cache that can be dropped.",
    },
    {
      ...plain,
      name: "container.memory.limit",
      unit: "By",
      column: "memory_limit_bytes",
      description: "Memory that the container may use.",
    },
    {
      ...plain,
      name: "container.memory.paging.faults",
      unit: "{fault}",
      kind: "counter",
      column: "page_faults",
      description: "Page faults of the container.",
    },
    { ...containerDisk, column: "disk_read_bytes", fixed: ["disk.io.direction", "read"] },
    { ...containerDisk, column: "disk_write_bytes", fixed: ["disk.io.direction", "write"] },
    { ...containerNetwork, column: "receive_bytes", fixed: ["network.io.direction", "receive"] },
    { ...containerNetwork, column: "transmit_bytes", fixed: ["network.io.direction", "transmit"] },
    {
      ...plain,
      name: "container.process.count",
      unit: "{process}",
      column: "processes",
      description: "Processes and threads of the container.",
    },
    {
      ...plain,
      name: "container.restarts",
      unit: "{restart}",
      kind: "counter",
      column: "restarts",
      description: "Times that the runtime has started the container again.",
    },
  ],
);

const unitCount = {
  ...plain,
  name: "systemd.unit.count",
  unit: "{unit}",
  description: "Units by state.",
} as const;

export const unitTotalMetrics: Metric[] = metricsOf({ module: "units", table: "host_unit_totals" }, [
  { ...plain, name: "systemd.unit.total", unit: "{unit}", column: "total", description: "Units of every state." },
  { ...unitCount, column: "active", fixed: ["systemd.unit.state", "active"] },
  { ...unitCount, column: "failed", fixed: ["systemd.unit.state", "failed"] },
]);

export const unitMetrics: Metric[] = metricsOf(
  { module: "units", table: "host_units", entity: { key: "systemd.unit.name", column: "name" } },
  [
    {
      ...plain,
      name: "systemd.unit.restarts",
      unit: "{restart}",
      kind: "counter",
      column: "restarts",
      description: "Times that the service was started again by itself.",
    },
    {
      ...plain,
      name: "systemd.unit.cpu.time",
      unit: "s",
      kind: "counter",
      column: "cpu_ms",
      description: "Processor time of the unit.",
    },
    {
      ...plain,
      name: "systemd.unit.memory.usage",
      unit: "By",
      column: "memory_bytes",
      description: "Memory of the unit.",
    },
    {
      ...plain,
      name: "systemd.unit.tasks",
      unit: "{task}",
      column: "tasks",
      description: "Processes and threads of the unit.",
    },
  ],
);

const alertCount = {
  ...plain,
  name: "statwire.alerts",
  unit: "{alert}",
  description: "Alerts that a Netdata agent raises, by status.",
} as const;

export const alertMetrics: Metric[] = metricsOf({ module: "alerts", table: "host_alerts" }, [
  { ...alertCount, column: "warning", fixed: ["statwire.alert.status", "warning"] },
  { ...alertCount, column: "critical", fixed: ["statwire.alert.status", "critical"] },
]);
