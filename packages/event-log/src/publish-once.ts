import { headers } from "@nats-io/nats-core";
import { askConnected, type EventLog } from "./connect.js";
import { toMessage } from "./one-message.js";
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

/** Whose last message is on its way, or has moved on, is asked again so often. */
const attemptsMax = 5;

/**
 * Publishes the one message that a subject of a stream takes since a moment (Unix milliseconds, by the log's clock);
 * again, whenever, changes nothing while the stream keeps it. One that is older was of something else of the same name.
 * @throws when the log does not store it.
 */
export async function publishOnceSince(
  log: EventLog,
  message: IdentifiedMessage,
  { stream, sinceMs }: { stream: string; sinceMs: number },
): Promise<void> {
  const headers = headersOf(message);
  for (let attempt = 1, lastSubjectSequence = 0; ; attempt += 1) {
    try {
      await log.jetstream.publish(message.subject, message.payload, { headers, expect: { lastSubjectSequence } });
      return;
    } catch (error) {
      if (toNotStored(error).kind !== "conflict" || attempt === attemptsMax) throw error;
    }
    const query = { last_by_subj: message.subject };
    const last = toMessage(await askConnected(log, () => log.manager.streams.getMessage(stream, query)));
    if (last !== undefined && last.storedAtMs >= sinceMs) return;
    lastSubjectSequence = last?.sequence ?? 0;
  }
}

function headersOf(message: IdentifiedMessage) {
  const own = headers();
  for (const [name, value] of Object.entries(message.headers)) own.set(name, value);
  return own;
}
