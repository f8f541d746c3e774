import { headers } from "@nats-io/nats-core";
import { createTestBus, startPrivateNats } from "@statwire/embedded-stack/testing";
import { createLogger, sleep } from "@statwire/runtime";
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { connectEventLog, type EventLog } from "./connect.js";
import type { Start } from "./consumer-position.js";
import { type Lane, openLane } from "./lane.js";
import { type ConsumeOptions, consumeOrdered, type Delivery, type OrderedConsumer } from "./ordered-consumer.js";
import { readRange } from "./read-range.js";
import { firstSequenceSince, purgeBefore } from "./stream-state.js";
import { ensureStreams } from "./streams.js";
import { connectAsInProduct } from "./testing/product-connections.js";

const logger = createLogger({ service: "test", level: "silent" });
const patienceMs = 20_000;

describe("consumeOrdered", () => {
  let bus: Awaited<ReturnType<typeof createTestBus>>;
  let log: EventLog;
  let stop: AbortController;
  let count = 0;

  beforeAll(async () => {
    bus = await createTestBus();
    log = await connectEventLog({ ...bus, name: "test", log: logger });
    stop = new AbortController();
  });
  afterEach(() => {
    stop.abort();
    stop = new AbortController();
  });
  afterAll(async () => {
    await log.close();
    await bus.close();
  });

  async function newStream(): Promise<string> {
    count += 1;
    const name = `S${count}`;
    await log.manager.streams.add({ name, subjects: [`s${count}.>`] });
    return name;
  }
  const subject = (stream: string, rest: string) => `${stream.toLowerCase()}.${rest}`;
  async function publish(stream: string, from: number, to: number, rest = "a"): Promise<void> {
    const all = Array.from({ length: to - from + 1 }, (_, index) =>
      log.jetstream.publish(subject(stream, rest), String(from + index), { timeout: patienceMs }),
    );
    await Promise.all(all);
  }
  const consume = (stream: string, start: Start, more: Partial<ConsumeOptions> = {}) =>
    consumeOrdered(log, { stream, start, signal: stop.signal, ...more });

  it("delivers from a sequence on, in order, and says when it has caught up", async () => {
    const stream = await newStream();
    await publish(stream, 1, 5_000);
    const consumer = consume(stream, { sequence: 1_001 });
    const first = await take(consumer, 4_000);
    expect(first.sequences).toEqual(range(1_001, 5_000));
    expect(first.last?.pending).toBe(0);
    await publish(stream, 5_001, 5_001);
    expect((await take(consumer, 1)).sequences).toEqual([5_001]);
  });

  it("lets messages gather for a reader that is caught up, and then delivers them together", async () => {
    const stream = await newStream();
    await publish(stream, 1, 3_000);
    const consumer = consume(stream, { sequence: 1 }, { gatherMs: 3_000 });
    expect((await take(consumer, 3_000)).sequences).toEqual(range(1, 3_000));
    await publish(stream, 3_001, 3_020);
    expect(await consumer.next(200)).toBeUndefined();
    const { messages, pending, gatheredMs } = (await consumer.next(20_000)) ?? {};
    expect(messages?.[0]?.sequence).toBe(3_001);
    expect(gatheredMs).toBe(3_000);
    const { sequences, last } = await take(consumer, 20 - (messages?.length ?? 0));
    expect([...(messages ?? []).map(({ sequence }) => sequence), ...sequences]).toEqual(range(3_001, 3_020));
    expect(last?.pending ?? pending).toBe(0);
  });

  it("tells a reader that lets messages gather of the first after a pause at once, and gathers those that follow", async () => {
    const stream = await newStream();
    const consumer = consume(stream, { sequence: 1 }, { gatherMs: 60_000 });
    expect(await consumer.next(5_000)).toEqual({ messages: [], pending: 0 });
    expect(await consumer.next(500)).toBeUndefined();
    await publish(stream, 1, 1);
    expect((await take(consumer, 1)).sequences).toEqual([1]);
    await publish(stream, 2, 3);
    expect(await consumer.next(500)).toBeUndefined();
    const soon = consume(stream, { sequence: 2 }, { gatherMs: 200 });
    expect((await take(soon, 2)).sequences).toEqual([2, 3]);
    for (const sequence of [4, 5, 6]) {
      await publish(stream, sequence, sequence);
      const { sequences, last } = await take(soon, 1);
      expect(sequences).toEqual([sequence]);
      // After the first of them nothing has come for a while.
      expect(last?.gatheredMs).toBe(sequence === 4 ? 200 : undefined);
      // Nothing more comes, so that the next one is waited for again.
      expect(await soon.next(500)).toBeUndefined();
    }
  });

  it("says that an empty stream has nothing", async () => {
    const consumer = consume(await newStream(), { sequence: 1 });
    expect(await consumer.next(5_000)).toEqual({ messages: [], pending: 0 });
    expect(await consumer.next(50)).toBeUndefined();
  });

  it("delivers the last message of each subject, then all that follow", async () => {
    const stream = await newStream();
    for (const rest of ["a", "b", "a", "c", "a"]) await publish(stream, 1, 1, rest);
    const consumer = consume(stream, { lastPerSubject: true }, { filter: subject(stream, ">") });
    expect((await take(consumer, 3)).sequences).toEqual([2, 4, 5]);
    expect(consumer.snapshotEnd()).toBe(5);
    await publish(stream, 1, 2, "a");
    expect((await take(consumer, 2)).sequences).toEqual([6, 7]);
  });

  it("delivers from a time on", async () => {
    const stream = await newStream();
    await publish(stream, 1, 3);
    await sleep(20);
    const timeMs = Date.now();
    await publish(stream, 4, 5);
    expect((await take(consume(stream, { timeMs }), 2)).sequences).toEqual([4, 5]);
    expect(await firstSequenceSince(log, stream, timeMs)).toBe(4);
    expect(await firstSequenceSince(log, stream, Date.now() + 60_000)).toBe(6);
  });

  it("holds no more than it was allowed to while nobody takes", async () => {
    const stream = await newStream();
    await publish(stream, 1, 3_000);
    const before = log.connection.stats().inMsgs;
    const consumer = consume(stream, { sequence: 1 }, { pendingMax: { messages: 100, bytes: 1024 ** 2 } });
    await vi.waitFor(() => expect(log.connection.stats().inMsgs - before).toBeGreaterThanOrEqual(100), patienceMs);
    await sleep(200);
    expect(log.connection.stats().inMsgs - before).toBeLessThan(120);
    expect((await take(consumer, 3_000)).sequences).toEqual(range(1, 3_000));
  });

  it("counts what headers take as waiting, too", async () => {
    const stream = await newStream();
    const long = headers();
    for (let number = 0; number < 50; number += 1) long.set(`x-${number}`, "v".repeat(1_000));
    for (let number = 0; number < 100; number += 1) {
      await log.jetstream.publish(subject(stream, "a"), "", { headers: long });
    }
    const before = log.connection.stats().inMsgs;
    const consumer = consume(stream, { sequence: 1 }, { pendingMax: { messages: 100, bytes: 500_000 } });
    await vi.waitFor(() => expect(consumer.status()).toBeUndefined(), patienceMs);
    await sleep(200);
    // Room for at least 2 MiB is asked for at once, which is forty of them.
    expect(log.connection.stats().inMsgs - before).toBeLessThan(60);
    expect((await take(consumer, 100)).sequences).toEqual(range(1, 100));
  });

  it("goes on without a hole when the server is killed and started again", async () => {
    const nats = await startPrivateNats();
    onTestFinished(() => nats.discard());
    const [reader, writer] = await connectAsInProduct(nats.server);
    const room = { bytesMax: 64 * 1024 ** 2, ageMaxMs: 3_600_000 };
    await ensureStreams(reader, { telemetry: room, logs: room, deadLetters: room, integrity: room, replicas: 1 });
    const lane = openLane(writer, { stream: "TELEMETRY", subject: "telemetry.v1.default.node-1.live.host" });
    let ending = false;
    let stored = 0;
    const publishing = (async () => {
      for (let ready = false; !ending; ) {
        if (ready && (await lane.publish(new Uint8Array(100))).kind === "stored") stored += 1;
        else ready = await settle(lane);
      }
    })();
    const consumer = consumeOrdered(reader, {
      stream: "TELEMETRY",
      start: { sequence: 1 },
      signal: stop.signal,
      pendingMax: { messages: 200, bytes: 1024 ** 2 },
    });
    const sequences: number[] = [];
    for (const atLeast of [200, 600, 1_000]) {
      while (sequences.length < atLeast) sequences.push(...(await take(consumer, 1)).sequences);
      await nats.stop("SIGKILL");
      await nats.restart();
    }
    ending = true;
    await publishing;
    const end = (await vi.waitFor(() => lane.last(), patienceMs))?.sequence ?? 0;
    while ((sequences.at(-1) ?? 0) < end) sequences.push(...(await take(consumer, 1)).sequences);
    expect(sequences).toEqual(range(1, end));
    expect(end).toBeGreaterThanOrEqual(stored);
    stop.abort();
    await Promise.all([reader.close(), writer.close()]);
  }, 60_000);

  it("begins again when the server is silent", async () => {
    const stream = await newStream();
    await publish(stream, 1, 1);
    const consumer = consume(stream, { sequence: 1 });
    await take(consumer, 1);
    // The consumer is taken away without a word, as by a failover.
    for await (const { name } of log.manager.consumers.list(stream)) await log.manager.consumers.delete(stream, name);
    await publish(stream, 2, 2);
    expect((await take(consumer, 1)).sequences).toEqual([2]);
  });

  it("says what was purged before it came by", async () => {
    const stream = await newStream();
    await publish(stream, 1, 100);
    await purgeBefore(log, stream, 51);
    const consumer = consume(stream, { sequence: 11 });
    expect((await consumer.next(5_000))?.gap).toEqual({ reason: "purged", first: 11, last: 50 });
  });

  it("says what was purged while it was away", async () => {
    const stream = await newStream();
    await publish(stream, 1, 1_000);
    const consumer = consume(stream, { sequence: 1 }, { pendingMax: { messages: 10, bytes: 1024 ** 2 } });
    await take(consumer, 1);
    await vi.waitFor(() => expect(consumer.status()).toBeUndefined(), patienceMs);
    await log.manager.streams.purge(stream, { seq: 901 });
    const taken = await take(consumer, 100);
    expect(taken.gaps).toEqual([{ reason: "purged", first: expect.any(Number), last: 900 }]);
    expect(taken.sequences.slice(-90)).toEqual(range(taken.sequences.at(-90) ?? 0, taken.sequences.at(-1) ?? 0));
  });

  it("says that the stream was deleted and created again, and reads the new one", async () => {
    const stream = await newStream();
    await publish(stream, 1, 10);
    const consumer = consume(stream, { sequence: 1 });
    await take(consumer, 10);
    await log.manager.streams.delete(stream);
    await vi.waitFor(() => expect(consumer.status()).toMatch(/not found/), patienceMs);
    await log.manager.streams.add({ name: stream, subjects: [subject(stream, ">")] });
    await publish(stream, 1, 3);
    const taken = await take(consumer, 3);
    expect(taken.gaps).toEqual([{ reason: "recreated", first: 11, last: 10 }]);
    expect(taken.sequences).toEqual([1, 2, 3]);
  });

  it("reads a range that is partly gone", async () => {
    const stream = await newStream();
    await publish(stream, 1, 50);
    await purgeBefore(log, stream, 21);
    const read = async (first: number, last: number) =>
      (await readRange(log, { stream, first, last, signal: stop.signal })).map(({ sequence }) => sequence);
    expect(await read(15, 30)).toEqual(range(21, 30));
    expect(await read(45, 60)).toEqual(range(45, 50));
    expect(await read(5, 10)).toEqual([]);
    expect(await read(70, 80)).toEqual([]);
  });
});

/** After an unknown outcome the lane is looked at again, as soon as there is a connection. */
function settle(lane: Lane): Promise<boolean> {
  return lane.last().then(
    () => true,
    () => sleep(20).then(() => false),
  );
}

async function take(consumer: OrderedConsumer, messagesMin: number) {
  const deliveries: Delivery[] = [];
  const sequences: number[] = [];
  const deadline = Date.now() + patienceMs;
  while (sequences.length < messagesMin) {
    if (Date.now() > deadline) throw new Error(`only ${sequences.length} of ${messagesMin} arrived`);
    const delivery = await consumer.next(1_000);
    if (delivery === undefined) continue;
    deliveries.push(delivery);
    for (const { sequence } of delivery.messages) sequences.push(sequence);
  }
  return { sequences, last: deliveries.at(-1), gaps: deliveries.flatMap(({ gap }) => (gap ? [gap] : [])) };
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
