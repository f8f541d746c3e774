import { join } from "node:path";
import { type BusUser, enrollmentKeyText } from "@statwire/credentials";
import { type Program, requirePrograms } from "../binaries.js";
import { startClickhouse } from "../clickhouse.js";
import { requireDurableNats } from "../nats/durable-nats.js";
import { endWhenSilent } from "../nats/end-when-silent.js";
import { startNats } from "../nats/server.js";
import type { RunningProcess } from "../processes.js";
import { startRedis } from "../redis.js";
import type { Servers } from "./services.js";
import type { LaunchSettings } from "./settings.js";
import type { Supervisor } from "./supervisor.js";

/** Starts the servers that are not the operator's own and hands them to the supervisor. */
export async function launchServers(
  settings: LaunchSettings,
  supervisor: Supervisor,
  options: { path: string | undefined; tell(line: string): void },
): Promise<Servers> {
  const { NATS_URL, REDIS_URL, CLICKHOUSE_URL, NATS_CREDS_DIR } = settings;
  const wantsDurable = NATS_URL === undefined && settings.EMBEDDED_NATS_DURABLE;
  const wanted: Program[] = [
    ...(NATS_URL === undefined && !wantsDurable ? (["nats-server"] as const) : []),
    ...(REDIS_URL === undefined ? (["redis-server"] as const) : []),
  ];
  const binaries = await requirePrograms(wanted, options);
  if (wantsDurable) binaries["nats-server"] = await requireDurableNats(options);
  const launch = async <Server extends { process: RunningProcess }>(start: () => Promise<Server>): Promise<Server> => {
    const server = await start();
    supervisor.watch(server.process, async () => (await start()).process);
    return server;
  };
  const starting = [
    NATS_URL === undefined
      ? launch(async () => {
          const server = await startNats({ ...natsOptions(settings, binaries), tell: options.tell }, supervisor.start);
          void endWhenSilent(server, options.tell);
          return server;
        })
      : undefined,
    REDIS_URL === undefined ? launch(() => startRedis(redisOptions(settings, binaries), supervisor.start)) : undefined,
    CLICKHOUSE_URL === undefined
      ? launch(() => startClickhouse(clickhouseOptions(settings), supervisor.start))
      : undefined,
  ] as const;
  // All are waited for, so that a failure of one leaves none behind unwatched.
  const failed = (await Promise.allSettled(starting)).find((result) => result.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  const [nats, redis, clickhouse] = await Promise.all(starting);
  const ownCredentials = (user: BusUser) =>
    NATS_CREDS_DIR === undefined ? undefined : join(NATS_CREDS_DIR, `${user}.creds`);
  return {
    natsUrl: nats?.url ?? NATS_URL ?? "",
    ...(nats === undefined ? {} : { enrollmentKey: enrollmentKeyText(nats.keys) }),
    credentialsFile: nats?.credentialsFile ?? ownCredentials,
    redisUrl: redis?.url ?? REDIS_URL ?? "",
    clickhouse: clickhouse ?? ownClickhouse(settings),
  };
}

function ownClickhouse({ CLICKHOUSE_URL = "", CLICKHOUSE_USER = "", CLICKHOUSE_PASSWORD = "" }: LaunchSettings) {
  return { url: CLICKHOUSE_URL, username: CLICKHOUSE_USER, password: CLICKHOUSE_PASSWORD };
}

function natsOptions(settings: LaunchSettings, binaries: Record<string, string>) {
  return {
    dataDir: settings.STATWIRE_DATA_DIR,
    port: settings.EMBEDDED_NATS_PORT,
    binary: binaries["nats-server"] ?? "",
    isDurable: settings.EMBEDDED_NATS_DURABLE,
    node: { workspace: settings.WORKSPACE, node: settings.NODE_ID },
  };
}

function redisOptions(settings: LaunchSettings, binaries: Record<string, string>) {
  return {
    dataDir: settings.STATWIRE_DATA_DIR,
    port: settings.EMBEDDED_REDIS_PORT,
    binary: binaries["redis-server"] ?? "",
  };
}

function clickhouseOptions(settings: LaunchSettings) {
  return {
    dataDir: settings.STATWIRE_DATA_DIR,
    httpPort: settings.EMBEDDED_CLICKHOUSE_HTTP_PORT,
    tcpPort: settings.EMBEDDED_CLICKHOUSE_TCP_PORT,
  };
}
