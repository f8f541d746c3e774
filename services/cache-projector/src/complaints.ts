const quietMs = 60_000;
const subjectsMax = 10_000;

/** Decides which complaints are logged: one for each subject in a minute, however many there are. */
export class Complaints {
  readonly #heardAtMs = new Map<string, number>();

  /** True when this one is to be logged. */
  admit(subject: string, nowMs: number): boolean {
    const heardAtMs = this.#heardAtMs.get(subject);
    if (heardAtMs !== undefined && nowMs - heardAtMs < quietMs) return false;
    // A flood of subjects starts over rather than fill the memory.
    if (this.#heardAtMs.size >= subjectsMax) this.#heardAtMs.clear();
    this.#heardAtMs.set(subject, nowMs);
    return true;
  }
}
