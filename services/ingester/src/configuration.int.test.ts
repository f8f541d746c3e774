import { randomUUID } from "node:crypto";
import { type ControlPlane, createSealer, type Origin, openControlPlane } from "@statwire/control-plane";
import { createTestBus, createTestDatabase } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog, streamState } from "@statwire/event-log";
import { connectHistory, type History, readDocumentRevisions } from "@statwire/history-store";
import { createLogger } from "@statwire/runtime";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type IngesterProcess, startIngesterProcess } from "./testing/ingester-process.js";

const patient = { timeout: 40_000, interval: 50 };
const workspace = "default";
const origin: Origin = { actor: { kind: "user", id: "ada", name: "Ada" }, requestId: "request-1", atMs: Date.now() };
const stopped = new AbortController();

let bus: Awaited<ReturnType<typeof createTestBus>>;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let eventLog: EventLog;
let history: History;
let ingester: IngesterProcess;
let controlPlane: ControlPlane;

beforeAll(async () => {
  [bus, database] = await Promise.all([createTestBus(), createTestDatabase()]);
  ingester = await startIngesterProcess({ bus, database });
  history = connectHistory(database);
  await ingester.ready();
  const log = createLogger({ service: "test", level: "fatal" });
  eventLog = await connectEventLog({ ...bus, name: "test", log });
  controlPlane = await openControlPlane({
    log: eventLog,
    sealer: createSealer("a key for tests"),
    createId: randomUUID,
    now: Date.now,
    signal: stopped.signal,
  });
});

afterAll(async () => {
  stopped.abort(new Error("the test is over"));
  await ingester?.end("SIGKILL");
  await eventLog?.close();
  await history?.close();
  await database?.close();
  await bus?.close();
});

function revisions(id: string, kind = "device") {
  return readDocumentRevisions(history, { workspace, kind, id, beforeMs: Date.now() + 60_000, limit: 500 });
}

async function change(command: Parameters<ControlPlane["change"]>[0], from: Origin = origin) {
  const changed = await controlPlane.change(command, from);
  if (!changed.ok) throw new Error(`${changed.code}: ${changed.message}`);
  return changed.current;
}

it("every revision is kept, by whom, once, and without secrets, whenever the ingester is killed", async () => {
  const check = { kind: "http", config: { basic_auth_pass: "hunter2" } };
  const secret = { config: { token: "hunter2" } };
  const device = await change({ verb: "create", workspace, kind: "device", input: { name: "Till", check }, secret });
  const { id } = device;
  // More than the log keeps of a document.
  for (let number = 1; number <= 80; number += 1) {
    if (number === 40) {
      await ingester.end("SIGKILL");
      ingester = await startIngesterProcess({ bus, database });
    }
    const bob = { ...origin, requestId: `request-${number}`, atMs: origin.atMs + number };
    await change({ verb: "patch", workspace, kind: "device", id, patch: { notes: `note ${number}` } }, bob);
  }
  await change({ verb: "delete", workspace, kind: "device", id }, { ...origin, atMs: origin.atMs + 1_000 });
  await expect.poll(async () => (await revisions(id)).length, patient).toBe(82);
  const kept = await revisions(id);
  expect(kept.map(({ action }) => action)).toEqual(["deleted", ...Array(80).fill("patched"), "created"]);
  expect(kept[1]).toMatchObject({ actorName: "Ada", requestId: "request-80", atMs: origin.atMs + 80 });
  expect(JSON.parse(kept[1]?.document ?? "")).toMatchObject({
    name: "Till",
    notes: "note 80",
    check: { config: { basic_auth_pass: "[redacted]" } },
  });
  expect(JSON.stringify(kept)).not.toContain("hunter2");
  const { lastSequence } = await streamState(eventLog, "KV_config");
  await expect
    .poll(() => ingester.metric("statwire_ingest_committed_sequence", "KV_config"), patient)
    .toBe(lastSequence);
});

it("what is no revision is set aside, and nothing is purged to make room", async () => {
  const tag = await change({ verb: "create", workspace, kind: "tag", input: { name: "a" } });
  await eventLog.jetstream.publish("$KV.config.default.tag.forged", "nonsense");
  const next = await change({ verb: "create", workspace, kind: "tag", input: { name: "b" } });
  await expect.poll(async () => (await revisions(next.id, "tag")).length, patient).toBe(1);
  const { lastSequence } = await streamState(eventLog, "DEAD_LETTERS");
  const letter = await eventLog.manager.streams.getMessage("DEAD_LETTERS", { seq: lastSequence });
  expect(letter?.subject).toBe("deadletters.v1.KV_config.ingester");
  expect(controlPlane.get(tag)).toEqual(tag);
});
