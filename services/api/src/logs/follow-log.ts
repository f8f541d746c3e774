import { type EventLog, followSubject, type LiveMessage } from "@statwire/event-log";
import { decodeLogLinesRead, logSubject, walkFrames } from "@statwire/events";
import { type LogEvent, type LogName, toLogEvent } from "@statwire/snapshot-store";

/**
 * Hears the events of a log live, on the bus; nothing while that is not connected. Returns what ends it. A message that
 * is no event is left out: those who store it complain.
 */
export function followLog(log: EventLog | undefined, name: LogName, onEvent: (event: LogEvent) => void): () => void {
  if (log === undefined) return () => undefined;
  return followSubject(log, logSubject(name), (message) => {
    for (const event of eventsOf(name, message)) onEvent(event);
  });
}

function eventsOf(name: LogName, { payload }: LiveMessage): LogEvent[] {
  const events: LogEvent[] = [];
  try {
    walkFrames(payload, (start, end) =>
      events.push(toLogEvent(name, decodeLogLinesRead(payload.subarray(start, end)))),
    );
  } catch {
    // Frames, protobuf or numbers that are none; nothing else is tried here.
  }
  return events;
}
