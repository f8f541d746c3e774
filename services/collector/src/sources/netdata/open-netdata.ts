import type { Module } from "@statwire/events";
import { Baseline } from "../../modules/baseline.js";
import { type ProcessorStat, reportCpu } from "../../modules/cpu.js";
import { type DiskCounters, reportDisk } from "../../modules/disks.js";
import type { Reading } from "../../modules/module.js";
import { type InterfaceCounters, reportInterface } from "../../modules/network.js";
import type { NetdataSettings } from "../../settings/netdata-settings.js";
import type { Source } from "../source.js";
import { type Charts, parseCharts } from "./charts.js";
import { getText } from "./http-get.js";
import { toAlerts } from "./to-alerts.js";
import { toDisks, toInterfaces } from "./to-devices.js";
import { toLoad, toMemory, toPressure, toProcessorStat, toSwap } from "./to-readings.js";
import { toShares } from "./to-shares.js";

type NetdataModule = "cpu" | "load" | "memory" | "swap" | "disks" | "network" | "pressure" | "alerts";

type Readers = { [M in NetdataModule]: (nowMs: number) => Promise<Reading<M> | undefined> };

export interface NetdataOptions {
  settings(): NetdataSettings;
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

const processorCharts = "system.cpu !cpu.cpu*_* cpu.cpu*";

/** What is asked for: Netdata's simple patterns, the first that matches decides. */
const wantedCharts = [
  processorCharts,
  "system.intr system.ctxt system.load system.uptime system.ram system.swap system.swapio mem.swap mem.swapio",
  "mem.available mem.writeback mem.committed mem.slab mem.pgfaults system.*_pressure system.*_pressure_stall_time",
  "disk.* disk_ops.* disk_mops.* disk_iotime.* disk_busy.* disk_backlog.* disk_qops.*",
  "net.* net_packets.* net_errors.* net_drops.*",
].join(" ");

const metricsPath = "/api/v1/allmetrics";
const chartsPath = `${metricsPath}?format=prometheus&source=as-collected&filter=${encodeURIComponent(wantedCharts)}`;
const sharesPath = `${metricsPath}?format=json&filter=${encodeURIComponent(processorCharts)}`;

const bytesMax = 4 * 1024 ** 2;

/** The modules of one tick share an answer that was asked for within this time. */
const shareWithinMs = 200;

/**
 * The Netdata agent of this host, over HTTP. Only the configured address is ever asked. The numbers are the kernel's own
 * counters as Netdata collected them, at most some seconds ago; rates are taken over its own times.
 */
export function openNetdata({ settings, accepts, pageBytes }: NetdataOptions): Source {
  let asked: string | undefined;
  const get = (path: string) => {
    const { url, timeoutMs } = settings();
    // Another agent's counters are none to compare with.
    if (asked !== undefined && url !== asked) for (const forgetOne of Object.values(forget)) forgetOne();
    asked = url;
    return getText({ base: url, path, timeoutMs, bytesMax });
  };
  const charts = openCharts(() => get(chartsPath));
  const processors = new Baseline<ProcessorStat>();
  const disks = openCompared("disk.", toDisks, reportDisk);
  const interfaces = openCompared("net.", toInterfaces, reportInterface);

  const readers: Readers = {
    cpu: async (nowMs) => readCpu(await charts(nowMs), processors, () => get(sharesPath)),
    load: async (nowMs) => toLoad(await charts(nowMs)),
    memory: async (nowMs) => toMemory(await charts(nowMs)),
    swap: async (nowMs) => toSwap(await charts(nowMs), pageBytes),
    disks: async (nowMs) => disks.read(await charts(nowMs), (device) => accepts("disks", device)),
    network: async (nowMs) => interfaces.read(await charts(nowMs), (name) => accepts("network", name)),
    pressure: async (nowMs) => toPressure(await charts(nowMs)),
    alerts: async () => toAlerts(await get("/api/v1/alarms?active")),
  };
  const forget: Partial<Record<Module, () => void>> = {
    cpu: () => processors.clear(),
    disks: disks.forget,
    network: interfaces.forget,
  };
  const read = (module: Module, nowMs: number) => {
    if (!settings().enabled) throw new Error("is switched off");
    return (readers as Partial<Record<Module, (nowMs: number) => unknown>>)[module]?.(nowMs);
  };
  return {
    name: "netdata",
    modules: netdataModules,
    read: read as Source["read"],
    forget: (module) => forget[module]?.(),
    close() {},
  };
}

/** Asks once for all who want the charts at about the same time. */
function openCharts(get: () => Promise<string>): (nowMs: number) => Promise<Charts> {
  let asked: { atMs: number; charts: Promise<Charts> } | undefined;
  return (nowMs) => {
    if (asked === undefined || nowMs - asked.atMs >= shareWithinMs) {
      asked = { atMs: nowMs, charts: get().then(parseCharts) };
    }
    return asked.charts;
  };
}

async function readCpu(
  charts: Charts,
  baseline: Baseline<ProcessorStat>,
  getShares: () => Promise<string>,
): Promise<Reading<"cpu"> | undefined> {
  const stat = toProcessorStat(charts);
  const atMs = charts.get("system.cpu")?.collectedAtMs;
  if (stat === undefined || atMs === undefined) return undefined;
  const before = baseline.before(atMs);
  baseline.keep(atMs, stat);
  if (before !== undefined && before.atMs < atMs) return reportCpu(stat, before.reading, undefined);
  const shares = toShares(await getShares());
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
