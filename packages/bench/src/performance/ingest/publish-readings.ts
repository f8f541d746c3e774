import { waitFor } from "@statwire/running-product";
import type { LogOfProduct } from "./log-of-product.js";
import { Readings } from "./readings.js";
import type { ReadingFleet } from "./snapshot.js";

export interface Stretch {
  firstAtMs: number;
  ticks: number;
  /** Consecutive readings of a node in one message: more than one travel on the backlog lane. */
  perMessage: number;
}

/**
 * Publishes a stretch of time of a fleet, and keeps its numbers.
 * @returns when the log has stored all of it
 */
export async function publishReadings(
  log: LogOfProduct,
  fleet: ReadingFleet,
  { firstAtMs, ticks, perMessage }: Stretch,
  signal: AbortSignal,
): Promise<Readings> {
  const { nodes, intervalMs } = fleet.options;
  const before = await log.lastSequence();
  const lane = perMessage === 1 ? "live" : "backlog";
  const waiting: object[][] = Array.from({ length: nodes }, () => []);
  let kept: Readings | undefined;
  for (let tick = 0; tick < ticks; tick += 1) {
    signal.throwIfAborted();
    const atMs = firstAtMs + tick * intervalMs;
    let node = 0;
    for (const reading of fleet.read(atMs)) {
      kept ??= new Readings(reading, { nodes, ticks, firstAtMs, intervalMs });
      kept.keep(reading);
      const readings = waiting[node] ?? [];
      readings.push(reading);
      if (readings.length >= perMessage || tick === ticks - 1) {
        const earlier = readings.length - 1;
        const first = { firstSequence: fleet.sequence - earlier, observedAtMs: atMs - earlier * intervalMs };
        const answered = log.publish({ node, lane, ...first, readings: readings.splice(0) });
        if (answered !== undefined) await answered;
      }
      node += 1;
    }
  }
  const messages = nodes * Math.ceil(ticks / perMessage);
  let stored = 0;
  const isStored = async () => {
    stored = (await log.lastSequence()) - before;
    return stored >= messages;
  };
  await waitFor(isStored, 30_000, () => `the log has stored ${stored} of ${messages} messages`);
  if (kept === undefined) throw new Error("no reading");
  return kept;
}
