/** Younger than this, a difference of counters that move in steps of 10 ms is mostly noise. */
const ageMinMs = 250;

export interface Kept<T> {
  atMs: number;
  reading: T;
}

/**
 * Earlier readings to compare a new one with. A `refresh` may come right after a tick, so the reading before the last
 * is kept, too: the comparison is with the youngest that is old enough.
 */
export class Baseline<T> {
  #kept: Kept<T>[] = [];

  /** What a reading at `nowMs` is to be compared with: the youngest old enough, else the oldest; none at first. */
  before(nowMs: number): Kept<T> | undefined {
    return this.#kept.findLast((kept) => nowMs - kept.atMs >= ageMinMs) ?? this.#kept[0];
  }

  keep(nowMs: number, reading: T): void {
    const before = this.before(nowMs);
    this.#kept = this.#kept.filter((kept) => before === undefined || kept.atMs >= before.atMs);
    this.#kept.push({ atMs: nowMs, reading });
  }

  /** Forgets all of them: the next reading is a first one. */
  clear(): void {
    this.#kept = [];
  }
}

/**
 * Growth of a counter per second over `elapsedMs`, rounded. Undefined without an earlier value and after a reset
 * (a counter that went back says nothing about the time between).
 */
export function perSecond(now: number, before: number | undefined, elapsedMs: number): number | undefined {
  if (before === undefined || now < before || elapsedMs <= 0) return undefined;
  return Math.round(((now - before) * 1000) / elapsedMs);
}
