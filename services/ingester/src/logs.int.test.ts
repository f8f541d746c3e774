import { createTestBus } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog, openCutRecord, readRange } from "@statwire/event-log";
import { encodeFrames } from "@statwire/events";
import { connectHistory, type History } from "@statwire/history-store";
import { createMigratedDatabase } from "@statwire/history-store/testing";
import { createLogger } from "@statwire/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type IngesterProcess, type Servers, startIngesterProcess } from "./testing/ingester-process.js";
import { PublishedEvents, storedPerNode } from "./testing/published-events.js";
import { PublishedLog, storedLines } from "./testing/published-lines.js";

const patient = { timeout: 40_000, interval: 50 };

let bus: Awaited<ReturnType<typeof createTestBus>>;
let database: Awaited<ReturnType<typeof createMigratedDatabase>>;
let servers: Servers;
let eventLog: EventLog;
let history: History;
let ingester: IngesterProcess;

beforeAll(async () => {
  [bus, database] = await Promise.all([createTestBus(), createMigratedDatabase()]);
  servers = { bus, database };
  ingester = await startIngesterProcess(servers);
  history = connectHistory(database);
  await ingester.ready();
  eventLog = await connectEventLog({ ...bus, name: "test", log: createLogger({ service: "test", level: "fatal" }) });
});

afterAll(async () => {
  await ingester?.end("SIGKILL");
  await eventLog?.close();
  await history?.close();
  await database?.close();
  await bus?.close();
});

describe("the ingester process, of logs", () => {
  it("stores every line once while it is killed again and again, and beside them the metrics", async () => {
    const published = new PublishedEvents(eventLog);
    const log = new PublishedLog(eventLog, "killed");
    for (let kill = 0; kill < 3; kill += 1) {
      const before = log.lines;
      const publishing = Promise.all([log.publish(200), published.publish(`beside-${kill}`, 200)]);
      await expect
        .poll(async () => (await storedLines(history, log)) ?? 0, { timeout: 30_000, interval: 5 })
        .toBeGreaterThan(before);
      await ingester.end("SIGKILL");
      ingester = await startIngesterProcess(servers);
      await publishing;
    }
    await expect.poll(() => storedLines(history, log), patient).toBe(3_000);
    await expect.poll(() => storedPerNode(history), patient).toEqual(published.perNode);
    for (const stream of ["LOGS", "TELEMETRY"]) {
      await expect.poll(() => ingester.metric("statwire_ingest_committed_sequence", stream), patient).toBe(600);
      await expect.poll(() => ingester.metric("statwire_ingest_lag_messages", stream), patient).toBe(0);
    }
  }, 120_000);

  it("keeps a malformed event out, with the reason, and stores the lines around it", async () => {
    const log = new PublishedLog(eventLog, "poison", "nginx/access.log");
    await log.publish(50);
    const whole = log.event(1);
    await log.send(encodeFrames([whole.slice(0, whole.length - 3)]));
    await log.send(Uint8Array.of(9, 1));
    await log.publish(50);
    await expect.poll(() => storedLines(history, log), patient).toBe(500);
    await expect
      .poll(deadLetters, patient)
      .toEqual([
        "deadletters.v1.LOGS.ingester: event of 9 bytes with 1 left at byte 0",
        expect.stringMatching(/^deadletters\.v1\.LOGS\.ingester: refused with code \d+/),
      ]);
  });

  it("gives both streams back when it is stopped", async () => {
    expect(await ingester.end("SIGTERM")).toBe(0);
    for (const stream of ["TELEMETRY", "LOGS"]) {
      expect((await openCutRecord(eventLog, stream).load()).record.holder).toBeUndefined();
    }
    ingester = await startIngesterProcess(servers);
    await ingester.ready();
  });

  it("goes on with the metrics when too many lines are refused, says so, and recovers by itself", async () => {
    const before = (await deadLetters()).length;
    const log = new PublishedLog(eventLog, "broken");
    const whole = log.event(1);
    const payload = encodeFrames([whole.slice(0, whole.length - 3)]);
    const sendAll = async () => {
      for (let count = 0; count < 130; count += 1) await log.send(payload);
    };
    // Looked at from the beginning on: it tries again after five seconds.
    const isStopped = expect
      .poll(async () => (await ingester.readiness()).text, { timeout: 60_000, interval: 100 })
      .toContain('"ingest LOGS":"stopped: the history store refused');
    await Promise.all([isStopped, sendAll()]);
    expect((await ingester.readiness()).text).toContain('"ingest TELEMETRY":"ok"');
    const published = new PublishedEvents(eventLog);
    await published.publish("unharmed", 50);
    await expect.poll(async () => (await storedPerNode(history)).unharmed, patient).toBe(50);
    // The sender has come to its senses: the rest goes aside, and what follows is stored, without a restart.
    const good = new PublishedLog(eventLog, "mended");
    await good.publish(20);
    await expect.poll(() => storedLines(history, good), patient).toBe(100);
    await expect.poll(async () => (await ingester.readiness()).text, patient).toContain('"ingest LOGS":"ok"');
    expect((await deadLetters()).length).toBe(before + 130);
  }, 150_000);

  it("goes on with the metrics when it is started while too many lines are refused", async () => {
    const before = (await deadLetters()).length;
    const log = new PublishedLog(eventLog, "still-broken");
    const whole = log.event(1);
    const payload = encodeFrames([whole.slice(0, whole.length - 3)]);
    const told = async () => /"ingest LOGS":"([^"]*)"/.exec((await ingester.readiness()).text)?.[1] ?? "";
    const isStopped = expect.poll(told, { timeout: 60_000, interval: 50 }).toContain("stopped: ");
    await Promise.all([isStopped, ...Array.from({ length: 450 }, () => log.send(payload))]);
    await ingester.end("SIGKILL");
    ingester = await startIngesterProcess(servers);
    const published = new PublishedEvents(eventLog);
    await published.publish("beside-refused", 50);
    await expect.poll(async () => (await storedPerNode(history))["beside-refused"], patient).toBe(50);
    expect(await told()).toContain("stopped: ");
    // It says so all the time, also while it tries again and is refused once more.
    const refused = before + 450;
    for (let text = await told(); (await deadLetters()).length < refused; text = await told())
      expect(text).toContain("stopped: ");
    await expect.poll(told, patient).toBe("ok");
    expect(ingester.child.exitCode).toBeNull();
    expect(await deadLetters()).toHaveLength(refused);
  }, 150_000);
});

async function deadLetters(): Promise<string[]> {
  const signal = AbortSignal.timeout(30_000);
  const letters = await readRange(eventLog, { stream: "DEAD_LETTERS", first: 1, last: 1_000, signal });
  return letters.map(({ subject, headers }) => `${subject}: ${headers?.get("statwire-reason")}`).sort();
}
