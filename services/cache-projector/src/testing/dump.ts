import type { SnapshotStore } from "@statwire/snapshot-store";

/** Every key of a Redis with its type and value, lists in order, the rest sorted. */
export function dumpAll(store: SnapshotStore): Promise<Record<string, unknown>> {
  return store.run(async (client) => {
    const keys = (await client.keys("*")).sort();
    const entries = keys.map(async (key) => {
      const type = await client.type(key);
      if (type === "string") return [key, { type, value: await client.get(key) }];
      if (type === "list") return [key, { type, value: await client.lRange(key, 0, -1) }];
      if (type === "hash") return [key, { type, value: { ...(await client.hGetAll(key)) } }];
      if (type === "zset") return [key, { type, value: await client.zRangeWithScores(key, 0, -1) }];
      return [key, { type }];
    });
    return Object.fromEntries(await Promise.all(entries));
  });
}
