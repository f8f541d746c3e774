import { type DescMessage, fromJson, type JsonObject, type MessageShape } from "@bufbuild/protobuf";
import { CollectorConfiguredSchema, HostSampledSchema, InventoryObservedSchema, type Module } from "@statwire/events";
import type { LatestRows } from "@statwire/history-store";
import {
  type ConfigurationState,
  type InventoryState,
  type ModuleReadings,
  type NodeName,
  type NodeSnapshot,
  type Reading,
  toConfigurationEvent,
  toInventoryEvent,
  toModuleStates,
  versionOf,
} from "@statwire/snapshot-store";
import { type ModuleMessage, moduleMessages, type Rows } from "./module-messages.js";

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
  const configuration = toConfiguration(name, rows.get("collector_configurations"));
  const parts = [...Object.values(modules), inventory, configuration].filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  return {
    ...name,
    version: versionOf(parts),
    seenAtMs: Math.max(...parts.map(({ observedAtMs }) => observedAtMs)),
    modules,
    ...(inventory !== undefined && { inventory }),
    ...(configuration !== undefined && { configuration }),
    families: {},
  };
}

function toModules(rows: Rows): ModuleReadings {
  const entries = Object.entries(moduleMessages) as [Module, ModuleMessage][];
  const readings = entries.flatMap(([module, { table, message }]) => {
    const source = rows.get(table);
    const field = HostSampledSchema.field[module];
    if (source === undefined || field === undefined) return [];
    const sameTick = new Map([...rows].filter(([, { observedAtMs }]) => observedAtMs === source.observedAtMs));
    const json = { [field.name]: { ...message(sameTick), interval_ms: source.intervalMs ?? unknownIntervalMs } };
    const states = toModuleStates(fromJson(HostSampledSchema, json, { ignoreUnknownFields: true }));
    return Object.entries(states).map(([name, { intervalMs, state }]) => [name, toReading(source, intervalMs, state)]);
  });
  return Object.fromEntries(readings) as ModuleReadings;
}

function toInventory(name: NodeName, source: LatestRows | undefined): Reading<InventoryState> | undefined {
  const event = eventOf(InventoryObservedSchema, source);
  const { inventory } = event === undefined ? {} : toInventoryEvent(name, "inventory", event);
  return source === undefined || inventory === undefined ? undefined : toReading(source, 0, inventory);
}

function toConfiguration(name: NodeName, source: LatestRows | undefined): Reading<ConfigurationState> | undefined {
  const event = eventOf(CollectorConfiguredSchema, source);
  const { configuration } = event === undefined ? {} : toConfigurationEvent(name, "configuration", event);
  return source === undefined || configuration === undefined ? undefined : toReading(source, 0, configuration);
}

/** The event that one row was, undefined without one. */
function eventOf<Schema extends DescMessage>(
  schema: Schema,
  source: LatestRows | undefined,
): MessageShape<Schema> | undefined {
  const [row] = source?.rows ?? [];
  if (source === undefined || row === undefined) return undefined;
  // The mappers refuse positions below 1; the event that held it may have left the history.
  const position = { boot_id: source.bootId ?? 1, sequence: source.sequence ?? 1, observed_at_ms: source.observedAtMs };
  return fromJson(schema, { ...(row as JsonObject), ...position }, { ignoreUnknownFields: true });
}

/** Position 0 comes before every event: any other source then wins. */
function toReading<State>(read: LatestRows, intervalMs: number, state: State): Reading<State> {
  const { bootId = 0, sequence = 0, observedAtMs, source = "direct" } = read;
  return { bootId, sequence, observedAtMs, intervalMs, source, state };
}
