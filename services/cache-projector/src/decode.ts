import { isLogAnswer, type StoredMessage } from "@statwire/event-log";
import {
  decodeHostSampled,
  decodeInventoryObserved,
  eventKindOf,
  FrameError,
  parseTelemetrySubject,
  type TelemetrySubject,
  walkFrames,
} from "@statwire/events";
import { type NodeEvent, toHostEvent, toInventoryEvent } from "@statwire/snapshot-store";

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

function decodeEvent(parts: TelemetrySubject, bytes: Uint8Array): NodeEvent {
  return eventKindOf(parts.family) === "inventory"
    ? toInventoryEvent(parts, parts.family, decodeInventoryObserved(bytes))
    : toHostEvent(parts, parts.family, decodeHostSampled(bytes));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
