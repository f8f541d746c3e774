import { fromJson, type JsonObject } from "@bufbuild/protobuf";
import { type HostSampled, HostSampledSchema, type InventoryObserved, InventoryObservedSchema } from "@statwire/events";
import type { History } from "../connect.js";

/** The last event of each family of a node, as far as the history keeps its fields. */
export interface LatestEvents {
  host: { family: string; event: HostSampled }[];
  inventory: InventoryObserved | undefined;
}

/** How far back a last event is looked for. */
const lookBackMs = 86_400_000;

/** The tables of each module: where its own fields are, and its repeated messages with their entity's field name. */
const modules: Record<
  string,
  { table?: string; lists: { field: string; table: string; entity?: [column: string, field: string] }[] }
> = {
  cpu: { table: "host_cpu", lists: [{ field: "cores", table: "host_cores", entity: ["core", "number"] }] },
  load: { table: "host_load", lists: [] },
  memory: { table: "host_memory", lists: [] },
  swap: { table: "host_swap", lists: [] },
  filesystems: { lists: [{ field: "items", table: "host_filesystems" }] },
  disks: { lists: [{ field: "items", table: "host_disks" }] },
  network: { lists: [{ field: "items", table: "host_network", entity: ["interface", "name"] }] },
  sensors: {
    lists: [
      { field: "temperatures", table: "host_temperatures" },
      { field: "fans", table: "host_fans" },
    ],
  },
  processes: { table: "host_processes", lists: [{ field: "top", table: "host_top_processes" }] },
  pressure: { table: "host_pressure", lists: [] },
  sockets: { table: "host_sockets", lists: [] },
  collector: { table: "host_collector", lists: [{ field: "modules", table: "host_collector_modules" }] },
};

/**
 * Puts the last event of each family together again from the typed tables: what a reader falls back on while the
 * snapshots are away. Rates are not stored, so they are absent; the interval is the distance to the event before.
 */
export async function latestEvents(
  history: History,
  request: { workspace: string; node: string; nowMs: number },
): Promise<LatestEvents> {
  const families = await lastOfEachFamily(history, request);
  const host = await Promise.all(
    families
      .filter(({ family }) => family !== "inventory")
      .map(async (last) => ({ family: last.family, event: await hostEvent(history, request, last) })),
  );
  const inventory = families.find(({ family }) => family === "inventory");
  return { host, inventory: inventory && (await inventoryEvent(history, request, inventory)) };
}

interface LastEvent {
  family: string;
  bootId: string;
  sequence: string;
  observedAtMs: number;
  intervalMs: number;
}

const LAST_OF_EACH_FAMILY = `
  SELECT family, toString(newest.1) AS bootId, toString(newest.2) AS sequence, newest.3 AS observedAtMs,
      toUInt32(least(times[1] - times[2], 3600000)) AS intervalMs
  FROM (
      SELECT family, max((boot_id, sequence, toUnixTimestamp64Milli(observed_at))) AS newest,
          arrayReverseSort(groupArrayLast(100)(toUnixTimestamp64Milli(observed_at))) AS times
      FROM host_events
      WHERE workspace = {workspace:String} AND node = {node:String} AND observed_at >= fromUnixTimestamp64Milli({since:Int64})
      GROUP BY family
  )`;

async function lastOfEachFamily(
  history: History,
  { workspace, node, nowMs }: { workspace: string; node: string; nowMs: number },
): Promise<LastEvent[]> {
  return rows<LastEvent>(history, LAST_OF_EACH_FAMILY, { workspace, node, since: nowMs - lookBackMs });
}

async function hostEvent(
  history: History,
  key: { workspace: string; node: string },
  last: LastEvent,
): Promise<HostSampled> {
  const names = last.family === "host" ? Object.keys(modules) : [last.family.slice("host.".length)];
  const parts = await Promise.all(
    names.map(async (name) => [name, await moduleState(history, key, name, last)] as const),
  );
  const { bootId, sequence, observedAtMs } = last;
  const present = Object.fromEntries(parts.filter((part): part is [string, JsonObject] => part[1] !== undefined));
  return fromJson(
    HostSampledSchema,
    { bootId, sequence, observedAtMs: String(observedAtMs), ...present },
    { ignoreUnknownFields: true },
  );
}

async function moduleState(
  history: History,
  key: { workspace: string; node: string },
  name: string,
  last: LastEvent,
): Promise<JsonObject | undefined> {
  const definition = modules[name];
  if (definition === undefined) return undefined;
  const at = { ...key, at: last.observedAtMs };
  const own =
    definition.table === undefined ? undefined : await rows<JsonObject>(history, readingsOf(definition.table), at);
  const lists = await Promise.all(
    definition.lists.map(async ({ field, table, entity }) => {
      const items = await rows<JsonObject>(history, readingsOf(table), at);
      return [
        field,
        entity === undefined ? items : items.map((item) => ({ ...item, [entity[1]]: item[entity[0]] ?? null })),
      ] as const;
    }),
  );
  const isAbsent = own === undefined ? lists.every(([, items]) => items.length === 0) : own.length === 0;
  if (isAbsent) return undefined;
  return { ...own?.[0], ...Object.fromEntries(lists), interval_ms: last.intervalMs };
}

/** Names of tables come from the literal table above. */
function readingsOf(table: string): string {
  return `SELECT * EXCEPT (workspace, node, ts) FROM ${table}
    WHERE workspace = {workspace:String} AND node = {node:String} AND ts = fromUnixTimestamp64Milli({at:Int64}, 'UTC') LIMIT 4096`;
}

async function inventoryEvent(
  history: History,
  key: { workspace: string; node: string },
  { bootId, sequence, observedAtMs }: LastEvent,
): Promise<InventoryObserved | undefined> {
  const [row] = await rows<JsonObject>(history, readingsOf("host_inventory"), { ...key, at: observedAtMs });
  if (row === undefined) return undefined;
  return fromJson(
    InventoryObservedSchema,
    { ...row, bootId, sequence, observedAtMs: String(observedAtMs) },
    { ignoreUnknownFields: true },
  );
}

async function rows<Row>({ client }: History, query: string, parameters: Record<string, unknown>): Promise<Row[]> {
  return (await client.query({ query, query_params: parameters, format: "JSONEachRow" })).json<Row>();
}
