import { mkdirSync } from "node:fs";
import { describeSettings, exitCodes, parseSettings, SettingsError } from "@statwire/runtime";
import { stopLeftovers } from "../processes.js";
import { apiKeyOf } from "./api-key.js";
import { firstAdministratorLink } from "./first-link.js";
import { launchService } from "./launch-service.js";
import { claimDataDir } from "./lock.js";
import { requireProductPorts } from "./product-ports.js";
import { apiUrl, readyScreen } from "./screen.js";
import { launchServers } from "./servers.js";
import type { ServiceRow } from "./services.js";
import { type LaunchSettings, launchSettings, requireUsable } from "./settings.js";
import { Supervisor } from "./supervisor.js";

/** Services and then servers; together within ten seconds. */
const stopTimeoutMs = { services: 6_000, servers: 3_000 };

const tell = (line: string) => void process.stdout.write(`${line}\n`);

/**
 * Runs everything on this machine: the servers, then the services, until SIGINT, SIGTERM or SIGHUP. The services are an
 * argument so that tests can start others.
 */
export async function runProduct(all: readonly ServiceRow[]): Promise<void> {
  if (process.argv.includes("--help") || process.argv.includes("-h")) {
    tell(
      "npm start [-- --servers-only]: starts NATS, Redis, ClickHouse and every service on this machine; with --servers-only " +
        "no service, for statwire restore.\n\nSettings (environment):",
    );
    return tell(describeSettings(launchSettings));
  }
  const services = process.argv.includes("--servers-only") ? [] : all;
  const settings = settingsOrExit();
  const supervisor = new Supervisor({ tell, random: Math.random, now: Date.now });
  const stop = stopOnce(supervisor, services);
  // npm passes Ctrl-C on to a process that has got it already, so a second signal must not mean more than the first.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop(exitCodes.ok));
  const fail = (error: unknown) => {
    if (!supervisor.isStopping()) process.stderr.write(`\ncannot go on: ${(error as Error).message}\n`);
    stop(exitCodes.failed);
  };
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  try {
    await launch(settings, services, supervisor);
  } catch (error) {
    if (!supervisor.isStopping()) process.stderr.write(`\ncannot start: ${(error as Error).message}\n`);
    stop(exitCodes.failed);
  }
}

async function launch(
  settings: LaunchSettings,
  services: readonly ServiceRow[],
  supervisor: Supervisor,
): Promise<void> {
  const dataDir = settings.STATWIRE_DATA_DIR;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const release = claimDataDir(dataDir);
  process.on("exit", release);
  await stopLeftovers(dataDir, tell);
  await requireProductPorts(settings, services);
  const apiKey = apiKeyOf(settings);
  tell("starting NATS, Redis and ClickHouse …");
  const servers = await launchServers(settings, supervisor, { path: process.env.PATH, tell });
  if (services.length === 0)
    return tell("\nNATS, Redis and ClickHouse are ready, no service runs. Ctrl-C stops them.\n");
  tell(`starting ${services.map(({ name }) => name).join(", ")} …`);
  const deps = { settings, servers, apiKey, supervisor, tell };
  await Promise.all(services.map((row) => launchService(deps, row)));
  const firstLink = await firstAdministratorLink(apiUrl(settings), apiKey.text);
  if (!supervisor.isStopping()) tell(readyScreen(settings, apiKey, firstLink));
}

function stopOnce(supervisor: Supervisor, services: readonly ServiceRow[]): (code: number) => void {
  return (code) => {
    if (supervisor.isStopping()) return;
    const busy = supervisor.isBusy();
    if (busy) tell("stopping …");
    const isService = (name: string) => services.some((row) => row.name === name);
    void supervisor
      .stop(stopTimeoutMs.services, isService)
      .then(() => supervisor.stop(stopTimeoutMs.servers))
      .then(() => busy && tell("stopped"))
      .finally(() => process.exit(code));
  };
}

function settingsOrExit(): LaunchSettings {
  try {
    const settings = parseSettings(launchSettings, process.env);
    requireUsable(settings);
    return settings;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`npm start: ${error.message}\n`);
    process.exit(exitCodes.badSettings);
  }
}
