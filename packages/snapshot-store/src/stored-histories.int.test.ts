import { createTestKeyPrefix } from "@statwire/embedded-stack/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { applyEvents } from "./apply.js";
import { connectSnapshotStore, type SnapshotStore } from "./connect.js";
import { advanceFilling, beginFilling, type Filling } from "./filling.js";
import type { HeadlineHistory } from "./headlines.js";
import { readHeadlines } from "./read.js";
import type { NodeEvent } from "./snapshot.js";
import { readHistories, writeHistories } from "./stored-histories.js";

const workspace = "default";
const startMs = 1_700_000_010_000;
let store: SnapshotStore;
let filling: Filling;

beforeAll(async () => {
  const { url, keyPrefix } = createTestKeyPrefix();
  store = connectSnapshotStore({ url, keyPrefix, name: "one" });
  await store.connected(AbortSignal.timeout(30_000));
  filling = await beginFilling(store, "first");
});
afterAll(() => store.close());

function eventAt(node: string, sequence: number): NodeEvent {
  const place = { workspace, node, family: "host", bootId: 7, sequence, observedAtMs: startMs + sequence * 30_000 };
  return { ...place, requested: false, clearsHistory: false, modules: {} };
}

const historyTo = (sequence: number, ...headlines: HeadlineHistory["headlines"]): HeadlineHistory => ({
  last: { bootId: 7, sequence },
  headlines,
});

it("reads what the fold has left, and replaces it by what is later alone", async () => {
  const [alpha, beta] = [
    { workspace, node: "alpha" },
    { workspace, node: "beta" },
  ];
  await applyEvents(store, [eventAt("alpha", 1), eventAt("alpha", 2)], { filling, foldHeadlines: true });
  const before = historyTo(2, { observedAtMs: startMs + 30_000 }, { observedAtMs: startMs + 60_000 });
  expect(await readHistories(store, [alpha, beta])).toEqual([before, { headlines: [] }]);

  const later = historyTo(9, { observedAtMs: startMs + 90_000, cpuUtilization: 0.1234, swapUtilization: 0 });
  const histories = [alpha, beta].map((name) => ({ name, history: later }));
  expect(await writeHistories(store, histories, { filling })).toBe(true);
  for (const old of [historyTo(9), historyTo(8), { headlines: [] }]) {
    expect(await writeHistories(store, [{ name: alpha, history: old }], { filling })).toBe(true);
  }
  expect(await readHistories(store, [alpha, beta])).toEqual([later, later]);

  // The fold goes on from there: an event of the same position changes nothing.
  await applyEvents(store, [eventAt("beta", 9), eventAt("beta", 10)], { filling, foldHeadlines: true });
  const latest = await advanceFilling(store, filling, "latest");
  if (latest === undefined) throw new Error("flushed");
  filling = latest;
  await advanceFilling(store, filling, "whole");
  const appended = { observedAtMs: startMs + 300_000 };
  expect(await readHeadlines(store, beta)).toEqual([...later.headlines, appended]);
});

it("writes nothing into a store that was flushed since", async () => {
  const gamma = { workspace, node: "gamma" };
  await store.run((client) => client.del(store.keys.ready));
  const [name, history] = [gamma, historyTo(1, { observedAtMs: startMs })];
  expect(await writeHistories(store, [{ name, history }], { filling })).toBe(false);
  expect(await readHistories(store, [gamma])).toEqual([{ headlines: [] }]);
});
