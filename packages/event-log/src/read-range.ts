import type { EventLog } from "./connect.js";
import { consumeOrdered, pendingDefault } from "./ordered-consumer.js";
import type { StoredMessage } from "./stored-message.js";

/** A range of a stream, and what ends the reading of it. */
export interface StreamRange {
  stream: string;
  first: number;
  last: number;
  signal: AbortSignal;
}

/**
 * Reads the messages with sequences from `first` to `last`, in order; those that the stream has dropped are left out.
 * Waits for ever for the log.
 * @throws the signal's reason when it aborts.
 */
export async function readRange(log: EventLog, range: StreamRange): Promise<StoredMessage[]> {
  const found: StoredMessage[] = [];
  for await (const message of messagesIn(log, range)) found.push(message);
  return found;
}

/** The same, one message after the other: for whoever keeps less of them than they take. */
export async function* messagesIn(
  log: EventLog,
  { stream, first, last, signal }: StreamRange,
): AsyncGenerator<StoredMessage> {
  const finished = new AbortController();
  const consumer = consumeOrdered(log, {
    stream,
    start: { sequence: first },
    // Not more than the range: for one message, one is asked for.
    pendingMax: {
      messages: Math.min(pendingDefault.messages, Math.max(1, last - first + 1)),
      bytes: pendingDefault.bytes,
    },
    signal: AbortSignal.any([signal, finished.signal]),
  });
  try {
    for (;;) {
      const delivery = await consumer.next(60_000);
      signal.throwIfAborted();
      if (delivery === undefined) continue;
      for (const message of delivery.messages) {
        if (message.sequence >= first && message.sequence <= last) yield message;
      }
      // The end of the stream counts too: the range's last messages may be gone.
      if ((delivery.messages.at(-1)?.sequence ?? 0) >= last || delivery.pending === 0) return;
    }
  } finally {
    finished.abort();
  }
}
