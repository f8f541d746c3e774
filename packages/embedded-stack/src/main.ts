import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describeSettings, exitCodes, parseSettings, SettingsError, sleep } from "@statwire/runtime";
import { keptSecret, writePrivate } from "./files.js";
import { claimDataDir } from "./launch/lock.js";
import { readyScreen } from "./launch/screen.js";
import { launchServers } from "./launch/servers.js";
import { type Servers, type ServiceRow, serviceEnvironment, serviceMain, services } from "./launch/services.js";
import { type LaunchSettings, launchSettings } from "./launch/settings.js";
import { Supervisor } from "./launch/supervisor.js";
import { requireFreePort } from "./ports.js";
import { startProcess, tailOf } from "./processes.js";

const readyTimeoutMs = 90_000;
/** Services and then servers; together within ten seconds. */
const stopTimeoutMs = { services: 6_000, servers: 3_000 };

const tell = (line: string) => void process.stdout.write(`${line}\n`);

await main();

async function main(): Promise<void> {
  if (process.argv.includes("--help") || process.argv.includes("-h")) {
    tell(`npm start: starts NATS, Redis, ClickHouse and every service on this machine.\n\nSettings (environment):`);
    return tell(describeSettings(launchSettings));
  }
  const settings = settingsOrExit();
  const supervisor = new Supervisor({ tell, random: Math.random, now: Date.now });
  const stop = stopOnce(supervisor);
  process.on("SIGINT", () => stop(exitCodes.ok));
  process.on("SIGTERM", () => stop(exitCodes.ok));
  try {
    await launch(settings, supervisor);
  } catch (error) {
    process.stderr.write(`\ncannot start: ${(error as Error).message}\n`);
    stop(exitCodes.failed);
  }
}

async function launch(settings: LaunchSettings, supervisor: Supervisor): Promise<void> {
  const dataDir = settings.STATWIRE_DATA_DIR;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const release = claimDataDir(dataDir);
  process.on("exit", release);
  await requirePorts(settings);
  const { apiKey, apiKeyFile } = keptApiKey(settings);
  tell("starting NATS, Redis and ClickHouse …");
  const servers = await launchServers(settings, supervisor, { path: process.env.PATH, tell });
  tell(`starting ${services.map(({ name }) => name).join(", ")} …`);
  await Promise.all(services.map((row) => launchService(row, settings, servers, apiKeyFile, supervisor)));
  tell(readyScreen(settings, apiKey, apiKeyFile));
}

async function launchService(
  row: ServiceRow,
  settings: LaunchSettings,
  servers: Servers,
  apiKeyFile: string,
  supervisor: Supervisor,
): Promise<void> {
  const start = () =>
    startProcess({
      name: row.name,
      command: process.execPath,
      args: ["--enable-source-maps", serviceMain(row.name)],
      env: serviceEnvironment(row, settings, servers, apiKeyFile),
      dataDir: settings.STATWIRE_DATA_DIR,
      ipc: true,
    });
  const running = await start();
  supervisor.watch(running, start);
  const url = `http://127.0.0.1:${settings.OPS_PORT_BASE + row.opsPortOffset}/readyz?verbose`;
  const deadline = Date.now() + readyTimeoutMs;
  let reason = "it does not answer";
  while (Date.now() < deadline) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.status === 200) return tell(`  ${row.name} is ready`);
    if (answer !== undefined) reason = (await answer.text()).trim();
    await sleep(100);
  }
  throw new Error(`${row.name} is not ready after ${readyTimeoutMs / 1000} s: ${reason}\n${tailOf(running.logFile)}`);
}

/** Every port that is about to be listened on, checked before anything starts. */
async function requirePorts(settings: LaunchSettings): Promise<void> {
  const embedded: [keyof LaunchSettings, number, boolean][] = [
    ["EMBEDDED_NATS_PORT", settings.EMBEDDED_NATS_PORT, settings.NATS_URL === undefined],
    ["EMBEDDED_REDIS_PORT", settings.EMBEDDED_REDIS_PORT, settings.REDIS_URL === undefined],
    ["EMBEDDED_CLICKHOUSE_HTTP_PORT", settings.EMBEDDED_CLICKHOUSE_HTTP_PORT, settings.CLICKHOUSE_URL === undefined],
    ["EMBEDDED_CLICKHOUSE_TCP_PORT", settings.EMBEDDED_CLICKHOUSE_TCP_PORT, settings.CLICKHOUSE_URL === undefined],
  ];
  for (const [variable, port, used] of embedded) if (used) await requireFreePort(variable, port);
  await requireFreePort("SERVER_PORT", settings.SERVER_PORT, settings.SERVER_HOST);
  await requireFreePort("HTTPS_PORT", settings.HTTPS_PORT, "0.0.0.0");
  for (const { opsPortOffset } of services)
    await requireFreePort("OPS_PORT_BASE", settings.OPS_PORT_BASE + opsPortOffset);
}

/** The operator's key, or the one generated at the first run; either way kept where only the owner reads it. */
function keptApiKey(settings: LaunchSettings): { apiKey: string; apiKeyFile: string } {
  const apiKeyFile = join(settings.STATWIRE_DATA_DIR, "secrets/api-key");
  if (settings.API_KEY !== undefined) writePrivate(apiKeyFile, `${settings.API_KEY}\n`);
  return { apiKey: keptSecret(apiKeyFile), apiKeyFile };
}

function stopOnce(supervisor: Supervisor): (code: number) => void {
  let stopping = false;
  return (code) => {
    if (stopping) return;
    stopping = true;
    tell("stopping …");
    const isService = (name: string) => services.some((row) => row.name === name);
    void supervisor
      .stop(stopTimeoutMs.services, isService)
      .then(() => supervisor.stop(stopTimeoutMs.servers))
      .then(() => tell("stopped"))
      .finally(() => process.exit(code));
  };
}

function settingsOrExit(): LaunchSettings {
  try {
    return parseSettings(launchSettings, process.env);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`npm start: ${error.message}\n`);
    process.exit(exitCodes.badSettings);
  }
}
