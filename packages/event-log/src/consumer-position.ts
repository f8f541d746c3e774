/** Where a consumer begins. */
export type Start =
  /** With this sequence, or the first one after it that the stream still holds. */
  | { sequence: number }
  /** With the first message stored at this time (Unix milliseconds) or later. */
  | { timeMs: number }
  /** With the last message of each subject, then everything that follows. */
  | { lastPerSubject: true };

/** Messages that a consumer should have had and that the stream no longer has. */
export interface Gap {
  /**
   * `purged`: the stream dropped them (age, room, an operator); seen by consumers without a filter, and by others when
   * they begin again. `recreated`: the stream was deleted and created again, `last` is how far the old one was read.
   * `truncated`: the stream ends before the consumer's position, so a crash or a restored copy took its end. After the
   * last two, sequences begin again and name other messages than before.
   */
  reason: "purged" | "recreated" | "truncated";
  first: number;
  last: number;
}

/** What a stream says about itself. */
export interface StreamExtent {
  /** When it was created: tells a stream from another of the same name. */
  created: string;
  firstSequence: number;
  /** 0 for a stream that never held a message; stays when everything was purged. */
  lastSequence: number;
}

/** How far a consumer has come. */
export interface Progress {
  start: Start;
  /** The stream that it reads, unknown before the first look. */
  created?: string;
  /** Sequence of the last message it got or does not want, 0 for none. */
  lastSequence: number;
  /** With `lastPerSubject`: the stream's end when it began; up to there only last messages are wanted. */
  snapshotEnd?: number;
}

/** Where to begin now, and what is missing before it. */
export interface Resume {
  progress: Progress;
  from: Start;
  gap?: Gap;
}

export function initialProgress(start: Start): Progress {
  return { start, lastSequence: "sequence" in start ? start.sequence - 1 : 0 };
}

/** Decides where a consumer goes on, given how far it came and what the stream is now. */
export function resume(progress: Progress, stream: StreamExtent): Resume {
  const { created, lastSequence, start } = progress;
  if (created !== undefined && created !== stream.created) {
    // A new stream of the same name is read from its beginning.
    const again = initialProgress("sequence" in start ? { sequence: 1 } : start);
    const gap: Gap = { reason: "recreated", first: lastSequence + 1, last: lastSequence };
    return { ...resume(again, stream), gap };
  }
  const known: Progress = { ...progress, created: stream.created };
  if (lastSequence === 0 && !("sequence" in start)) {
    const snapshot = "lastPerSubject" in start ? { snapshotEnd: stream.lastSequence } : {};
    return { progress: { ...known, ...snapshot }, from: start };
  }
  if (stream.lastSequence < lastSequence) {
    const gap: Gap = { reason: "truncated", first: stream.lastSequence + 1, last: lastSequence };
    return { progress: { ...known, lastSequence: stream.lastSequence }, from: after(stream.lastSequence), gap };
  }
  // Within the snapshot it begins again: what was had already is left out by its sequence.
  if (lastSequence < (progress.snapshotEnd ?? 0)) return { progress: known, from: start };
  const gap = missingBefore(lastSequence, stream.firstSequence);
  return { progress: known, from: after(lastSequence), ...(gap === undefined ? {} : { gap }) };
}

/** What was dropped between the last message a consumer got (0: it wants what there is) and the next there is. */
export function missingBefore(lastSequence: number, nextSequence: number): Gap | undefined {
  if (lastSequence === 0 || nextSequence <= lastSequence + 1) return undefined;
  return { reason: "purged", first: lastSequence + 1, last: nextSequence - 1 };
}

function after(sequence: number): Start {
  return { sequence: sequence + 1 };
}
