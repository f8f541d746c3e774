import { join } from "node:path";
import { repositoryRoot } from "../files.js";
import type { BusUser } from "../nats/permissions.js";
import type { LaunchSettings } from "./settings.js";

/** A service of the product: its folder, its bus credential, and its row in the table of ops ports. */
export interface ServiceRow {
  name: Exclude<BusUser, "consumer">;
  opsPortOffset: number;
}

/** In the order in which they start; the offsets leave room for the services between. */
export const services: readonly ServiceRow[] = [
  { name: "ingester", opsPortOffset: 3 },
  { name: "cache-projector", opsPortOffset: 4 },
  { name: "collector", opsPortOffset: 0 },
  { name: "api", opsPortOffset: 7 },
];

/** Where the stores and the bus are, embedded or not. */
export interface Servers {
  natsUrl: string;
  /** Absent when a server of one's own needs no credentials. */
  credentialsFile(user: BusUser): string | undefined;
  redisUrl: string;
  clickhouseUrl: string;
  /** Absent where the environment already names the user of a server of one's own. */
  clickhouse?: { username: string; password: string };
}

export function serviceMain(name: string): string {
  return join(repositoryRoot, "services", name, "dist/main.js");
}

/** What a service finds in its environment, beside what the operator has set. */
export function serviceEnvironment(
  row: ServiceRow,
  settings: LaunchSettings,
  servers: Servers,
  apiKeyFile: string,
): Record<string, string> {
  const dataDir = settings.STATWIRE_DATA_DIR;
  const credentials = servers.credentialsFile(row.name);
  const { clickhouse } = servers;
  return {
    MODE: settings.MODE,
    WORKSPACE: settings.WORKSPACE,
    NODE_ID: settings.NODE_ID,
    OPS_PORT_BASE: String(settings.OPS_PORT_BASE),
    NATS_URL: servers.natsUrl,
    ...(credentials === undefined ? {} : { NATS_CREDS_FILE: credentials }),
    REDIS_URL: servers.redisUrl,
    CLICKHOUSE_URL: servers.clickhouseUrl,
    ...(clickhouse === undefined
      ? {}
      : { CLICKHOUSE_USER: clickhouse.username, CLICKHOUSE_PASSWORD: clickhouse.password }),
    COLLECTOR_DATA_DIR: join(dataDir, "collector"),
    TLS_DIR: join(dataDir, "tls"),
    SERVER_HOST: settings.SERVER_HOST,
    SERVER_PORT: String(settings.SERVER_PORT),
    HTTPS_PORT: String(settings.HTTPS_PORT),
    API_KEY: "",
    API_KEY_FILE: apiKeyFile,
  };
}
