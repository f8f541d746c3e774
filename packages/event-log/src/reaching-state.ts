import { sleep } from "@statwire/runtime";
import type { EventLog } from "./connect.js";
import { type StreamState, streamState } from "./stream-state.js";

/** How long a stream that ends too early is asked again. */
export interface Patience {
  /** For so long in a row all replicas have to be current. */
  agreedForMs: number;
  /** Then it is believed anyway: a server may be gone for good. */
  forMs: number;
  everyMs: number;
}

/** A new leader has applied what its group had agreed on within a heartbeat of the group (a second) and one election. */
const patience: Patience = { agreedForMs: 10_000, forMs: 60_000, everyMs: 250 };
const none: Patience = { agreedForMs: 0, forMs: 0, everyMs: 0 };

/** What the asker knows, and what ends its waiting. */
export interface Asker {
  signal: AbortSignal;
  /** When the stream was made that is meant: of another one nothing is waited for. */
  created?: string | undefined;
}

/**
 * What a stream holds now, of which `sequence` is known to have been acknowledged. A member of a cluster that has just
 * become its leader can say that it ends before: the one before it had acknowledged what this one has written down and
 * not applied yet. So there it is asked again until the stream has had a leader and all replicas have been current for
 * ten seconds, or for a minute in all; a server that is alone is believed at once.
 * @throws StreamNotFoundError, or when the log does not answer; the signal's reason when it aborts.
 */
export function reachingState(log: EventLog, stream: string, sequence: number, asker: Asker): Promise<StreamState> {
  const isAlone = log.connection.info?.cluster === undefined;
  return untilItReaches(() => streamState(log, stream), sequence, isAlone ? none : patience, asker);
}

/** Asks until the stream reaches the sequence, is another one, or has not for so long. */
export async function untilItReaches(
  ask: () => Promise<StreamState>,
  sequence: number,
  { agreedForMs, forMs, everyMs }: Patience,
  { signal, created }: Asker,
): Promise<StreamState> {
  let state = await ask();
  const meant = created ?? state.created;
  let agreedMs = 0;
  for (let waitedMs = 0; waitedMs < forMs && agreedMs < agreedForMs; waitedMs += everyMs) {
    if (state.created !== meant || state.lastSequence >= sequence) return state;
    await sleep(everyMs, signal);
    signal.throwIfAborted();
    agreedMs = (state.isAgreed ?? true) ? agreedMs + everyMs : 0;
    state = await ask();
  }
  return state;
}
