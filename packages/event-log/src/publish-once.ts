import { headers } from "@nats-io/nats-core";
import type { EventLog } from "./connect.js";
import { toNotStored } from "./publish-outcome.js";

/** A message of a subject that has no lane, told from others by its `ce-id`. */
export interface IdentifiedMessage {
  subject: string;
  payload: Uint8Array;
  /** CloudEvents headers. */
  headers: Readonly<Record<string, string>>;
}

/**
 * Publishes into the stream of the subject; the same `ce-id` again within the stream's window for duplicates changes
 * nothing.
 * @throws when the log does not store it.
 */
export async function publishOnce(log: EventLog, message: IdentifiedMessage): Promise<void> {
  const msgID = message.headers["ce-id"];
  if (msgID === undefined) throw new Error(`message on ${message.subject} without a ce-id`);
  await log.jetstream.publish(message.subject, message.payload, { headers: headersOf(message), msgID });
}

/**
 * Publishes the first message of a subject that takes one; again, whenever, changes nothing while the stream keeps it.
 * @throws when the log does not store it.
 */
export async function publishFirst(log: EventLog, message: IdentifiedMessage): Promise<void> {
  try {
    const options = { headers: headersOf(message), expect: { lastSubjectSequence: 0 } };
    await log.jetstream.publish(message.subject, message.payload, options);
  } catch (error) {
    if (toNotStored(error).kind !== "conflict") throw error;
  }
}

function headersOf(message: IdentifiedMessage) {
  const own = headers();
  for (const [name, value] of Object.entries(message.headers)) own.set(name, value);
  return own;
}
