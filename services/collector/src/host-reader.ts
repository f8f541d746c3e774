import type { NetworkInterfaceInfo } from "node:os";
import { type Inventory, readInventory } from "./inventory/inventory.js";
import { openHost } from "./modules/host.js";
import type { HealthCounters } from "./modules/module.js";
import { ProcFiles } from "./modules/proc-files.js";
import { ModuleRunner } from "./modules/runner.js";
import type { CollectorEnvironment } from "./settings.js";
import { accepts, type CollectorSettings, includes } from "./settings-file.js";

export interface HostReaderOptions {
  environment: Pick<CollectorEnvironment, "HOST_PROC" | "HOST_SYS" | "HOST_ROOT" | "NODE_ROLE" | "NODE_ASN">;
  settings(): CollectorSettings;
  /** Counters of publishing and spooling; the modules' own health is added here. */
  counters(): Omit<HealthCounters, "modules">;
  monotonicMs(): number;
  /** Unix milliseconds. */
  nowMs(): number;
  randomBytes(size: number): Uint8Array;
  addresses(): NodeJS.Dict<NetworkInterfaceInfo[]>;
  versions: { collector: string; node: string };
  timezone: string;
}

/** All that is read of one host. */
export interface HostReader {
  runner: ModuleRunner;
  readInventory(): Inventory;
  health(): HealthCounters;
  close(): void;
}

export function openHostReader(options: HostReaderOptions): HostReader {
  const { environment, settings, versions, timezone } = options;
  const host = openHost({
    procRoot: environment.HOST_PROC,
    sysRoot: environment.HOST_SYS,
    fileRoot: environment.HOST_ROOT,
  });
  const files = new ProcFiles();
  const health = (): HealthCounters => ({ ...options.counters(), modules: runner.health() });
  const runner = new ModuleRunner(
    {
      host,
      files,
      accepts: (module, name) => accepts(settings().modules[module], name),
      includes: (module, name) => includes(settings().modules[module], name),
      topProcesses: () => settings().topProcesses,
      clockServers: () => settings().clockServers,
      containerSockets: () => settings().containerSockets,
      tasks: () => settings().tasks,
      nowMs: options.nowMs,
      randomBytes: options.randomBytes,
      timezone,
      health,
    },
    options.monotonicMs,
  );
  const identity = {
    timezone,
    collectorVersion: versions.collector,
    nodeVersion: versions.node,
    nodeRole: environment.NODE_ROLE,
    nodeAsn: environment.NODE_ASN,
  };
  return {
    runner,
    health,
    readInventory: () => readInventory(host, { addresses: options.addresses(), ...identity }),
    close: () => files.close(),
  };
}
