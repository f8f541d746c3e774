import { randomUUID } from "node:crypto";
import { createTestKeyPrefix } from "@statwire/embedded-stack/testing";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppliedParts } from "./applied-parts.js";
import { applyEvents } from "./apply.js";
import { connectSnapshotStore, type SnapshotStore } from "./connect.js";
import { advanceFilling, beginFilling } from "./filling.js";
import { foldHeadline, type HeadlineHistory } from "./headlines.js";
import { toHeadline } from "./node-share.js";
import { listNodes, readHeadlines, readNode } from "./read.js";
import { markWhole } from "./readiness.js";
import { type NodeEvent, positionMax } from "./snapshot.js";
import { isLater, versionOf } from "./version.js";

const bootId = 1_700_000_000_000;
const startMs = 1_700_000_010_000;
const live = { foldHeadlines: true };

let store: SnapshotStore;
/** A node that no other test has. */
const newName = () => ({ workspace: "default", node: randomUUID() });

beforeAll(async () => {
  const { url, keyPrefix } = createTestKeyPrefix();
  store = connectSnapshotStore({ url, keyPrefix, name: "test", commandTimeoutMs: 10_000 });
  await store.connected(AbortSignal.timeout(30_000));
  await markWhole(store);
});
afterAll(() => store.close());

function hostEvent(name: { workspace: string; node: string }, sequence: number, options: Partial<NodeEvent> = {}) {
  const observedAtMs = startMs + sequence * 4_000;
  const swap = { totalBytes: 1, usedBytes: 1, freeBytes: 1, inBytes: 1, outBytes: 1, utilization: sequence / 1e4 };
  const event: NodeEvent = {
    ...name,
    family: "host",
    bootId,
    sequence,
    observedAtMs,
    requested: false,
    clearsHistory: false,
    modules: { swap: { intervalMs: 4_000, source: "direct", state: swap } },
  };
  return { ...event, ...options };
}

const load = (oneMinute: number): NodeEvent["modules"] => ({
  load: {
    intervalMs: 4_000,
    source: "netdata",
    state: { oneMinute, fiveMinutes: 0.5, fifteenMinutes: 0.25, uptimeSeconds: 1.5 },
  },
});

describe("applyEvents", () => {
  it("stores the latest of each module with its position, time and interval", async () => {
    const name = newName();
    const result = await applyEvents(store, [hostEvent(name, 1), hostEvent(name, 2, { modules: load(0.1234) })], live);
    expect(result).toEqual({ ready: true, applied: 2, old: 0 });
    const snapshot = await readNode(store, name);
    expect(snapshot).toEqual({
      ...name,
      version: versionOf([
        { bootId, sequence: 1 },
        { bootId, sequence: 2 },
      ]),
      seenAtMs: startMs + 8_000,
      modules: {
        swap: {
          bootId,
          sequence: 1,
          observedAtMs: startMs + 4_000,
          intervalMs: 4_000,
          source: "direct",
          state: { totalBytes: 1, usedBytes: 1, freeBytes: 1, inBytes: 1, outBytes: 1, utilization: 0.0001 },
        },
        load: {
          bootId,
          sequence: 2,
          observedAtMs: startMs + 8_000,
          intervalMs: 4_000,
          source: "netdata",
          state: { oneMinute: 0.1234, fiveMinutes: 0.5, fifteenMinutes: 0.25, uptimeSeconds: 1.5 },
        },
      },
      families: { host: { bootId, sequence: 2 } },
    });
    expect(await listNodes(store, "default")).toContainEqual({ node: name.node, seenAtMs: startMs + 8_000 });
  });

  it("stores surveys, the inventory and the configuration like modules, each by its own positions", async () => {
    const name = newName();
    const users = [{ user: "me", terminal: "pts/0", remoteHost: "", sinceMs: startMs, pid: 7 }];
    const rest = {
      modules: [],
      thresholds: [],
      logs: [],
      logIntervalMs: 30_000,
      netdataEnabled: false,
      netdataUrl: "",
    };
    const configuration = (sampling: boolean) => ({ sampling, baseIntervalMs: 4_000, ...rest });
    const events = [
      hostEvent(name, 7),
      hostEvent(name, 1, {
        family: "host.users",
        modules: { users: { intervalMs: 60_000, source: "systeminformation", state: users } },
      }),
      hostEvent(name, 4, { family: "configuration", modules: {}, configuration: configuration(false) }),
      hostEvent(name, 3, { family: "configuration", modules: {}, configuration: configuration(true) }),
    ];
    expect(await applyEvents(store, events, live)).toEqual({ ready: true, applied: 3, old: 1 });
    const snapshot = await readNode(store, name);
    expect(snapshot?.modules.users).toMatchObject({ sequence: 1, source: "systeminformation", state: users });
    expect(snapshot?.configuration).toEqual({
      bootId,
      sequence: 4,
      observedAtMs: startMs + 16_000,
      intervalMs: 0,
      source: "direct",
      state: configuration(false),
    });
    expect(snapshot?.version).toBe(versionOf([7, 1, 4].map((sequence) => ({ bootId, sequence }))));
  });

  it("never lets an older position replace a newer one, module by module", async () => {
    const name = newName();
    await applyEvents(store, [hostEvent(name, 10)], live);
    const late = hostEvent(name, 9, { modules: { ...hostEvent(name, 9).modules, ...load(9) } });
    expect(await applyEvents(store, [late], live)).toEqual({ ready: true, applied: 0, old: 1 });
    const snapshot = await readNode(store, name);
    expect(snapshot?.modules.swap).toMatchObject({ sequence: 10, state: { utilization: 0.001 } });
    // The newer event did not carry this module, so the older one is its latest.
    expect(snapshot?.modules.load).toMatchObject({ sequence: 9, state: { oneMinute: 9 } });
    expect(snapshot?.families).toEqual({ host: { bootId, sequence: 10 } });
  });

  it("lets a new run of the collector begin at 1 again, and compares numbers, not texts", async () => {
    const name = newName();
    await applyEvents(store, [hostEvent(name, 9), hostEvent(name, 10)], live);
    expect((await readNode(store, name))?.modules.swap?.sequence).toBe(10);
    const before = (await readNode(store, name))?.version ?? "";
    await applyEvents(store, [hostEvent(name, 1, { bootId: bootId + 1 })], live);
    const snapshot = await readNode(store, name);
    expect(snapshot?.modules.swap).toMatchObject({ bootId: bootId + 1, sequence: 1 });
    expect((snapshot?.version ?? "") > before).toBe(true);
    const highest = { bootId: positionMax, sequence: positionMax };
    await applyEvents(store, [hostEvent(name, 1, { ...highest, sequence: positionMax - 1 })], live);
    await applyEvents(store, [hostEvent(name, 1, highest)], live);
    expect((await readNode(store, name))?.modules.swap).toMatchObject(highest);
  });

  it("spares a replay the states that are there, and still takes a module that is not", async () => {
    const name = newName();
    const options = { ...live, appliedParts: new AppliedParts() };
    await applyEvents(store, [hostEvent(name, 10)], options);
    const old = [8, 9].map((sequence) =>
      hostEvent(name, sequence, { modules: { ...hostEvent(name, sequence).modules, ...load(sequence) } }),
    );
    expect(await applyEvents(store, old, options)).toEqual({ ready: true, applied: 0, old: 2 });
    const snapshot = await readNode(store, name);
    expect(snapshot?.modules.swap?.sequence).toBe(10);
    expect(snapshot?.modules.load).toMatchObject({ sequence: 9, state: { oneMinute: 9 } });
    await applyEvents(store, [hostEvent(name, 11)], options);
    expect((await readNode(store, name))?.modules.swap?.sequence).toBe(11);
  });

  it("changes nothing when a batch comes twice", async () => {
    const name = newName();
    const events = Array.from({ length: 20 }, (_, index) => hostEvent(name, index + 1));
    await applyEvents(store, events, live);
    const before = await dumpOf(name);
    expect(await applyEvents(store, events, live)).toEqual({ ready: true, applied: 0, old: 20 });
    expect(await dumpOf(name)).toEqual(before);
  });

  it("keeps names apart that look like keys, and workspaces apart", async () => {
    const node = `a:b.c ${randomUUID()} ü`;
    await applyEvents(
      store,
      [hostEvent({ workspace: "one", node }, 1), hostEvent({ workspace: "two", node }, 2)],
      live,
    );
    expect((await readNode(store, { workspace: "one", node }))?.modules.swap?.sequence).toBe(1);
    expect((await readNode(store, { workspace: "two", node }))?.modules.swap?.sequence).toBe(2);
    expect(await listNodes(store, "one")).toEqual([{ node, seenAtMs: startMs + 4_000 }]);
  });

  it("leaves a flushed store alone, unless it is being rebuilt", async () => {
    const { url, keyPrefix } = createTestKeyPrefix();
    const flushed = connectSnapshotStore({ url, keyPrefix, name: "test" });
    await flushed.connected(AbortSignal.timeout(30_000));
    const name = newName();
    expect(await applyEvents(flushed, [hostEvent(name, 1)], live)).toEqual({ ready: false });
    await expect(readNode(flushed, name)).rejects.toMatchObject({ code: "unavailable", reason: "rebuilding" });
    const filling = await beginFilling(flushed, "one");
    const options = { filling, foldHeadlines: false };
    expect(await applyEvents(flushed, [hostEvent(name, 1)], options)).toMatchObject({ applied: 1 });
    expect(await applyEvents(flushed, [hostEvent(name, 2)], live)).toEqual({ ready: false });
    await expect(readNode(flushed, name)).rejects.toMatchObject({ reason: "rebuilding" });
    const latest = await advanceFilling(flushed, filling, "latest");
    expect((await readNode(flushed, name))?.modules.swap?.sequence).toBe(1);
    await expect(readHeadlines(flushed, name)).rejects.toMatchObject({ reason: "rebuilding" });
    expect(await beginFilling(flushed, "two")).toEqual(latest);
    expect((await advanceFilling(flushed, latest ?? filling, "whole"))?.stage).toBe("whole");
    expect(await readHeadlines(flushed, name)).toEqual([]);
    await flushed.close();
  });

  it("does not let a filling finish that a flush has cut in two", async () => {
    const { url, keyPrefix } = createTestKeyPrefix();
    const flushed = connectSnapshotStore({ url, keyPrefix, name: "test" });
    await flushed.connected(AbortSignal.timeout(30_000));
    const filling = await beginFilling(flushed, "one");
    await flushed.run((client) => client.del(flushed.keys.ready));
    expect(await advanceFilling(flushed, filling, "latest")).toBeUndefined();
    await beginFilling(flushed, "two");
    expect(await advanceFilling(flushed, filling, "latest")).toBeUndefined();
    const options = { filling, foldHeadlines: false };
    expect(await applyEvents(flushed, [hostEvent(newName(), 1)], options)).toEqual({ ready: false });
    await flushed.close();
  });

  it("loads its script again after the server forgot it", async () => {
    const name = newName();
    await store.run((client) => client.scriptFlush());
    await applyEvents(store, [hostEvent(name, 1)], live);
    expect((await readNode(store, name))?.modules.swap?.sequence).toBe(1);
  });
});

/** Events of one node in any order, with repeats, from several runs, some without modules. */
const histories = fc.array(
  fc.record({
    bootId: fc.integer({ min: bootId, max: bootId + 2 }),
    sequence: fc.integer({ min: 1, max: 60 }),
    skewMs: fc.oneof(fc.constant(0), fc.integer({ min: -90_000, max: 2_500_000 })),
    slow: fc.boolean(),
    requested: fc.nat(6).map((draw) => draw === 0),
    clearsHistory: fc.nat(25).map((draw) => draw === 0),
    parts: fc.subarray(["swap", "load"] as const),
  }),
  { minLength: 1, maxLength: 80 },
);

describe("the script", () => {
  it("folds as the functions here do, however the events are cut into batches", async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: 1, max: 30 }), async (history, batchMax) => {
        const name = newName();
        const events = history.map(({ slow, parts, skewMs, ...rest }) => {
          const event = hostEvent(name, rest.sequence, rest);
          const all: NodeEvent["modules"] = { ...event.modules, ...load(rest.sequence) };
          const modules = Object.fromEntries(parts.map((part) => [part, all[part]])) as NodeEvent["modules"];
          const family = slow ? "host.sensors" : "host";
          return { ...event, observedAtMs: event.observedAtMs + skewMs, family, modules };
        });
        for (let from = 0; from < events.length; from += batchMax) {
          await applyEvents(store, events.slice(from, from + batchMax), live);
        }
        const expected = foldInMemory(events);
        const snapshot = await readNode(store, name);
        expect(snapshot?.version ?? versionOf([])).toBe(versionOf([...expected.parts.values()]));
        for (const part of ["swap", "load"] as const) {
          const event = expected.parts.get(part);
          expect(snapshot?.modules[part]?.sequence).toBe(event?.sequence);
          expect(snapshot?.modules[part]?.bootId).toBe(event?.bootId);
        }
        if (expected.parts.size > 0) {
          expect(snapshot?.seenAtMs).toBe(Math.max(...[...expected.parts.values()].map((event) => event.observedAtMs)));
        }
        expect(await readHeadlines(store, name)).toEqual(expected.history.headlines);
      }),
      { numRuns: 150 },
    );
  });
});

function foldInMemory(events: readonly NodeEvent[]): { parts: Map<string, NodeEvent>; history: HeadlineHistory } {
  const parts = new Map<string, NodeEvent>();
  let history: HeadlineHistory = { headlines: [] };
  for (const event of events) {
    for (const part of Object.keys(event.modules)) {
      const present = parts.get(part);
      if (present === undefined || isLater(event, present)) parts.set(part, event);
    }
    if (event.family === "host") history = foldHeadline(history, { ...event, headline: toHeadline(event) });
  }
  return { parts, history };
}

function dumpOf(name: { workspace: string; node: string }) {
  const { node, positions, headlines } = store.keys;
  return store.run((client) =>
    Promise.all([client.hGetAll(node(name)), client.hGetAll(positions(name)), client.lRange(headlines(name), 0, -1)]),
  );
}
