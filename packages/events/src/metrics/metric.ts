import type { Module } from "../families.js";

/** The typed tables of the history store that hold metrics. */
export type MetricTable =
  | "host_cpu"
  | "host_cores"
  | "host_load"
  | "host_memory"
  | "host_swap"
  | "host_filesystems"
  | "host_disks"
  | "host_network"
  | "host_temperatures"
  | "host_fans"
  | "host_processes"
  | "host_top_processes"
  | "host_pressure"
  | "host_sockets"
  | "host_collector"
  | "host_collector_modules"
  | "host_gpus"
  | "host_batteries"
  | "host_raids"
  | "host_physical_disks"
  | "host_voltages"
  | "host_currents"
  | "host_power_draws"
  | "host_energies"
  | "host_kernel"
  | "host_connections"
  | "host_clock"
  | "host_users"
  | "host_updates"
  | "host_containers"
  | "host_unit_totals"
  | "host_units"
  | "host_alerts"
  | "host_inventory";

/** One metric, and the column that stores it. Metrics of one name differ in `fixed` alone. */
export interface Metric {
  /** After the OpenTelemetry system and hardware conventions, `statwire.` where they have none. */
  name: string;
  /** UCUM, as OpenTelemetry writes it: `1`, `By`, `s`, `Cel`, `Hz`, `W`, `{operation}`. */
  unit: string;
  /** A counter only grows, and starts again at zero when its source does. */
  kind: "gauge" | "counter";
  description: string;
  module: Module | "inventory";
  table: MetricTable;
  /** Named as the field of the event, an integer or a truth; a few are counts of a list's items. */
  column: string;
  /** Stored integer × scale = value in `unit`. */
  scale: number;
  /** What the table has a row for each of: the attribute's name, and the column that holds its value. */
  entity?: { key: string; column: string };
  /** The attribute value that tells this column from others of the same name. */
  fixed?: { key: string; value: string };
  /** Rollups keep bucket counts of it, for quantiles beyond the reach of raw data. */
  quantiles: boolean;
}

/** What the metrics of one table share. */
type TableDefaults = Pick<Metric, "module" | "table" | "entity">;

type Column = Pick<Metric, "name" | "unit" | "description"> & {
  column: string;
  /** `[key, value]` of the fixed attribute. */
  fixed?: readonly [key: string, value: string];
  kind?: Metric["kind"];
  quantiles?: boolean;
};

/**
 * Writes a table's metrics out in full. A column is a gauge with quantiles unless it says otherwise; its scale
 * follows from the suffix of its name and the unit.
 */
export function metricsOf(defaults: TableDefaults, columns: readonly Column[]): Metric[] {
  return columns.map(({ fixed, kind = "gauge", quantiles = true, ...column }) => ({
    ...defaults,
    ...column,
    kind,
    scale: scaleOf(column.column),
    ...(fixed === undefined ? {} : { fixed: { key: fixed[0], value: fixed[1] } }),
    quantiles,
  }));
}

/** Fixed-point digits and fractions of a second are in a column's name, after whatever it measures. */
function scaleOf(column: string): number {
  if (column.endsWith("_e4")) return 1e-4;
  if (column.endsWith("_e3") || column.endsWith("_ms")) return 1e-3;
  if (column.endsWith("_e2")) return 1e-2;
  if (column.endsWith("_us")) return 1e-6;
  if (column.endsWith("_ppb")) return 1e-9;
  if (column.endsWith("_hours")) return 3600;
  return 1;
}
