import { errors } from "@nats-io/nats-core";
import { createTestBus } from "@statwire/embedded-stack/testing";
import { createLogger } from "@statwire/runtime";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { connectEventLog, type EventLog } from "./connect.js";
import { readLastMessage } from "./last-message.js";
import { configurationBuckets, ensureStreams } from "./streams.js";
import { bucketStream, readValue, replaceValue, type ValueAddress } from "./values.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const mebibyte = 1024 ** 2;
const limit = { bytesMax: mebibyte, ageMaxMs: 3_600_000 };

describe("replacing a value of a bucket", () => {
  let bus: Awaited<ReturnType<typeof createTestBus>>;
  let log: EventLog;

  beforeAll(async () => {
    bus = await createTestBus();
    log = await connectEventLog({ ...bus, name: "test", log: createLogger({ service: "test", level: "silent" }) });
    await ensureStreams(log, { telemetry: limit, logs: limit, integrity: limit, deadLetters: limit, replicas: 1 });
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  afterAll(async () => {
    await log.close();
    await bus.close();
  });

  it("says that it is stored when only the answer was lost", async () => {
    const address = addressOf("answer-lost");
    loseAnswerOfNextWrite(log);
    expect(await replaceValue(log, { ...address, payload: bytes("ours"), follows: 0 })).toEqual({
      kind: "stored",
      revision: (await readValue(log, address))?.revision,
    });
  });

  it("does not know, and does not say that others were faster, when it cannot look what became of its first attempt", async () => {
    const address = addressOf("cannot-look");
    loseAnswerOfNextWrite(log);
    answerNextRead(log, () => Promise.reject(new errors.TimeoutError()));
    const outcome = await replaceValue(log, { ...address, payload: bytes("ours"), follows: 0 });
    expect(outcome).toEqual({ kind: "unknown", reason: "timeout" });
    expect((await readValue(log, address))?.payload).toEqual(Buffer.from("ours"));
  });

  it("does not believe a replica that has not even what made the conflict", async () => {
    const address = addressOf("behind");
    const first = await replaceValue(log, { ...address, payload: bytes("before"), follows: 0 });
    if (first.kind !== "stored") throw new Error("not stored");
    const request = log.connection.request.bind(log.connection);
    const subject = `$KV.${address.bucket}.${address.key}`;
    const older = await request(`$JS.API.DIRECT.GET.${bucketStream(address.bucket)}.${subject}`);
    loseAnswerOfNextWrite(log);
    answerNextRead(log, () => Promise.resolve(older));
    const outcome = await replaceValue(log, { ...address, payload: bytes("ours"), follows: first.revision });
    expect(outcome).toEqual({ kind: "unknown", reason: "the log does not say yet what became of it" });
    expect((await readValue(log, address))?.payload).toEqual(Buffer.from("ours"));
  });

  it("says that others were faster when they were", async () => {
    const address = addressOf("others");
    await replaceValue(log, { ...address, payload: bytes("theirs"), follows: 0 });
    vi.spyOn(log.jetstream, "publish").mockRejectedValueOnce(new errors.TimeoutError());
    const late = await replaceValue(log, { ...address, payload: bytes("ours"), follows: 0 });
    expect(late).toEqual({ kind: "conflict" });
    const stream = bucketStream(address.bucket);
    const last = await readLastMessage(log, { stream, subject: `$KV.${address.bucket}.${address.key}` });
    expect(last?.payload).toEqual(Buffer.from("theirs"));
  });
});

function addressOf(key: string): ValueAddress {
  return { bucket: configurationBuckets.config, key };
}

/** The next write is stored, and nobody hears of it. */
function loseAnswerOfNextWrite(log: EventLog): void {
  const publish = log.jetstream.publish.bind(log.jetstream);
  vi.spyOn(log.jetstream, "publish").mockImplementationOnce(async (...message) => {
    await publish(...message);
    throw new errors.TimeoutError();
  });
}

/** The next look at a last message is answered so. */
function answerNextRead(log: EventLog, answer: () => ReturnType<EventLog["connection"]["request"]>): void {
  const request = log.connection.request.bind(log.connection);
  let isAnswered = false;
  vi.spyOn(log.connection, "request").mockImplementation((...asked) => {
    if (isAnswered || !asked[0].startsWith("$JS.API.DIRECT.GET.")) return request(...asked);
    isAnswered = true;
    return answer();
  });
}
