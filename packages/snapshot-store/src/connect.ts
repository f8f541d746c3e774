import { createClient } from "redis";
import { z } from "zod";
import { type Keys, snapshotKeys } from "./keys.js";

/** Settings of every process that uses the snapshot store. */
export const snapshotSettings = {
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: "expected a redis:// or rediss:// URL" })
    .default("redis://127.0.0.1:6379")
    .describe("the snapshot store; user and password in the URL"),
  REDIS_KEY_PREFIX: z.string().max(64).default("statwire:").describe("begins every key of the snapshot store"),
};

/** Why the store could not answer: the caller falls back to another source, or tries again later. */
export type UnavailableReason = "disconnected" | "timeout" | "rebuilding";

/** The store cannot answer now. Readers learn so within `commandTimeoutMs`. */
export class SnapshotStoreUnavailableError extends Error {
  override readonly name = "SnapshotStoreUnavailableError";
  readonly code = "unavailable";
  readonly reason: UnavailableReason;

  constructor(reason: UnavailableReason, options?: ErrorOptions) {
    super(`snapshot store unavailable: ${reason}`, options);
    this.reason = reason;
  }
}

export type RedisClient = ReturnType<typeof openClient>;

export interface SnapshotStore {
  readonly keys: Keys;
  /**
   * Runs commands against Redis, within `commandTimeoutMs`. Nothing is queued while Redis is away.
   * @throws SnapshotStoreUnavailableError when Redis is away, or does not answer in time (the commands may still run).
   */
  run<T>(commands: (client: RedisClient) => Promise<T>): Promise<T>;
  /** Why the store cannot be used now; undefined when connected. */
  problem(): string | undefined;
  /** Resolves when connected, at once or later; rejects when the signal aborts. */
  connected(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export interface SnapshotStoreOptions {
  url: string;
  keyPrefix: string;
  /** Shown by `CLIENT LIST`. */
  name: string;
  /** Default 500: a reader has its fallback to ask in the same request. */
  commandTimeoutMs?: number;
  /** Told of each lost connection and failed attempt; once per outage is the caller's business. */
  onError?: (error: Error) => void;
}

const reconnectMaxMs = 1_000;

/**
 * Opens the store and returns at once, whether Redis is there or not: the connection is tried for ever, in the
 * background, at least once a second.
 */
export function connectSnapshotStore(options: SnapshotStoreOptions): SnapshotStore {
  const client = openClient(options);
  client.on("error", (error: Error) => options.onError?.(error));
  // Its rejection means closed while connecting; each failed attempt before that has emitted "error".
  client.connect().catch(() => undefined);
  return {
    keys: snapshotKeys(options.keyPrefix),
    run: (commands) => runWithin(client, options.commandTimeoutMs ?? 500, commands),
    problem: () => (client.isReady ? undefined : "not connected to Redis"),
    connected: (signal) => untilReady(client, signal),
    close: () => closeClient(client),
  };
}

function openClient({ url, name }: SnapshotStoreOptions) {
  return createClient({
    url,
    name,
    // RESP 2 answers HGETALL with a flat list and scripts with plain values on every server version.
    RESP: 2,
    disableOfflineQueue: true,
    socket: { connectTimeout: 2_000, reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, reconnectMaxMs) },
  });
}

async function runWithin<T>(
  client: RedisClient,
  timeoutMs: number,
  commands: (client: RedisClient) => Promise<T>,
): Promise<T> {
  // A pipeline is queued even when the offline queue is off, so look first.
  if (!client.isReady) throw new SnapshotStoreUnavailableError("disconnected");
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SnapshotStoreUnavailableError("timeout")), timeoutMs);
  });
  try {
    return await Promise.race([commands(client), late]);
  } catch (error) {
    // A connection lost under way rejects with whatever the socket said.
    if (error instanceof SnapshotStoreUnavailableError || client.isReady) throw error;
    throw new SnapshotStoreUnavailableError("disconnected", { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

function untilReady(client: RedisClient, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (done: () => void) => {
      client.off("ready", onReady);
      signal.removeEventListener("abort", onAbort);
      done();
    };
    const onReady = () => settle(resolve);
    const onAbort = () => settle(() => reject(signal.reason));
    client.on("ready", onReady);
    signal.addEventListener("abort", onAbort);
    if (signal.aborted) onAbort();
    else if (client.isReady) onReady();
  });
}

async function closeClient(client: RedisClient): Promise<void> {
  if (client.isReady) await client.close();
  else client.destroy();
}
