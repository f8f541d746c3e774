import { accessSync, constants } from "node:fs";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { allowedServers, flag, port, runtimeSettings, SettingsError } from "@statwire/runtime";
import { z } from "zod";

const url = (meaning: string) => z.string().optional().describe(meaning);

/** Settings of `npm start`. Whatever else is in the environment reaches the services unchanged. */
export const launchSettings = {
  MODE: runtimeSettings.MODE,
  UNSAFE_SERVERS_ALLOWED: allowedServers
    .optional()
    .describe(
      "servers whose settings may lose data: nats, clickhouse, redis, true for all; when absent, embedded ones that do",
    ),
  STATWIRE_DATA_DIR: z
    .string()
    .default("./data")
    .transform((path) => resolve(path))
    .describe("everything that is kept: streams, tables, keys, logs"),
  WORKSPACE: z.string().default("default").describe("tenant of this node"),
  NODE_ID: z.string().default(hostname()).describe("name of this host"),
  API_KEY: z
    .string()
    .min(8, "expected at least 8 characters")
    .optional()
    .describe("key of the API; generated and kept when absent"),
  SECRETS_KEY: z
    .string()
    .min(16, "expected at least 16 characters")
    .max(1_024)
    .optional()
    .describe("encrypts passwords and the like in the configuration; generated and kept when absent"),
  ENROLLMENT_KEY: z
    .string()
    .optional()
    .describe("with NATS_URL: signs credentials of nodes that enroll; statwire setup writes it"),
  SERVER_HOST: z.string().default("127.0.0.1").describe("address of the HTTP listener"),
  SERVER_PORT: port(8034).describe("HTTP"),
  HTTPS_PORT: port(5241).describe("HTTPS, on all interfaces"),
  OPS_HOST: runtimeSettings.OPS_HOST,
  OPS_PORT_BASE: runtimeSettings.OPS_PORT_BASE,
  EMBEDDED_NATS_PORT: port(4222).describe("NATS on loopback"),
  EMBEDDED_NATS_DURABLE: flag(false).describe(
    "the embedded NATS answers when its disk has the message; fetches a newer server where that is needed",
  ),
  EMBEDDED_REDIS_PORT: port(6379).describe("Redis on loopback"),
  EMBEDDED_CLICKHOUSE_HTTP_PORT: port(8123).describe("ClickHouse HTTP on loopback"),
  EMBEDDED_CLICKHOUSE_TCP_PORT: port(9000).describe("ClickHouse native protocol on loopback"),
  NATS_URL: url("a NATS server of your own instead of the embedded one"),
  NATS_CREDS_DIR: z.string().optional().describe("with NATS_URL: folder of ingester.creds, cache-projector.creds, …"),
  REDIS_URL: url("a Redis of your own, password included"),
  CLICKHOUSE_URL: url("a ClickHouse of your own"),
  CLICKHOUSE_USER: z.string().optional().describe("with CLICKHOUSE_URL: a user that may create databases and tables"),
  CLICKHOUSE_PASSWORD: z.string().optional().describe("with CLICKHOUSE_URL: that user's password"),
};

export type LaunchSettings = z.output<z.ZodObject<typeof launchSettings>>;

/** Credentials that the services look for in NATS_CREDS_DIR. */
const credentialFiles = ["ingester", "cache-projector", "collector", "api"].map((name) => `${name}.creds`);

/**
 * Checks what concerns more than one setting.
 * @throws SettingsError with every problem at once.
 */
export function requireUsable(settings: LaunchSettings): void {
  const { MODE, API_KEY, NATS_URL, NATS_CREDS_DIR, CLICKHOUSE_URL, CLICKHOUSE_USER, CLICKHOUSE_PASSWORD } = settings;
  const problems: string[] = [];
  const closed = MODE === "prod";
  if (closed && API_KEY === "changeme") problems.push("API_KEY: changeme is for MODE=dev only");
  if (NATS_URL !== undefined && NATS_CREDS_DIR === undefined && closed) {
    problems.push(`NATS_CREDS_DIR: is required with NATS_URL: the folder of ${credentialFiles.join(", ")}`);
  }
  if (NATS_URL !== undefined && NATS_CREDS_DIR !== undefined) {
    const missing = credentialFiles.filter((file) => !isReadable(join(NATS_CREDS_DIR, file)));
    if (missing.length > 0) problems.push(`NATS_CREDS_DIR: ${NATS_CREDS_DIR} has no readable ${missing.join(", ")}`);
  }
  if (CLICKHOUSE_URL !== undefined && CLICKHOUSE_USER === undefined) {
    problems.push("CLICKHOUSE_USER: is required with CLICKHOUSE_URL");
  }
  if (CLICKHOUSE_URL !== undefined && CLICKHOUSE_PASSWORD === undefined && closed) {
    problems.push("CLICKHOUSE_PASSWORD: is required with CLICKHOUSE_URL; only MODE=dev goes without");
  }
  if (problems.length > 0) throw new SettingsError(problems);
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
