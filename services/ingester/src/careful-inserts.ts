import type { InsertOutcome, LandedInsert, RepairedTable } from "@statwire/history-store";
import { retryForever } from "@statwire/runtime";

export type CarefulOutcome = InsertOutcome & { repaired?: readonly RepairedTable[] };

export interface CarefulInsertsDeps {
  /** Counts once per token, as long as the store remembers it. */
  insert(insert: LandedInsert): Promise<InsertOutcome>;
  /** Inserts, and makes exact what was stored of it before. One at a time. */
  settle(insert: LandedInsert): Promise<CarefulOutcome>;
  /** Since when the store runs, Unix milliseconds by its own clock. */
  storeStartedAtMs(): Promise<number>;
  now(): number;
  signal: AbortSignal;
  onFailure(error: unknown, insert: LandedInsert): void;
}

/** Between the clocks of the log, of the history store and ours. */
export const clockDifferenceMaxMs = 5_000;

/**
 * Inserts until the store has taken it, counted once also over the store's death. A server that is killed may have
 * stored a part and not yet the memory of its token, so that a repeat counts twice in that table. Therefore a repeat on
 * a store that was started since the first attempt is compared with the tables.
 */
export class CarefulInserts {
  readonly #deps: CarefulInsertsDeps;
  #settling: Promise<unknown> = Promise.resolve();

  constructor(deps: CarefulInsertsDeps) {
    this.#deps = deps;
  }

  /** @param isInDoubt a predecessor may have made the insert on a store that was started since */
  insert(insert: LandedInsert, isInDoubt: boolean): Promise<CarefulOutcome> {
    const { now, signal, onFailure, storeStartedAtMs } = this.#deps;
    const firstAtMs = now();
    let isRepeat = false;
    const attempt = async (): Promise<CarefulOutcome> => {
      if (isInDoubt || (isRepeat && (await storeStartedAtMs()) > firstAtMs - clockDifferenceMaxMs)) {
        return this.#settleInTurn(insert);
      }
      isRepeat = true;
      return this.#deps.insert(insert);
    };
    return retryForever(attempt, { signal, onFailure: (error) => onFailure(error, insert) });
  }

  #settleInTurn(insert: LandedInsert): Promise<CarefulOutcome> {
    const settled = this.#settling.then(() => this.#deps.settle(insert));
    this.#settling = settled.catch(() => undefined);
    return settled;
  }
}
