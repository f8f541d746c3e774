import { startPrivateRedis } from "@statwire/embedded-stack/testing";
import { expect, it, onTestFinished } from "vitest";
import { connectSnapshotStore } from "./connect.js";
import { unsafeRedisSettings } from "./unsafe-redis.js";

it("a Redis that evicts is seen, and one whose settings are hidden is known to be so", async () => {
  const redis = await startPrivateRedis();
  onTestFinished(() => redis.discard());
  const { url } = redis.server;
  const open = async (as: string) => {
    const store = connectSnapshotStore({ url: as, keyPrefix: "test:", name: "test", commandTimeoutMs: 5_000 });
    onTestFinished(() => store.close());
    await store.connected(AbortSignal.timeout(30_000));
    return store;
  };
  const store = await open(url);
  expect(await unsafeRedisSettings(store)).toEqual([]);
  await store.run((client) => client.configSet("maxmemory-policy", "allkeys-lru"));
  expect(await unsafeRedisSettings(store)).toEqual([expect.stringContaining("not allkeys-lru")]);
  await store.run((client) => client.sendCommand(["ACL", "SETUSER", "blind", "on", ">word", "~*", "+@all", "-info"]));
  const blind = new URL(url);
  Object.assign(blind, { username: "blind", password: "word" });
  expect(await unsafeRedisSettings(await open(blind.href))).toBeUndefined();
}, 30_000);
