import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connectHistory, type History } from "@statwire/history-store";
import type { Product } from "@statwire/running-product";

export const hourMs = 3_600_000;

/** The history of a product, as its services use it. */
export function benchHistory({ ports, dataDir }: Pick<Product, "ports" | "dataDir">): History {
  return connectHistory({
    url: `http://127.0.0.1:${ports.clickhouseHttp}`,
    database: "statwire",
    username: "statwire",
    password: readFileSync(join(dataDir, "secrets/clickhouse-password"), "utf8").trim(),
  });
}

/** What the history holds of the load's nodes. */
export interface Totals {
  events: number;
  rows: number;
  /** Values in closed hours. */
  closedValues: number;
  /** Over every reading of the network, which has counters and rates, and of the processor. */
  checksum: string;
}

const TOTALS = `
  SELECT
      (SELECT toUInt64(count()) FROM host_events WHERE startsWith(node, {nodes:String})) AS events,
      (SELECT toUInt64(count()) FROM host_network WHERE startsWith(node, {nodes:String})) AS rows,
      (SELECT toUInt64(sum(n)) FROM metric_1h FINAL WHERE startsWith(node, {nodes:String})) AS closedValues,
      concat(
          (SELECT toString(sum(cityHash64(*))) FROM host_network WHERE startsWith(node, {nodes:String})), ' ',
          (SELECT toString(sum(cityHash64(*))) FROM host_cpu WHERE startsWith(node, {nodes:String}))) AS checksum`;

/** Counts what is there of nodes whose names begin so. */
export async function totalsOf({ client }: History, { nodes }: { nodes: string }): Promise<Totals> {
  const result = await client.query({ query: TOTALS, query_params: { nodes }, format: "JSONEachRow" });
  const [row] = await result.json<Totals>();
  if (row === undefined) throw new Error("no totals");
  return row;
}

/** How many times an hour was closed. */
export async function closesOf({ client }: History): Promise<number> {
  const query = "SELECT toUInt32(count()) AS closes FROM rollup_closes WHERE level = '1h'";
  const [row] = await (await client.query({ query, format: "JSONEachRow" })).json<{ closes: number }>();
  return row?.closes ?? 0;
}

/** What is deleted of an hour of one node: table, column of the time, seconds of the hour. */
const losses = [
  { table: "host_network", column: "ts", seconds: 3_600 },
  { table: "host_cpu", column: "ts", seconds: 3_600 },
  { table: "host_events", column: "observed_at", seconds: 600 },
];

/**
 * Deletes rows behind the product's back, as a fault of the store might lose them; answers how many.
 * @param fromMs beginning of the hour (Unix milliseconds)
 */
export async function damage({ client }: History, node: string, fromMs: number): Promise<number> {
  let deleted = 0;
  for (const { table, column, seconds } of losses) {
    const where = `node = {node:String} AND ${column} >= fromUnixTimestamp64Milli({fromMs:Int64}) AND ${column} < fromUnixTimestamp64Milli({toMs:Int64})`;
    const query_params = { node, fromMs, toMs: fromMs + seconds * 1e3 };
    const query = `SELECT toUInt32(count()) AS rows FROM ${table} WHERE ${where}`;
    const counted = await client.query({ query, query_params, format: "JSONEachRow" });
    const [row] = await counted.json<{ rows: number }>();
    deleted += row?.rows ?? 0;
    const command = `ALTER TABLE ${table} DELETE WHERE ${where}`;
    await client.command({ query: command, query_params, clickhouse_settings: { mutations_sync: "2" } });
  }
  return deleted;
}
