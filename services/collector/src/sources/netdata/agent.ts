import type { NetdataSettings } from "../../settings/netdata-settings.js";
import { type Charts, mergeAnswer, parseAnswer } from "./charts.js";
import { getText } from "./http-get.js";

/** The Netdata agent of this host. Each function throws when it cannot be asked, or does not answer what was asked. */
export interface Agent {
  address(): string;
  /** The charts as they were collected last, at most some seconds ago. `nowMs` is a clock that never steps. */
  charts(nowMs: number): Promise<Charts>;
  /** Answer of `allmetrics` in JSON about the processors. */
  processorShares(): Promise<string>;
  /** Answer of `alarms` about those that are raised. */
  alarms(): Promise<string>;
}

export interface AgentOptions {
  settings(): NetdataSettings;
  /** What the agent remembers this client by, apart from every other on this host. */
  clientName: string;
}

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

const bytesMax = 4 * 1024 ** 2;

/** The modules of one tick share an answer that was asked for within this time. */
const shareWithinMs = 200;

/** Asks over HTTP, and never another address than the configured one. */
export function openAgent({ settings, clientName }: AgentOptions): Agent {
  const get = (path: string) => {
    const { enabled, url, timeoutMs } = settings();
    if (!enabled) return Promise.reject(new Error("is switched off"));
    return getText({ base: url, path, timeoutMs, bytesMax });
  };
  const server = encodeURIComponent(clientName);
  const filter = encodeURIComponent(wantedCharts);
  const chartsPath = `${metricsPath}?format=prometheus&source=as-collected&server=${server}&filter=${filter}`;
  let known: Charts = new Map();
  let asked: { address: string; atMs: number; charts: Promise<Charts> } | undefined;
  const ask = async (address: string): Promise<Charts> => {
    const answer = parseAnswer(await get(chartsPath));
    if (asked?.address === address) known = mergeAnswer(known, answer);
    return known;
  };
  return {
    address: () => settings().url,
    charts(nowMs) {
      const address = settings().url;
      if (asked !== undefined && asked.address !== address) known = new Map();
      if (asked === undefined || asked.address !== address || nowMs - asked.atMs >= shareWithinMs) {
        asked = { address, atMs: nowMs, charts: ask(address) };
      }
      return asked.charts;
    },
    processorShares: () => get(`${metricsPath}?format=json&filter=${encodeURIComponent(processorCharts)}`),
    alarms: () => get("/api/v1/alarms?active"),
  };
}
