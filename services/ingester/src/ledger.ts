import type { Cut, CutRecord, CutRecordStore } from "@statwire/event-log";
import { type CutState, finishCut, openCut, splitCut } from "./cuts.js";

/** Somebody else has taken the stream over: stop, without touching anything. */
export class FencedError extends Error {
  override readonly name = "FencedError";
}

/**
 * Keeps the cut record in the log. What must be durable before an insert (`open`, `split`) is awaited; a finished cut
 * is stored with the next change, because its repeat would count once anyway.
 */
export class CutLedger {
  #state: CutState;
  #stored: CutRecord;
  #queue: Promise<void> = Promise.resolve();
  readonly #store: CutRecordStore;
  readonly #signal: AbortSignal;

  constructor(store: CutRecordStore, record: CutRecord, signal: AbortSignal) {
    this.#store = store;
    this.#state = { record, done: new Set() };
    this.#stored = record;
    this.#signal = signal;
  }

  get record(): CutRecord {
    return this.#state.record;
  }

  /** Records a range before anything of it is inserted. */
  async open(cut: Cut): Promise<void> {
    this.#state = openCut(this.#state, cut);
    await this.#persist();
  }

  /** Records smaller ranges before the first of them is inserted. */
  async split(cut: Cut, parts: readonly Cut[]): Promise<void> {
    this.#state = splitCut(this.#state, cut, parts);
    await this.#persist();
  }

  /** A range is stored whole. */
  finish(cut: Cut): void {
    this.#state = finishCut(this.#state, cut);
  }

  /**
   * Starts over after `committed`, with tokens of their own for what comes: sequences stand for other events than
   * before, or the events are to be stored again.
   */
  async restart(committed: number): Promise<void> {
    const { record } = this.#state;
    const restarted = { ...record, generation: record.generation + 1, committed, cuts: [] };
    this.#state = { record: restarted, done: new Set() };
    await this.#persist();
  }

  /** Records that no cut is open, because of a hold; with `undefined`, that it is over: stored before the next cut. */
  async hold(held: CutRecord["held"]): Promise<void> {
    const { held: _before, ...record } = this.#state.record;
    this.#state = { ...this.#state, record: held === undefined ? record : { ...record, held } };
    if (held !== undefined) await this.#persist();
  }

  /** Stores what has changed since; with `beat` also when nothing has, as a sign of life. */
  async flush(options: { beat?: boolean } = {}): Promise<void> {
    if (options.beat || this.#state.record !== this.#stored) await this.#persist();
  }

  /** Gives the stream back, so that a successor need not wait for our silence. */
  async release(): Promise<void> {
    const { holder: _us, ...record } = this.#state.record;
    this.#state = { ...this.#state, record };
    await this.#persist();
  }

  /** One replacement at a time; each stores the newest state. */
  #persist(): Promise<void> {
    const stored = this.#queue.then(async () => {
      const record = { ...this.#state.record, beat: this.#state.record.beat + 1 };
      this.#state = { ...this.#state, record };
      if ((await this.#store.replace(record, this.#signal)) === "fenced") {
        throw new FencedError("another ingester has taken the stream over");
      }
      this.#stored = record;
    });
    this.#queue = stored.catch(() => undefined);
    return stored;
  }
}
