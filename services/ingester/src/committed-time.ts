import type { Cut } from "@statwire/event-log";

/**
 * Until when everything is stored: the time at which the stream took the last committed message. Not that of the last
 * message read, which is ahead of it by what waits to be inserted: minutes of events while a backlog is caught up.
 */
export class CommittedTime {
  readonly #open: { last: number; storedAtMs: number }[] = [];
  #atMs = 0;

  /** A cut whose last message the stream took at `storedAtMs`. Cuts come in the order of the stream. */
  opened({ last }: Cut, storedAtMs: number): void {
    this.#open.push({ last, storedAtMs });
  }

  /** When the stream took what waits longest to be stored, about (its batch); undefined when nothing does. */
  get oldestOpenMs(): number | undefined {
    return this.#open[0]?.storedAtMs;
  }

  /** Unix milliseconds; 0 before the first commit of this run. */
  of(committed: number): number {
    for (let [cut] = this.#open; cut !== undefined && cut.last <= committed; [cut] = this.#open) {
      this.#atMs = cut.storedAtMs;
      this.#open.shift();
    }
    return this.#atMs;
  }
}
