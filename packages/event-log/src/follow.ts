import type { EventLog } from "./connect.js";
import { isLogAnswer, type StoredMessage } from "./stored-message.js";

/** A message as it was published, whether or not a stream stores it. */
export type LiveMessage = Pick<StoredMessage, "subject" | "payload" | "headers">;

/**
 * Hears what is published on a subject from now on (core NATS). At most once: what is published while the connection is
 * away is missed, and a message that its stream refuses is heard all the same. Answers of the log itself are left out.
 * Survives reconnections. Returns what ends it.
 */
export function followSubject(log: EventLog, subject: string, onMessage: (message: LiveMessage) => void): () => void {
  const subscription = log.connection.subscribe(subject, {
    callback: (error, message) => {
      if (error !== null) return log.log.error({ err: error, subject }, "messages cannot be received");
      const live = { subject: message.subject, payload: message.data, headers: message.headers };
      if (!isLogAnswer(live)) onMessage(live);
    },
  });
  return () => subscription.unsubscribe();
}
