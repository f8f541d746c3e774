import type { StoredMsg } from "@nats-io/jetstream";
import { streams } from "@statwire/events";
import { askConnected, type EventLog } from "./connect.js";
import type { StoredMessage } from "./stored-message.js";

/** The message with a sequence, undefined when the stream does not have it. @throws when the log does not answer. */
export async function messageAt(log: EventLog, stream: string, sequence: number): Promise<StoredMessage | undefined> {
  return toMessage(await askConnected(log, () => log.manager.direct.getMessage(stream, { seq: sequence })));
}

/** The first message from a sequence on, undefined after the stream's end. @throws when the log does not answer. */
export async function messageFrom(log: EventLog, stream: string, sequence: number): Promise<StoredMessage | undefined> {
  const query = { seq: sequence, next_by_subj: ">" };
  return toMessage(await askConnected(log, () => log.manager.direct.getMessage(stream, query)));
}

/** Takes a dead letter away, for good; false when it was gone already. @throws when the log does not answer. */
export async function deleteDeadLetter(log: EventLog, sequence: number): Promise<boolean> {
  // Without erasing: overwriting the bytes first is slow, and what was once readable to every operator is no secret.
  const deleting = () => log.manager.streams.deleteMessage(streams.DEAD_LETTERS.name, sequence, false);
  if ((await messageAt(log, streams.DEAD_LETTERS.name, sequence)) === undefined) return false;
  return askConnected(log, deleting);
}

/** A message as the library answers it. */
export function toMessage(found: StoredMsg | null): StoredMessage | undefined {
  if (found === null) return undefined;
  const { subject, seq, time, data, header } = found;
  return { subject, sequence: seq, storedAtMs: time.getTime(), payload: data, headers: header };
}
