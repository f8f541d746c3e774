import type { RowContext } from "../row.js";
import type { Feed } from "./feed.js";
import { closeAll, historyState, requireStored, untilMerged, untilStored } from "./history-of-product.js";
import type { Pipeline } from "./pipeline.js";
import { between, type ProcessorTime, total } from "./processor-time.js";
import { Readings } from "./readings.js";
import { liveShape, writeRemotely } from "./remote-writer.js";
import type { ReadingFleet } from "./snapshot.js";
import type { Victoria } from "./victoria.js";

const hourMs = 3_600_000;
/** Readings of each node that are published to see what receiving costs. */
const receivingTicks = 40;
/** Readings of each node that are sent to the peer, and then the next are made. */
const ticksAtOnce = 10;

export interface Length {
  windows: number;
  windowSeconds: number;
}

/** A stretch of the time for which a side was kept busy. */
export interface Window {
  seconds: number;
  samples: number;
  time: ProcessorTime;
}

export interface Sustained<Of extends Window = Window> {
  windows: readonly Of[];
  /** After the last window, until nothing was left to be done: processor time, and samples that were stored only then. */
  rest: Omit<Window, "seconds">;
}

/** Also how many messages the log took from the publisher meanwhile. */
export interface OurWindow extends Window {
  received: number;
}

export interface OursSustained extends Sustained<OurWindow> {
  /** What the log takes for a message that is published, CPU-seconds. */
  receivingSeconds: number;
  closedHours: number;
  /** At the end of each window: whole hours that were stored and not closed. */
  hoursBehind: readonly number[];
  /** At the end of each window: active parts, and resident MiB of each process. */
  parts: readonly number[];
  memory: readonly string[];
}

/**
 * Samples a CPU-second of each window, what was left to be done afterwards, and stored, shared out over them by their samples: as
 * many samples and seconds in all as there were.
 */
export function windowRates({ windows, rest }: Sustained): number[] {
  const all = windows.reduce((sum, { samples }) => sum + samples, 0);
  return windows.map(({ samples, time }) => {
    const share = samples / all;
    return (samples + rest.samples * share) / (total(time) + total(rest.time) * share);
  });
}

/** The same from the log on: without what it takes for receiving. */
export function fromLog({ windows, rest, receivingSeconds }: OursSustained): Sustained {
  const without = ({ time, received }: OurWindow) => ({
    ...time,
    "nats-server": (time["nats-server"] ?? 0) - received * receivingSeconds,
  });
  return { windows: windows.map((window) => ({ ...window, time: without(window) })), rest };
}

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

/**
 * Sends the readings of a fleet to VictoriaMetrics one snapshot a request, for all windows, and waits until it has merged
 * what it merges by itself.
 * @throws when it does not hold every sample in the end
 */
export async function sustainVictoria(
  victoria: Victoria,
  { fleet, firstAtMs, windows: count, windowSeconds }: Length & { fleet: ReadingFleet; firstAtMs: number },
  { signal, tell }: RowContext,
): Promise<Sustained> {
  const { nodes, intervalMs } = fleet.options;
  const windows: Window[] = [];
  const beganMs = performance.now();
  const secondsNow = () => (performance.now() - beganMs) / 1e3;
  let [ticks, sent, before, beforeSeconds] = [0, 0, victoria.time(), 0];
  for (let window = 1; window <= count; window += 1) {
    let samples = 0;
    while (secondsNow() < window * windowSeconds) {
      signal.throwIfAborted();
      const readings = readingsOf(fleet, firstAtMs + ticks * intervalMs);
      await writeRemotely(victoria.port, readings, liveShape);
      samples += readings.samples;
      ticks += ticksAtOnce;
    }
    const [time, seconds] = [victoria.time(), secondsNow()];
    windows.push({ seconds: seconds - beforeSeconds, samples, time: between(before, time) });
    [before, beforeSeconds] = [time, seconds];
    sent += samples;
    tell(`${window} of ${count}: VictoriaMetrics was sent ${sent / nodes} samples a node`);
  }
  await victoria.settle(signal);
  const rest = { samples: 0, time: between(before, victoria.time()) };
  const found = await victoria.samples();
  if (found !== sent) throw new Error(`VictoriaMetrics holds ${found} samples, ${sent} were sent`);
  return { windows, rest };
}

function readingsOf(fleet: ReadingFleet, firstAtMs: number): Readings {
  const { nodes, intervalMs } = fleet.options;
  let kept: Readings | undefined;
  for (let tick = 0; tick < ticksAtOnce; tick += 1) {
    for (const reading of fleet.read(firstAtMs + tick * intervalMs)) {
      kept ??= new Readings(reading, { nodes, ticks: ticksAtOnce, firstAtMs, intervalMs });
      kept.keep(reading);
    }
  }
  if (kept === undefined) throw new Error("no reading");
  return kept;
}
