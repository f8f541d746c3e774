export interface BeatDeps {
  /** Counts the changes of the record. */
  changes(): number;
  /** Stores what has changed of the record; with `beat` also when nothing has. */
  flush(options: { beat: boolean }): Promise<void>;
  /**
   * A standby waits for our silence: then there is a sign of life where nothing has changed. Every change that was stored is one, too,
   * so that the record changes once in two pauses at least.
   */
  isWatched: boolean;
  /** Between two looks: a sixth of the silence that is believed, or less. */
  pause(): Promise<void>;
  /** Called with each look. */
  onLook(): void;
  signal: AbortSignal;
}

/** Stores what has changed, now and then, until the signal aborts. @throws FencedError when another has taken the stream over. */
export async function beat({ changes, flush, isWatched, pause, onLook, signal }: BeatDeps): Promise<void> {
  for (let known = changes(); ; known = changes()) {
    await pause();
    if (signal.aborted) return;
    onLook();
    await flush({ beat: isWatched && changes() === known });
  }
}
