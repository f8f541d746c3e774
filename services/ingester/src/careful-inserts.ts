import type { InsertOutcome, LandedInsert, RepairedTable } from "@statwire/history-store";
import { retryForever, sleep } from "@statwire/runtime";
import type { StoreDisk } from "./store-disk.js";

export type CarefulOutcome = InsertOutcome & { repaired?: readonly RepairedTable[] };

/** A predecessor may have made the insert, and nobody looked afterwards. */
export interface FormerAttempt {
  /** The store was started since. */
  isStoreNewer: boolean;
}

export interface CarefulInsertsDeps {
  /** Counts once per token, as long as the store remembers it. Rejects when the signal aborts before the answer. */
  insert(insert: LandedInsert, signal: AbortSignal): Promise<InsertOutcome>;
  /** Inserts, and makes exact what was stored of it before. One at a time of all streams. */
  settle(insert: LandedInsert): Promise<CarefulOutcome>;
  /** Whether something listens there; also while it is busy or stopped. */
  isReachable(): Promise<boolean>;
  /** Since when the store runs, Unix milliseconds by its own clock. */
  storeStartedAtMs(): Promise<number>;
  disk: Pick<StoreDisk, "refused" | "look" | "setAsides" | "compare">;
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

  constructor(deps: CarefulInsertsDeps) {
    this.#deps = deps;
  }

  insert(insert: LandedInsert, former?: FormerAttempt): Promise<CarefulOutcome> {
    const { disk, now, signal, onFailure, settle, storeStartedAtMs } = this.#deps;
    const firstAtMs = now();
    // How many refused writes were known before the first attempt: of a former one that is not known.
    const refusedAtFirst = former === undefined ? disk.refused : 0;
    let isRefused = false;
    let isRepeat = false;
    const isStoreNewer = async () =>
      former?.isStoreNewer || (isRepeat && (await storeStartedAtMs()) > firstAtMs - clockDifferenceMaxMs);
    const once = async (): Promise<CarefulOutcome> => {
      // What a former attempt has left, the first setting aside of this process has found.
      const setAsideAfter = former !== undefined && !isRepeat ? 0 : disk.setAsides;
      const isDoubted = isRefused || (await isStoreNewer());
      isRepeat = true;
      if (!isDoubted) return this.#insertWatched(insert);
      return disk.compare(() => settle(insert), isRefused ? { setAsideAfter } : {});
    };
    const attempt = async (): Promise<CarefulOutcome> => {
      const before = disk.refused;
      isRefused ||= before !== refusedAtFirst;
      const outcome = await once();
      // An answer that does not come says nothing about the insert, which was acknowledged.
      const after = await retryForever(() => disk.look(), {
        signal,
        maxMs: pauseMaxMs,
        onFailure: (error) => onFailure(error, insert),
      });
      if (after === before) return outcome;
      isRefused = true;
      throw new Error("the disk of the store refused some of what was written: it is compared");
    };
    return retryForever(attempt, { signal, maxMs: pauseMaxMs, onFailure: (error) => onFailure(error, insert) });
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
}
