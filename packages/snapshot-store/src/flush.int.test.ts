import { createTestKeyPrefix } from "@statwire/embedded-stack/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connectSnapshotStore, type SnapshotStore } from "./connect.js";
import { flushSnapshots } from "./flush.js";
import { markWhole, readReadiness } from "./readiness.js";

let store: SnapshotStore;
let other: SnapshotStore;

beforeAll(async () => {
  const { url, keyPrefix } = createTestKeyPrefix();
  // A prefix that is a pattern, too, must not reach further than it is written.
  store = connectSnapshotStore({ url, keyPrefix: `${keyPrefix}[a]*:`, name: "test" });
  other = connectSnapshotStore({ url, keyPrefix: `${keyPrefix}a:`, name: "test" });
  await Promise.all([store, other].map((one) => one.connected(AbortSignal.timeout(30_000))));
});

afterAll(() => Promise.all([store.close(), other.close()]));

it("deletes what is under its own prefix, the readiness included, and nothing else", async () => {
  await Promise.all([markWhole(store), markWhole(other)]);
  const node = store.keys.node({ workspace: "w", node: "n" });
  await store.run((client) => client.hSet(node, "version", "1"));
  await store.run((client) =>
    client.mSet(Object.fromEntries(Array.from({ length: 12_000 }, (_, n) => [`${node}${n}`, "x"]))),
  );
  expect(await flushSnapshots(store)).toBe(12_003);
  expect(await readReadiness(store)).toBe("absent");
  expect(await store.run((client) => client.exists(node))).toBe(0);
  expect(await readReadiness(other)).toBe("whole");
  expect(await flushSnapshots(store)).toBe(0);
});
