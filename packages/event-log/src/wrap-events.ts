import {
  type EventAddress,
  type EventKind,
  FrameError,
  type LandedBatch,
  parseEventSubject,
  walkFrames,
} from "@statwire/events";
import { isLogAnswer, type StoredMessage } from "./stored-message.js";
import { type WrapMessage, WrappedMessages } from "./wrapped-messages.js";

/**
 * Wraps the events of messages without reading them: identity comes from the subject, times from the stream.
 * @param kinds the kinds of events that belong in the stream; others cannot be read
 */
export function eventWrapper<Kind extends EventKind>(kinds: readonly Kind[]): WrapMessage<Kind> {
  // A node's subjects come again and again.
  const addresses = new Map<string, EventAddress | undefined>();
  const isWanted = (kind: EventKind): kind is Kind => (kinds as readonly EventKind[]).includes(kind);
  return (message, rowsOf) => {
    const { subject } = message;
    if (!addresses.has(subject)) addresses.set(subject, parseEventSubject(subject));
    const address = addresses.get(subject);
    if (address === undefined || !isWanted(address.kind)) return `no kind of event has the subject ${subject}`;
    if (isLogAnswer(message)) return "sent by the log in answer to a request, not published by the node";
    return rowsOf(address.kind).append(message, (batch) => appendFrames(batch, address, message));
  };
}

/** Wraps some messages of events at once. */
export function wrapEvents<Kind extends EventKind>(
  messages: Iterable<StoredMessage>,
  kinds: readonly Kind[],
): WrappedMessages<Kind> {
  const wrapped = new WrappedMessages(eventWrapper(kinds));
  for (const message of messages) wrapped.add(message);
  return wrapped;
}

function appendFrames(
  batch: LandedBatch,
  { workspace, node, family }: EventAddress,
  { sequence, storedAtMs, payload }: StoredMessage,
): string | undefined {
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
