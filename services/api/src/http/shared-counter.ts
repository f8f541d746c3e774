import { createClient } from "redis";
import type { SharedCounter } from "./rate-limit-store.js";

/** Counting must not slow a request down: after this it goes on in this process. */
const defaultReplyWithinMs = 250;
const reconnectMaxMs = 1_000;

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
    socket: { connectTimeout: 2_000, reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, reconnectMaxMs) },
  });
  // Without a listener an error event would end the process; the store logs the change to counting here once.
  client.on("error", () => undefined);
  client.connect().catch(() => undefined);
  return {
    ready: () => client.isReady,
    send: (command) => within(replyWithinMs, client.sendCommand(command)),
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
