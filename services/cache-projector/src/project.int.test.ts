import { createTestBus, startPrivateRedis } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog, ensureStreams } from "@statwire/event-log";
import { encodeFrames, encodeHostSampled } from "@statwire/events";
import {
  connectSnapshotStore,
  readHeadlines,
  readNode,
  readReadiness,
  type SnapshotStore,
} from "@statwire/snapshot-store";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dumpAll } from "./testing/dump.js";
import { baseModules, createTestNode, workspace } from "./testing/fleet.js";
import { silentLog, startTestProjection, streamLimits, type TestProjection } from "./testing/projection.js";

const startMs = 1_700_000_010_000; // the beginning of a headline slot
const patience = { timeout: 10_000, interval: 20 };
/** How soon the store must be whole again after a flush. */
const rebuildMaxMs = 5_000;

let redis: Awaited<ReturnType<typeof startPrivateRedis>>;
let bus: Awaited<ReturnType<typeof createTestBus>>;
let store: SnapshotStore;
let eventLog: EventLog;
let projection: TestProjection;

beforeAll(async () => {
  redis = await startPrivateRedis();
});
afterAll(() => redis?.discard());

beforeEach(async () => {
  bus = await createTestBus();
  const { url, credentialsFile } = bus;
  eventLog = await connectEventLog({ url, credentialsFile, name: "cache-projector", log: silentLog });
  await ensureStreams(eventLog, streamLimits);
  store = connectSnapshotStore({ url: redis.server.url, keyPrefix: "s:", name: "test", commandTimeoutMs: 5_000 });
  await store.connected(AbortSignal.timeout(30_000));
  await store.run((client) => client.flushAll());
});
afterEach(async () => {
  await projection?.stop();
  await store.close();
  await eventLog.close();
  await bus.close();
});

const until = (check: () => Promise<unknown>) => expect.poll(check, patience);
const untilWhole = () => until(() => readReadiness(store)).toBe("whole");
const swapOf = async (node: string) => (await readNode(store, { workspace, node }))?.modules.swap?.sequence;

describe("the projection", () => {
  it("folds live events of every family, and none of the backlog", async () => {
    projection = startTestProjection(eventLog, store);
    const alpha = createTestNode(eventLog, "alpha");
    await alpha.host("host", startMs, baseModules(1_234));
    await alpha.host("host.sensors", startMs, {
      sensors: { temperatures: [{ sensor: "cpu/temp1", celsiusE3: 48_125 }] },
    });
    await alpha.inventory(startMs);
    await eventLog.jetstream.publish(
      "telemetry.v1.default.alpha.backlog.host",
      encodeFrames([encodeHostSampled({ bootId: 9n ** 13n, sequence: 1n, observedAtMs: 1n, ...baseModules(1) })]),
    );
    const name = { workspace, node: "alpha" };
    await until(async () => (await readNode(store, name))?.inventory?.state.hostname).toBe("alpha");
    const snapshot = await readNode(store, name);
    expect(snapshot?.modules.cpu).toMatchObject({ sequence: 1, intervalMs: 4_000, state: { utilization: 0.1234 } });
    expect(snapshot?.modules.sensors?.state.temperatures).toEqual([{ sensor: "cpu/temp1", celsius: 48.125 }]);
    expect(snapshot?.seenAtMs).toBe(startMs);
    await untilWhole();
    expect(await readHeadlines(store, name)).toEqual([
      { observedAtMs: startMs, cpuUtilization: 0.1234, memoryUtilization: 0.5, swapUtilization: 0.01 },
    ]);
    expect(projection.projector.problem()).toBeUndefined();
  });

  it("equals itself, field by field, after a flush and after a restart of Redis", async () => {
    projection = startTestProjection(eventLog, store);
    const fleet = ["alpha", "beta.lan", "gamma: 3"].map((node) => createTestNode(eventLog, node));
    for (const member of fleet) {
      for (let tick = 0; tick < 100; tick += 1) {
        await member.host("host", startMs + tick * 21_000, { ...baseModules(tick), requested: tick % 17 === 0 });
      }
      await member.host("host.sensors", startMs, {
        sensors: { fans: [{ sensor: "fan1", revolutionsPerMinute: 900 }] },
      });
      await member.host("host.filesystems", startMs, { filesystems: { items: [{ mountpoint: "/", usedBytes: 5n }] } });
      await member.inventory(startMs);
      // The last message of the family lacks most modules: those are in the one before.
      await member.host("host", startMs + 2_100_000, { swap: { utilizationE4: 77 } });
    }
    await untilWhole();
    await until(() => swapOf("gamma: 3")).toBe(101);
    await until(async () => (await dumpAll(store))["s:v2:headlines:default:gamma=3A=203"]).toBeDefined();
    const before = await dumpAll(store);
    expect(Object.keys(before)).toHaveLength(2 + 3 * fleet.length);
    expect(await readHeadlines(store, { workspace, node: "alpha" })).toHaveLength(60);

    await store.run((client) => client.flushAll());
    await expect.poll(() => dumpAll(store), { ...patience, timeout: rebuildMaxMs }).toEqual(before);

    await redis.stop("SIGKILL");
    await redis.restart();
    await until(() => dumpAll(store).catch(() => "away")).toEqual(before);
  });

  it("lets neither duplicates nor older events change anything", async () => {
    projection = startTestProjection(eventLog, store);
    const alpha = createTestNode(eventLog, "alpha");
    for (let tick = 0; tick < 5; tick += 1) await alpha.host("host", startMs + tick * 30_000, baseModules(tick));
    await until(() => swapOf("alpha")).toBe(5);
    await untilWhole();
    const before = await dumpAll(store);
    await alpha.again("host");
    await createTestNode(eventLog, "alpha").host("host", startMs + 999_000, { ...baseModules(9), clearsHistory: true });
    // What follows on the same stream is folded after them.
    await createTestNode(eventLog, "zeta").host("host", startMs, baseModules(1));
    await until(() => swapOf("zeta")).toBe(1);
    const after = await dumpAll(store);
    for (const key of Object.keys(before).filter((key) => key.includes("alpha")))
      expect(after[key]).toEqual(before[key]);
    expect(await projection.metric("statwire_projector_events_total")).toMatch(/result="old"\} [1-9]/);
  });

  it("counts what cannot be decoded, and goes on", async () => {
    projection = startTestProjection(eventLog, store);
    const alpha = createTestNode(eventLog, "alpha");
    await alpha.raw("host", new Uint8Array([200]));
    await alpha.raw("host", encodeFrames([new Uint8Array([255, 255])]));
    await alpha.raw("host", encodeFrames([encodeHostSampled({ bootId: 2n ** 60n, sequence: 1n, observedAtMs: 1n })]));
    await eventLog.jetstream.publish("telemetry.v1.default.alpha.live.novelty", new Uint8Array([1]));
    await alpha.host("host", startMs, baseModules(1));
    await until(() => swapOf("alpha")).toBe(1);
    const events = await projection.metric("statwire_projector_events_total");
    expect(events).toMatch(/result="undecodable"\} [1-9]/);
  });

  it("goes on where it was when Redis was away under load", async () => {
    projection = startTestProjection(eventLog, store);
    const fleet = Array.from({ length: 20 }, (_, index) => createTestNode(eventLog, `node-${index}`));
    const publishTicks = async (from: number, to: number) => {
      for (let tick = from; tick < to; tick += 1) {
        await Promise.all(fleet.map((member) => member.host("host", startMs + tick * 4_000, baseModules(tick))));
      }
    };
    await publishTicks(0, 20);
    await until(() => swapOf("node-7")).toBe(20);
    await redis.stop("SIGKILL");
    await publishTicks(20, 60);
    expect(store.problem()).toBe("not connected to Redis");
    await redis.restart();
    await publishTicks(60, 80);
    await untilWhole();
    for (const { node } of fleet) await until(() => swapOf(node).catch(() => "away")).toBe(80);
    const headlines = await readHeadlines(store, { workspace, node: "node-3" });
    expect(headlines.map(({ observedAtMs }) => observedAtMs - startMs)).toEqual(
      // The first tick of 4 s in each slot of 30 s.
      Array.from({ length: 11 }, (_, slot) => Math.ceil((slot * 30) / 4) * 4_000),
    );
  });
});
