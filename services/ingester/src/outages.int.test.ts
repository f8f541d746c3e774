import { createTestBus } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog, ensureStreams, streamState } from "@statwire/event-log";
import { connectHistory, type History } from "@statwire/history-store";
import { createMigratedDatabase } from "@statwire/history-store/testing";
import { createLogger, sleep } from "@statwire/runtime";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { relieve } from "./housekeeping.js";
import { type Gate, startGate } from "./testing/gate.js";
import { type IngesterProcess, type Servers, startIngesterProcess } from "./testing/ingester-process.js";
import { loadsPerNode, PublishedEvents, storedPerNode } from "./testing/published-events.js";

const log = createLogger({ service: "test", level: "fatal" });
const room = { bytesMax: 16 * 1024 ** 2, ageMaxMs: 3_600_000 };

let servers: Servers;
let eventLog: EventLog;
let history: History;
let published: PublishedEvents;
const closers: (() => Promise<unknown>)[] = [];
const processes: IngesterProcess[] = [];

beforeEach(async () => {
  const [bus, database] = await Promise.all([createTestBus(), createMigratedDatabase()]);
  servers = { bus, database };
  eventLog = await connectEventLog({ ...bus, name: "test", log });
  await ensureStreams(eventLog, { telemetry: room, logs: room, deadLetters: room, integrity: room, replicas: 1 });
  history = connectHistory(database);
  published = new PublishedEvents(eventLog);
  closers.push(
    () => bus.close(),
    () => database.close(),
    () => eventLog.close(),
    () => history.close(),
  );
});

afterEach(async () => {
  for (const { child, exited } of processes.splice(0)) {
    child.kill("SIGKILL");
    await exited;
  }
  for (const close of closers.splice(0).reverse()) await close();
});

async function start(changes: Partial<Servers> = {}): Promise<IngesterProcess> {
  const started = await startIngesterProcess({ ...servers, ...changes });
  processes.push(started);
  return started;
}

const isReady = async (ingester: IngesterProcess) => (await ingester.readiness()).ready;
const patient = { timeout: 60_000, interval: 50 };

describe("the ingester", () => {
  it("waits while the history store is away, says so, and then stores everything once", async () => {
    const gate: Gate = await startGate(new URL(servers.database.url));
    closers.push(() => gate.close());
    const ingester = await start({ database: { ...servers.database, url: `http://127.0.0.1:${gate.port}` } });
    await ingester.ready();
    for (let outage = 0; outage < 3; outage += 1) {
      const publishing = published.publish(`node-${outage}`, 500);
      await sleep(100 + outage * 70);
      gate.shut();
      await publishing;
      await expect.poll(async () => (await ingester.readiness()).text, patient).toContain("inserting");
      expect(await ingester.metric("statwire_ingest_lag_messages")).toBeGreaterThan(0);
      gate.open();
    }
    await expect.poll(() => storedPerNode(history), patient).toEqual(published.perNode);
    await expect.poll(() => loadsPerNode(history), patient).toEqual(published.perNode);
    await ingester.ready();
    await expect.poll(() => ingester.metric("statwire_ingest_lag_messages"), patient).toBe(0);
  }, 150_000);

  it("fills a history store that was emptied from what the log holds", async () => {
    const ingester = await start();
    await ingester.ready();
    await published.publish("node", 300);
    await expect.poll(() => storedPerNode(history), patient).toEqual(published.perNode);
    await ingester.end("SIGTERM");
    await history.client.command({ query: `DROP DATABASE ${servers.database.database} SYNC` });
    await published.publish("node", 50, 301);
    const restarted = await start();
    await restarted.ready();
    await expect.poll(() => storedPerNode(history), patient).toEqual(published.perNode);
  }, 150_000);

  it("leaves the stream to one of two, and the other takes over when that one is gone", async () => {
    const first = await start();
    await first.ready();
    const second = await start();
    await expect.poll(async () => (await second.readiness()).text, patient).toContain("taking the stream over");
    await published.publish("node", 200);
    await expect.poll(() => storedPerNode(history), patient).toEqual(published.perNode);
    expect(await isReady(second)).toBe(false);

    // Not dead but stopped: when it goes on it must notice that it was replaced, and insert nothing twice.
    const publishing = published.publish("node", 400, 201);
    first.child.kill("SIGSTOP");
    await publishing;
    await expect.poll(() => storedPerNode(history), patient).toEqual(published.perNode);
    expect(await isReady(second)).toBe(true);
    first.child.kill("SIGCONT");
    expect(await first.exited).toBe(1);
    await published.publish("node", 100, 601);
    await expect.poll(() => storedPerNode(history), patient).toEqual(published.perNode);
    await expect.poll(() => loadsPerNode(history), patient).toEqual(published.perNode);
  }, 150_000);

  it("makes room in a stream that fills up, but keeps what is not committed or recent", async () => {
    const payload = new Uint8Array(100 * 1024);
    for (let count = 0; count < 120; count += 1) {
      await eventLog.jetstream.publish("telemetry.v1.default.node.live.host", payload);
    }
    const state = await streamState(eventLog, "TELEMETRY");
    expect(state.bytes).toBeGreaterThan(0.7 * room.bytesMax);
    const nowMs = Date.now();
    expect(await relieve(eventLog, "TELEMETRY", state, { committed: 60, nowMs })).toBe(0);
    expect(await relieve(eventLog, "TELEMETRY", state, { committed: 60, nowMs: nowMs + 11 * 60_000 })).toBe(60);
    const relieved = await streamState(eventLog, "TELEMETRY");
    expect(relieved).toMatchObject({ firstSequence: 61, messages: 60 });
    expect(await relieve(eventLog, "TELEMETRY", relieved, { committed: 120, nowMs: nowMs + 11 * 60_000 })).toBe(0);
  });
});
