import type { RedisClient } from "@statwire/snapshot-store";

export interface TokenUsesDeps {
  /** Runs commands against Redis; throws SnapshotStoreUnavailableError. */
  runRedis<T>(commands: (client: RedisClient) => Promise<T>): Promise<T>;
  /** Begins every key in Redis. */
  keyPrefix: string;
  now(): number;
}

/** How often a token was used, and when last. */
export interface TokenUse {
  count: number;
  lastAtMs: number | undefined;
}

/** Counts one use more unless there were as many as may be: of several at once, no matter where, only so many get through. */
const takeOne = `local count = math.max(tonumber(redis.call('HGET', KEYS[1], 'count') or '0'), tonumber(ARGV[2]))
  if count >= tonumber(ARGV[1]) then return 0 end
  redis.call('HSET', KEYS[1], 'count', string.format('%.0f', count + 1))
  return count + 1`;

const addSeveral = `redis.call('HINCRBY', KEYS[1], 'count', ARGV[1])
  if tonumber(ARGV[2]) > tonumber(redis.call('HGET', KEYS[1], 'last_at_ms') or '0') then
    redis.call('HSET', KEYS[1], 'last_at_ms', ARGV[2])
  end
  return 1`;

/**
 * How often tokens are used: in Redis. Noted here and written together, by `flush`; uses of tokens that are good for a number of times
 * are counted there at once.
 */
export class TokenUses {
  readonly #deps: TokenUsesDeps;
  #pending = new Map<string, { count: number; lastAtMs: number }>();

  constructor(deps: TokenUsesDeps) {
    this.#deps = deps;
  }

  /** Notes a use; `counted`: it is counted already. */
  note(id: string, counted = false): void {
    const pending = this.#pending.get(id) ?? { count: 0, lastAtMs: 0 };
    if (!counted) pending.count += 1;
    pending.lastAtMs = this.#deps.now();
    this.#pending.set(id, pending);
  }

  /**
   * Counts a use of a token that is good for so many.
   * @param noted so many there were at least, whatever is known here
   * @returns how many there were with it; undefined: it was used as often as may be
   * @throws SnapshotStoreUnavailableError when it cannot be counted
   */
  async take(id: string, usesMax: number, noted: number): Promise<number | undefined> {
    const taken = await this.#deps.runRedis((client) =>
      client.eval(takeOne, { keys: [this.#key(id)], arguments: [String(usesMax), String(noted)] }),
    );
    if (typeof taken !== "number" || taken === 0) return undefined;
    this.note(id, true);
    return taken;
  }

  /** What is known of a token; uses of the last minute on other replicas are not in it yet. */
  async read(id: string): Promise<TokenUse> {
    const stored = await this.#deps.runRedis((client) => client.hGetAll(this.#key(id)));
    const pending = this.#pending.get(id);
    const lastAtMs = Math.max(Number(stored.last_at_ms ?? 0), pending?.lastAtMs ?? 0);
    return {
      count: Number(stored.count ?? 0) + (pending?.count ?? 0),
      lastAtMs: lastAtMs === 0 ? undefined : lastAtMs,
    };
  }

  /** Forgets a token that is no more. @throws SnapshotStoreUnavailableError */
  async forget(id: string): Promise<void> {
    this.#pending.delete(id);
    await this.#deps.runRedis((client) => client.del(this.#key(id)));
  }

  /** Writes what was noted. What cannot be written now is kept for the next time. @throws SnapshotStoreUnavailableError */
  async flush(): Promise<void> {
    const pending = this.#pending;
    this.#pending = new Map();
    for (const [id, { count, lastAtMs }] of pending) {
      try {
        await this.#deps.runRedis((client) =>
          client.eval(addSeveral, { keys: [this.#key(id)], arguments: [String(count), String(lastAtMs)] }),
        );
        pending.delete(id);
      } catch (error) {
        this.#keep(pending);
        throw error;
      }
    }
  }

  #keep(unwritten: ReadonlyMap<string, { count: number; lastAtMs: number }>): void {
    for (const [id, { count, lastAtMs }] of unwritten) {
      const since = this.#pending.get(id);
      this.#pending.set(id, { count: count + (since?.count ?? 0), lastAtMs: since?.lastAtMs ?? lastAtMs });
    }
  }

  #key(id: string): string {
    return `${this.#deps.keyPrefix}token-uses:${id}`;
  }
}
