import { type Product, readStream } from "@statwire/running-product";
import type { Truth } from "./truth.js";

const readStreams = [
  { stream: "TELEMETRY", filter: "telemetry.v1.default.>" },
  { stream: "LOGS", filter: "logs.v1.default.>" },
] as const;

/** Reads what the log has taken since the last time, as a third party would. */
export async function readOn(product: Product, truth: Truth): Promise<void> {
  for (const { stream, filter } of readStreams) {
    await readStream(product, { stream, filter, from: truth.position[stream] + 1 }, ({ subject, seq, data }) =>
      truth.take(stream, { subject, sequence: seq, data }),
    );
  }
}
