import { headers } from "@nats-io/nats-core";
import { deadLetterHeaders, deadLetterSubject, droppedLettersFilter, streams } from "@statwire/events";
import { askConnected, type EventLog } from "./connect.js";
import type { StoredMessage } from "./stored-message.js";

export interface SetAside {
  /** Stream that holds the message, and who could not process it. */
  stream: string;
  consumer: string;
  /** Tells sequences of a recreated stream from those of the one before it. */
  generation?: number;
  message: StoredMessage;
  reason: string;
  /** Unix milliseconds. */
  failedAtMs: number;
}

/**
 * Keeps a message that cannot be processed: its bytes as they are, its headers, and those of `deadLetterHeaders` that
 * say where it came from and why. Publishing it again within an hour changes nothing.
 * @throws when the log does not store it.
 */
export async function publishDeadLetter(log: EventLog, letter: SetAside): Promise<void> {
  const { stream, consumer, generation = 0, message, reason, failedAtMs } = letter;
  const { subject, sequence } = message;
  const own = deadLetterHeaders({ subject, sequence, reason, failedAtMs });
  const copy = headers();
  for (const name of message.headers?.keys() ?? []) {
    // The server acts on headers of its own, and ours must not be a sender's: both are kept under another name.
    const kept = /^(nats-|statwire-)/i.test(name) ? `original-${name}` : name;
    for (const value of message.headers?.values(name) ?? []) copy.append(kept, value);
  }
  for (const [name, value] of Object.entries(own)) copy.set(name, value);
  await log.jetstream.publish(deadLetterSubject(stream, consumer), message.payload, {
    headers: copy,
    msgID: `${stream}.${generation}:${sequence}:${consumer}`,
  });
}

/**
 * How many letters were announced as given up for room, as far back as INTEGRITY goes.
 * @throws StreamNotFoundError, or when the log does not answer.
 */
export async function countDroppedLetters(log: EventLog): Promise<number> {
  const options = { subjects_filter: droppedLettersFilter };
  const { state } = await askConnected(log, () => log.manager.streams.info(streams.INTEGRITY.name, options));
  return Object.values(state.subjects ?? {}).reduce((sum, count) => sum + count, 0);
}
