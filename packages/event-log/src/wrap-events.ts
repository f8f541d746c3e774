import {
  type EventAddress,
  type EventKind,
  FrameError,
  LandedBatch,
  parseEventSubject,
  walkFrames,
} from "@statwire/events";
import { isLogAnswer, type StoredMessage } from "./stored-message.js";

/** The events of one kind in some messages, and the messages that they came in. */
export interface WrappedEvents {
  batch: LandedBatch;
  messages: StoredMessage[];
}

/**
 * Wraps every event of the messages that can be read, without reading it. The same messages give the same bytes at any
 * time: identity comes from the subject, times from the stream.
 * @param kinds the kinds of events that belong in the stream; others cannot be read
 */
export function wrapEvents(
  messages: readonly StoredMessage[],
  kinds: readonly EventKind[],
): { byKind: Map<EventKind, WrappedEvents>; unreadable: { message: StoredMessage; reason: string }[] } {
  const byKind = new Map<EventKind, WrappedEvents>();
  const unreadable: { message: StoredMessage; reason: string }[] = [];
  // A node's subjects come again and again.
  const addresses = new Map<string, EventAddress | undefined>();
  for (const message of messages) {
    const { subject } = message;
    if (!addresses.has(subject)) addresses.set(subject, parseEventSubject(subject));
    const address = addresses.get(subject);
    if (address === undefined || !kinds.includes(address.kind)) {
      unreadable.push({ message, reason: `no kind of event has the subject ${subject}` });
      continue;
    }
    if (isLogAnswer(message)) {
      unreadable.push({ message, reason: "sent by the log in answer to a request, not published by the node" });
      continue;
    }
    const wrapped = byKind.get(address.kind) ?? { batch: new LandedBatch(), messages: [] };
    const fault = append(wrapped.batch, address, message);
    if (fault !== undefined) {
      unreadable.push({ message, reason: fault });
      continue;
    }
    wrapped.messages.push(message);
    byKind.set(address.kind, wrapped);
  }
  return { byKind, unreadable };
}

/** Why the payload is no sequence of events; then nothing of it is appended. */
function append(batch: LandedBatch, address: EventAddress, message: StoredMessage): string | undefined {
  const { workspace, node, family } = address;
  const { sequence, storedAtMs, payload } = message;
  const identity = { workspace, node, family, eventSeq: sequence, eventIndex: 0, receivedAtMs: storedAtMs };
  try {
    walkFrames(payload, (start, end) => {
      batch.append(identity, payload, start, end);
      identity.eventIndex += 1;
    });
    return undefined;
  } catch (error) {
    if (error instanceof FrameError) return error.message;
    throw error;
  }
}
