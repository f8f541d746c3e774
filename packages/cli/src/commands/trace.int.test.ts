import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { headers } from "@nats-io/transport-node";
import { createTestKeyPrefix } from "@statwire/embedded-stack/testing";
import {
  type Cut,
  connectEventLog,
  type EventLog,
  emptyCutRecord,
  messageAt,
  openCutRecord,
  publishDeadLetter,
  retryDeadLetter,
  type StoredMessage,
  streamState,
  toKeptLetter,
} from "@statwire/event-log";
import { decodeHostSampled, encodeFrames, encodeHostSampled, encodeSpoolEntry, LandedBatch } from "@statwire/events";
import { closeHour, connectHistory, type History, insertLanded } from "@statwire/history-store";
import { createMigratedDatabase } from "@statwire/history-store/testing";
import { createLogger } from "@statwire/runtime";
import {
  applyEvents,
  connectSnapshotStore,
  markWhole,
  type SnapshotStore,
  toHostEvent,
} from "@statwire/snapshot-store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostSampled, hostSubject, startBus, syslogSubject, type TestBus } from "../testing/bus.js";
import { call } from "../testing/call.js";

const never = new AbortController().signal;
const hourMs = 3_600_000;
/** An hour that is over, and every reading in it at a millisecond of its own. */
const startMs = Math.floor(Date.now() / hourMs) * hourMs - hourMs;
const event = (sequence: number) => hostSampled(sequence, startMs + sequence);

let bus: TestBus;
/** A person with `statwire`. */
let operator: EventLog;
let database: Awaited<ReturnType<typeof createMigratedDatabase>>;
let history: History;
let snapshots: SnapshotStore;
let environment: Record<string, string>;
const folder = mkdtempSync(join(tmpdir(), "statwire-trace-"));
/** Stream sequences by number. */
const places = new Map<number, number>();

beforeAll(async () => {
  [bus, database] = await Promise.all([startBus(), createMigratedDatabase()]);
  const { NATS_URL: busUrl = "", NATS_CREDS_FILE: credentialsFile } = bus.environment;
  const log = createLogger({ service: "test", level: "silent" });
  operator = await connectEventLog({ url: busUrl, credentialsFile, name: "operator", log });
  history = connectHistory(database);
  const { url, keyPrefix } = createTestKeyPrefix();
  snapshots = connectSnapshotStore({ url, keyPrefix, name: "test" });
  await snapshots.connected(AbortSignal.timeout(30_000));
  environment = {
    ...bus.environment,
    CLICKHOUSE_URL: database.url,
    CLICKHOUSE_DATABASE: database.database,
    CLICKHOUSE_USER: database.username,
    CLICKHOUSE_PASSWORD: database.password,
    REDIS_URL: url,
    REDIS_KEY_PREFIX: keyPrefix,
  };
  // 1 to 9 live, 10 and 11 in one message of the backlog, 12 live again.
  for (let sequence = 1; sequence <= 9; sequence += 1) await publish(sequence, [event(sequence)]);
  await publish(10, [event(10), event(11)], "backlog");
  await publish(12, [event(12)]);
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all([history?.close(), snapshots?.close(), operator?.close()]);
  await Promise.all([bus?.discard(), database?.close()]);
});

describe("statwire trace", () => {
  it("finds an event in the spool that was not sent", async () => {
    spool(50, { acknowledged: false });
    const found = await trace("50", "--boot", "1");
    expect(found).toMatchObject({ code: 0, spool: { state: "waiting", bootId: 1 }, verdict: { where: "spool" } });
    // Nobody has said that the folder is this node's, nor in which run it was.
    const foreign = await trace("50");
    expect(foreign).toMatchObject({ code: 1, spool: { state: "unknown" }, verdict: { where: "lane" } });
    expect(foreign.verdict.means).toContain("the newest in the stream is 12");
    spool(51, { acknowledged: true });
    const gone = await trace("51", "--collector-dir", folder);
    expect(gone).toMatchObject({ code: 1, spool: { state: "acknowledged" }, verdict: { where: "spool" } });
  });

  it("finds it in the stream while the ingester is stopped, in either lane", async () => {
    const live = await trace("9");
    const place = { state: "there", stream: "TELEMETRY", subject: hostSubject(), lane: "live", frame: 0, frames: 1 };
    expect(live.stream).toMatchObject({ ...place, sequence: places.get(9), parts: ["cpu"], observedAtMs: startMs + 9 });
    expect(live).toMatchObject({ code: 0, cut: { state: "not taken", messagesBefore: 8 } });
    expect(live).toMatchObject({ history: { state: "absent" }, verdict: { where: "stream" } });
    const later = await trace("11");
    expect(later.stream).toMatchObject({ lane: "backlog", sequence: places.get(10), frame: 1, frames: 2 });
    await record(7, [{ first: 8, last: 10 }]);
    expect((await trace("9")).cut).toEqual({ state: "open", committed: 7, first: 8, last: 10 });
    expect((await trace("7")).verdict.means).toContain("was stored, and its rows have left the history since");
  });

  it("finds its rows, its hour and its place in the snapshots", async () => {
    await store(1, 9);
    await record(11, []);
    await fold(9);
    const open = await trace("3");
    expect(open).toMatchObject({ code: 0, cut: { state: "committed" }, verdict: { where: "history" } });
    expect(open.history).toMatchObject({ state: "stored", rows: [{ eventSeq: places.get(3), eventIndex: 0 }] });
    expect(open.history.tables).toEqual([
      { table: "host_events", rows: 1 },
      { table: "host_cpu", rows: 1 },
    ]);
    expect(open.history.rollup).toMatchObject({ hourMs: startMs, version: 0, includesEvent: false, isDirty: true });
    expect(open.snapshot.parts).toEqual([
      { part: "cpu", is: "newer", bootId: 1, number: 9 },
      { part: "family host", is: "newer", bootId: 1, number: 9 },
    ]);
    await closeHour(history, { hourMs: startMs, version: 9 });
    const closed = await trace("9");
    expect(closed.history.rollup).toMatchObject({ version: 9, includesEvent: true, isDirty: false });
    expect(closed.snapshot.parts[0]).toMatchObject({ is: "this event" });
    expect(closed.verdict.means).toBe("stored; the rollup of its hour has it (version 9)");
    const { printed } = await call(["trace", "node-1", "9"], environment);
    expect(printed).toMatch(/^rollup +hour \S+Z closed \S+, version 9, has it$/m);
    expect(printed).toMatch(/^found +history: stored; the rollup of its hour has it \(version 9\)$/m);
  });

  it("says when its message has left the stream, and when it was deleted before it was stored", async () => {
    for (const number of [5, 12]) {
      expect(await bus.ingester.manager.streams.deleteMessage("TELEMETRY", places.get(number) ?? 0)).toBe(true);
    }
    const stored = await trace("5");
    expect(stored).toMatchObject({ code: 0, stream: { state: "left", how: "deleted" }, verdict: { where: "history" } });
    await publish(13, [event(13)]);
    const lost = await trace("12");
    expect(lost).toMatchObject({ code: 1, verdict: { where: "lane", isFound: false } });
    expect(lost.stream).toMatchObject({ state: "absent", before: { last: 9 }, after: { first: 13 } });
    expect(lost.verdict.means).toContain("it was never sent, or deleted from the stream");
  });

  it("finds what was set aside, also when nobody can read it, and what was retried", async () => {
    const whole = event(14);
    const poison = await publish(14, [whole.slice(0, whole.length - 3)], "live", "default/node-1/host/1/14");
    expect((await trace("14")).stream).toMatchObject({ state: "there", sequence: places.get(14), parts: [] });
    const number = await setAside(poison, "refused with code 32");
    const found = await trace("14");
    expect(found).toMatchObject({ code: 0, verdict: { where: "dead letters" } });
    expect(found.deadLetters).toEqual([{ number, streamSequence: places.get(14), reason: "refused with code 32" }]);

    const readable = await publish(15, [event(15)]);
    await setAside(readable, "no such table");
    const letters = (await streamState(bus.ingester, "DEAD_LETTERS")).lastSequence;
    const kept = await messageAt(operator, "DEAD_LETTERS", letters);
    const letter = kept && toKeptLetter(kept);
    if (letter === undefined) throw new Error("no letter");
    expect(await retryDeadLetter(operator, letter, letter.payload)).toMatchObject({ kind: "stored" });
    await bus.ingester.manager.streams.deleteMessage("TELEMETRY", readable.sequence);
    expect((await trace("15")).stream).toMatchObject({ state: "there", lane: "retry" });
  });

  it("takes the newest run that has the number, and says which others have it", async () => {
    for (const sequence of [1n, 2n]) {
      const later = encodeHostSampled({ bootId: 2n, sequence, observedAtMs: BigInt(startMs) + 60_000n });
      await bus.publish(hostSubject(), encodeFrames([later]));
    }
    expect(await trace("2")).toMatchObject({ sought: { bootId: 2 }, otherRuns: [1], stream: { lane: "live" } });
    expect(await trace("3")).toMatchObject({ sought: { bootId: 1 }, verdict: { where: "history" } });
    expect(await trace("2", "--boot", "1")).toMatchObject({ otherRuns: [], verdict: { where: "history" } });
    expect(await trace("9", "--boot", "2")).toMatchObject({ code: 1, stream: { before: { bootId: 2, last: 2 } } });
  });

  it("follows a line of a log", async () => {
    await bus.lines(1, 1, ["one", "two", "three"]);
    const last = await bus.lines(2, 6, ["six"]);
    const found = await line("2");
    expect(found).toMatchObject({ code: 0, stream: { lane: "log", subject: syslogSubject, sequence: last - 1 } });
    expect(found.verdict.where).toBe("stream");
    const missing = await line("5");
    expect(missing).toMatchObject({ code: 1, stream: { before: { last: 3 }, after: { first: 6 } } });
  });

  it("looks everywhere else when a server does not answer", async () => {
    const away = { ...environment, CLICKHOUSE_URL: "http://127.0.0.1:1", REDIS_URL: "redis://127.0.0.1:1" };
    const { code, printed } = await call(["trace", "node-1", "9", "--json"], away);
    expect(code).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({
      stream: { state: "there" },
      history: { state: "unknown" },
      snapshot: { state: "unknown" },
      verdict: { where: "stream" },
    });
  });

  it.each([
    [["node-1"], "NUMBER is required"],
    [["node-1", "0"], "NUMBER: expected"],
    [["node-1", "1", "--family", "host.nothing"], "is not a family of events"],
    [["node-1", "1", "--log", "syslog", "--boot", "1"], "--boot is of events"],
  ])("is called wrongly with %j", async (words, reason) => {
    expect(await call(["trace", ...words], environment)).toMatchObject({
      code: 2,
      told: expect.stringContaining(reason),
    });
  });
});

async function trace(...words: string[]) {
  const { code, printed } = await call(["trace", "node-1", ...words, "--json", "--data-dir", folder], environment);
  return { code, ...JSON.parse(printed) };
}

const line = (number: string) => trace(number, "--log", "syslog");

async function publish(
  number: number,
  events: Uint8Array[],
  lane: "live" | "backlog" = "live",
  id?: string,
): Promise<StoredMessage> {
  const own = headers();
  if (id !== undefined) own.set("ce-id", id);
  const { seq } = await bus.collector.jetstream.publish(hostSubject(lane), encodeFrames(events), { headers: own });
  places.set(number, seq);
  const message = await messageAt(operator, "TELEMETRY", seq);
  if (message === undefined) throw new Error("not stored");
  return message;
}

async function setAside(message: StoredMessage, reason: string): Promise<number> {
  const from = { stream: "TELEMETRY", consumer: "ingester" };
  await publishDeadLetter(bus.ingester, { ...from, message, reason, failedAtMs: Date.now() });
  return (await streamState(bus.ingester, "DEAD_LETTERS")).lastSequence;
}

/** What the ingester would have recorded. */
async function record(committed: number, cuts: Cut[]): Promise<void> {
  const { created } = await streamState(bus.ingester, "TELEMETRY");
  const kept = openCutRecord(bus.ingester, "TELEMETRY");
  const { record: before } = await kept.load();
  await kept.replace({ ...emptyCutRecord, epoch: before.epoch + 1, holder: "one", created, committed, cuts }, never);
}

/** What the ingester would have inserted. */
async function store(first: number, last: number): Promise<void> {
  const batch = new LandedBatch();
  for (let number = first; number <= last; number += 1) {
    const names = { workspace: "default", node: "node-1", family: "host", receivedAtMs: startMs + 2 * hourMs };
    const bytes = event(number);
    batch.append({ ...names, eventSeq: places.get(number) ?? 0, eventIndex: 0 }, bytes, 0, bytes.length);
  }
  expect(await insertLanded(history, { kind: "host", body: batch.bytes(), token: "test:host" })).toEqual({ ok: true });
}

/** What the projector would have folded. */
async function fold(number: number): Promise<void> {
  const name = { workspace: "default", node: "node-1" };
  await markWhole(snapshots);
  await applyEvents(snapshots, [toHostEvent(name, "host", decodeHostSampled(event(number)))], { foldHeadlines: false });
}

/** A spool as a collector leaves it, with one reading. */
function spool(sequence: number, { acknowledged }: { acknowledged: boolean }): void {
  const reading = { family: "host", bootId: 1, sequence, observedAtMs: startMs, event: event(sequence) };
  const records = [encodeSpoolEntry({ type: "header", kernelBootId: "x" })];
  const offset = records[0]?.length ?? 0;
  records.push(encodeSpoolEntry({ type: "reading", reading }));
  if (acknowledged) records.push(encodeSpoolEntry({ type: "acknowledged", places: [{ segment: sequence, offset }] }));
  for (const root of [folder, join(folder, "collector")]) {
    mkdirSync(join(root, "spool"), { recursive: true });
    writeFileSync(join(root, "spool", `${String(sequence).padStart(10, "0")}.segment`), Buffer.concat(records));
  }
}
