import { messagesIn, streamState } from "@statwire/event-log";
import { readStream } from "@statwire/running-product";
import { sleep } from "@statwire/runtime";
import type { Workload } from "../load/workload.js";
import { type LogMessage, type Truth, type TruthStream, truthStreams } from "./truth.js";

/** Sequence of the last message of each stream. */
export type LogEnd = Record<TruthStream, number>;

/** The server knows of messages that it does not give. */
export class LogUnreadableError extends Error {
  override readonly name = "LogUnreadableError";
}

const againMs = 200;
const attemptsMax = 50;
const operatorReadsMs = 10_000;

/** Where each stream ends now. */
export async function endOf({ log }: Pick<Workload, "log">): Promise<LogEnd> {
  const states = await Promise.all(truthStreams.map((stream) => streamState(log, stream)));
  return Object.fromEntries(truthStreams.map((stream, index) => [stream, states[index]?.lastSequence ?? 0])) as LogEnd;
}

/**
 * Reads what the log has taken since the last time, up to its end, as a third party would. How many messages are
 * still to come is what a server that was just started does not always know, so it is asked until the end is there.
 * @throws LogUnreadableError when it is not after ten seconds; and when the log does not answer.
 */
export async function readOn(workload: Workload, truth: Truth, end: LogEnd): Promise<void> {
  for (const stream of truthStreams) {
    for (let attempt = 1; truth.position[stream] < end[stream]; attempt += 1) {
      const from = truth.position[stream] + 1;
      if (attempt > attemptsMax) throw new LogUnreadableError(`${stream} is not given from ${from} to ${end[stream]}`);
      if (attempt > 1) await sleep(againMs);
      await readPart(workload, { stream, from, to: end[stream] }, (message) => truth.take(stream, message));
    }
  }
}

const filters: Partial<Record<TruthStream, string>> = {
  TELEMETRY: "telemetry.v1.default.>",
  LOGS: "logs.v1.default.>",
  INTEGRITY: "integrity.v1.default.>",
};

async function readPart(
  { product, log }: Workload,
  { stream, from, to }: { stream: TruthStream; from: number; to: number },
  take: (message: LogMessage) => void,
): Promise<void> {
  const filter = filters[stream];
  if (filter !== undefined) {
    await readStream(product, { stream, filter, from, to }, ({ subject, seq, data, info }) =>
      take({ subject, sequence: seq, data, storedAtMs: Math.floor(info.timestampNanos / 1e6) }),
    );
    return;
  }
  // Only an operator may read the configuration and the audit.
  const range = { stream, first: from, last: to, signal: AbortSignal.timeout(operatorReadsMs) };
  for await (const { payload, ...message } of messagesIn(log, range)) take({ ...message, data: payload });
}
