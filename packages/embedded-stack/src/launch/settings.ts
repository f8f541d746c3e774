import { hostname } from "node:os";
import { resolve } from "node:path";
import { port, runtimeSettings } from "@statwire/runtime";
import { z } from "zod";

const url = (meaning: string) => z.string().optional().describe(meaning);

/** Settings of `npm start`. Whatever else is in the environment reaches the services unchanged. */
export const launchSettings = {
  MODE: runtimeSettings.MODE,
  STATWIRE_DATA_DIR: z
    .string()
    .default("./data")
    .transform((path) => resolve(path))
    .describe("everything that is kept: streams, tables, keys, logs"),
  WORKSPACE: z.string().default("default").describe("tenant of this node"),
  NODE_ID: z.string().default(hostname()).describe("name of this host"),
  API_KEY: z.string().optional().describe("key of the API; generated and kept when absent"),
  SERVER_HOST: z.string().default("127.0.0.1").describe("address of the HTTP listener"),
  SERVER_PORT: port(8034).describe("HTTP"),
  HTTPS_PORT: port(5241).describe("HTTPS, on all interfaces"),
  OPS_PORT_BASE: runtimeSettings.OPS_PORT_BASE,
  EMBEDDED_NATS_PORT: port(4222).describe("NATS on loopback"),
  EMBEDDED_REDIS_PORT: port(6379).describe("Redis on loopback"),
  EMBEDDED_CLICKHOUSE_HTTP_PORT: port(8123).describe("ClickHouse HTTP on loopback"),
  EMBEDDED_CLICKHOUSE_TCP_PORT: port(9000).describe("ClickHouse native protocol on loopback"),
  NATS_URL: url("a NATS server of your own instead of the embedded one"),
  NATS_CREDS_DIR: z.string().optional().describe("with NATS_URL: folder of ingester.creds, cache-projector.creds, …"),
  REDIS_URL: url("a Redis of your own, password included"),
  CLICKHOUSE_URL: url("a ClickHouse of your own; with CLICKHOUSE_USER and CLICKHOUSE_PASSWORD"),
};

export type LaunchSettings = z.output<z.ZodObject<typeof launchSettings>>;
