import { isLogAnswer, type StoredMessage } from "@statwire/event-log";
import {
  decodeHostSampled,
  decodeInventoryObserved,
  decodeLogLinesRead,
  eventKindOf,
  FrameError,
  parseLogSubject,
  parseTelemetrySubject,
  type TelemetrySubject,
  walkFrames,
} from "@statwire/events";
import { type LogEvent, type NodeEvent, toHostEvent, toInventoryEvent, toLogEvent } from "@statwire/snapshot-store";

export interface Decoded<Event> {
  events: Event[];
  /** Why something of the message could not be decoded, once for each event or for the message as a whole. */
  problems: string[];
}

type Message = Pick<StoredMessage, "subject" | "payload" | "headers">;

/** The events of a message. What cannot be decoded is a reason, never an exception; the rest is still folded. */
export function decodeMessage(message: Message): Decoded<NodeEvent> {
  const parts = parseTelemetrySubject(message.subject);
  return decodeFrames(message, parts && ((bytes) => decodeEvent(parts, bytes)));
}

/** The same of a message that holds lines of a log. */
export function decodeLogMessage(message: Message): Decoded<LogEvent> {
  const name = parseLogSubject(message.subject);
  return decodeFrames(message, name && ((bytes) => toLogEvent(name, decodeLogLinesRead(bytes))));
}

/** `decode` is undefined where the subject is none. */
function decodeFrames<Event>(message: Message, decode: ((bytes: Uint8Array) => Event) | undefined): Decoded<Event> {
  const { payload } = message;
  if (decode === undefined) return { events: [], problems: ["no subject of this version"] };
  if (isLogAnswer(message)) return { events: [], problems: ["an answer of the log, not an event of the node"] };
  const decoded: Decoded<Event> = { events: [], problems: [] };
  try {
    walkFrames(payload, (start, end) => {
      try {
        decoded.events.push(decode(payload.subarray(start, end)));
      } catch (error) {
        decoded.problems.push(reasonOf(error));
      }
    });
  } catch (error) {
    if (!(error instanceof FrameError)) throw error;
    decoded.problems.push(error.message);
  }
  return decoded;
}

function decodeEvent(parts: TelemetrySubject, bytes: Uint8Array): NodeEvent {
  return eventKindOf(parts.family) === "inventory"
    ? toInventoryEvent(parts, parts.family, decodeInventoryObserved(bytes))
    : toHostEvent(parts, parts.family, decodeHostSampled(bytes));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
