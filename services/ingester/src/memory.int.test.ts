import { readFileSync } from "node:fs";
import { createTestBus, createTestDatabase } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog, ensureStreams } from "@statwire/event-log";
import { encodeFrames } from "@statwire/events";
import { connectHistory } from "@statwire/history-store";
import { createLogger } from "@statwire/runtime";
import { expect, it, onTestFinished } from "vitest";
import { startGate } from "./testing/gate.js";
import { startIngesterProcess } from "./testing/ingester-process.js";
import { hostEvent, storedPerNode, subjectOf } from "./testing/published-events.js";

const room = { bytesMax: 128 * 1024 ** 2, ageMaxMs: 3_600_000 };
const patient = { timeout: 60_000, interval: 100 };
const nodes = 400;
const eachNode = 50;
/** Of the 20 000: three batches of a tenth of a second, and what may wait for the next. */
const takenMax = 10_000;
const growthMaxMebibytes = 100;

it("needs little memory for what waits while the history store is away, and for storing it afterwards", async () => {
  const [bus, database] = await Promise.all([createTestBus(), createTestDatabase()]);
  const log = createLogger({ service: "test", level: "fatal" });
  const eventLog = await connectEventLog({ ...bus, name: "test", log });
  await ensureStreams(eventLog, { telemetry: room, logs: room, deadLetters: room, integrity: room, replicas: 1 });
  const gate = await startGate(new URL(database.url));
  const history = connectHistory(database);
  const gated = { ...database, url: `http://127.0.0.1:${gate.port}` };
  const ingester = await startIngesterProcess({ bus, database: gated });
  onTestFinished(async () => {
    await ingester.end("SIGKILL");
    await Promise.all([gate.close(), history.close(), eventLog.close()]);
    await Promise.all([bus.close(), database.close()]);
  });
  await ingester.ready();
  const before = highestMebibytes(ingester.child.pid);
  gate.shut();

  for (let sequence = 1; sequence <= eachNode; sequence += 1) {
    const payload = encodeFrames([hostEvent(sequence)]);
    const publish = (_: unknown, node: number) =>
      eventLog.jetstream.publish(subjectOf(`node-${node}`), payload, {
        // Sent along as headers, as every message of a collector has some.
        msgID: `${"i".repeat(200)} ${node} ${sequence}`,
        expect: { streamName: "TELEMETRY" },
      });
    await Promise.all(Array.from({ length: nodes }, publish));
  }
  const lag = () => ingester.metric("statwire_ingest_lag_messages");
  await expect.poll(lag, patient).toBe(nodes * eachNode);
  expect(await takenFrom(eventLog)).toBeLessThan(takenMax);
  gate.open();
  await expect.poll(lag, patient).toBe(0);
  await ingester.ready();
  expect(highestMebibytes(ingester.child.pid) - before).toBeLessThan(growthMaxMebibytes);
  const stored = await storedPerNode(history);
  expect(Object.keys(stored)).toHaveLength(nodes);
  expect(new Set(Object.values(stored))).toEqual(new Set([eachNode]));
}, 120_000);

/** How many messages the log has handed out to whom has not stored them yet. */
async function takenFrom(eventLog: EventLog): Promise<number> {
  const consumers = await eventLog.manager.consumers.list("TELEMETRY").next();
  return Math.max(...consumers.map(({ delivered }) => delivered.stream_seq));
}

/** The most that a process has had resident so far. */
function highestMebibytes(pid: number | undefined): number {
  const [, kibibytes = "0"] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kibibytes) / 1024;
}
