import { isLogAnswer, type StoredMessage } from "@statwire/event-log";
import {
  decodeCollectorConfigured,
  decodeHostSampled,
  decodeInventoryObserved,
  decodeLogLinesRead,
  type EventKind,
  eventKindOf,
  FrameError,
  parseLogSubject,
  parseTelemetrySubject,
  type TelemetrySubject,
  walkFrames,
} from "@statwire/events";
import {
  type LogEvent,
  type NodeEvent,
  toConfigurationEvent,
  toHostEvent,
  toInventoryEvent,
  toLogEvent,
} from "@statwire/snapshot-store";

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

type Decoders = Record<
  Exclude<EventKind, "log" | "integrity" | "dropped">,
  (node: TelemetrySubject, bytes: Uint8Array) => NodeEvent
>;

const hostDecoder: Decoders["host"] = (node, bytes) => toHostEvent(node, node.family, decodeHostSampled(bytes));

const decoders: Decoders = {
  host: hostDecoder,
  survey: hostDecoder,
  inventory: (node, bytes) => toInventoryEvent(node, node.family, decodeInventoryObserved(bytes)),
  configuration: (node, bytes) => toConfigurationEvent(node, node.family, decodeCollectorConfigured(bytes)),
};

function decodeEvent(parts: TelemetrySubject, bytes: Uint8Array): NodeEvent {
  const kind = eventKindOf(parts.family);
  if (kind === undefined || kind === "log" || kind === "integrity" || kind === "dropped")
    throw new Error(`no family of a node's state: ${parts.family}`);
  return decoders[kind](parts, bytes);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
