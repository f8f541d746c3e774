import { DiscardPolicy } from "@nats-io/jetstream";
import { createTestBus } from "@statwire/embedded-stack/testing";
import { createLogger } from "@statwire/runtime";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { requestCommand, respondToCommands } from "./commands.js";
import { connectEventLog, type EventLog } from "./connect.js";
import { type CutRecord, emptyCutRecord, openCutRecord } from "./cut-record.js";
import { publishDeadLetter } from "./dead-letters.js";
import { followSubject } from "./follow.js";
import { openLane } from "./lane.js";
import { readRange } from "./read-range.js";
import { streamState } from "./stream-state.js";
import { ensureStreams, type StreamLimits } from "./streams.js";

const mebibyte = 1024 ** 2;
const limits: StreamLimits = {
  telemetry: { bytesMax: 64 * mebibyte, ageMaxMs: 72 * 3_600_000 },
  logs: { bytesMax: 32 * mebibyte, ageMaxMs: 24 * 3_600_000 },
  deadLetters: { bytesMax: mebibyte, ageMaxMs: 30 * 24 * 3_600_000 },
  integrity: { bytesMax: mebibyte, ageMaxMs: 30 * 24 * 3_600_000 },
  replicas: 1,
};
const bytes = (text: string) => new TextEncoder().encode(text);
const patienceMs = 20_000;
const never = new AbortController().signal;

describe("the log's streams", () => {
  let bus: Awaited<ReturnType<typeof createTestBus>>;
  let log: EventLog;
  const warnings: object[] = [];

  beforeAll(async () => {
    bus = await createTestBus();
    const logger = createLogger({ service: "test", level: "silent" });
    logger.warn = ((fields: object) => void warnings.push(fields)) as typeof logger.warn;
    log = await connectEventLog({ ...bus, name: "test", log: logger });
    await ensureStreams(log, limits);
  });
  afterAll(async () => {
    await log.close();
    await bus.close();
  });

  it("are created with their limits, and again without a change", async () => {
    await ensureStreams(log, limits);
    const { config } = await log.manager.streams.info("TELEMETRY");
    expect(config).toMatchObject({
      subjects: ["telemetry.v1.>"],
      max_bytes: 64 * mebibyte,
      max_age: 72 * 3_600 * 1e9,
      discard: DiscardPolicy.New,
      allow_direct: true,
    });
    const logs = await log.manager.streams.info("LOGS");
    expect(logs.config).toMatchObject({
      subjects: ["logs.v1.>"],
      max_bytes: 32 * mebibyte,
      max_age: 24 * 3_600 * 1e9,
      discard: DiscardPolicy.New,
      allow_direct: true,
    });
    const dead = await log.manager.streams.info("DEAD_LETTERS");
    expect(dead.config).toMatchObject({ max_bytes: mebibyte, discard: DiscardPolicy.Old });
    const integrity = await log.manager.streams.info("INTEGRITY");
    expect(integrity.config).toMatchObject({
      subjects: ["integrity.v1.>"],
      max_bytes: mebibyte,
      discard: DiscardPolicy.Old,
      duplicate_window: 3_600 * 1e9,
    });
    const audit = await log.manager.streams.info("AUDIT");
    expect(audit.config).toMatchObject({
      subjects: ["audit.v1.>"],
      max_bytes: 64 * mebibyte,
      max_age: 30 * 24 * 3_600 * 1e9,
      discard: DiscardPolicy.Old,
      duplicate_window: 3_600 * 1e9,
    });
    expect(warnings).toEqual([]);
  });

  it("grow quietly and shrink with a warning", async () => {
    await ensureStreams(log, { ...limits, telemetry: { ...limits.telemetry, bytesMax: 128 * mebibyte } });
    expect((await streamState(log, "TELEMETRY")).bytesMax).toBe(128 * mebibyte);
    expect(warnings).toEqual([]);
    await ensureStreams(log, limits);
    expect((await streamState(log, "TELEMETRY")).bytesMax).toBe(64 * mebibyte);
    expect(warnings).toEqual(
      [{ stream: "TELEMETRY", limit: "max_bytes", from: 128 * mebibyte, to: 64 * mebibyte, shrinks: true }].map(
        ({ shrinks: _, ...fields }) => fields,
      ),
    );
  });

  it("have the limits of the buckets brought up to date as well", async () => {
    const buckets = async () => {
      const infos = ["config", "secrets"].map((name) => log.manager.streams.info(`KV_${name}`));
      return (await Promise.all(infos)).map(({ config }) => [config.max_bytes, config.max_msgs_per_subject]);
    };
    const configuration = { bytesMax: 8 * mebibyte, secretsBytesMax: 2 * mebibyte, revisionsMax: 8 };
    await ensureStreams(log, { ...limits, configuration: { ...configuration, bytesMax: 4 * mebibyte } });
    await ensureStreams(log, { ...limits, configuration: { ...configuration, revisionsMax: 16 } });
    expect(await buckets()).toEqual([
      [8 * mebibyte, 16],
      [2 * mebibyte, 1],
    ]);
    warnings.length = 0;
    await ensureStreams(log, { ...limits, configuration });
    expect(warnings).toEqual([{ stream: "KV_config", limit: "max_msgs_per_subject", from: 16, to: 8 }]);
    const requests = await log.manager.streams.info("KV_requests");
    expect(requests.config).toMatchObject({ max_age: 24 * 3_600 * 1e9, max_msg_size: 64 * 1024 });
    await ensureStreams(log, limits);
    expect(await buckets()).toEqual([
      [-1, 64],
      [-1, 1],
    ]);
  });

  it("can be followed live, but for the log's own answers", async () => {
    const subject = "logs.v1.w.n.live";
    const heard: string[] = [];
    const end = followSubject(log, subject, ({ payload }) => heard.push(new TextDecoder().decode(payload)));
    await log.connection.flush();
    await log.jetstream.publish(subject, "one");
    log.connection.publish("$JS.API.DIRECT.GET.LOGS.logs.v1.w.n.live", undefined, { reply: subject });
    await vi.waitFor(async () => expect((await streamState(log, "LOGS")).messages).toBe(2), patienceMs);
    await log.jetstream.publish(subject, "two");
    await vi.waitFor(() => expect(heard).toEqual(["one", "two"]), patienceMs);
    end();
    await log.jetstream.publish(subject, "three");
    await log.connection.flush();
    expect(heard).toEqual(["one", "two"]);
  });

  it("keep a dead letter once, with its bytes, its headers and the reason", async () => {
    const lane = openLane(log, { stream: "TELEMETRY", subject: "telemetry.v1.w.n.live.host" });
    await lane.last();
    const stored = await lane.publish(bytes("broken"), { "ce-id": "w/n/host/1/1" });
    if (stored.kind !== "stored") throw new Error(stored.kind);
    const range = { stream: "TELEMETRY", first: stored.sequence, last: stored.sequence, signal: never };
    const [message] = await readRange(log, range);
    if (message === undefined) throw new Error("not read");
    const letter = {
      stream: "TELEMETRY",
      consumer: "ingester",
      message,
      reason: "code 32:\nattempt to read",
      failedAtMs: 0,
    };
    await publishDeadLetter(log, letter);
    await publishDeadLetter(log, letter);
    const kept = await readRange(log, { stream: "DEAD_LETTERS", first: 1, last: 10, signal: never });
    expect(kept.map(({ subject, payload }) => [subject, new TextDecoder().decode(payload)])).toEqual([
      ["deadletters.v1.TELEMETRY.ingester", "broken"],
    ]);
    const header = (name: string) => kept[0]?.headers?.get(name);
    expect(header("ce-id")).toBe("w/n/host/1/1");
    expect(header("statwire-original-subject")).toBe("telemetry.v1.w.n.live.host");
    expect(header("statwire-original-sequence")).toBe(String(message.sequence));
    expect(header("statwire-failed-at")).toBe("1970-01-01T00:00:00.000Z");
    expect(header("statwire-reason")).toBe("code 32:?attempt to read");
    expect(header("original-Nats-Expected-Last-Subject-Sequence")).toBe("0");
  });

  it("hold a cut record that only its last reader may replace", async () => {
    const [one, other] = [openCutRecord(log, "TELEMETRY"), openCutRecord(log, "TELEMETRY")];
    expect(await one.load()).toEqual({ record: emptyCutRecord, revision: 0 });
    await other.load();
    const taken: CutRecord = { ...emptyCutRecord, epoch: 1, holder: "one", cuts: [{ first: 1, last: 5 }] };
    expect(await one.replace(taken, never)).toBe("stored");
    expect(await other.replace({ ...emptyCutRecord, epoch: 1, holder: "other" }, never)).toBe("fenced");
    expect((await other.load()).record).toEqual(taken);
    expect(await other.replace({ ...taken, epoch: 2, holder: "other" }, never)).toBe("stored");
    expect(await one.replace({ ...taken, committed: 5 }, never)).toBe("fenced");
  });

  it("hold a cut record whose replacement got no answer", async () => {
    const store = openCutRecord(log, "OTHER");
    await store.load();
    for (let beat = 1; beat <= 20; beat += 1) {
      const replacing = store.replace({ ...emptyCutRecord, epoch: 1, beat }, never);
      if (beat % 5 === 0) await log.connection.reconnect();
      expect(await replacing).toBe("stored");
    }
    expect((await openCutRecord(log, "OTHER").load()).record.beat).toBe(20);
  });

  it("carry commands to who listens, and say when nobody does", async () => {
    const subject = "commands.v1.w.n.refresh";
    expect(await requestCommand(log, subject, bytes("{}"), patienceMs)).toEqual({ kind: "unreachable" });
    const carriedOut: string[] = [];
    const stop = respondToCommands(log, subject, async (payload) => {
      carriedOut.push(new TextDecoder().decode(payload));
      if (payload.length === 0) throw new Error("empty");
      return bytes(`re: ${new TextDecoder().decode(payload)}`);
    });
    await vi.waitFor(async () => {
      const outcome = await requestCommand(log, subject, bytes("{}"), patienceMs);
      expect(outcome.kind === "reply" && new TextDecoder().decode(outcome.payload)).toBe("re: {}");
    }, patienceMs);
    carriedOut.length = 0;
    // An answer of the log that a node had sent here: whatever it says, it asks for none.
    log.connection.publish(subject, bytes("not a command"));
    expect(await requestCommand(log, subject, new Uint8Array(), 200)).toEqual({ kind: "timeout" });
    expect(carriedOut).toEqual([""]);
    stop();
  });
});
