import { type Product, readStream } from "@statwire/running-product";
import { sleep } from "@statwire/runtime";
import type { Truth } from "./truth.js";

const readStreams = [
  { stream: "TELEMETRY", filter: "telemetry.v1.default.>" },
  { stream: "LOGS", filter: "logs.v1.default.>" },
] as const;

/** Sequence of the last message of each stream. */
export type LogEnd = Record<(typeof readStreams)[number]["stream"], number>;

const againMs = 200;
const attemptsMax = 50;

/**
 * Reads what the log has taken since the last time, up to its end, as a third party would. How many messages are
 * still to come is what a server that was just started does not always know, so it is asked until the end is there.
 * @throws when it is not after ten seconds.
 */
export async function readOn(product: Product, truth: Truth, end: LogEnd): Promise<void> {
  for (const { stream, filter } of readStreams) {
    for (let attempt = 1; truth.position[stream] < end[stream]; attempt += 1) {
      const from = truth.position[stream] + 1;
      if (attempt > attemptsMax) throw new Error(`${stream} cannot be read from ${from} to ${end[stream]}`);
      if (attempt > 1) await sleep(againMs);
      await readStream(product, { stream, filter, from, to: end[stream] }, ({ subject, seq, data, info }) =>
        truth.take(stream, { subject, sequence: seq, data, storedAtMs: Math.floor(info.timestampNanos / 1e6) }),
      );
    }
  }
}
