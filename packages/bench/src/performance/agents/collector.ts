import { type EventLog, openLane } from "@statwire/event-log";
import { decodeHostSampled, modules, streams, telemetrySubject, walkFrames } from "@statwire/events";
import { type SecondNode, startProduct, startSecondNode } from "@statwire/running-product";
import { sleep } from "@statwire/runtime";
import { countSamples } from "../../load/host-load.js";
import { Publisher } from "../../replay/publisher.js";
import { connectBenchLog } from "../bench-log.js";
import { requirePeer } from "../peer.js";
import type { Row, RowContext, RowResult } from "../row.js";
import { median } from "../statistics.js";
import { bundleCollector } from "./bundle.js";
import { type Exporter, startExporter } from "./exporter.js";
import { type ProcessTree, readProcessTree } from "./process-tree.js";

const intervalMs = 1_000;
const megabyte = 1e6;
/** Each agent has started, read everything once and is warm. */
const length = {
  full: { warmSeconds: 40, roundSeconds: 36, rounds: 5 },
  quick: { warmSeconds: 15, roundSeconds: 10, rounds: 2 },
};
/** A tick or a scrape at either end of a round may fall out of it. */
const ticksMissedMax = 2;

/** The modules without an interval of their own: read at each tick. */
const fastModules: ReadonlySet<string> = new Set([
  ...["cpu", "load", "memory", "swap", "disks", "network", "pressure", "sockets"],
]);

/** Ours with the modules that are read at the base interval alone, and as it is installed. */
const collectors = [
  { node: "bench-fast", what: "fast modules", settings: { base_interval_ms: intervalMs, modules: onlyFast() } },
  { node: "bench-all", what: "all modules", settings: { base_interval_ms: intervalMs } },
];

/**
 * Our collector against node_exporter. All run side by side for the whole time, so that each round meets the same machine, and each is
 * looked at from outside: time and memory as the kernel counts them.
 */
export const collector: Row = {
  name: "collector",
  summary: "the collector at 1 s against node_exporter read each second: CPU, resident memory",
  async run(context) {
    const exporterPeer = await requirePeer("prometheus-node-exporter", context.tell);
    const undo: (() => unknown)[] = [];
    try {
      const installed = bundleCollector();
      undo.push(() => installed.remove());
      const product = await startProduct({ serversOnly: true });
      undo.push(() => product.discard());
      await (await Publisher.open(product)).close();
      const log = await connectBenchLog(product);
      undo.push(() => log.close());
      const agents: Agent[] = [];
      for (const { node, settings } of collectors) {
        const { main } = installed;
        const started = await startSecondNode(product, { node, natsPort: product.ports.nats, settings, main });
        undo.push(() => started.stop());
        agents.push(ourAgent(log, node, started));
      }
      const exporter = await startExporter(exporterPeer, intervalMs);
      undo.push(() => exporter.stop());
      agents.push(peerAgent(exporter));
      return await measure(context, { agents, log, exporter, version: exporterPeer.version });
    } finally {
      for (const act of undo.reverse()) await act();
    }
  },
};

/** One that reads this host, ours or not. */
interface Agent {
  pid: number;
  /** How often it has delivered readings so far: stored by the log, or answered. */
  delivered(): Promise<number>;
}

interface Round {
  cpuSeconds: number[];
  /** The highest of the looks at it, one a second. */
  ownBytes: number[];
  childBytes: number[];
}

async function measure(
  { quick, signal, tell }: RowContext,
  { agents, log, exporter, version }: { agents: Agent[]; log: EventLog; exporter: Exporter; version: string },
): Promise<RowResult> {
  const { warmSeconds, roundSeconds, rounds } = quick ? length.quick : length.full;
  await sleep(warmSeconds * 1e3, signal);
  const done: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    signal.throwIfAborted();
    done.push(await oneRound(agents, roundSeconds, signal));
    tell(
      `round ${round + 1} of ${rounds}: ${done
        .at(-1)
        ?.cpuSeconds.map((value) => value.toFixed(2))
        .join(", ")} s of CPU`,
    );
  }
  const perMinute = (agent: number) =>
    done.map(({ cpuSeconds }) => ((cpuSeconds[agent] ?? Number.NaN) / roundSeconds) * 60);
  const resident = (agent: number) => done.map(({ ownBytes }) => (ownBytes[agent] ?? Number.NaN) / megabyte);
  const children = done.map(({ childBytes }) => (childBytes[1] ?? 0) / megabyte);
  const baseline = { name: "node_exporter", rounds: perMinute(2) };
  const numbers = await Promise.all(collectors.map(({ node }) => numbersOfLast(log, node)));
  const unit = "CPU-s a minute";
  return {
    comparisons: [
      { what: "CPU, fast modules at 1 s", unit, ours: perMinute(0), baseline, target: { atMost: 0.25 } },
      { what: "CPU, all modules, the slow ones too", unit, ours: perMinute(1), baseline, target: { stated: true } },
      { what: "resident memory, fast modules", unit: "MB", ours: resident(0), target: { atMost: 70 } },
      { what: "resident memory, all modules", unit: "MB", ours: resident(1), target: { atMost: 70 } },
    ],
    notes: [
      `${version}, defaults, ${exporter.samples()} samples an answer; ours ${numbers.join(" and ")} numbers in the last event of the base interval`,
      `resident memory of node_exporter ${median(resident(2)).toFixed(1)} MB; of what our collector with all modules has started, beside its own: ${Math.max(...children).toFixed(1)} MB at most`,
      "ours in the few files that scripts/runtime-tree.mjs makes of it for a host",
      "side by side for the whole time; every reading of a round was stored by the log, or answered; CPU with all threads and children",
    ],
  };
}

/** @throws when one of them has not delivered what it had to. */
async function oneRound(agents: readonly Agent[], seconds: number, signal: AbortSignal): Promise<Round> {
  const before = await look(agents);
  const round: Round = { cpuSeconds: [], ownBytes: agents.map(() => 0), childBytes: agents.map(() => 0) };
  const startedAtMs = performance.now();
  while (performance.now() - startedAtMs < seconds * 1e3) {
    await sleep(Math.min(1e3, Math.max(1, startedAtMs + seconds * 1e3 - performance.now())), signal);
    signal.throwIfAborted();
    for (const [index, { pid }] of agents.entries()) {
      const { ownBytes, childBytes } = readProcessTree(pid);
      round.ownBytes[index] = Math.max(round.ownBytes[index] ?? 0, ownBytes);
      round.childBytes[index] = Math.max(round.childBytes[index] ?? 0, childBytes);
    }
  }
  const after = await look(agents);
  const ticks = (seconds * 1e3) / intervalMs;
  for (const index of agents.keys()) {
    const delivered = (after[index]?.delivered ?? 0) - (before[index]?.delivered ?? 0);
    if (Math.abs(delivered - ticks) > ticksMissedMax)
      throw new Error(`agent ${index}: ${delivered} readings in ${ticks} ticks`);
    round.cpuSeconds[index] = (after[index]?.cpuSeconds ?? 0) - (before[index]?.cpuSeconds ?? 0);
  }
  return round;
}

function look(agents: readonly Agent[]): Promise<(ProcessTree & { delivered: number })[]> {
  return Promise.all(
    agents.map(async ({ pid, delivered }) => ({ delivered: await delivered(), ...readProcessTree(pid) })),
  );
}

function ourAgent(log: EventLog, node: string, { pid }: SecondNode): Agent {
  const subject = liveSubject(node);
  return {
    pid,
    async delivered() {
      const { state } = await log.manager.streams.info(streams.TELEMETRY.name, { subjects_filter: subject });
      return state.subjects?.[subject] ?? 0;
    },
  };
}

function peerAgent(exporter: Exporter): Agent {
  return { pid: exporter.pid, delivered: async () => exporter.scrapes() };
}

async function numbersOfLast(log: EventLog, node: string): Promise<number> {
  const last = await openLane(log, { stream: streams.TELEMETRY.name, subject: liveSubject(node) }).last();
  let numbers = 0;
  walkFrames(last?.payload ?? new Uint8Array(), (start, end) => {
    numbers += countSamples(decodeHostSampled((last?.payload ?? new Uint8Array()).subarray(start, end)));
  });
  return numbers;
}

function liveSubject(node: string): string {
  return telemetrySubject({ workspace: "default", node, lane: "live", family: "host" });
}

function onlyFast(): Record<string, { enabled: boolean }> {
  return Object.fromEntries(modules.filter((name) => !fastModules.has(name)).map((name) => [name, { enabled: false }]));
}
