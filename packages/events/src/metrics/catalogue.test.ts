import { type DescField, type DescMessage, ScalarType } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import {
  CollectorHealthSchema,
  CoreSchema,
  CpuSchema,
  DiskSchema,
  FanSchema,
  FilesystemSchema,
  HostSampledSchema,
  LoadSchema,
  MemorySchema,
  ModuleHealthSchema,
  NetworkInterfaceSchema,
  PressureSchema,
  ProcessesSchema,
  ProcessUsageSchema,
  SocketsSchema,
  SwapSchema,
  TemperatureSchema,
} from "../generated/statwire/events/v1/host_pb.js";
import { InventoryObservedSchema } from "../generated/statwire/events/v1/inventory_pb.js";
import {
  AlertsSchema,
  BatterySchema,
  ClockSchema,
  ConnectionCountSchema,
  ContainerSchema,
  CurrentSchema,
  EnergySchema,
  GpuSchema,
  KernelSchema,
  PhysicalDiskSchema,
  PowerDrawSchema,
  RaidArraySchema,
  UnitSchema,
  UnitsSchema,
  UpdatesSchema,
  UsersSchema,
  VoltageSchema,
} from "../generated/statwire/events/v1/survey_pb.js";
import { findMetric, metrics } from "./catalogue.js";
import type { Metric, MetricTable } from "./metric.js";

/** The message whose fields a table's columns are. */
const messages: Record<MetricTable, DescMessage> = {
  host_cpu: CpuSchema,
  host_cores: CoreSchema,
  host_load: LoadSchema,
  host_memory: MemorySchema,
  host_swap: SwapSchema,
  host_filesystems: FilesystemSchema,
  host_disks: DiskSchema,
  host_network: NetworkInterfaceSchema,
  host_temperatures: TemperatureSchema,
  host_fans: FanSchema,
  host_processes: ProcessesSchema,
  host_top_processes: ProcessUsageSchema,
  host_pressure: PressureSchema,
  host_sockets: SocketsSchema,
  host_collector: CollectorHealthSchema,
  host_collector_modules: ModuleHealthSchema,
  host_gpus: GpuSchema,
  host_batteries: BatterySchema,
  host_raids: RaidArraySchema,
  host_physical_disks: PhysicalDiskSchema,
  host_voltages: VoltageSchema,
  host_currents: CurrentSchema,
  host_power_draws: PowerDrawSchema,
  host_energies: EnergySchema,
  host_kernel: KernelSchema,
  host_connections: ConnectionCountSchema,
  host_clock: ClockSchema,
  host_users: UsersSchema,
  host_updates: UpdatesSchema,
  host_containers: ContainerSchema,
  host_unit_totals: UnitsSchema,
  host_units: UnitSchema,
  host_alerts: AlertsSchema,
  host_inventory: InventoryObservedSchema,
};

/** Entity columns that are named otherwise than their field, or made of two. */
const renamedEntities: Partial<Record<MetricTable, string>> = {
  host_cores: "number",
  host_network: "name",
  host_connections: "state",
};

/** Numbers that describe the reading, not the host. */
const bookkeeping = ["interval_ms", "boot_id", "sequence", "observed_at_ms"];

/** A point in time is no measure; when the kernel started is kept for its resets. */
const isInstant = (name: string) => /_at_ms$|^since_ms$/.test(name) && name !== "booted_at_ms";

/** Columns that count the items of a list. */
const counted: Partial<Record<MetricTable, string[]>> = {
  host_users: ["sessions"],
  host_alerts: ["warning", "critical"],
};

const tables = Object.keys(messages) as MetricTable[];

describe("the metric catalogue", () => {
  it("has one entry for each numeric column of each typed table, rates and bookkeeping left out", () => {
    for (const table of tables) {
      const columns = metrics.filter((metric) => metric.table === table).map((metric) => metric.column);
      // A truth may be a metric, too.
      const catalogued = columns.filter((column) => fieldOf(table, column)?.scalar !== ScalarType.BOOL);
      const expected = [...numericColumns(table), ...(counted[table] ?? [])];
      expect([table, catalogued.toSorted()]).toEqual([table, expected.toSorted()]);
    }
  });

  it("names each series once", () => {
    const series = metrics.map((metric) => `${metric.name}{${metric.fixed?.value ?? ""}}`);
    expect(new Set(series).size).toBe(series.length);
  });

  it("keeps one unit, kind, table and shape of attribute for a name", () => {
    for (const metric of metrics) {
      for (const other of findMetric(metric.name) ?? []) expect(shapeOf(other)).toEqual(shapeOf(metric));
    }
  });

  it("has entities that are columns of their table, and modules that hold it", () => {
    for (const { table, entity, module, name } of metrics) {
      if (entity !== undefined) {
        const field = renamedEntities[table] ?? entity.column;
        expect([name, fieldOf(table, field)?.fieldKind]).toEqual([name, "scalar"]);
      }
      expect(module === "inventory" || module in HostSampledSchema.field).toBe(true);
      expect(module === "inventory").toBe(table === "host_inventory");
    }
  });

  it("scales as the column's suffix says", () => {
    const scales = { e4: 1e-4, e3: 1e-3, e2: 1e-2, ms: 1e-3, us: 1e-6, ppb: 1e-9, hours: 3600 };
    const times = ["ms", "us", "hours"];
    for (const { name, column, scale, unit } of metrics) {
      const suffix = column.split("_").at(-1) ?? "";
      expect([name, column, scale]).toEqual([name, column, (scales as Record<string, number>)[suffix] ?? 1]);
      if (times.includes(suffix)) expect([name, unit]).toEqual([name, "s"]);
      if (column.endsWith("_bytes")) expect([name, unit]).toEqual([name, "By"]);
      const isRatio = column.includes("utilization") || column.includes("avg10");
      if (isRatio) expect([name, unit]).toEqual([name, name === "container.cpu.usage" ? "{cpu}" : "1"]);
    }
  });

  it("writes names, units and descriptions like OpenTelemetry", () => {
    for (const { name, unit, description } of metrics) {
      expect(name).toMatch(/^(system|systemd|process|container|hw|statwire)(\.[a-z0-9_]+)+$/);
      expect(unit).toMatch(/^(1|By|s|Cel|Hz|rpm|W|V|A|J|\{[a-z_]+\})$/);
      expect(description).toMatch(/^[A-Z].*\.$/);
    }
  });

  it("keeps quantiles of gauges that move and of I/O, not of limits", () => {
    const quantilesOf = (name: string) => findMetric(name)?.map((metric) => metric.quantiles);
    expect(quantilesOf("system.cpu.utilization")).toEqual([true]);
    expect(quantilesOf("system.network.io")).toEqual([true, true]);
    expect(quantilesOf("system.disk.operation_time")).toEqual([true, true]);
    expect(metrics.filter(({ name, quantiles }) => name.endsWith(".limit") && quantiles)).toEqual([]);
    expect(metrics.filter(({ table, quantiles }) => table === "host_inventory" && quantiles)).toEqual([]);
  });

  it("finds a metric by name, and none of an unknown one", () => {
    expect(findMetric("system.cpu.utilization")).toEqual([
      {
        name: "system.cpu.utilization",
        unit: "1",
        kind: "gauge",
        description: "Share of processor time not idle since the previous reading, all cores together.",
        module: "cpu",
        table: "host_cpu",
        column: "utilization_e4",
        scale: 1e-4,
        quantiles: true,
      },
    ]);
    expect(findMetric("system.cpu.time")?.map((metric) => metric.fixed?.value)).toEqual([
      "user",
      "nice",
      "system",
      "idle",
      "iowait",
      "interrupt",
      "softirq",
      "steal",
    ]);
    expect(findMetric("system.disk.io")?.[0]).toMatchObject({
      entity: { key: "system.device", column: "device" },
      fixed: { key: "disk.io.direction", value: "read" },
    });
    expect(findMetric("system.cpu")).toBeUndefined();
    expect(findMetric("toString")).toBeUndefined();
  });
});

function numericColumns(table: MetricTable): string[] {
  const entity = metrics.find((metric) => metric.table === table)?.entity?.column;
  const entityField = renamedEntities[table] ?? entity;
  return messages[table].fields
    .filter((field) => field.fieldKind === "scalar" && isNumber(field.scalar))
    .map((field) => field.name)
    .filter((name) => !bookkeeping.includes(name) && !isInstant(name))
    .filter((name) => name !== entityField && !name.endsWith("_per_second"));
}

function isNumber(type: ScalarType): boolean {
  return type !== ScalarType.STRING && type !== ScalarType.BYTES && type !== ScalarType.BOOL;
}

function fieldOf(table: MetricTable, name: string): DescField | undefined {
  return messages[table].fields.find((field) => field.name === name);
}

function shapeOf({ unit, kind, table, entity, fixed, description, quantiles }: Metric) {
  return { unit, kind, table, entity, fixedKey: fixed?.key, description, quantiles };
}
