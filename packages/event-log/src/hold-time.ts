/** Nothing was held, or it did not last: what was done meanwhile is not to be relied on. */
export class HoldError extends Error {
  override readonly name = "HoldError";
}

/** Whether a hold has lasted all the time: one that had run out before it was renewed has not, whatever is held now. */
export class HoldTime {
  readonly #now: () => number;
  #untilMs = Number.POSITIVE_INFINITY;
  #hasRunOut = false;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** To be called when it is stored that it lasts until then, the first time as well. */
  renewed(untilMs: number): void {
    this.#hasRunOut ||= this.#now() >= this.#untilMs;
    this.#untilMs = untilMs;
  }

  /** @throws HoldError when it has not lasted, or does not last for `marginMs` more. */
  require(marginMs = 0): void {
    if (this.#hasRunOut || this.#now() + marginMs >= this.#untilMs) {
      throw new HoldError("the hold ran out before it was renewed");
    }
  }
}
