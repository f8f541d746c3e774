import { sleep } from "@statwire/runtime";
import { eventsStored, type Published } from "./history-of-product.js";
import type { Pipeline } from "./pipeline.js";
import { countStoredSamples, rowsOfReading } from "./samples.js";
import { ReadingFleet } from "./snapshot.js";

/** So many messages that are not stored yet keep an ingester busy, whatever it takes at once. */
const aheadMax = 50_000;
const lookMs = 250;
/** Nothing is stored for so long only when something is wrong. */
const stuckMs = 60_000;

/** Publishes what a fleet reads, one time after the other, as fast as the history stores it. */
export class Feed {
  readonly firstAtMs: number;
  readonly samplesPerReading: number;
  readonly #pipeline: Pipeline;
  readonly #fleet: ReadingFleet;
  readonly #rows: Published["rows"];
  #published = 0;
  #stored = 0;

  constructor(pipeline: Pipeline, fleet: ReadingFleet, firstAtMs: number) {
    this.#pipeline = pipeline;
    this.#fleet = fleet;
    this.firstAtMs = firstAtMs;
    const [like = {}] = new ReadingFleet({ ...fleet.options, nodes: 1 }).read(firstAtMs);
    this.#rows = rowsOfReading(like);
    this.samplesPerReading = countStoredSamples(like);
  }

  /** All that was published so far. */
  get published(): Published {
    return { events: this.#published, rows: this.#rows };
  }

  /** How many of these the history had when it was asked last. */
  get stored(): number {
    return this.#stored;
  }

  /** All readings before it are stored, Unix milliseconds. */
  get storedUpToMs(): number {
    return this.#timeAfter(this.#stored);
  }

  /** Of the next reading, Unix milliseconds. */
  get nextAtMs(): number {
    return this.#timeAfter(this.#published);
  }

  /** Asks the history how many it has. */
  async look(): Promise<number> {
    this.#stored = await eventsStored(this.#pipeline.history);
    return this.#stored;
  }

  /** Publishes a reading of each node, and waits while too many are not stored. @throws as `publishTick`; when nothing is stored any more */
  async tick(signal: AbortSignal): Promise<void> {
    await this.publishTick();
    await this.#untilNear(signal);
  }

  /** Publishes a reading of each node, whatever is stored. @throws when it is about to reach the present */
  async publishTick(): Promise<void> {
    const { nodes } = this.#fleet.options;
    const observedAtMs = this.nextAtMs;
    if (observedAtMs > Date.now()) throw new Error("more was stored than there is time before now");
    let node = 0;
    for (const reading of this.#fleet.read(observedAtMs)) {
      const firstSequence = this.#fleet.sequence;
      const message = { node, lane: "live", firstSequence, observedAtMs, readings: [reading] } as const;
      const answered = this.#pipeline.log.publish(message);
      if (answered !== undefined) await answered;
      node += 1;
    }
    this.#published += nodes;
  }

  async #untilNear(signal: AbortSignal): Promise<void> {
    const isNear = () => this.#published - this.#stored < aheadMax;
    for (let waitedMs = 0; !isNear(); waitedMs += lookMs) {
      signal.throwIfAborted();
      await this.look();
      if (isNear()) return;
      if (waitedMs > stuckMs) throw new Error(`${this.#stored} of ${this.#published} readings are stored, and no more`);
      await sleep(lookMs, signal);
    }
  }

  #timeAfter(events: number): number {
    const { nodes, intervalMs } = this.#fleet.options;
    return this.firstAtMs + Math.floor(events / nodes) * intervalMs;
  }
}
