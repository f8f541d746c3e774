/** What was sent and is to be seen, and how long that took, by round. Times are Unix milliseconds of one clock. */
export class Awaited {
  readonly #sent = new Map<string, { atMs: number; round: number }>();
  readonly #latencies: number[][] = [];
  /** Sent a second time before it was seen: whose sight it would be could not be told. */
  overtaken = 0;

  send(key: string, atMs: number, round: number): void {
    if (this.#sent.has(key)) this.overtaken += 1;
    this.#sent.set(key, { atMs, round });
  }

  /** The first sight of it counts; others, and what was never sent, do not. */
  see(key: string, atMs: number): void {
    const sent = this.#sent.get(key);
    if (sent === undefined) return;
    this.#sent.delete(key);
    const round = this.#latencies[sent.round] ?? [];
    this.#latencies[sent.round] = round;
    round.push(Math.max(0, atMs - sent.atMs));
  }

  /** How much of what was sent has not been seen. */
  get unseen(): number {
    return this.#sent.size;
  }

  /** Milliseconds from sending to sight, of all that was sent in a round. */
  latencies(round: number): readonly number[] {
    return this.#latencies[round] ?? [];
  }
}
