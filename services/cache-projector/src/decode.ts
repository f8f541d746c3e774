import { isLogAnswer, type StoredMessage } from "@statwire/event-log";
import {
  decodeCollectorConfigured,
  decodeHostSampled,
  decodeInventoryObserved,
  type EventKind,
  eventKindOf,
  FrameError,
  parseTelemetrySubject,
  type TelemetrySubject,
  walkFrames,
} from "@statwire/events";
import { type NodeEvent, toConfigurationEvent, toHostEvent, toInventoryEvent } from "@statwire/snapshot-store";

export interface Decoded {
  events: NodeEvent[];
  /** Why something of the message could not be decoded, once for each event or for the message as a whole. */
  problems: string[];
}

/** The events of a message. What cannot be decoded is a reason, never an exception; the rest is still folded. */
export function decodeMessage(message: Pick<StoredMessage, "subject" | "payload" | "headers">): Decoded {
  const { subject, payload } = message;
  const parts = parseTelemetrySubject(subject);
  if (parts === undefined) return { events: [], problems: ["no subject of this version"] };
  if (isLogAnswer(message)) return { events: [], problems: ["an answer of the log, not an event of the node"] };
  const decoded: Decoded = { events: [], problems: [] };
  try {
    walkFrames(payload, (start, end) => {
      try {
        decoded.events.push(decodeEvent(parts, payload.subarray(start, end)));
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

type Decoders = Record<Exclude<EventKind, "log">, (node: TelemetrySubject, bytes: Uint8Array) => NodeEvent>;

const hostDecoder: Decoders["host"] = (node, bytes) => toHostEvent(node, node.family, decodeHostSampled(bytes));

const decoders: Decoders = {
  host: hostDecoder,
  survey: hostDecoder,
  inventory: (node, bytes) => toInventoryEvent(node, node.family, decodeInventoryObserved(bytes)),
  configuration: (node, bytes) => toConfigurationEvent(node, node.family, decodeCollectorConfigured(bytes)),
};

function decodeEvent(parts: TelemetrySubject, bytes: Uint8Array): NodeEvent {
  const kind = eventKindOf(parts.family);
  if (kind === undefined || kind === "log") throw new Error(`no family of a node's state: ${parts.family}`);
  return decoders[kind](parts, bytes);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
