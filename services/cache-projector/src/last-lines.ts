import { consumeOrdered, type Delivery, type EventLog } from "@statwire/event-log";
import { streams } from "@statwire/events";
import { lastLinesMax } from "@statwire/snapshot-store";
import { decodeLogMessage } from "./decode.js";
import type { LastMessage } from "./subject-replays.js";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * How far before a log's last message its last lines are looked for: each window when the one before it holds too few.
 * A log at a steady rate is so read at most some thirty times as much as is kept of it.
 */
const windowsMs = [second, 30 * second, 15 * minute, 8 * hour, Number.POSITIVE_INFINITY];

/** Little is asked for in vain when a window holds too few. */
const pendingMax = { messages: 200, bytes: 4 * 1024 ** 2 };

/**
 * Reads a log from a message on that is at least as many lines before its last one as are kept, or from its first
 * message that is still there; then what follows, until the signal aborts or the reader leaves.
 */
export async function* lastLinesOf(
  eventLog: EventLog,
  last: LastMessage,
  signal: AbortSignal,
): AsyncGenerator<Delivery> {
  for (const windowMs of windowsMs) {
    const left = new AbortController();
    try {
      let isEnough = windowMs === windowsMs.at(-1);
      for await (const delivery of consumeOrdered(eventLog, {
        stream: streams.LOGS.name,
        filter: last.subject,
        start: { timeMs: Math.max(0, last.storedAtMs - windowMs) },
        signal: AbortSignal.any([signal, left.signal]),
        pendingMax,
      })) {
        isEnough ||= reachesBack(delivery, last);
        if (!isEnough) break;
        yield delivery;
      }
      if (isEnough) return;
    } finally {
      left.abort();
    }
  }
}

/** Whether what begins with this delivery holds all lines that are kept. Of a log that says nothing the last is all. */
function reachesBack({ messages }: Delivery, last: LastMessage): boolean {
  const end = decodeLogMessage(last).events.at(-1);
  const begin = messages.flatMap((message) => decodeLogMessage(message).events)[0];
  if (end === undefined || begin === undefined) return true;
  return begin.firstLine === 1 || begin.firstLine > end.totalLines || end.totalLines - begin.firstLine >= lastLinesMax;
}
