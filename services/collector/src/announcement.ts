/** A fact is told again when the last time is this long ago, so that the log always holds a recent one. */
const ageMaxMs = 3_600_000;

/** When to publish what seldom changes: at first, when it differs from what was published, and when that has grown old. */
export class Announcement<T> {
  #published: { fact: T; atMs: number } | undefined;
  readonly #differs: (one: T, other: T) => boolean;

  constructor(differs: (one: T, other: T) => boolean) {
    this.#differs = differs;
  }

  /** True when the fact is to be published now; it then counts as published. */
  isDue(fact: T, nowMs: number): boolean {
    const before = this.#published;
    const due = before === undefined || nowMs - before.atMs >= ageMaxMs || this.#differs(fact, before.fact);
    if (due) this.#published = { fact, atMs: nowMs };
    return due;
  }
}
