import { fromJson, type JsonObject } from "@bufbuild/protobuf";
import { type HostSampled, HostSampledSchema, InventoryObservedSchema, type MetricTable } from "@statwire/events";
import type { LatestRows } from "@statwire/history-store";
import {
  type InventoryState,
  type ModuleReadings,
  type NodeName,
  type NodeSnapshot,
  type Reading,
  toInventoryEvent,
  toModuleStates,
  versionOf,
} from "@statwire/snapshot-store";

type Rows = ReadonlyMap<MetricTable, LatestRows>;

/** Stands for the interval of a module that was read only once. */
const unknownIntervalMs = 4_000;

/**
 * What the history knows of a node, as the snapshot store would have it: the stored columns are put back into the
 * event they came from, and that goes through the one mapper of events. Undefined when there is no row.
 */
export function toNodeSnapshot(name: NodeName, latest: readonly LatestRows[]): NodeSnapshot | undefined {
  const rows: Rows = new Map(latest.map((entry) => [entry.table, entry]));
  const modules = toModules(rows);
  const inventory = toInventory(name, rows.get("host_inventory"));
  const parts = [...Object.values(modules), ...(inventory === undefined ? [] : [inventory])];
  if (parts.length === 0) return undefined;
  return {
    ...name,
    version: versionOf(parts),
    seenAtMs: Math.max(...parts.map(({ observedAtMs }) => observedAtMs)),
    modules,
    ...(inventory !== undefined && { inventory }),
    families: {},
  };
}

/** Each module by the table that tells when it was read, with the JSON of its message. */
const moduleMessages: {
  module: keyof HostSampled & string;
  table: MetricTable;
  message: (rows: Rows) => JsonObject;
}[] = [
  {
    module: "cpu",
    table: "host_cpu",
    message: (rows) => ({ ...first(rows, "host_cpu"), cores: list(rows, "host_cores", { core: "number" }) }),
  },
  { module: "load", table: "host_load", message: (rows) => first(rows, "host_load") },
  { module: "memory", table: "host_memory", message: (rows) => first(rows, "host_memory") },
  { module: "swap", table: "host_swap", message: (rows) => first(rows, "host_swap") },
  { module: "filesystems", table: "host_filesystems", message: (rows) => ({ items: list(rows, "host_filesystems") }) },
  { module: "disks", table: "host_disks", message: (rows) => ({ items: list(rows, "host_disks") }) },
  {
    module: "network",
    table: "host_network",
    message: (rows) => ({ items: list(rows, "host_network", { interface: "name" }) }),
  },
  { module: "sensors", table: "host_temperatures", message: sensors },
  {
    module: "processes",
    table: "host_processes",
    message: (rows) => ({ ...first(rows, "host_processes"), top: list(rows, "host_top_processes") }),
  },
  { module: "pressure", table: "host_pressure", message: (rows) => first(rows, "host_pressure") },
  { module: "sockets", table: "host_sockets", message: (rows) => first(rows, "host_sockets") },
  {
    module: "collector",
    table: "host_collector",
    message: (rows) => ({ ...first(rows, "host_collector"), modules: list(rows, "host_collector_modules") }),
  },
];

function toModules(rows: Rows): ModuleReadings {
  const readings = moduleMessages.flatMap(({ module, table, message }) => {
    const source = rows.get(table);
    if (source === undefined) return [];
    const sameTick = new Map([...rows].filter(([, { observedAtMs }]) => observedAtMs === source.observedAtMs));
    const json = { [module]: { ...message(sameTick), interval_ms: source.intervalMs ?? unknownIntervalMs } };
    const states = toModuleStates(fromJson(HostSampledSchema, json, { ignoreUnknownFields: true }));
    return Object.entries(states).map(([name, { intervalMs, state }]) => [name, toReading(source, intervalMs, state)]);
  });
  return Object.fromEntries(readings) as ModuleReadings;
}

function toInventory(name: NodeName, source: LatestRows | undefined): Reading<InventoryState> | undefined {
  const [row] = source?.rows ?? [];
  if (source === undefined || row === undefined) return undefined;
  // The mapper refuses positions below 1; the event that held it may have left the history.
  const position = { boot_id: source.bootId ?? 1, sequence: source.sequence ?? 1, observed_at_ms: source.observedAtMs };
  const event = fromJson(
    InventoryObservedSchema,
    { ...(row as JsonObject), ...position },
    { ignoreUnknownFields: true },
  );
  const { inventory } = toInventoryEvent(name, "inventory", event);
  return inventory === undefined ? undefined : toReading(source, 0, inventory);
}

/** Position 0 comes before every event: any other source then wins. */
function toReading<State>(source: LatestRows, intervalMs: number, state: State): Reading<State> {
  const { bootId = 0, sequence = 0, observedAtMs } = source;
  return { bootId, sequence, observedAtMs, intervalMs, state };
}

function sensors(rows: Rows): JsonObject {
  return { temperatures: list(rows, "host_temperatures"), fans: list(rows, "host_fans") };
}

function first(rows: Rows, table: MetricTable): JsonObject {
  return (rows.get(table)?.rows[0] ?? {}) as JsonObject;
}

function list(rows: Rows, table: MetricTable, renamed: Record<string, string> = {}): JsonObject[] {
  return (rows.get(table)?.rows ?? []).map((row) =>
    Object.fromEntries(Object.entries(row as JsonObject).map(([column, value]) => [renamed[column] ?? column, value])),
  );
}
