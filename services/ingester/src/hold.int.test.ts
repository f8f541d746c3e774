import { createTestBus } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog, HoldError, openCutRecord, whileAlone, whileHeld } from "@statwire/event-log";
import { connectHistory, type History } from "@statwire/history-store";
import { createMigratedDatabase } from "@statwire/history-store/testing";
import { createLogger, sleep } from "@statwire/runtime";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type IngesterProcess, type Servers, startIngesterProcess } from "./testing/ingester-process.js";
import { PublishedEvents, storedPerNode } from "./testing/published-events.js";

const patient = { timeout: 60_000, interval: 50 };
const streams = ["TELEMETRY", "LOGS", "INTEGRITY"];

let bus: Awaited<ReturnType<typeof createTestBus>>;
let database: Awaited<ReturnType<typeof createMigratedDatabase>>;
let servers: Servers;
let eventLog: EventLog;
let history: History;
let ingester: IngesterProcess;
let published: PublishedEvents;

beforeAll(async () => {
  [bus, database] = await Promise.all([createTestBus(), createMigratedDatabase()]);
  servers = { bus, database };
  ingester = await startIngesterProcess(servers);
  history = connectHistory(database);
  const log = createLogger({ service: "test", level: "fatal" });
  eventLog = await connectEventLog({ ...bus, name: "test", log });
  published = new PublishedEvents(eventLog);
  await ingester.ready();
  await published.publish("before", 100);
  await vi.waitUntil(async () => (await storedPerNode(history)).before === 100, patient);
});

afterAll(async () => {
  await ingester?.end("SIGKILL");
  await eventLog?.close();
  await history?.close();
  await database?.close();
  await bus?.close();
});

it("stores nothing while it is held, says so, and all of it afterwards", async () => {
  await whileHeld(eventLog, holdBy("first"), async (records) => {
    expect(records.get("TELEMETRY")).toMatchObject({ committed: 100, cuts: [], held: { by: "first" } });
    await published.publish("meanwhile", 200);
    await expect.poll(() => ingester.metric("statwire_ingest_lag_messages"), patient).toBeGreaterThan(0);
    expect((await ingester.readiness()).text).toContain("held by first");
    expect(await ingester.metric("statwire_ingest_held")).toBe(1);
    expect(await storedPerNode(history)).toEqual({ before: 100 });
    await expect(whileHeld(eventLog, holdBy("second"), async () => undefined)).rejects.toThrow("is held by first");
  });
  await expect.poll(() => storedPerNode(history), patient).toEqual({ before: 100, meanwhile: 200 });
  await ingester.ready();
  expect(await ingester.metric("statwire_ingest_held")).toBe(0);
});

it("confirms to whoever asks next when it has not seen that nobody did in between", async () => {
  // Several times: now and then it looks just in between.
  for (const by of ["fourth", "fifth", "sixth", "seventh"]) {
    await whileHeld(eventLog, holdBy(by), async (records) => {
      for (const stream of streams) expect(records.get(stream)?.held?.by).toBe(by);
    });
  }
});

it("keeps to a hold that its predecessor was killed under, and whoever asked is told", async () => {
  const held = whileHeld(eventLog, holdBy("third"), async () => {
    await ingester.end("SIGKILL");
    ingester = await startIngesterProcess(servers);
    await published.publish("meanwhile", 50, 201);
    await expect
      .poll(() => ingester.readiness(), patient)
      .toMatchObject({ text: expect.stringContaining("held by third") });
    const { record } = await openCutRecord(eventLog, "TELEMETRY").load();
    expect(record).toMatchObject({ committed: 300, cuts: [], held: { by: "third" } });
  });
  await expect(held).rejects.toThrow(HoldError);
  await expect.poll(() => storedPerNode(history), patient).toEqual({ before: 100, meanwhile: 250 });
});

it("leaves one alone at a time", async () => {
  const options = (by: string) => ({ ...holdBy(by), what: "backup" });
  await whileAlone(eventLog, options("one"), async () => {
    await expect(whileAlone(eventLog, options("two"), async () => undefined)).rejects.toThrow("one is under way");
  });
  expect(await whileAlone(eventLog, options("two"), async () => 7)).toBe(7);
});

function holdBy(by: string) {
  const { signal } = new AbortController();
  return { streams, by, now: Date.now, sleep: (ms: number) => sleep(ms, signal), signal };
}
