import { once } from "node:events";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { type Product, startProduct } from "@statwire/running-product";
import { sleep } from "@statwire/runtime";
import { cpuSecondsOf } from "../load/cpu-seconds.js";
import type { Measurement } from "../measurement.js";
import { pidOf, residentBytesOf } from "../pressure/observer.js";
import { projectorState } from "../pressure/outcome.js";
import { Publisher } from "./publisher.js";
import { spawnProjector } from "./spawn-projector.js";

const targets = { latestSeconds: 10, wholeSeconds: 60, mebibytes: 512 };

const usage = `usage: npm run bench -- replay [--nodes N] [--minutes M] [--interval S] [--json]

Starts the servers with a temporary data folder, publishes the readings of N nodes over M minutes at once, and starts the
projector beside them: with an empty store, and again after a kill, while the nodes go on reading. Prints how long it
takes until every latest state is there, until every short history is, and the highest memory. Exit code 1 when that is
more than ${targets.latestSeconds} s, ${targets.wholeSeconds} s or ${targets.mebibytes} MiB.

  --nodes N     how many [10000]
  --minutes M   how far back their readings go [30]
  --interval S  seconds between two readings of a node [10]
  --json        as JSON`;

const withinSeconds = 300;
const lookMs = 100;
const mebibyte = 1024 ** 2;

interface Options {
  nodes: number;
  minutes: number;
  intervalSeconds: number;
}

interface Started {
  name: string;
  latestSeconds: number | undefined;
  wholeSeconds: number | undefined;
  /** Of the processor, until then. */
  cpuSeconds: number;
  /** Highest resident MiB meanwhile. */
  mebibytes: Record<string, number>;
}

/** The projector's start with the short histories of many nodes to be read. */
export const replay: Measurement = {
  name: "replay",
  summary: "the projector's start with 10 000 nodes and half an hour of their readings: latest states, short histories",
  async run(words, signal) {
    if (words.includes("--help")) {
      console.log(usage);
      return 0;
    }
    const { values } = parseArgs({
      args: [...words],
      options: {
        nodes: { type: "string", default: "10000" },
        minutes: { type: "string", default: "30" },
        interval: { type: "string", default: "10" },
        json: { type: "boolean", default: false },
      },
    });
    const { nodes, minutes, interval } = values;
    const options = { nodes: Number(nodes), minutes: Number(minutes), intervalSeconds: Number(interval) };
    const started = await measure(options, signal);
    console.log(values.json ? JSON.stringify({ ...options, started, load: loadavg() }) : toText(options, started));
    return started.every(isWithinTargets) ? 0 : 1;
  },
};

async function measure(options: Options, signal: AbortSignal): Promise<Started[]> {
  const product = await startProduct({ serversOnly: true });
  const publisher = await Publisher.open(product);
  try {
    const ticks = Math.round((options.minutes * 60) / options.intervalSeconds);
    console.error(`publishing ${options.nodes * ticks} readings …`);
    const firstAtMs = Date.now() - ticks * options.intervalSeconds * 1e3;
    for (let tick = 0; tick < ticks; tick += 1) {
      signal.throwIfAborted();
      const observedAtMs = firstAtMs + tick * options.intervalSeconds * 1e3;
      for (let node = 0; node < options.nodes; node += 1) await publisher.publish(node, tick + 1, observedAtMs);
    }
    const done = new AbortController();
    const live = publishOn(publisher, options, ticks, AbortSignal.any([signal, done.signal]));
    try {
      return [
        await startProjector(product, "empty store", signal),
        await startProjector(product, "filled store", signal),
      ];
    } finally {
      done.abort();
      await live;
    }
  } finally {
    await publisher.close();
    await product.discard();
  }
}

/** The nodes read on, one after the other, each once in its interval. */
async function publishOn(
  publisher: Publisher,
  { nodes, intervalSeconds }: Options,
  ticks: number,
  signal: AbortSignal,
) {
  const startedAtMs = Date.now();
  for (let published = 0; !signal.aborted; ) {
    const due = Math.floor((((Date.now() - startedAtMs) / 1e3) * nodes) / intervalSeconds);
    for (; published < due; published += 1) {
      await publisher.publish(published % nodes, ticks + 1 + Math.floor(published / nodes), Date.now());
    }
    await sleep(20, signal);
  }
}

/** Starts the projector, waits until it has everything, and kills it. */
async function startProjector(product: Product, name: string, signal: AbortSignal): Promise<Started> {
  console.error(`starting the projector, ${name} …`);
  const child = spawnProjector(product);
  const startedAtMs = Date.now();
  const seconds = () => (Date.now() - startedAtMs) / 1e3;
  const pids = {
    "cache-projector": child.pid ?? 0,
    "nats-server": pidOf(product, "nats-server"),
    "redis-server": pidOf(product, "redis-server"),
  };
  const started: Started = { name, latestSeconds: undefined, wholeSeconds: undefined, cpuSeconds: 0, mebibytes: {} };
  while (started.wholeSeconds === undefined && seconds() < withinSeconds && child.exitCode === null) {
    await sleep(lookMs, signal);
    signal.throwIfAborted();
    for (const [process, pid] of Object.entries(pids)) {
      const highest = Math.max(started.mebibytes[process] ?? 0, residentBytesOf(pid) / mebibyte);
      started.mebibytes[process] = Math.round(highest);
    }
    started.cpuSeconds = cpuSecondsOf(pids["cache-projector"]);
    const { isReady, isWhole } = await projectorState(product);
    if (isReady) started.latestSeconds ??= seconds();
    if (isWhole) started.wholeSeconds = seconds();
  }
  child.kill("SIGKILL");
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return started;
}

function isWithinTargets({ latestSeconds, wholeSeconds, mebibytes }: Started): boolean {
  return (
    (latestSeconds ?? Number.POSITIVE_INFINITY) <= targets.latestSeconds &&
    (wholeSeconds ?? Number.POSITIVE_INFINITY) <= targets.wholeSeconds &&
    (mebibytes["cache-projector"] ?? 0) <= targets.mebibytes
  );
}

function toText({ nodes, minutes, intervalSeconds }: Options, started: readonly Started[]): string {
  const seconds = (value: number | undefined) => (value === undefined ? "never" : `${value.toFixed(1)} s`);
  const rows = started.map(({ name, latestSeconds, wholeSeconds, cpuSeconds, mebibytes }) => {
    const memory = Object.entries(mebibytes).map(([process, size]) => `${process} ${size}`);
    const times = `latest states ${seconds(latestSeconds)}, short histories ${seconds(wholeSeconds)}, CPU ${cpuSeconds.toFixed(1)} s`;
    return `${name.padEnd(14)} ${times}; MiB: ${memory.join(", ")}`;
  });
  const what = `${nodes} nodes, a reading each ${intervalSeconds} s for ${minutes} minutes, and on`;
  const load = loadavg().map((average) => average.toFixed(1));
  return [what, ...rows, `load of the machine ${load.join(" ")}`].join("\n");
}
