import { headers } from "@nats-io/nats-core";
import type { EventLog } from "./connect.js";

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
  const messageHeaders = headers();
  for (const [name, value] of Object.entries(message.headers)) messageHeaders.set(name, value);
  const msgID = message.headers["ce-id"];
  if (msgID === undefined) throw new Error(`message on ${message.subject} without a ce-id`);
  await log.jetstream.publish(message.subject, message.payload, { headers: messageHeaders, msgID });
}
