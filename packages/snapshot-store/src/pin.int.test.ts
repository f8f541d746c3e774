import { setTimeout as delay } from "node:timers/promises";
import { createTestKeyPrefix } from "@statwire/embedded-stack/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyEvents } from "./apply.js";
import { connectSnapshotStore, type SnapshotStore } from "./connect.js";
import { pinSnapshot, repinSnapshot } from "./pin.js";
import { readNode } from "./read.js";
import { markWhole } from "./readiness.js";

const nowMs = 1_700_000_000_000;
const ttlMs = 30_000;
let store: SnapshotStore;
let otherReplica: SnapshotStore;

beforeAll(async () => {
  const { url, keyPrefix } = createTestKeyPrefix();
  store = connectSnapshotStore({ url, keyPrefix, name: "one" });
  otherReplica = connectSnapshotStore({ url, keyPrefix, name: "other" });
  await Promise.all([store, otherReplica].map((each) => each.connected(AbortSignal.timeout(30_000))));
  await markWhole(store);
});
afterAll(() => Promise.all([store.close(), otherReplica.close()]));

async function apply(node: string, sequence: number): Promise<void> {
  const event = { workspace: "default", node, family: "host", bootId: 1, sequence, observedAtMs: sequence };
  const state = { oneMinute: sequence, fiveMinutes: 0, fifteenMinutes: 0, uptimeSeconds: 0 };
  const modules = { load: { intervalMs: 4_000, source: "direct", state } };
  const events = [{ ...event, requested: false, clearsHistory: false, modules }];
  await applyEvents(store, events, { foldHeadlines: true });
}

describe("pinSnapshot", () => {
  it("serves one reading to every replica until it is pinned anew", async () => {
    const name = { workspace: "default", node: "alpha" };
    await apply("alpha", 1);
    const first = await pinSnapshot(store, name, { ttlMs, nowMs });
    expect(first).toEqual({ snapshot: await readNode(store, name), pinnedAtMs: nowMs, ageMs: 0 });
    await apply("alpha", 2);
    await delay(20);
    const second = await pinSnapshot(otherReplica, name, { ttlMs, nowMs: nowMs + 20 });
    expect(second?.snapshot).toEqual(first?.snapshot);
    expect(second?.pinnedAtMs).toBe(nowMs);
    expect(second?.ageMs).toBeGreaterThanOrEqual(19);
    const third = await repinSnapshot(store, name, { ttlMs, nowMs: nowMs + 30 });
    expect(third?.snapshot.modules.load?.state.oneMinute).toBe(2);
    expect(third).toMatchObject({ pinnedAtMs: nowMs + 30, ageMs: 0 });
    expect((await pinSnapshot(otherReplica, name, { ttlMs, nowMs }))?.snapshot).toEqual(third?.snapshot);
  });

  it("agrees when replicas ask at once", async () => {
    const name = { workspace: "default", node: "beta" };
    await apply("beta", 1);
    const asked = Array.from({ length: 40 }, (_, index) =>
      pinSnapshot(index % 2 === 0 ? store : otherReplica, name, { ttlMs, nowMs: nowMs + index }),
    );
    const pinnedAt = new Set((await Promise.all(asked)).map((pinned) => pinned?.pinnedAtMs));
    expect(pinnedAt.size).toBe(1);
  });

  it("lets a pin go after its time", async () => {
    const name = { workspace: "default", node: "gamma" };
    await apply("gamma", 1);
    await pinSnapshot(store, name, { ttlMs: 30, nowMs });
    await apply("gamma", 2);
    await expect
      .poll(async () => (await pinSnapshot(store, name, { ttlMs: 30, nowMs }))?.snapshot.modules.load?.sequence)
      .toBe(2);
  });

  it("pins nothing for an unknown node", async () => {
    expect(await pinSnapshot(store, { workspace: "default", node: "nobody" }, { ttlMs, nowMs })).toBeUndefined();
  });
});
