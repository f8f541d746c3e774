import { createHash } from "node:crypto";
import { createClient } from "redis";
import type { SharedCounter } from "./rate-limit-store.js";

/** Counting must not slow a request down: after this it goes on in this process. */
const defaultReplyWithinMs = 250;
const reconnectMaxMs = 1_000;

/** Adds hits to a window, which begins with the first of them; answers how many there are and how much is left of it (ms). */
const addScript = `local left = redis.call('PTTL', KEYS[1])
if left <= 0 then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return { tonumber(ARGV[1]), tonumber(ARGV[2]) }
end
return { redis.call('INCRBY', KEYS[1], ARGV[1]), left }`;
const addDigest = createHash("sha1").update(addScript).digest("hex");

/**
 * Connects the Redis that rate limits are counted in, on a connection of its own. Returns at once and reconnects for
 * ever; what happens to the connection shows in `ready`.
 */
export function connectSharedCounter(
  url: string,
  { replyWithinMs = defaultReplyWithinMs } = {},
): SharedCounter & { close(): Promise<void> } {
  const client = createClient({
    url,
    name: "statwire-api-limits",
    RESP: 2,
    disableOfflineQueue: true,
    // A limit of its own on each command is an AbortSignal with a timer, and `within` is there.
    commandOptions: { timeout: undefined },
    socket: { connectTimeout: 2_000, reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, reconnectMaxMs) },
  });
  // Without a listener an error event would end the process; the store logs the change to counting here once.
  client.on("error", () => undefined);
  client.connect().catch(() => undefined);
  const add = async (call: string[]) => {
    try {
      return await client.sendCommand(["EVALSHA", addDigest, ...call]);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith("NOSCRIPT"))) throw error;
      return client.sendCommand(["EVAL", addScript, ...call]);
    }
  };
  return {
    ready: () => client.isReady,
    async add(key, hits, windowMs) {
      const reply = await within(replyWithinMs, add(["1", key, String(hits), String(windowMs)]));
      const [total, remainingMs] = reply as unknown as [number, number];
      return { total, remainingMs };
    },
    close: async () => {
      if (client.isReady) await client.close();
      else client.destroy();
    },
  };
}

async function within<T>(ms: number, reply: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no reply from Redis within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([reply, late]);
  } finally {
    clearTimeout(timer);
  }
}
