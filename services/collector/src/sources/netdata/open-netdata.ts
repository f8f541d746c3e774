import type { Module } from "@statwire/events";
import { Baseline } from "../../modules/baseline.js";
import { type ProcessorStat, reportCpu } from "../../modules/cpu.js";
import { type DiskCounters, reportDisk } from "../../modules/disks.js";
import type { Reading } from "../../modules/module.js";
import { type InterfaceCounters, reportInterface } from "../../modules/network.js";
import type { Source } from "../source.js";
import type { Agent } from "./agent.js";
import type { Charts } from "./charts.js";
import { toAlerts } from "./to-alerts.js";
import { toDisks, toInterfaces } from "./to-devices.js";
import { toLoad, toMemory, toPressure, toProcessorStat, toSwap } from "./to-readings.js";
import { toShares } from "./to-shares.js";

type ChartModule = "cpu" | "load" | "memory" | "swap" | "disks" | "network" | "pressure";

type NetdataModule = ChartModule | "alerts";

type Readers = { [M in ChartModule]: (charts: Charts) => Reading<M> | undefined | Promise<Reading<M> | undefined> };

export interface NetdataOptions {
  agent: Agent;
  accepts(module: Module, name: string): boolean;
  /** Bytes of a memory page, in which the agent counts what is swapped. */
  pageBytes: number;
}

const moduleNames: Record<NetdataModule, true> = {
  cpu: true,
  load: true,
  memory: true,
  swap: true,
  disks: true,
  network: true,
  pressure: true,
  alerts: true,
};

/** Modules of which Netdata knows all that matters. */
export const netdataModules: ReadonlySet<Module> = new Set(Object.keys(moduleNames) as NetdataModule[]);

/** One who reads from an agent. Rates and utilizations are taken over its own readings. */
export function openNetdata({ agent, accepts, pageBytes }: NetdataOptions): Source {
  const processors = new Baseline<ProcessorStat>();
  const disks = openCompared("disk.", toDisks, reportDisk);
  const interfaces = openCompared("net.", toInterfaces, reportInterface);
  const readers: Readers = {
    cpu: (charts) => readCpu(charts, processors, agent),
    load: toLoad,
    memory: toMemory,
    swap: (charts) => toSwap(charts, pageBytes),
    disks: (charts) => disks.read(charts, (device) => accepts("disks", device)),
    network: (charts) => interfaces.read(charts, (name) => accepts("network", name)),
    pressure: toPressure,
  };
  const forget: Partial<Record<Module, () => void>> = {
    cpu: () => processors.clear(),
    disks: disks.forget,
    network: interfaces.forget,
  };
  let address: string | undefined;
  const read = async (module: Module, nowMs: number) => {
    // Another agent's counters are none to compare with.
    if (agent.address() !== address) for (const forgetOne of Object.values(forget)) forgetOne();
    address = agent.address();
    if (module === "alerts") return toAlerts(await agent.alarms());
    const reader = (readers as Partial<Record<Module, (charts: Charts) => unknown>>)[module];
    return reader?.(await agent.charts(nowMs));
  };
  return {
    name: "netdata",
    modules: netdataModules,
    read: read as Source["read"],
    forget: (module) => forget[module]?.(),
    close() {},
  };
}

async function readCpu(
  charts: Charts,
  baseline: Baseline<ProcessorStat>,
  agent: Agent,
): Promise<Reading<"cpu"> | undefined> {
  const stat = toProcessorStat(charts);
  const atMs = charts.get("system.cpu")?.collectedAtMs;
  if (stat === undefined || atMs === undefined) return undefined;
  const before = baseline.before(atMs);
  baseline.keep(atMs, stat);
  if (before !== undefined && before.atMs < atMs) return reportCpu(stat, before.reading, undefined);
  const shares = toShares(await agent.processorShares());
  const reading = reportCpu(stat, undefined, undefined);
  const shareOf = (chart: string) => shares.get(chart) ?? 0;
  return {
    ...reading,
    utilizationE4: shareOf("system.cpu"),
    cores: reading.cores.map(({ number }) => ({ number, utilizationE4: shareOf(`cpu.cpu${number}`) })),
  };
}

/** Devices whose rates are the change since an earlier reading. Undefined where Netdata collects none of their kind. */
function openCompared<C extends DiskCounters | InterfaceCounters, Item>(
  kind: string,
  toCounters: (charts: Charts, wanted: (name: string) => boolean) => Map<string, C>,
  report: (name: string, now: C, before: ReturnType<Baseline<Map<string, C>>["before"]>, nowMs: number) => Item,
) {
  const baseline = new Baseline<Map<string, C>>();
  const read = (charts: Charts, wanted: (name: string) => boolean): { items: Item[] } | undefined => {
    const times = [...charts].flatMap(([name, { collectedAtMs }]) => (name.startsWith(kind) ? [collectedAtMs] : []));
    if (times.length === 0) return undefined;
    const atMs = Math.max(...times);
    const now = toCounters(charts, wanted);
    const before = baseline.before(atMs);
    baseline.keep(atMs, now);
    return { items: Array.from(now, ([name, counters]) => report(name, counters, before, atMs)) };
  };
  return { read, forget: () => baseline.clear() };
}
