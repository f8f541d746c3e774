import { exitCodes, sleep, urlHost } from "@statwire/runtime";
import { type Exit, type RunningProcess, tailOf } from "../processes.js";
import type { ApiKey } from "./api-key.js";
import { type Servers, type ServiceRow, serviceEnvironment } from "./services.js";
import type { LaunchSettings } from "./settings.js";
import type { Supervisor } from "./supervisor.js";

const readyTimeoutMs = 90_000;

export interface LaunchDeps {
  settings: LaunchSettings;
  servers: Servers;
  apiKey: ApiKey;
  supervisor: Supervisor;
  tell(line: string): void;
}

/**
 * Starts a service, hands it to the supervisor and waits until it is ready.
 * @throws with the end of its log when it refuses its settings, or is not ready in time.
 */
export async function launchService(deps: LaunchDeps, row: ServiceRow): Promise<void> {
  const { settings, servers, apiKey, supervisor, tell } = deps;
  const start = () =>
    supervisor.start({
      name: row.name,
      command: process.execPath,
      args: ["--enable-source-maps", ...(row.nodeOptions ?? []), row.main],
      env: serviceEnvironment(row, settings, servers, apiKey),
      dataDir: settings.STATWIRE_DATA_DIR,
      ipc: true,
    });
  const running = await start();
  let firstExit: Exit | undefined;
  void running.exited.then((exit) => {
    firstExit = exit;
  });
  supervisor.watch(running, start);
  const url = `http://${urlHost(settings.OPS_HOST)}:${settings.OPS_PORT_BASE + row.opsPortOffset}/readyz?verbose`;
  let reason = "it does not answer";
  for (const deadline = Date.now() + readyTimeoutMs; Date.now() < deadline; await sleep(100)) {
    if (supervisor.isStopping()) return;
    // Another start would end the same way.
    if (firstExit?.code === exitCodes.badSettings) throw failure(running, "refuses its settings");
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.status === 200) return tell(`  ${row.name} is ready`);
    if (answer !== undefined) reason = (await answer.text()).trim();
  }
  throw failure(running, `is not ready after ${readyTimeoutMs / 1000} s: ${reason}`);
}

function failure({ name, logFile }: RunningProcess, what: string): Error {
  return new Error(`${name} ${what}\n${tailOf(logFile)}\n(all of it: ${logFile})`);
}
