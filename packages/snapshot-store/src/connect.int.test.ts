import { startPrivateRedis } from "@statwire/embedded-stack/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectSnapshotStore, type SnapshotStore } from "./connect.js";
import { readNode } from "./read.js";
import { markWhole, readReadiness } from "./readiness.js";

const name = { workspace: "default", node: "alpha" };
let redis: Awaited<ReturnType<typeof startPrivateRedis>>;
let store: SnapshotStore;

beforeAll(async () => {
  redis = await startPrivateRedis();
});
afterAll(async () => {
  await store?.close();
  await redis?.discard();
});

/** How a read ends. */
async function tryRead(): Promise<unknown> {
  const error: unknown = await readNode(store, name).then(
    () => undefined,
    (thrown) => thrown,
  );
  return error === undefined ? undefined : (error as { reason?: unknown }).reason;
}

/** How soon a read ends: on a busy machine later, so that the soonest of several counts. */
async function readMs(): Promise<number> {
  const startedAt = performance.now();
  await tryRead();
  return performance.now() - startedAt;
}

describe("a store whose Redis comes and goes", () => {
  it("opens at once without Redis, says so to readers quickly, and connects by itself", async () => {
    await redis.stop();
    store = connectSnapshotStore({ url: redis.server.url, keyPrefix: "s:", name: "test" });
    expect(await tryRead()).toBe("disconnected");
    await expect.poll(readMs).toBeLessThan(500);
    expect(store.problem()).toBe("not connected to Redis");
    await redis.restart();
    await store.connected(AbortSignal.timeout(30_000));
    expect(store.problem()).toBeUndefined();
    await markWhole(store);
    expect(await readNode(store, name)).toBeUndefined();
  });

  it("tells readers within half a second that Redis hangs, and serves them when it goes on", async () => {
    redis.server.process.kill("SIGSTOP");
    try {
      expect(await tryRead()).toBe("timeout");
      await expect.poll(readMs).toBeLessThan(650);
    } finally {
      redis.server.process.kill("SIGCONT");
    }
    await expect.poll(tryRead).toBeUndefined();
  });

  it("finds a Redis that was killed empty, so not ready", async () => {
    await redis.stop("SIGKILL");
    await expect.poll(tryRead).toBe("disconnected");
    await redis.restart();
    await expect.poll(tryRead).toBe("rebuilding");
    expect(await readReadiness(store)).toBe("absent");
  });
});
