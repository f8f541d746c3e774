import { headers } from "@nats-io/nats-core";
import type { EventLog } from "./connect.js";
import type { StoredMessage } from "./stored-message.js";

/** Subjects of what is delivered again: `replay.v1.<original subject>`. No stream takes them. */
export const replayPrefix = "replay.v1.";

/**
 * Delivers a stored message once more, on core NATS under `replay.v1.`: to whoever listens now, and into no stream. Its
 * bytes and its own headers are as they were; `statwire-replay-of` says `<stream>:<sequence>` and
 * `statwire-replay-stored-at` when it was stored.
 */
export function deliverAgain(log: EventLog, stream: string, message: StoredMessage): void {
  const copy = headers();
  for (const name of message.headers?.keys() ?? []) {
    // The server acts on headers of its own.
    if (/^nats-/i.test(name)) continue;
    for (const value of message.headers?.values(name) ?? []) copy.append(name, value);
  }
  copy.set("statwire-replay-of", `${stream}:${message.sequence}`);
  copy.set("statwire-replay-stored-at", new Date(message.storedAtMs).toISOString());
  log.connection.publish(`${replayPrefix}${message.subject}`, message.payload, { headers: copy });
}

/** Waits until the server has got everything that was delivered. @throws when the connection is lost for good. */
export function allDelivered(log: EventLog): Promise<void> {
  return log.connection.flush();
}
