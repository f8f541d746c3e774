import {
  type CutRecord,
  type EventLog,
  messageFrom,
  openCutRecord,
  type StreamState,
  streamState,
} from "@statwire/event-log";

/** How far a stream is stored in the history. */
export interface Standing {
  stream: string;
  /** Nobody has ever ingested the stream. */
  isUntouched: boolean;
  /** An ingester holds it now, as far as the record tells: a killed one is not known yet. */
  isHeld: boolean;
  /** Who asked that nothing be stored for now; absent when nobody did. */
  pausedBy?: string;
  committed: number;
  openCuts: number;
  messagesBehind: number;
  /** Age of the first message that is not stored yet; 0 when all are. */
  secondsBehind: number;
  /** Messages that left the stream before they were stored, as far as the record tells. */
  lost: number;
}

/** The record and the stream say the first half; when the first message not yet stored came, the second. */
export function toStanding(
  stream: string,
  record: CutRecord,
  state: StreamState,
  next: { storedAtMs: number; nowMs: number } | undefined,
): Standing {
  const committed = committedOf(record, state);
  const isUntouched = record.epoch === 0;
  const behind = Math.max(0, state.lastSequence - Math.max(committed, state.firstSequence - 1));
  return {
    stream,
    isUntouched,
    isHeld: record.holder !== undefined,
    ...(record.held === undefined ? {} : { pausedBy: record.held.by }),
    committed,
    openCuts: record.cuts.length,
    messagesBehind: behind,
    secondsBehind: behind === 0 || next === undefined ? 0 : Math.max(0, next.nowMs - next.storedAtMs) / 1e3,
    lost: isUntouched || behind === 0 ? 0 : Math.max(0, state.firstSequence - 1 - committed),
  };
}

/** Reads where the history stands in a stream. @throws StreamNotFoundError, or when the log does not answer. */
export async function readStanding(log: EventLog, stream: string, now: () => number): Promise<Standing> {
  const { record } = await openCutRecord(log, stream).load();
  // After the record, so that what it has committed is in the stream.
  const state = await streamState(log, stream);
  const committed = committedOf(record, state);
  if (committed >= state.lastSequence) return toStanding(stream, record, state, undefined);
  const next = await messageFrom(log, stream, committed + 1);
  return toStanding(stream, record, state, next && { storedAtMs: next.storedAtMs, nowMs: now() });
}

/** A record of a stream that was deleted since says nothing about the one that is there. */
function committedOf({ created, committed }: CutRecord, state: StreamState): number {
  return created === undefined || created === state.created ? committed : 0;
}
