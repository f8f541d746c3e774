import type { Logger } from "@statwire/runtime";
import { type IncrementResponse, MemoryStore, type Options, type Store } from "express-rate-limit";
import { type RedisReply, RedisStore } from "rate-limit-redis";

/** The Redis that replicas of this service share their counts through. */
export interface SharedCounter {
  /** False while the connection is down: nothing is sent then. */
  ready(): boolean;
  send(command: string[]): Promise<RedisReply>;
}

/**
 * Counts in Redis, and in this process while Redis is away: a limit never turns into an error. Each change between the
 * two is logged once.
 */
export class SharedRateLimitStore implements Store {
  readonly prefix: string;
  private readonly memory = new MemoryStore();
  private shared: Promise<RedisStore> | undefined;
  private options: Options | undefined;
  private away = false;

  constructor(
    private readonly counter: SharedCounter,
    prefix: string,
    private readonly log: Logger,
  ) {
    this.prefix = prefix;
  }

  init(options: Options): void {
    this.options = options;
    this.memory.init(options);
  }

  async increment(key: string): Promise<IncrementResponse> {
    if (!this.counter.ready()) return this.countHere(key, "not connected");
    try {
      this.shared ??= this.openShared();
      const counted = await (await this.shared).increment(key);
      this.cameBack();
      return counted;
    } catch (error) {
      this.shared = undefined;
      return this.countHere(key, String(error));
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

  private async openShared(): Promise<RedisStore> {
    if (this.options === undefined) throw new Error("rate limit store used before init");
    const store = new RedisStore({ prefix: this.prefix, sendCommand: (...command) => this.counter.send(command) });
    await store.init(this.options);
    return store;
  }

  private countHere(key: string, reason: string): Promise<IncrementResponse> {
    if (!this.away) this.log.warn({ prefix: this.prefix, reason }, "rate limits counted in this process");
    this.away = true;
    return this.memory.increment(key);
  }

  private cameBack(): void {
    if (this.away) this.log.info({ prefix: this.prefix }, "rate limits counted in Redis again");
    this.away = false;
  }
}
