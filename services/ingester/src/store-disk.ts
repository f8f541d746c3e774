import { type History, refusedWrites, setBrokenAside } from "@statwire/history-store";
import type { Logger } from "@statwire/runtime";
import type { AroundFaultPoint } from "./fault-points.js";

export interface StoreDiskDeps {
  /** How many writes the disk of the store has refused since the store runs; 0 where that cannot be seen. */
  refusedWrites(): Promise<number>;
  /**
   * Makes the store set aside what it took to be written since a time (Unix milliseconds) and its disk has not, so that it
   * can be compared and repaired.
   */
  setBrokenAside(sinceMs: number): Promise<void>;
  now(): number;
}

/** A merge that was under way when its bytes were refused may end so long after. Clocks differ by less. */
const mergeMaxMs = 3_600_000;
/** What a predecessor saw is not known: then so much is looked at, as statwire doctor does. */
const unknownMs = 24 * 3_600_000;
/** All streams wait for so long at most; what is not compared by then is left to the operator. */
const setAsideWithinMs = 60_000;

/**
 * The disk of the store, one for all streams: what one of them learns of it the others know, and one at a time sets broken
 * parts aside and compares, because both change tables that the others compare.
 */
export class StoreDisk {
  readonly #deps: StoreDiskDeps;
  #turn: Promise<unknown> = Promise.resolve();
  /** As of the last look; before the first one, as of a store that has refused nothing. */
  #refused = 0;
  /** Broken parts have begun to be set aside so often; of these times this one was done last. */
  #begun = 0;
  #done = 0;
  /** How many writes had been refused at the last setting aside, and when they were so many last. */
  #settled: { refused: number; atMs: number | undefined } = { refused: 0, atMs: undefined };

  constructor(deps: StoreDiskDeps) {
    this.#deps = deps;
  }

  /** How many writes had been refused at the last look of anybody: an insert that begins after it costs no look of its own. */
  get refused(): number {
    return this.#refused;
  }

  /** How often anybody has begun to set broken parts aside. */
  get setAsides(): number {
    return this.#begun;
  }

  /** How many writes have been refused. */
  async look(): Promise<number> {
    const { now, refusedWrites } = this.#deps;
    const atMs = now();
    const refused = await refusedWrites();
    this.#refused = refused;
    if (refused === this.#settled.refused) this.#settled.atMs = atMs;
    return refused;
  }

  /**
   * Compares, while nobody else does.
   * @param setAsideAfter given of what the disk may have refused: broken parts, on which a comparison fails, are set aside
   * first, unless that was done after it had been begun so often
   */
  compare<Result>(act: () => Promise<Result>, { setAsideAfter }: { setAsideAfter?: number } = {}): Promise<Result> {
    const compared = this.#turn.then(async () => {
      if (setAsideAfter !== undefined && this.#done <= setAsideAfter) await this.#setAside();
      return act();
    });
    this.#turn = compared.catch(() => undefined);
    return compared;
  }

  async #setAside(): Promise<void> {
    const { now, setBrokenAside } = this.#deps;
    const [nowMs, refused] = [now(), this.#refused];
    const { atMs = nowMs - unknownMs } = this.#settled;
    this.#begun += 1;
    await setBrokenAside(atMs - mergeMaxMs);
    this.#done = this.#begun;
    this.#settled = { refused, atMs: nowMs };
  }
}

/** The disk of a history store. */
export function storeDisk(
  history: History,
  { around, log }: { around: AroundFaultPoint; log: Pick<Logger, "error"> },
): StoreDisk {
  return new StoreDisk({
    refusedWrites: () => around("look for refused writes", async () => (await refusedWrites(history)) ?? 0),
    setBrokenAside: (sinceMs) => around("set broken parts aside", () => setAside(history, sinceMs, log)),
    now: Date.now,
  });
}

async function setAside(history: History, sinceMs: number, log: Pick<Logger, "error">): Promise<void> {
  const { tables, notCompared } = await setBrokenAside(history, { sinceMs, withinMs: setAsideWithinMs });
  if (tables.length > 0) {
    log.error(
      { tables },
      "the disk of the history store was full or failed: broken parts are set aside, see statwire doctor",
    );
  }
  if (notCompared.length > 0) {
    log.error(
      { parts: notCompared },
      "parts of the history store are too many or too large to be looked at now: run statwire repair parts",
    );
  }
}
