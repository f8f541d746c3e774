import { createTestBus } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog, publishOnce, streamState } from "@statwire/event-log";
import { encodeFrames, encodeSignInRecorded, signInEventHeaders, signInsSubject } from "@statwire/events";
import { connectHistory, type History, readAudit } from "@statwire/history-store";
import { createMigratedDatabase } from "@statwire/history-store/testing";
import { createLogger } from "@statwire/runtime";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type IngesterProcess, startIngesterProcess } from "./testing/ingester-process.js";

const patient = { timeout: 40_000, interval: 50 };
const startMs = Date.UTC(2026, 10, 1);

let bus: Awaited<ReturnType<typeof createTestBus>>;
let database: Awaited<ReturnType<typeof createMigratedDatabase>>;
let eventLog: EventLog;
let history: History;
let ingester: IngesterProcess;

beforeAll(async () => {
  [bus, database] = await Promise.all([createTestBus(), createMigratedDatabase()]);
  ingester = await startIngesterProcess({ bus, database });
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

function publish(workspace: string, number: number): Promise<void> {
  const [id, userId, atMs] = [`event-${number}`, "ada", startMs + number];
  const event = {
    id,
    userId,
    userName: "Ada",
    atMs: BigInt(atMs),
    action: "signed-in",
    address: "192.0.2.7",
    count: 1,
  };
  return publishOnce(eventLog, {
    subject: signInsSubject(workspace),
    headers: signInEventHeaders({ workspace, id, userId, atMs }),
    payload: encodeFrames([encodeSignInRecorded(event)]),
  });
}

async function kept(workspace: string): Promise<number[]> {
  const range = { fromMs: startMs, toMs: startMs + 10_000, limit: 1_000 };
  const rows = await readAudit(history, { workspaces: [workspace], kinds: [], ...range });
  return rows.map(({ atMs }) => atMs - startMs);
}

it("each sign-in is kept once in its workspace, whenever the ingester is killed and however often it was published", async () => {
  for (let number = 1; number <= 90; number += 1) {
    if (number === 40) {
      await ingester.end("SIGKILL");
      ingester = await startIngesterProcess({ bus, database });
    }
    await publish(number % 3 === 0 ? "_" : "default", number);
    // As after an answer that was lost.
    if (number % 10 === 0) await publish(number % 3 === 0 ? "_" : "default", number);
  }
  const newestFirst = Array.from({ length: 90 }, (_, index) => 90 - index);
  await expect.poll(() => kept("default"), patient).toEqual(newestFirst.filter((number) => number % 3 !== 0));
  await expect.poll(() => kept("_"), patient).toEqual(newestFirst.filter((number) => number % 3 === 0));
});

it("what is none is set aside, and the others go on", async () => {
  await eventLog.jetstream.publish(signInsSubject("default"), "nonsense");
  await eventLog.jetstream.publish("audit.v1.default.something", "nonsense");
  await publish("default", 100);
  await expect.poll(async () => (await kept("default"))[0], patient).toBe(100);
  const { lastSequence, messages } = await streamState(eventLog, "DEAD_LETTERS");
  expect(messages).toBe(2);
  const letter = await eventLog.manager.streams.getMessage("DEAD_LETTERS", { seq: lastSequence });
  expect(letter?.subject).toBe("deadletters.v1.AUDIT.ingester");
});
