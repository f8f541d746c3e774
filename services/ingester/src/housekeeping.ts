import type { EventLog } from "@statwire/event-log";
import { firstSequenceSince, purgeBefore, type StreamState } from "@statwire/event-log";
import {
  closeDay,
  closeHour,
  closeMonth,
  daysToClose,
  type History,
  hoursToClose,
  monthsToClose,
} from "@statwire/history-store";
import type { Logger } from "@statwire/runtime";
import type { AroundFaultPoint } from "./fault-points.js";

/** A stream fuller than this share of its bytes is relieved of what every required reader has. */
const fullShare = 0.7;
/** Never purged, however full: collectors settle unknown outcomes against the last messages. */
const keptMs = 600_000;
/** Months closed at once: the next hours wait for them. After an upgrade all that have passed are due. */
const monthsMax = 1;

export interface ClosePosition {
  committedSeq: number;
  receivedUpToMs: number;
}

/** Closes every hour and day that is due, and then one month. Each is recorded when it is done, so a kill in between costs a repeat. */
export async function closeDue(
  history: History,
  position: ClosePosition,
  options: { graceMs: number; nowMs: number; around: AroundFaultPoint; signal: AbortSignal; log: Logger },
): Promise<number> {
  let closed = 0;
  for (const hour of await hoursToClose(history, position, options)) {
    if (options.signal.aborted) return closed;
    await options.around("close", () => closeHour(history, hour));
    options.log.info(
      { hour: new Date(hour.hourMs).toISOString(), version: hour.version, nodes: hour.nodes?.length },
      "hour closed",
    );
    closed += 1;
  }
  for (const day of await daysToClose(history, options.nowMs)) {
    if (options.signal.aborted) return closed;
    await options.around("close", () => closeDay(history, day));
    options.log.info({ day: new Date(day.dayMs).toISOString(), version: day.version }, "day closed");
    closed += 1;
  }
  for (const month of await monthsToClose(history, { nowMs: options.nowMs, monthsMax })) {
    if (options.signal.aborted) return closed;
    await options.around("close", () => closeMonth(history, month));
    options.log.info({ month: new Date(month.monthMs).toISOString(), version: month.version }, "month closed");
    closed += 1;
  }
  return closed;
}

/** Makes room in a stream that fills up: purges what is committed and older than ten minutes. Answers how many messages. */
export async function relieve(
  eventLog: EventLog,
  stream: string,
  state: StreamState,
  options: { committed: number; nowMs: number },
): Promise<number> {
  if (state.bytesMax <= 0 || state.bytes < state.bytesMax * fullShare) return 0;
  const recent = await firstSequenceSince(eventLog, stream, options.nowMs - keptMs);
  const before = Math.min(options.committed + 1, recent);
  return before > state.firstSequence ? purgeBefore(eventLog, stream, before) : 0;
}
