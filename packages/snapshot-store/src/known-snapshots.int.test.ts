import { createTestKeyPrefix } from "@statwire/embedded-stack/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { applyEvents } from "./apply.js";
import { connectSnapshotStore, type SnapshotStore } from "./connect.js";
import { flushSnapshots } from "./flush.js";
import { KnownSnapshots } from "./known-snapshots.js";
import { listNodes, readNode } from "./read.js";
import { markWhole } from "./readiness.js";

const workspace = "default";
const options = { ttlMs: 30_000, nowMs: 1_700_000_000_000 };
let store: SnapshotStore;
let known: KnownSnapshots;

beforeAll(async () => {
  store = connectSnapshotStore({ ...createTestKeyPrefix(), name: "known" });
  await store.connected(AbortSignal.timeout(30_000));
  await markWhole(store);
  known = new KnownSnapshots(store, workspace);
});
afterAll(() => store.close());

async function apply(node: string, sequence: number): Promise<void> {
  const event = { workspace, node, family: "host", bootId: 1, sequence, observedAtMs: sequence };
  const state = { oneMinute: sequence, fiveMinutes: 0, fifteenMinutes: 0, uptimeSeconds: 0 };
  const modules = { load: { intervalMs: 4_000, source: "direct", state } };
  const events = [{ ...event, requested: false, clearsHistory: false, modules }];
  await applyEvents(store, events, { foldHeadlines: true });
}

it("gives the same object until the node changes, and then what Redis has", async () => {
  expect(await known.read("alpha")).toBeUndefined();
  await apply("alpha", 1);
  const first = await known.read("alpha");
  expect(first).toEqual(await readNode(store, { workspace, node: "alpha" }));
  expect(await Promise.all([known.read("alpha"), known.read("alpha")])).toEqual([first, first]);
  expect(await known.read("alpha")).toBe(first);
  for (let sequence = 2; sequence < 50; sequence += 1) {
    await apply("alpha", sequence);
    expect((await known.read("alpha"))?.modules.load?.state.oneMinute).toBe(sequence);
  }
});

it("reads many in one go, in their order, with those that are not there", async () => {
  await apply("many-1", 1);
  await apply("many-2", 1);
  const [one] = await known.readEach(["many-1"]);
  await apply("many-2", 2);
  const read = await known.readEach(["many-2", "nobody", "many-1"]);
  expect(read.map((snapshot) => snapshot?.modules.load?.state.oneMinute)).toEqual([2, undefined, 1]);
  expect(read[2]).toBe(one);
});

it("keeps a pinned reading until it is pinned anew, by whomever", async () => {
  await apply("beta", 1);
  const first = await known.pin("beta", false, options);
  expect(first?.ageMs).toBe(0);
  await apply("beta", 2);
  const second = await known.pin("beta", false, options);
  expect(second?.snapshot).toBe(first?.snapshot);
  expect(second?.pinnedAtMs).toBe(options.nowMs);
  const other = new KnownSnapshots(store, workspace);
  await other.pin("beta", true, { ...options, nowMs: options.nowMs + 1 });
  const third = await known.pin("beta", false, options);
  expect([third?.snapshot.modules.load?.state.oneMinute, third?.pinnedAtMs]).toEqual([2, options.nowMs + 1]);
});

it("knows the first by name, also when another comes before it", async () => {
  const first = await known.first(0);
  expect(await known.first(1)).toBe(first);
  await apply("a-first", 1);
  expect([first, await known.first(2)]).toEqual(["alpha", "a-first"]);
});

it("lists the nodes by name, with what is asked in the same turn", async () => {
  const [read, list] = await Promise.all([known.read("alpha"), known.list()]);
  expect(list).toEqual(await listNodes(store, workspace));
  expect(list.find(({ node }) => node === "alpha")).toEqual({ node: "alpha", seenAtMs: read?.seenAtMs });
  await apply("a-later", 7);
  const [, after] = await Promise.all([known.read("alpha"), known.list()]);
  expect(after.map(({ node }) => node)).toEqual([...list.map(({ node }) => node), "a-later"].sort());
});

it("a name that can be none fails alone", async () => {
  const [bad, good] = await Promise.allSettled([known.read(""), known.read("alpha")]);
  expect([bad.status, good.status]).toEqual(["rejected", "fulfilled"]);
});

it("serves nothing of a flushed store, nor what it knew when that is filled with other nodes", async () => {
  await known.read("alpha");
  await known.pin("beta", false, options);
  await flushSnapshots(store);
  await expect(known.read("alpha")).rejects.toThrow("rebuilding");
  await expect(known.pin("beta", false, options)).rejects.toThrow("rebuilding");
  await expect(known.first(3)).rejects.toThrow("rebuilding");
  await expect(known.list()).rejects.toThrow("rebuilding");
  await markWhole(store);
  expect(await known.list()).toEqual([]);
  expect([await known.read("alpha"), await known.pin("beta", false, options), await known.first(4)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
