import { sleep } from "@statwire/runtime";
import type { Row, RowContext } from "../row.js";
import { requireStored, untilStored } from "./history-of-product.js";
import type { LogOfProduct } from "./log-of-product.js";
import { Pipeline } from "./pipeline.js";
import { between, type ProcessorTime, timeText, total } from "./processor-time.js";
import { Readings } from "./readings.js";
import { ReadingFleet, toSnapshot } from "./snapshot.js";

const nodes = 1_000;
const intervalMs = 10_000;
const seed = 12;
const stepMs = 10;

const lengths = {
  full: { rounds: 5, warmUpTicks: 2, ticks: 2 },
  quick: { rounds: 2, warmUpTicks: 1, ticks: 1 },
};

/** What it costs when nothing is wrong: 1 000 nodes, each read every 10 s, stored as they come. */
export const liveCase: Row = {
  name: "live-case",
  summary: "1 000 nodes every 10 s, flushed every second: CPU of ClickHouse, ingester and nats-server",
  async run(context) {
    const { rounds, warmUpTicks, ticks } = lengths[context.quick ? "quick" : "full"];
    const pipeline = await Pipeline.start();
    try {
      const fleet = new ReadingFleet({ nodes, seed, intervalMs, shape: toSnapshot });
      const paced = new PacedFleet(pipeline.log, fleet, warmUpTicks + rounds * ticks);
      await paced.publish(warmUpTicks, context.signal);
      const spent: { time: ProcessorTime; seconds: number }[] = [];
      for (let round = 0; round < rounds; round += 1) spent.push(await measureRound(pipeline, paced, ticks, context));
      await untilStored(pipeline.history, [paced.readings], context.signal);
      await requireStored(pipeline.history, [paced.readings]);
      const last = spent.at(-1);
      const ours = spent.map(({ time, seconds }) => (100 * total(time)) / seconds);
      return {
        comparisons: [{ what: "1 000 nodes every 10 s", unit: "% of a core", ours, target: { atMost: 8 } }],
        notes: [
          `${nodes / 10} snapshots of ${paced.readings.series.length} numbers a second, evenly, each a message; rounds of ${last?.seconds.toFixed(0)} s after ${warmUpTicks * 10} s; every row counted at the end`,
          `all settings as they are by default; receiving from the publisher is counted (nats-server), the publisher is not; merges as they happen, no hour closed (the row close-hour, once in 3 600 s)`,
          `last round, CPU-s: ${last === undefined ? "" : timeText(last.time)}; resident MiB ${JSON.stringify(pipeline.memory())}`,
        ],
      };
    } finally {
      await pipeline.discard();
    }
  },
};

async function measureRound(pipeline: Pipeline, paced: PacedFleet, ticks: number, { signal, tell }: RowContext) {
  const before = pipeline.time();
  const beganMs = performance.now();
  await paced.publish(ticks, signal);
  const time = between(before, pipeline.time());
  const seconds = (performance.now() - beganMs) / 1e3;
  tell(
    `${((100 * total(time)) / seconds).toFixed(1)} % of a core over ${seconds.toFixed(0)} s: ${timeText(time)} CPU-s`,
  );
  return { time, seconds };
}

/** Publishes readings at the rate at which the nodes make them, each node at its own place in the interval. */
class PacedFleet {
  readonly readings: Readings;
  readonly #log: LogOfProduct;
  readonly #fleet: ReadingFleet;
  readonly #firstAtMs = Math.floor(Date.now() / intervalMs) * intervalMs;
  #published = 0;

  constructor(log: LogOfProduct, fleet: ReadingFleet, ticks: number) {
    this.#log = log;
    this.#fleet = fleet;
    const [like = {}] = new ReadingFleet({ ...fleet.options, nodes: 1 }).read(this.#firstAtMs);
    this.readings = new Readings(like, { nodes, ticks, firstAtMs: this.#firstAtMs, intervalMs });
  }

  async publish(ticks: number, signal: AbortSignal): Promise<void> {
    const startedMs = performance.now();
    for (let tick = 0; tick < ticks; tick += 1) {
      const observedAtMs = this.#firstAtMs + (this.#published / nodes) * intervalMs;
      let node = 0;
      for (const reading of this.#fleet.read(observedAtMs)) {
        const dueMs = startedMs + (tick + node / nodes) * intervalMs;
        while (performance.now() < dueMs) await sleep(stepMs, signal);
        signal.throwIfAborted();
        const place = { firstSequence: this.#fleet.sequence, observedAtMs };
        await this.#log.publish({ node, lane: "live", ...place, readings: [reading] });
        this.readings.keep(reading);
        this.#published += 1;
        node += 1;
      }
    }
    await sleep(Math.max(0, startedMs + ticks * intervalMs - performance.now()), signal);
  }
}
