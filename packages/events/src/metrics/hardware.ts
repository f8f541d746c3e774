import { type Metric, metricsOf } from "./metric.js";

/** Of little use as a distribution. */
const plain = { quantiles: false } as const;

export const gpuMetrics: Metric[] = metricsOf(
  { module: "gpus", table: "host_gpus", entity: { key: "hw.id", column: "id" } },
  [
    { name: "hw.gpu.utilization", unit: "1", column: "utilization_e4", description: "Share of time the GPU was busy." },
    {
      ...plain,
      name: "hw.gpu.memory.limit",
      unit: "By",
      column: "memory_total_bytes",
      description: "Memory of the GPU.",
    },
    { name: "hw.gpu.memory.usage", unit: "By", column: "memory_used_bytes", description: "Memory of the GPU in use." },
    { name: "hw.gpu.temperature", unit: "Cel", column: "celsius_e3", description: "Temperature of the GPU." },
    { name: "hw.gpu.power", unit: "W", column: "watts_e3", description: "Power that the GPU draws." },
    { ...plain, name: "hw.gpu.power.limit", unit: "W", column: "limit_watts_e3", description: "Most it may draw." },
    {
      ...plain,
      name: "hw.gpu.fan.utilization",
      unit: "1",
      column: "fan_utilization_e4",
      description: "Speed of the GPU's fan, as a share of its highest.",
    },
    { ...plain, name: "hw.gpu.clock", unit: "Hz", column: "clock_hz", description: "Clock of the GPU's cores." },
    {
      ...plain,
      name: "hw.gpu.memory.clock",
      unit: "Hz",
      column: "memory_clock_hz",
      description: "Clock of the GPU's memory.",
    },
  ],
);

export const batteryMetrics: Metric[] = metricsOf(
  { module: "batteries", table: "host_batteries", entity: { key: "hw.id", column: "name" } },
  [
    {
      ...plain,
      name: "hw.battery.charge",
      unit: "1",
      column: "charge_e4",
      description: "Charge as a share of the battery's full capacity.",
    },
    {
      ...plain,
      name: "hw.battery.health",
      unit: "1",
      column: "health_e4",
      description: "Full capacity as a share of the designed one.",
    },
    { ...plain, name: "hw.battery.power", unit: "W", column: "watts_e3", description: "Power in or out of it." },
    { ...plain, name: "hw.battery.voltage", unit: "V", column: "volts_e3", description: "Voltage of the battery." },
    { ...plain, name: "hw.battery.cycles", unit: "{cycle}", column: "cycles", description: "Cycles of charge." },
    {
      ...plain,
      name: "hw.battery.time_left",
      unit: "s",
      column: "time_left_ms",
      description: "Time until empty while discharging, until full while charging.",
    },
  ],
);

const raidDevices = {
  ...plain,
  name: "statwire.raid.devices",
  unit: "{device}",
  description: "Devices of the array by state.",
} as const;
const raidState = "statwire.raid.device.state";

export const raidMetrics: Metric[] = metricsOf(
  { module: "raids", table: "host_raids", entity: { key: "hw.id", column: "name" } },
  [
    { ...plain, name: "hw.logical_disk.limit", unit: "By", column: "size_bytes", description: "Size of the array." },
    {
      ...plain,
      name: "statwire.raid.devices.limit",
      unit: "{device}",
      column: "devices_total",
      description: "Places for devices in the array.",
    },
    { ...raidDevices, column: "devices_active", fixed: [raidState, "active"] },
    { ...raidDevices, column: "devices_failed", fixed: [raidState, "failed"] },
    { ...raidDevices, column: "devices_spare", fixed: [raidState, "spare"] },
    {
      ...plain,
      name: "statwire.raid.progress",
      unit: "1",
      column: "progress_e4",
      description: "How far a recovery, resync, reshape or check has got; absent while none is under way.",
    },
  ],
);

const smart = {
  ...plain,
  name: "hw.physical_disk.smart",
  unit: "1",
  description: "Values of self-monitoring that tell of a drive wearing out.",
} as const;
const smartAttribute = "hw.physical_disk.smart_attribute";
const driveIo = {
  ...plain,
  name: "hw.physical_disk.io",
  unit: "By",
  kind: "counter",
  description: "Bytes read and written in the drive's life.",
} as const;

export const physicalDiskMetrics: Metric[] = metricsOf(
  { module: "physicalDisks", table: "host_physical_disks", entity: { key: "hw.id", column: "device" } },
  [
    {
      ...plain,
      name: "hw.status",
      unit: "1",
      column: "healthy",
      description: "Whether the drive's own verdict is good: 1 or 0.",
      fixed: ["hw.state", "ok"],
    },
    { ...plain, name: "hw.physical_disk.size", unit: "By", column: "size_bytes", description: "Size of the drive." },
    {
      name: "hw.physical_disk.temperature",
      unit: "Cel",
      column: "celsius_e3",
      description: "Temperature of the drive.",
    },
    {
      ...plain,
      name: "hw.physical_disk.power_on_time",
      unit: "s",
      column: "power_on_hours",
      description: "Time that the drive has been powered in its life.",
    },
    {
      ...plain,
      name: "hw.physical_disk.power_cycles",
      unit: "{cycle}",
      column: "power_cycles",
      description: "Times that the drive was powered up.",
    },
    { ...smart, column: "reallocated_sectors", fixed: [smartAttribute, "reallocated_sectors"] },
    { ...smart, column: "pending_sectors", fixed: [smartAttribute, "pending_sectors"] },
    { ...smart, column: "uncorrectable_errors", fixed: [smartAttribute, "uncorrectable_errors"] },
    {
      ...plain,
      name: "hw.physical_disk.endurance_utilization",
      unit: "1",
      column: "endurance_used_e4",
      description: "Share of the rated life that is used up; may exceed 1.",
      fixed: ["hw.physical_disk.state", "used"],
    },
    { ...driveIo, column: "read_bytes", fixed: ["disk.io.direction", "read"] },
    { ...driveIo, column: "written_bytes", fixed: ["disk.io.direction", "write"] },
  ],
);

const sensor = { key: "hw.id", column: "sensor" };

export const voltageMetrics: Metric[] = metricsOf({ module: "power", table: "host_voltages", entity: sensor }, [
  { ...plain, name: "hw.voltage", unit: "V", column: "volts_e3", description: "Voltage at the sensor." },
]);

export const currentMetrics: Metric[] = metricsOf({ module: "power", table: "host_currents", entity: sensor }, [
  { ...plain, name: "hw.current", unit: "A", column: "amperes_e3", description: "Current at the sensor." },
]);

export const powerDrawMetrics: Metric[] = metricsOf({ module: "power", table: "host_power_draws", entity: sensor }, [
  { name: "hw.power", unit: "W", column: "watts_e3", description: "Power at the sensor." },
]);

export const energyMetrics: Metric[] = metricsOf({ module: "power", table: "host_energies", entity: sensor }, [
  {
    ...plain,
    name: "hw.energy",
    unit: "J",
    kind: "counter",
    column: "joules_e3",
    description: "Energy that the sensor has counted.",
  },
]);
