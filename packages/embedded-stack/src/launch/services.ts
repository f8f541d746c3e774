import { join } from "node:path";
import type { BusUser } from "@statwire/credentials";
import type { ServerName } from "@statwire/runtime";
import { repositoryRoot } from "../files.js";
import { type ApiKey, secretsKeyFile } from "./api-key.js";
import type { LaunchSettings } from "./settings.js";

/** What a service needs beside the bus. */
type Need = "history" | "snapshots" | "spool" | "listeners";

/** A service of the product: its folder, its bus credential, its row in the table of ops ports, and what it needs. */
export interface ServiceRow {
  name: Exclude<BusUser, "consumer" | "third-party" | "listener" | "operator">;
  main: string;
  opsPortOffset: number;
  needs: readonly Need[];
  /** Options of Node itself. */
  nodeOptions?: readonly string[];
}

/**
 * Room for twice as many young objects as by default (MB for each half of them): what is on its way at the moment of a collection survives
 * it and is copied, and half as many collections copy half as much. A hot read takes 49 µs of the processor instead of 58, and 41 instead of
 * 46 on an idle machine; with four times as much room it takes more again, because that does not stay in the processor's caches. Resident
 * memory stays within what it varies by without (178 to 307 MB after some minutes of load).
 * docker-compose.yml, deploy/kubernetes/services.yaml and deploy/systemd/api.env give the same.
 */
const roomForYoungObjects = "--max-semi-space-size=32";

/** All of them; the offsets leave room for the services between. */
export const services: readonly ServiceRow[] = [
  { name: "ingester", main: mainOf("ingester"), opsPortOffset: 3, needs: ["history"] },
  { name: "cache-projector", main: mainOf("cache-projector"), opsPortOffset: 4, needs: ["snapshots"] },
  { name: "collector", main: mainOf("collector"), opsPortOffset: 0, needs: ["spool"] },
  {
    name: "api",
    main: mainOf("api"),
    opsPortOffset: 7,
    needs: ["history", "snapshots", "listeners"],
    nodeOptions: [roomForYoungObjects],
  },
];

/** Where the stores and the bus are, embedded or not. */
export interface Servers {
  natsUrl: string;
  /** Absent when a server of one's own needs no credentials. */
  credentialsFile(user: BusUser): string | undefined;
  /** Signs credentials of nodes; absent with a bus of one's own. */
  enrollmentKey?: string;
  redisUrl: string;
  clickhouse: { url: string; username: string; password: string };
}

function mainOf(name: string): string {
  return join(repositoryRoot, "services", name, "dist/main.js");
}

/** What is secret reaches only the services that need it; an empty variable counts as absent. */
const withoutSecrets = {
  ...{ API_KEY: "", API_KEY_FILE: "" },
  ...{ SECRETS_KEY: "", SECRETS_KEY_FILE: "" },
  ...{ ENROLLMENT_KEY: "", ENROLLMENT_KEY_FILE: "" },
  ...{ REDIS_URL: "", REDIS_URL_FILE: "" },
  ...{ CLICKHOUSE_PASSWORD: "", CLICKHOUSE_PASSWORD_FILE: "" },
};

/** What the operator has set for people to sign in is for who lets them in. */
const withoutSignInSecrets = { ADMIN_PASSWORD: "", SMTP_PASS: "", OIDC_CLIENT_SECRET: "" };

type NeedEnvironment = (settings: LaunchSettings, servers: Servers, apiKey: ApiKey) => Record<string, string>;

const environmentFor: Record<Need, NeedEnvironment> = {
  history: (_settings, { clickhouse }) => ({
    CLICKHOUSE_URL: clickhouse.url,
    CLICKHOUSE_USER: clickhouse.username,
    CLICKHOUSE_PASSWORD: clickhouse.password,
  }),
  snapshots: (_settings, { redisUrl }) => ({ REDIS_URL: redisUrl }),
  spool: (settings) => ({ COLLECTOR_DATA_DIR: join(settings.STATWIRE_DATA_DIR, "collector") }),
  listeners: (settings, { enrollmentKey = settings.ENROLLMENT_KEY }, apiKey) => ({
    TLS_DIR: join(settings.STATWIRE_DATA_DIR, "tls"),
    SERVER_HOST: settings.SERVER_HOST,
    SERVER_PORT: String(settings.SERVER_PORT),
    HTTPS_PORT: String(settings.HTTPS_PORT),
    ...(enrollmentKey === undefined ? {} : { ENROLLMENT_KEY: enrollmentKey }),
    ...(settings.SECRETS_KEY === undefined
      ? { SECRETS_KEY_FILE: secretsKeyFile(settings) }
      : { SECRETS_KEY: settings.SECRETS_KEY }),
    ...(apiKey.file === undefined ? { API_KEY: apiKey.text } : { API_KEY_FILE: apiKey.file }),
  }),
};

/** What a service finds in its environment, beside what the operator has set. */
export function serviceEnvironment(
  row: ServiceRow,
  settings: LaunchSettings,
  servers: Servers,
  apiKey: ApiKey,
): Record<string, string> {
  const credentials = servers.credentialsFile(row.name);
  return {
    MODE: settings.MODE,
    ...(settings.UNSAFE_SERVERS_ALLOWED === undefined ? { UNSAFE_SERVERS_ALLOWED: unsafeServers(settings) } : {}),
    WORKSPACE: settings.WORKSPACE,
    NODE_ID: settings.NODE_ID,
    OPS_HOST: settings.OPS_HOST,
    OPS_PORT_BASE: String(settings.OPS_PORT_BASE),
    NATS_URL: servers.natsUrl,
    ...(credentials === undefined ? {} : { NATS_CREDS_FILE: credentials }),
    ...withoutSecrets,
    ...(row.needs.includes("listeners") ? {} : withoutSignInSecrets),
    ...Object.assign({}, ...row.needs.map((need) => environmentFor[need](settings, servers, apiKey))),
  };
}

/** Our own servers outlive their processes, and no power cut: docs/durability.md. One of the operator's is not judged by them. */
function unsafeServers({ NATS_URL, EMBEDDED_NATS_DURABLE, CLICKHOUSE_URL }: LaunchSettings): string {
  const unsafe: ServerName[] = [
    ...(NATS_URL === undefined && !EMBEDDED_NATS_DURABLE ? (["nats"] as const) : []),
    ...(CLICKHOUSE_URL === undefined ? (["clickhouse"] as const) : []),
  ];
  return unsafe.join(",");
}
