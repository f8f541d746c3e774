/** Allows so many lines a second, and as many at once; 0 allows all. Times are monotonic milliseconds. */
export class LinesPerSecond {
  readonly #max: number;
  #allowed: number;
  #atMs: number;

  constructor(max: number, nowMs: number) {
    this.#max = max;
    this.#allowed = max;
    this.#atMs = nowMs;
  }

  /** True when more lines are allowed now, which then count, all of them. */
  take(lines: number, nowMs: number): boolean {
    if (this.#max === 0) return true;
    this.#refill(nowMs);
    if (this.#allowed < 1) return false;
    this.#allowed -= lines;
    return true;
  }

  /** Counts lines that are not refused; `waitMs` then says how long the next ones have to wait. */
  count(lines: number, nowMs: number): void {
    if (this.#max === 0) return;
    this.#refill(nowMs);
    this.#allowed -= lines;
  }

  waitMs(nowMs: number): number {
    if (this.#max === 0) return 0;
    this.#refill(nowMs);
    return this.#allowed >= 0 ? 0 : (-this.#allowed / this.#max) * 1000;
  }

  #refill(nowMs: number): void {
    const gained = (Math.max(0, nowMs - this.#atMs) * this.#max) / 1000;
    this.#allowed = Math.min(this.#max, this.#allowed + gained);
    this.#atMs = nowMs;
  }
}
