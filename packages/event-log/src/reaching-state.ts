import { sleep } from "@statwire/runtime";
import type { EventLog } from "./connect.js";
import { type StreamState, streamState } from "./stream-state.js";

/** A new leader has applied what its group had agreed on within a heartbeat of the group (a second) and one election. */
const patience = { forMs: 10_000, everyMs: 250 };

/**
 * What a stream holds now, of which `sequence` is known to have been acknowledged. A member of a cluster that has just
 * become its leader can say that it ends before: the one before it had acknowledged what this one has written down and
 * not applied yet. So there it is asked again for ten seconds until that is believed; a server that is alone is believed
 * at once.
 * @throws StreamNotFoundError, or when the log does not answer.
 */
export function reachingState(log: EventLog, stream: string, sequence: number): Promise<StreamState> {
  const isAlone = log.connection.info?.cluster === undefined;
  return untilItReaches(() => streamState(log, stream), sequence, isAlone ? { forMs: 0, everyMs: 0 } : patience);
}

/** Asks until the stream reaches the sequence, is another one, or has not for so long. */
export async function untilItReaches(
  ask: () => Promise<StreamState>,
  sequence: number,
  { forMs, everyMs }: { forMs: number; everyMs: number },
): Promise<StreamState> {
  const first = await ask();
  let state = first;
  for (let waitedMs = 0; waitedMs < forMs && state.lastSequence < sequence; waitedMs += everyMs) {
    await sleep(everyMs);
    state = await ask();
    if (state.created !== first.created) return state;
  }
  return state;
}
