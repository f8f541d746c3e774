import { createTestBus, startPrivateRedis } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog, ensureStreams } from "@statwire/event-log";
import { sleep } from "@statwire/runtime";
import { connectSnapshotStore, readReadiness, type SnapshotStore } from "@statwire/snapshot-store";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dumpAll } from "./testing/dump.js";
import { baseModules, createTestNode } from "./testing/fleet.js";
import { silentLog, startTestProjection, streamLimits } from "./testing/projection.js";

const startMs = 1_700_000_010_000;
const patience = { timeout: 20_000, interval: 20 };
/** More than are read one by one. */
const nodesCount = 40;
/** Between two readings of a node while projectors are restarted: so many that some come in the midst of everything. */
const paceMs = 25;

let servers: Awaited<ReturnType<typeof startPrivateRedis>>[] = [];
let stores: SnapshotStore[] = [];
let bus: Awaited<ReturnType<typeof createTestBus>>;
let eventLog: EventLog;

beforeAll(async () => {
  servers = await Promise.all([startPrivateRedis(), startPrivateRedis()]);
  stores = servers.map(({ server }) =>
    connectSnapshotStore({ url: server.url, keyPrefix: "s:", name: "test", commandTimeoutMs: 5_000 }),
  );
  await Promise.all(stores.map((store) => store.connected(AbortSignal.timeout(30_000))));
  bus = await createTestBus();
  const { url, credentialsFile } = bus;
  eventLog = await connectEventLog({ url, credentialsFile, name: "cache-projector", log: silentLog });
  await ensureStreams(eventLog, streamLimits);
});
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await eventLog?.close();
  await bus?.close();
  await Promise.all(servers.map((server) => server.discard()));
});

it("ends as a projector that was never interrupted, while nodes go on, after restarts and a flush in the midst", async () => {
  const [steady, other] = stores as [SnapshotStore, SnapshotStore];
  const uninterrupted = startTestProjection(eventLog, steady);
  await expect.poll(() => readReadiness(steady), patience).toBe("whole");
  const fleet = Array.from({ length: nodesCount }, (_, index) => createTestNode(eventLog, `node ${index}`));
  let ticks = 0;
  const tick = async () => {
    const observedAtMs = startMs + ticks * 13_000;
    await Promise.all(
      fleet.map(async (member, index) => {
        // Some clocks are set back, some readings are asked for, some modules are not read, some nodes come late or stop.
        if (index % 10 === 3 ? ticks < 30 : index % 10 === 4 && ticks > 20) return;
        const clockMs = index % 10 === 5 && ticks > 25 ? -200_000 : 0;
        const read = ticks % 3 === 0 ? baseModules(ticks) : { network: { intervalMs: 4_000, items: [{ name: "lo" }] } };
        const flags = { requested: (ticks + index) % 23 === 0, clearsHistory: (ticks + index) % 69 === 0 };
        await member.host("host", observedAtMs + clockMs, { ...read, ...flags });
        if (index % 10 === 6 && ticks % 7 === 0) await member.raw("host", new Uint8Array([200]));
      }),
    );
    ticks += 1;
  };
  for (let early = 0; early < 35; early += 1) await tick();

  const stopping = new AbortController();
  const going = (async () => {
    while (!stopping.signal.aborted) {
      await tick();
      await sleep(paceMs, stopping.signal);
    }
  })();
  let interrupted = startTestProjection(eventLog, other);
  for (let restart = 0; restart < 2; restart += 1) {
    // In the midst of its replay, most likely; it has to be right wherever it is.
    await expect.poll(() => readReadiness(other), { ...patience, interval: 1 }).not.toBe("absent");
    await interrupted.stop();
    if (restart === 0) await other.run((client) => client.flushAll());
    interrupted = startTestProjection(eventLog, other);
  }
  await expect.poll(() => readReadiness(other), patience).toBe("whole");
  await other.run((client) => client.flushAll());
  await expect.poll(() => readReadiness(other), { ...patience, interval: 1 }).toBe("latest");
  const messages = await interrupted.metric("statwire_projector_replayed_messages_total");
  await tick();
  stopping.abort();
  await going;

  await expect.poll(() => readReadiness(other), patience).toBe("whole");
  expect(interrupted.projector.progress()).toBeUndefined();
  const expected = async () => {
    const [dumped, wanted] = await Promise.all([dumpAll(other), dumpAll(steady)]);
    expect(dumped).toEqual(wanted);
    return Object.keys(wanted).length;
  };
  await expect.poll(expected, patience).toBe(2 + 3 * nodesCount);
  expect(messages).toMatch(/stream="TELEMETRY"\} [1-9]/);
  expect(await interrupted.metric("statwire_projector_histories_waiting")).toMatch(/stream="TELEMETRY"\} 0/);
  await Promise.all([uninterrupted.stop(), interrupted.stop()]);
});
