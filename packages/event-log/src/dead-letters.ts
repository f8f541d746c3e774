import { headers } from "@nats-io/nats-core";
import { deadLetterSubject } from "@statwire/events";
import type { EventLog } from "./connect.js";
import type { StoredMessage } from "./stored-message.js";

export interface DeadLetter {
  /** Stream that holds the message, and who could not process it. */
  stream: string;
  consumer: string;
  /** Tells sequences of a recreated stream from those of the one before it. */
  generation?: number;
  message: StoredMessage;
  reason: string;
}

const reasonLengthMax = 1_000;

/**
 * Keeps a message that cannot be processed: its bytes as they are, its headers, and `Statwire-…` headers that say
 * where it came from and why. Publishing it again within an hour changes nothing.
 * @throws when the log does not store it.
 */
export async function publishDeadLetter(log: EventLog, letter: DeadLetter): Promise<void> {
  const { stream, consumer, generation = 0, message, reason } = letter;
  const copy = headers();
  for (const name of message.headers?.keys() ?? []) {
    // The server acts on headers of its own, so those of the first publish are kept under another name.
    const kept = /^(nats-|statwire-)/i.test(name) ? `Original-${name}` : name;
    for (const value of message.headers?.values(name) ?? []) copy.append(kept, value);
  }
  copy.set("Statwire-Stream", stream);
  copy.set("Statwire-Subject", message.subject);
  copy.set("Statwire-Sequence", String(message.sequence));
  copy.set("Statwire-Stored-At", new Date(message.storedAtMs).toISOString());
  copy.set("Statwire-Reason", oneLine(reason));
  await log.jetstream.publish(deadLetterSubject(stream, consumer), message.payload, {
    headers: copy,
    msgID: `${stream}.${generation}:${message.sequence}:${consumer}`,
  });
}

/** Header values end with the line. */
function oneLine(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]+/g, " ").slice(0, reasonLengthMax);
}
