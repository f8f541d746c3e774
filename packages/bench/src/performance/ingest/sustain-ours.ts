import type { RowContext } from "../row.js";
import type { Feed } from "./feed.js";
import { closeAll, historyState, requireStored, untilMerged, untilStored } from "./history-of-product.js";
import type { Pipeline } from "./pipeline.js";
import { between, type ProcessorTime, total } from "./processor-time.js";
import type { Length, OursSustained, OurWindow } from "./sustain.js";

const hourMs = 3_600_000;
/** Readings of each node that are published to see what receiving costs. */
const receivingTicks = 40;

/**
 * Publishes as fast as it is stored for all windows and to the end of the hour that is begun then, closes each hour when it is
 * whole, and waits until everything is stored, closed and merged.
 * @throws when not every reading is in every table in the end
 */
export async function sustainOurs(
  pipeline: Pipeline,
  feed: Feed,
  { windows: count, windowSeconds }: Length,
  { signal, tell }: RowContext,
): Promise<OursSustained> {
  const { history, log } = pipeline;
  const firstSequence = await log.lastSequence();
  const closes = new Closes(() => closeAll(history, firstSequence + feed.stored, feed.storedUpToMs), feed.firstAtMs);
  const seen = { hoursBehind: [] as number[], parts: [] as number[], memory: [] as string[] };
  const windows: OurWindow[] = [];
  const receivingSeconds = await measureReceiving(pipeline, feed, signal);
  const beganMs = performance.now();
  let before = { ...lookAt(pipeline, beganMs), stored: await feed.look(), published: feed.published.events };
  for (let window = 1; window <= count; window += 1) {
    const isLast = window === count;
    const isWhole = () => feed.nextAtMs % hourMs === 0;
    while (performance.now() - beganMs < window * windowSeconds * 1e3 || (isLast && !isWhole())) {
      await feed.tick(signal);
      closes.closeUpTo(feed.storedUpToMs);
    }
    const stored = await feed.look();
    const after = { ...lookAt(pipeline, beganMs), stored, published: feed.published.events };
    windows.push({
      seconds: after.seconds - before.seconds,
      samples: (stored - before.stored) * feed.samplesPerReading,
      time: between(before.time, after.time),
      received: after.published - before.published,
    });
    before = after;
    seen.hoursBehind.push(closes.behind(feed.storedUpToMs));
    seen.parts.push((await historyState(history)).activeParts);
    seen.memory.push(Object.values(pipeline.memory()).join("/"));
    tell(`${window} of ${count}: ${stored} messages stored, ${total(windows.at(-1)?.time ?? {}).toFixed(1)} CPU-s`);
  }
  await untilStored(history, [feed.published], signal);
  const samples = ((await feed.look()) - before.stored) * feed.samplesPerReading;
  const closedHours = await closes.end(feed.storedUpToMs);
  await untilMerged(history, signal);
  const rest = { samples, time: between(before.time, pipeline.time()) };
  await requireStored(history, [feed.published]);
  return { windows, rest, receivingSeconds, closedHours, ...seen };
}

/**
 * CPU-seconds that the log takes for a message that is published: measured while the ingester holds back. It stores them before
 * anything else is measured.
 */
async function measureReceiving(pipeline: Pipeline, feed: Feed, signal: AbortSignal): Promise<number> {
  const { log, history } = pipeline;
  const before = pipeline.time();
  await log.whileHeld(signal, async () => {
    for (let tick = 0; tick < receivingTicks; tick += 1) await feed.publishTick();
    await log.lastSequence();
  });
  const { "nats-server": seconds = 0 } = between(before, pipeline.time());
  await untilStored(history, [feed.published], signal);
  return seconds / feed.published.events;
}

function lookAt(pipeline: Pipeline, beganMs: number): { seconds: number; time: ProcessorTime } {
  return { seconds: (performance.now() - beganMs) / 1e3, time: pipeline.time() };
}

/** Closes hours beside what else goes on, one time after the other. */
class Closes {
  readonly #close: () => Promise<number>;
  #closedUpToMs: number;
  #closed = 0;
  #underWay: Promise<void> | undefined;
  #failed: unknown;

  /** @param close closes all that is whole, and tells how many hours that were */
  constructor(close: () => Promise<number>, firstAtMs: number) {
    this.#close = close;
    this.#closedUpToMs = firstAtMs;
  }

  /** Begins to close what is whole, unless that is under way. @throws what an earlier close has failed with */
  closeUpTo(storedUpToMs: number): void {
    if (this.#failed !== undefined) throw this.#failed;
    if (this.#underWay !== undefined || this.behind(storedUpToMs) === 0) return;
    this.#underWay = this.#closeWhole(storedUpToMs)
      .catch((error: unknown) => {
        this.#failed = error;
      })
      .finally(() => {
        this.#underWay = undefined;
      });
  }

  /** Whole hours that are not closed. */
  behind(storedUpToMs: number): number {
    return Math.floor((storedUpToMs - this.#closedUpToMs) / hourMs);
  }

  /** Waits, and closes what is left. @returns how many hours were closed in all */
  async end(storedUpToMs: number): Promise<number> {
    await this.#underWay;
    if (this.#failed !== undefined) throw this.#failed;
    await this.#closeWhole(storedUpToMs);
    return this.#closed;
  }

  async #closeWhole(storedUpToMs: number): Promise<void> {
    this.#closed += await this.#close();
    this.#closedUpToMs += this.behind(storedUpToMs) * hourMs;
  }
}
