import { randomUUID } from "node:crypto";
import { type ControlPlane, createSealer, type Origin, openControlPlane } from "@statwire/control-plane";
import { createTestBus } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog, streamState } from "@statwire/event-log";
import { connectHistory, type History, readDocumentRevisions } from "@statwire/history-store";
import { createMigratedDatabase } from "@statwire/history-store/testing";
import { createLogger } from "@statwire/runtime";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { HoldWatch } from "./hold-watch.js";
import { ingestedStreams } from "./ingested-streams.js";
import type { StreamLag } from "./lag.js";
import type { CutLedger } from "./ledger.js";
import { StreamHousekeeping } from "./stream-housekeeping.js";
import { type IngesterProcess, startIngesterProcess } from "./testing/ingester-process.js";

const patient = { timeout: 40_000, interval: 50 };
const workspace = "default";
/** Revisions of one document that the log keeps when nothing is set. */
const revisionsKept = 64;
const origin: Origin = { actor: { kind: "user", id: "ada", name: "Ada" }, requestId: "request-1", atMs: Date.now() };
const stopped = new AbortController();

let bus: Awaited<ReturnType<typeof createTestBus>>;
let database: Awaited<ReturnType<typeof createMigratedDatabase>>;
let eventLog: EventLog;
let history: History;
let ingester: IngesterProcess;
let controlPlane: ControlPlane;

beforeAll(async () => {
  [bus, database] = await Promise.all([createTestBus(), createMigratedDatabase()]);
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
      // These, and as many of the newest as the log keeps, are all of them.
      await expect.poll(async () => (await revisions(id)).length, patient).toBeGreaterThan(82 - revisionsKept);
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

it("what the bucket no longer keeps of a document is no loss of the log", async () => {
  const { id } = await change({ verb: "create", workspace, kind: "tag", input: { name: "often" } });
  await ingester.end("SIGTERM");
  for (let number = 1; number <= 70; number += 1) {
    await change({ verb: "patch", workspace, kind: "tag", id, patch: { name: `often ${number}` } });
  }
  ingester = await startIngesterProcess({ bus, database });
  const { lastSequence } = await streamState(eventLog, "KV_config");
  const committed = () => ingester.metric("statwire_ingest_committed_sequence", "KV_config").catch(() => undefined);
  await expect.poll(committed, patient).toBe(lastSequence);
  expect((await ingester.metric("statwire_ingest_gaps_total", "KV_config")) ?? 0).toBe(0);
});

it("what is no revision is set aside", async () => {
  const tag = await change({ verb: "create", workspace, kind: "tag", input: { name: "a" } });
  await eventLog.jetstream.publish("$KV.config.default.tag.forged", "nonsense");
  const next = await change({ verb: "create", workspace, kind: "tag", input: { name: "b" } });
  await expect.poll(async () => (await revisions(next.id, "tag")).length, patient).toBe(1);
  const { lastSequence } = await streamState(eventLog, "DEAD_LETTERS");
  const letter = await eventLog.manager.streams.getMessage("DEAD_LETTERS", { seq: lastSequence });
  expect(letter?.subject).toBe("deadletters.v1.KV_config.ingester");
  expect(controlPlane.get(tag)).toEqual(tag);
});

it("nothing is purged to make room, however full it is and however old, as it would be in another stream", async () => {
  const { state } = await eventLog.manager.streams.info("KV_config");
  await eventLog.manager.streams.update("KV_config", { max_bytes: Math.ceil(state.bytes * 1.2) });
  await keepHouse({ isState: true });
  expect((await streamState(eventLog, "KV_config")).messages).toBe(state.messages);
  await keepHouse({ isState: false });
  expect((await streamState(eventLog, "KV_config")).messages).toBe(0);
});

/** Three looks at the bucket's stream an hour from now, when everything in it is stored. */
async function keepHouse({ isState }: { isState: boolean }): Promise<void> {
  const stream = ingestedStreams.find(({ name }) => name === "KV_config");
  if (stream === undefined) throw new Error("the bucket is not ingested");
  const { lastSequence } = await streamState(eventLog, stream.name);
  const ended = new AbortController();
  let looks = 0;
  const look = async () => {
    looks += 1;
    if (looks === 3) ended.abort();
  };
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
  try {
    await new StreamHousekeeping({
      ...{ eventLog, history, stream: { ...stream, isState }, signal: ended.signal },
      ledger: { record: { committed: lastSequence } } as CutLedger,
      lag: { look } as StreamLag,
      holds: {} as HoldWatch,
      around: (_point, act) => act(),
      storedUpToMs: async () => 0,
      ...{ intervalMs: 1, closeGraceMs: 0 },
      log: createLogger({ service: "test", level: "fatal" }),
    }).keep(async () => undefined);
  } finally {
    vi.useRealTimers();
  }
}
