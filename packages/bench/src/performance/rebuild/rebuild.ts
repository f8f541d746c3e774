import { once } from "node:events";
import { type Product, startProduct } from "@statwire/running-product";
import { sleep } from "@statwire/runtime";
import { cpuSecondsOf } from "../../load/cpu-seconds.js";
import { projectorState } from "../../pressure/outcome.js";
import { Publisher } from "../../replay/publisher.js";
import { spawnProjector } from "../../replay/spawn-projector.js";
import { askRedis } from "../redis-client.js";
import type { Row, RowContext } from "../row.js";

const nodes = 10_000;
const intervalMs = 10_000;
/** Readings of each node in the log: what precedes the last of them is not needed for its latest state, and has to be passed by. */
const readingsEach = 6;
const rounds = { full: 5, quick: 2 };
const lookMs = 20;
const withinMs = 120_000;

/** How long the store is without the latest states: after a flush, and from a start of the projector with nothing in it. */
export const rebuildSnapshots: Row = {
  name: "rebuild-snapshots",
  summary: "latest states of 10 000 nodes: from FLUSHALL, and from the projector's start with an empty store",
  async run(context) {
    const product = await startProduct({ serversOnly: true });
    try {
      await publishReadings(product, context);
      const done: { started: Rebuilt; flushed: Rebuilt }[] = [];
      for (let round = 0; round < (context.quick ? rounds.quick : rounds.full); round += 1) {
        context.signal.throwIfAborted();
        done.push(await oneRound(product));
        const { started, flushed } = done.at(-1) ?? {};
        context.tell(`started ${started?.seconds.toFixed(2)} s, flushed ${flushed?.seconds.toFixed(2)} s`);
      }
      const secondsOf = (kind: "started" | "flushed") => done.map((round) => round[kind].seconds);
      const cpu = (kind: "started" | "flushed") => done.map((round) => round[kind].cpuSeconds.toFixed(1)).join(" ");
      return {
        comparisons: [
          { what: "latest states, from FLUSHALL", unit: "s", ours: secondsOf("flushed"), target: { atMost: 5 } },
          {
            what: "latest states, from the projector's start",
            unit: "s",
            ours: secondsOf("started"),
            target: { atMost: 5 },
          },
        ],
        notes: [
          `until readers are let in (the store's mark of readiness); all ${nodes} nodes were there then; ${readingsEach} readings of each in the log`,
          `the projector had started for good and had its short histories before each flush; CPU-seconds of it: flushed ${cpu("flushed")}, started ${cpu("started")}`,
        ],
      };
    } finally {
      await product.discard();
    }
  },
};

interface Rebuilt {
  seconds: number;
  cpuSeconds: number;
}

async function publishReadings(product: Product, { signal, tell }: RowContext): Promise<void> {
  tell(`publishing ${nodes * readingsEach} readings`);
  const publisher = await Publisher.open(product);
  const firstAtMs = Date.now() - readingsEach * intervalMs;
  for (let reading = 0; reading < readingsEach; reading += 1) {
    signal.throwIfAborted();
    for (let node = 0; node < nodes; node += 1) {
      await publisher.publish(node, reading + 1, firstAtMs + reading * intervalMs);
    }
  }
  await publisher.close();
}

/** An empty store and a projector that starts; then, when it has everything, a flush under it. */
async function oneRound(product: Product): Promise<{ started: Rebuilt; flushed: Rebuilt }> {
  await askRedis(product, "FLUSHALL");
  const startedAtMs = performance.now();
  const child = spawnProjector(product);
  try {
    const pid = child.pid ?? 0;
    const started = await untilLatest(product, startedAtMs, { pid, cpuSecondsBefore: 0 });
    await until(async () => (await projectorState(product)).isWhole);
    const cpuSecondsBefore = cpuSecondsOf(pid);
    const flushedAtMs = performance.now();
    await askRedis(product, "FLUSHALL");
    return { started, flushed: await untilLatest(product, flushedAtMs, { pid, cpuSecondsBefore }) };
  } finally {
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  }
}

async function untilLatest(
  product: Product,
  sinceMs: number,
  { pid, cpuSecondsBefore }: { pid: number; cpuSecondsBefore: number },
): Promise<Rebuilt> {
  await until(async () => /^(latest|whole)/.test(await askRedis(product, "GET statwire:v2:ready")));
  const rebuilt = { seconds: (performance.now() - sinceMs) / 1e3, cpuSeconds: cpuSecondsOf(pid) - cpuSecondsBefore };
  const there = Number(await askRedis(product, "ZCARD statwire:v2:nodes:default"));
  if (there !== nodes) throw new Error(`the store says that it is ready with ${there} of ${nodes} nodes`);
  return rebuilt;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const startedAtMs = performance.now();
  while (!(await condition())) {
    if (performance.now() - startedAtMs > withinMs) throw new Error(`not there after ${withinMs / 1e3} s`);
    await sleep(lookMs);
  }
}
