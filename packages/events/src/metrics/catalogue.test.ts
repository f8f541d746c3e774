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
  host_inventory: InventoryObservedSchema,
};

/** Entity columns that are named otherwise than their field. */
const renamedEntities: Partial<Record<MetricTable, string>> = { host_cores: "number", host_network: "name" };

/** Numbers that describe the reading, not the host. */
const bookkeeping = ["interval_ms", "boot_id", "sequence", "observed_at_ms"];

const tables = Object.keys(messages) as MetricTable[];

describe("the metric catalogue", () => {
  it("has one entry for each numeric column of each typed table, rates and bookkeeping left out", () => {
    for (const table of tables) {
      const catalogued = metrics.filter((metric) => metric.table === table).map((metric) => metric.column);
      expect([table, catalogued.toSorted()]).toEqual([table, numericColumns(table).toSorted()]);
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
    const scales: Record<string, number> = { _e4: 1e-4, _e3: 1e-3, _e2: 1e-2, _ms: 1e-3, _us: 1e-6 };
    for (const { name, column, scale, unit } of metrics) {
      const suffix = column.slice(-3);
      expect([name, column, scale]).toEqual([name, column, scales[suffix] ?? 1]);
      if (suffix === "_ms" || suffix === "_us") expect([name, unit]).toEqual([name, "s"]);
      if (column.endsWith("_bytes")) expect([name, unit]).toEqual([name, "By"]);
      if (column.includes("utilization") || column.includes("avg10")) expect([name, unit]).toEqual([name, "1"]);
    }
  });

  it("writes names, units and descriptions like OpenTelemetry", () => {
    for (const { name, unit, description } of metrics) {
      expect(name).toMatch(/^(system|process|hw|statwire)(\.[a-z0-9_]+)+$/);
      expect(unit).toMatch(/^(1|By|s|Cel|Hz|rpm|\{[a-z_]+\})$/);
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
    .filter((name) => !bookkeeping.includes(name) && name !== entityField && !name.endsWith("_per_second"));
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
