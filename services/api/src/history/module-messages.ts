import type { JsonObject } from "@bufbuild/protobuf";
import type { Module } from "@statwire/events";
import type { LatestRows, StateTable } from "@statwire/history-store";

export type Rows = ReadonlyMap<StateTable, LatestRows>;

export interface ModuleMessage {
  /** Tells when the module was read. */
  table: StateTable;
  /** The JSON of the module's message, out of the rows of one tick; columns that it does not know are passed over. */
  message: (rows: Rows) => JsonObject;
}

/** How the stored columns of each module are put back into the message that they came from. */
export const moduleMessages: Record<Module, ModuleMessage> = {
  cpu: {
    table: "host_cpu",
    message: (rows) => ({ ...first(rows, "host_cpu"), cores: list(rows, "host_cores", { core: "number" }) }),
  },
  load: whole("host_load"),
  memory: whole("host_memory"),
  swap: whole("host_swap"),
  filesystems: items("host_filesystems"),
  disks: items("host_disks"),
  network: items("host_network", { interface: "name" }),
  sensors: {
    table: "host_temperatures",
    message: (rows) => ({ temperatures: list(rows, "host_temperatures"), fans: list(rows, "host_fans") }),
  },
  processes: {
    table: "host_processes",
    message: (rows) => ({ ...first(rows, "host_processes"), top: list(rows, "host_top_processes") }),
  },
  pressure: whole("host_pressure"),
  sockets: whole("host_sockets"),
  collector: {
    table: "host_collector",
    message: (rows) => ({ ...first(rows, "host_collector"), modules: list(rows, "host_collector_modules") }),
  },
  gpus: items("host_gpus"),
  batteries: {
    table: "host_batteries",
    message: (rows) => ({
      items: list(rows, "host_batteries"),
      mains_online: first(rows, "host_batteries").mains_online ?? null,
    }),
  },
  raids: items("host_raids"),
  physicalDisks: items("host_physical_disks"),
  power: {
    table: "host_voltages",
    message: (rows) => ({
      voltages: list(rows, "host_voltages"),
      currents: list(rows, "host_currents"),
      draws: list(rows, "host_power_draws"),
      energies: list(rows, "host_energies"),
    }),
  },
  kernel: whole("host_kernel"),
  connections: items("host_connections"),
  clock: whole("host_clock"),
  users: whole("host_users"),
  updates: whole("host_updates"),
  containers: items("host_containers"),
  units: {
    table: "host_unit_totals",
    message: (rows) => ({
      ...first(rows, "host_unit_totals"),
      items: list(rows, "host_units").sort((one, other) => Number(isFailed(other)) - Number(isFailed(one))),
    }),
  },
  tasks: whole("host_tasks"),
  alerts: whole("host_alerts"),
};

/** A module that is one row, lists of texts included. */
function whole(table: StateTable): ModuleMessage {
  return { table, message: (rows) => first(rows, table) };
}

/** A module that is one list, one row an item. */
function items(table: StateTable, renamed: Record<string, string> = {}): ModuleMessage {
  return { table, message: (rows) => ({ items: list(rows, table, renamed) }) };
}

function first(rows: Rows, table: StateTable): JsonObject {
  return (rows.get(table)?.rows[0] ?? {}) as JsonObject;
}

function list(rows: Rows, table: StateTable, renamed: Record<string, string> = {}): JsonObject[] {
  return (rows.get(table)?.rows ?? []).map((row) =>
    Object.fromEntries(Object.entries(row as JsonObject).map(([column, value]) => [renamed[column] ?? column, value])),
  );
}

function isFailed(unit: JsonObject): boolean {
  return unit.active_state === "failed";
}
