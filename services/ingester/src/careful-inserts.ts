import type { InsertOutcome, LandedInsert, RepairedTable } from "@statwire/history-store";
import { retryForever, sleep } from "@statwire/runtime";

export type CarefulOutcome = InsertOutcome & { repaired?: readonly RepairedTable[] };

export interface CarefulInsertsDeps {
  /** Counts once per token, as long as the store remembers it. Rejects when the signal aborts before the answer. */
  insert(insert: LandedInsert, signal: AbortSignal): Promise<InsertOutcome>;
  /** Inserts, and makes exact what was stored of it before. One at a time. */
  settle(insert: LandedInsert): Promise<CarefulOutcome>;
  /** Whether something listens there; also while it is busy or stopped. */
  isReachable(): Promise<boolean>;
  /** Since when the store runs, Unix milliseconds by its own clock. */
  storeStartedAtMs(): Promise<number>;
  /** How many writes the store's disk has refused since the store runs; undefined where that cannot be seen. */
  refusedWrites?(): Promise<number | undefined>;
  /** Makes the store set aside what it took to be written and its disk has not, so that it can be compared and repaired. */
  setBrokenAside?(): Promise<void>;
  now(): number;
  /** How often an insert that waits for its answer looks whether the store can be reached. */
  lookMs?: number;
  /** Time for the answer after it can be reached again. */
  answerMs?: number;
  signal: AbortSignal;
  onFailure(error: unknown, insert: LandedInsert): void;
}

/** The longest pause between attempts: a store that is there again is used within seconds. */
const pauseMaxMs = 2_000;

const lookMs = 1_500;
const answerMs = 3_000;

/** Between the clocks of the log, of the history store and ours. */
export const clockDifferenceMaxMs = 5_000;

/**
 * Inserts until the store has taken it, counted once also over the store's death. A server that is killed may have
 * stored a part and not yet the memory of its token, so that a repeat counts twice in that table. Therefore a repeat on
 * a store that was started since the first attempt is compared with the tables. So is an insert that was acknowledged while
 * the disk refused writes: the embedded store goes on after those.
 */
export class CarefulInserts {
  readonly #deps: CarefulInsertsDeps;
  #settling: Promise<unknown> = Promise.resolve();
  /** Up to so many refused writes all is set aside that has to be. */
  #seenRefusals = 0;
  #lastRefusals: number | "unseen" | undefined;

  constructor(deps: CarefulInsertsDeps) {
    this.#deps = deps;
  }

  /** @param isInDoubt a predecessor may have made the insert on a store that was started since */
  insert(insert: LandedInsert, isInDoubt: boolean): Promise<CarefulOutcome> {
    const { now, signal, onFailure, storeStartedAtMs } = this.#deps;
    const firstAtMs = now();
    let isRepeat = false;
    let isDoubted = isInDoubt;
    const once = async (): Promise<CarefulOutcome> => {
      if (isDoubted || (isRepeat && (await storeStartedAtMs()) > firstAtMs - clockDifferenceMaxMs)) {
        return this.#settleInTurn(insert);
      }
      isRepeat = true;
      return this.#insertWatched(insert);
    };
    const attempt = async (): Promise<CarefulOutcome> => {
      const before = await this.#refusedBefore();
      const outcome = await once();
      // An answer that does not come says nothing about the insert, which was acknowledged.
      const look = () => this.#lookForRefusals();
      const after = await retryForever(look, {
        signal,
        maxMs: pauseMaxMs,
        onFailure: (error) => onFailure(error, insert),
      });
      if (after === before) return outcome;
      isDoubted = true;
      throw new Error("the disk of the store refused some of what was written: it is compared");
    };
    return retryForever(attempt, { signal, maxMs: pauseMaxMs, onFailure: (error) => onFailure(error, insert) });
  }

  async #lookForRefusals(): Promise<number | undefined> {
    this.#lastRefusals = (await this.#deps.refusedWrites?.()) ?? "unseen";
    return this.#lastRefusals === "unseen" ? undefined : this.#lastRefusals;
  }

  /** As of the last look, so that an insert costs one: whatever was refused since then makes the next one doubted. */
  async #refusedBefore(): Promise<number | undefined> {
    if (this.#lastRefusals === undefined) await this.#lookForRefusals();
    const refused = this.#lastRefusals;
    if (refused === undefined || refused === "unseen") return undefined;
    if (refused === this.#seenRefusals) return refused;
    // In turn with comparisons, which broken parts would fail.
    const setAside = this.#settling.then(async () => {
      if (refused === this.#seenRefusals) return;
      await this.#deps.setBrokenAside?.();
      this.#seenRefusals = refused;
    });
    this.#settling = setAside.catch(() => undefined);
    await setAside;
    return refused;
  }

  /**
   * After a cut of the way to the store the answer may never come, and the system tries the old connection again after
   * minutes only: so it is given up soon after the store can be reached again.
   */
  async #insertWatched(insert: LandedInsert): Promise<InsertOutcome> {
    const [givenUp, answered] = [new AbortController(), new AbortController()];
    void this.#watch(answered.signal, () => givenUp.abort(new Error("the store was out of reach, and did not answer")));
    try {
      return await this.#deps.insert(insert, givenUp.signal);
    } finally {
      answered.abort();
    }
  }

  async #watch(answered: AbortSignal, giveUp: () => void): Promise<void> {
    const { isReachable, lookMs: everyMs = lookMs, answerMs: withinMs = answerMs } = this.#deps;
    let [wasAway, isThere] = [false, true];
    while (!(wasAway && isThere)) {
      await sleep(everyMs, answered);
      if (answered.aborted) return;
      isThere = await isReachable();
      wasAway ||= !isThere;
    }
    await sleep(withinMs, answered);
    if (!answered.aborted) giveUp();
  }

  #settleInTurn(insert: LandedInsert): Promise<CarefulOutcome> {
    const settled = this.#settling.then(() => this.#deps.settle(insert));
    this.#settling = settled.catch(() => undefined);
    return settled;
  }
}
