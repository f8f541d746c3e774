import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type HistorySettings, historySettings } from "@statwire/history-store";
import { parseSettings, port, runtimeSettings } from "@statwire/runtime";
import { snapshotSettings } from "@statwire/snapshot-store";
import { z } from "zod";
import type { Outside } from "../command.js";

/** Options of every command that looks at a running installation. */
export const serverOptions = { "data-dir": { type: "string" }, json: { type: "boolean", default: false } } as const;

/** What their `--help` says. */
export const serverUsage = `  --data-dir DIR  data folder of npm start, where its servers and their credentials are found [STATWIRE_DATA_DIR or data];
                  NATS_URL and NATS_CREDS_FILE, REDIS_URL, CLICKHOUSE_URL, CLICKHOUSE_USER and CLICKHOUSE_PASSWORD say
                  otherwise, as for the services
  --json          as JSON`;

/** Where everything of an installation is. Nothing was asked yet. */
export interface Servers {
  dataDir: string;
  bus: { url: string; credentialsFile: string | undefined };
  snapshots: { url: string; keyPrefix: string };
  history: HistorySettings;
  /** `http://HOST`, and the port that the services' offsets are added to. */
  ops: { host: string; portBase: number };
  certificateFile: string;
}

const shape = {
  STATWIRE_DATA_DIR: z.string().min(1).default("data"),
  NATS_URL: z.string().min(1).optional(),
  NATS_CREDS_FILE: z.string().min(1).optional(),
  EMBEDDED_NATS_PORT: port(4222),
  EMBEDDED_REDIS_PORT: port(6379),
  EMBEDDED_CLICKHOUSE_HTTP_PORT: port(8123),
  OPS_HOST: runtimeSettings.OPS_HOST,
  OPS_PORT_BASE: runtimeSettings.OPS_PORT_BASE,
  TLS_DIR: z.string().min(1).optional(),
};

type Environment = Outside["environment"];

/**
 * Finds the servers of an installation: those that the environment names, otherwise those of the data folder.
 * @throws SettingsError with everything that cannot be used.
 */
export function findServers(options: { "data-dir"?: string | undefined }, environment: Environment): Servers {
  const settings = parseSettings(shape, environment);
  const dataDir = options["data-dir"] ?? settings.STATWIRE_DATA_DIR;
  const kept = (file: string) => readIfThere(join(dataDir, "secrets", file));
  const embeddedCredentials = join(dataDir, "nats/credentials/operator.creds");
  const redis = withDefaults(environment, "REDIS_URL", () => ({
    REDIS_URL: `redis://:${kept("redis-password")}@127.0.0.1:${settings.EMBEDDED_REDIS_PORT}`,
  }));
  const clickhouse = withDefaults(environment, "CLICKHOUSE_URL", () => ({
    CLICKHOUSE_URL: `http://127.0.0.1:${settings.EMBEDDED_CLICKHOUSE_HTTP_PORT}`,
    CLICKHOUSE_USER: "statwire",
    CLICKHOUSE_PASSWORD: kept("clickhouse-password"),
  }));
  const { REDIS_URL, REDIS_KEY_PREFIX } = parseSettings(snapshotSettings, redis);
  return {
    dataDir,
    bus: {
      url: settings.NATS_URL ?? `nats://127.0.0.1:${settings.EMBEDDED_NATS_PORT}`,
      credentialsFile: settings.NATS_CREDS_FILE ?? (settings.NATS_URL === undefined ? embeddedCredentials : undefined),
    },
    snapshots: { url: REDIS_URL, keyPrefix: REDIS_KEY_PREFIX },
    history: parseSettings(historySettings, clickhouse),
    ops: { host: settings.OPS_HOST === "0.0.0.0" ? "127.0.0.1" : settings.OPS_HOST, portBase: settings.OPS_PORT_BASE },
    certificateFile: join(settings.TLS_DIR ?? join(dataDir, "tls"), "cert.pem"),
  };
}

/** The embedded server's coordinates, all of them, unless the environment names a server. */
function withDefaults(environment: Environment, url: string, embedded: () => Record<string, string>): Environment {
  if (environment[url] || environment[`${url}_FILE`]) return environment;
  const rest = Object.entries(environment).filter(([name]) => !/^CLICKHOUSE_(USER|PASSWORD)/.test(name));
  return { ...Object.fromEntries(rest), ...embedded() };
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8").trim() : "";
}
