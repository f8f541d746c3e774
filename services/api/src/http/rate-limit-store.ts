import type { Logger } from "@statwire/runtime";
import { type IncrementResponse, MemoryStore, type Options, type Store } from "express-rate-limit";

/** The Redis that replicas of this service share their counts through. */
export interface SharedCounter {
  /** False while the connection is down: nothing is sent then. */
  ready(): boolean;
  /** Adds hits to the window of a key: how many there are with them, and how much is left of the window. Rejects when it cannot tell. */
  add(key: string, hits: number, windowMs: number): Promise<{ total: number; remainingMs: number }>;
}

/** What one turn of the event loop adds to one key. */
interface Turn {
  hits: number;
  counted: Promise<{ total: number; resetTime: Date }>;
}

/**
 * Counts in Redis, and in this process while Redis is away: a limit never turns into an error. Each change between the
 * two is logged once.
 *
 * Hits of one key that come in one turn of the event loop are added by one command, and each knows its own place among them: the counts
 * are those of one command a hit, which cost 50 µs of the processor each.
 */
export class SharedRateLimitStore implements Store {
  readonly prefix: string;
  private readonly memory = new MemoryStore();
  private readonly turns = new Map<string, Turn>();
  private windowMs: number | undefined;
  private away = false;
  private countedHere: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly counter: SharedCounter,
    prefix: string,
    private readonly log: Logger,
  ) {
    this.prefix = prefix;
  }

  init(options: Options): void {
    this.windowMs = options.windowMs;
    this.memory.init(options);
  }

  increment(key: string): Promise<IncrementResponse> {
    return this.add(key, 1);
  }

  /** Counts several hits of a key: `totalHits` is the place of the last one. */
  async add(key: string, hits: number): Promise<IncrementResponse> {
    if (!this.counter.ready()) return this.countHere(key, hits, "not connected");
    const turn = this.turnOf(key);
    turn.hits += hits;
    const place = turn.hits;
    try {
      const { total, resetTime } = await turn.counted;
      this.cameBack();
      return { totalHits: total - turn.hits + place, resetTime };
    } catch (error) {
      return this.countHere(key, hits, String(error));
    }
  }

  /** Part of the store's interface; the policies never take a hit back. */
  decrement(key: string): Promise<void> {
    return this.memory.decrement(key);
  }

  resetKey(key: string): Promise<void> {
    return this.memory.resetKey(key);
  }

  shutdown(): void {
    this.memory.shutdown();
  }

  private turnOf(key: string): Turn {
    const open = this.turns.get(key);
    if (open !== undefined) return open;
    const turn: Turn = { hits: 0, counted: new Promise((resolve) => setImmediate(resolve)).then(() => this.end(key)) };
    this.turns.set(key, turn);
    return turn;
  }

  private async end(key: string): Promise<{ total: number; resetTime: Date }> {
    const { windowMs } = this;
    if (windowMs === undefined) throw new Error("rate limit store used before init");
    const hits = this.turns.get(key)?.hits ?? 0;
    this.turns.delete(key);
    const { total, remainingMs } = await this.counter.add(`${this.prefix}${key}`, hits, windowMs);
    return { total, resetTime: new Date(Date.now() + remainingMs) };
  }

  private async countHere(key: string, hits: number, reason: string): Promise<IncrementResponse> {
    if (!this.away) this.log.warn({ prefix: this.prefix, reason }, "rate limits counted in this process");
    this.away = true;
    const counted = this.countedHere.then(async () => {
      for (let hit = 1; hit < hits; hit += 1) await this.memory.increment(key);
      // The memory's own object goes on counting: it is copied before the next hit.
      return { ...(await this.memory.increment(key)) };
    });
    this.countedHere = counted;
    return counted;
  }

  private cameBack(): void {
    if (this.away) this.log.info({ prefix: this.prefix }, "rate limits counted in Redis again");
    this.away = false;
  }
}
