import type { NetworkInterfaceInfo } from "node:os";
import { type Inventory, readInventory } from "./inventory/inventory.js";
import { openHost } from "./modules/host.js";
import type { HealthCounters, ModuleContext } from "./modules/module.js";
import { readPageSize } from "./modules/page-size.js";
import { ProcFiles } from "./modules/proc-files.js";
import { ModuleRunner } from "./modules/runner.js";
import { accepts, includes } from "./settings/module-settings.js";
import type { CollectorEnvironment } from "./settings.js";
import type { CollectorSettings } from "./settings-file.js";
import { openDirect } from "./sources/direct.js";
import { openAgent } from "./sources/netdata/agent.js";
import { openNetdata } from "./sources/netdata/open-netdata.js";
import type { Source, SourceName } from "./sources/source.js";
import { openSystemInformation } from "./sources/systeminformation/systeminformation.js";

export interface HostReaderOptions {
  environment: Pick<
    CollectorEnvironment,
    "HOST_PROC" | "HOST_SYS" | "HOST_ROOT" | "NODE_ROLE" | "NODE_ASN" | "NODE_TAGS" | "NODE_COUNTRY"
  >;
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
  /** A source for one query, apart from those that the runner reads. */
  openSource(name: SourceName): Source;
  readInventory(): Inventory;
  health(): HealthCounters;
  close(): void;
}

export function openHostReader(options: HostReaderOptions): HostReader {
  const { environment, settings, versions, timezone, monotonicMs } = options;
  const host = openHost({
    procRoot: environment.HOST_PROC,
    sysRoot: environment.HOST_SYS,
    fileRoot: environment.HOST_ROOT,
  });
  const health = (): HealthCounters => ({ ...options.counters(), modules: runner.health() });
  const openContext = (): ModuleContext => ({
    host,
    files: new ProcFiles(),
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
  });
  const context = openContext();
  const pageBytes = readPageSize(host.procRoot);
  const clientName = `statwire-${Buffer.from(options.randomBytes(4)).toString("hex")}`;
  const agent = openAgent({ settings: () => settings().netdata, clientName });
  const openReader = () => openNetdata({ agent, accepts: context.accepts, pageBytes });
  const systemInformation = openSystemInformation({ host, accepts: context.accepts });
  const runner = new ModuleRunner({
    sources: [openDirect({ context, monotonicMs }), systemInformation, openReader()],
    order: (module) => settings().modules[module].sources,
    beginTick: () => context.files.beginTick(),
    monotonicMs,
  });
  const openSource: Record<SourceName, () => Source> = {
    direct: () => openDirect({ context: openContext(), monotonicMs, looksTwice: true }),
    // Its process is one for all.
    systeminformation: () => ({ ...systemInformation, close() {} }),
    netdata: openReader,
  };
  const identity = {
    timezone,
    collectorVersion: versions.collector,
    nodeVersion: versions.node,
    nodeRole: environment.NODE_ROLE,
    nodeAsn: environment.NODE_ASN,
    nodeTags: environment.NODE_TAGS ?? [],
    nodeCountry: environment.NODE_COUNTRY ?? "",
  };
  return {
    runner,
    openSource: (name) => openSource[name](),
    health,
    readInventory: () => readInventory(host, { addresses: options.addresses(), ...identity }),
    close: () => runner.close(),
  };
}
