import type { EventLog } from "./connect.js";
import type { Start } from "./consumer-position.js";
import { consumeOrdered } from "./ordered-consumer.js";
import type { StoredMessage } from "./stored-message.js";
import { streamState } from "./stream-state.js";

/**
 * Reads what a stream holds now, in order, and ends there: messages that come meanwhile are left out, those that are
 * dropped meanwhile, too. Without holes otherwise, however long the log is away in between.
 * @throws StreamNotFoundError, when the log does not answer at the beginning, or the signal's reason when it aborts.
 */
export async function* scan(
  log: EventLog,
  { stream, filter, start, signal }: { stream: string; filter?: string; start: Start; signal: AbortSignal },
): AsyncGenerator<StoredMessage> {
  const { lastSequence } = await streamState(log, stream);
  const finished = new AbortController();
  const consumer = consumeOrdered(log, {
    stream,
    start,
    ...(filter === undefined ? {} : { filter }),
    signal: AbortSignal.any([signal, finished.signal]),
  });
  try {
    for (;;) {
      const delivery = await consumer.next(60_000);
      signal.throwIfAborted();
      if (delivery === undefined) continue;
      for (const message of delivery.messages) {
        if (message.sequence > lastSequence) return;
        yield message;
      }
      if (delivery.pending === 0) return;
    }
  } finally {
    finished.abort();
  }
}
