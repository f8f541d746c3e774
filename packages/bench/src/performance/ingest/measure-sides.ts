import { closeAll, untilMerged, untilStored } from "./history-of-product.js";
import type { Pipeline } from "./pipeline.js";
import { between, type ProcessorTime } from "./processor-time.js";
import { publishReadings, type Stretch } from "./publish-readings.js";
import type { Readings } from "./readings.js";
import { type RequestShape, writeRemotely } from "./remote-writer.js";
import type { ReadingFleet } from "./snapshot.js";
import type { Victoria } from "./victoria.js";

/** CPU-seconds of one side of a round. */
export interface Side {
  /** For which they were taken. */
  samples: number;
  /** Until everything can be counted (ours), or the last request was answered (the peer). */
  stored: ProcessorTime;
  /** Until, besides, nothing is left to be done: hours closed, merges over, everything in files. */
  settled: ProcessorTime;
  /** From the beginning until then, by the clock. */
  storedSeconds: number;
  settledSeconds: number;
}

export interface OurRound extends Side {
  readings: Readings;
  /** Of the first message in the log. */
  firstSequence: number;
  closedHours: number;
  /** Share of the messages that the ingester had taken before it went on. */
  taken: number;
  /** Highest resident MiB of each process, looked at when it was stored and when it was settled. */
  memory: Record<string, number>;
}

/**
 * Publishes a stretch while the ingester is held back, lets it go on, and waits until everything is stored, closed and
 * merged. What publishing costs does not count. The ingester has taken some messages into its memory meanwhile: the time
 * that it and the log then need for the others is counted as if it had been needed for those, too, at the same rate.
 * @param earlier readings that the history holds already
 */
export async function measureOurs(
  pipeline: Pipeline,
  { fleet, stretch, earlier }: { fleet: ReadingFleet; stretch: Stretch; earlier: readonly Readings[] },
  signal: AbortSignal,
): Promise<OurRound> {
  const { log, history } = pipeline;
  const lastBefore = await log.lastSequence();
  const { readings, taken, before, beganMs } = await log.whileHeld(signal, async () => ({
    readings: await publishReadings(log, fleet, stretch, signal),
    taken: Math.max(0, (await log.delivered()) - lastBefore),
    before: pipeline.time(),
    beganMs: performance.now(),
  }));
  const messages = (await log.lastSequence()) - lastBefore;
  if (taken >= messages) throw new Error("the ingester had every message in its memory: more have to be published");
  const spent = () => timesFactor(between(before, pipeline.time()), messages / (messages - taken));
  const seconds = () => (performance.now() - beganMs) / 1e3;
  await untilStored(history, [...earlier, readings], signal);
  const stored = spent();
  const storedSeconds = seconds();
  const memoryStored = pipeline.memory();
  const closedHours = await closeAll(history, await log.lastSequence());
  await untilMerged(history, signal);
  const settled = spent();
  const memory = highest(memoryStored, pipeline.memory());
  const times = { stored, settled, storedSeconds, settledSeconds: seconds() };
  const { samples } = readings;
  return { ...times, samples, readings, firstSequence: lastBefore + 1, closedHours, memory, taken: taken / messages };
}

/** Sends the same readings to VictoriaMetrics, and waits until it has merged them. @param earlier samples that it holds already */
export async function measureVictoria(
  victoria: Victoria,
  { readings, shape, earlier }: { readings: Readings; shape: RequestShape; earlier: number },
  signal: AbortSignal,
): Promise<Side> {
  const before = victoria.time();
  const beganMs = performance.now();
  const seconds = () => (performance.now() - beganMs) / 1e3;
  await writeRemotely(victoria.port, readings, shape);
  const stored = between(before, victoria.time());
  const storedSeconds = seconds();
  await victoria.settle(signal);
  const settled = between(before, victoria.time());
  const settledSeconds = seconds();
  const [found, expected] = [await victoria.samples(), earlier + readings.samples];
  if (found !== expected) throw new Error(`VictoriaMetrics holds ${found} samples, ${expected} were sent`);
  return { samples: readings.samples, stored, settled, storedSeconds, settledSeconds };
}

/** For those who receive messages: the history is given all of them in the time that counts. */
function timesFactor(time: ProcessorTime, factor: number): ProcessorTime {
  const { ingester = 0, "nats-server": log = 0, ...others } = time;
  return { ingester: ingester * factor, ...others, "nats-server": log * factor };
}

function highest(one: Record<string, number>, other: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(one).map(([name, size]) => [name, Math.max(size, other[name] ?? 0)]));
}
