import { createTestBus, startPrivateRedis } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog, ensureStreams } from "@statwire/event-log";
import { encodeFrames, encodeLogLinesRead, logSubject } from "@statwire/events";
import { sleep } from "@statwire/runtime";
import {
  connectSnapshotStore,
  lastLinesMax,
  listLogs,
  readLastLines,
  readReadiness,
  type SnapshotStore,
} from "@statwire/snapshot-store";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { lastLines } from "./projection.js";
import { dumpAll } from "./testing/dump.js";
import { silentLog, startTestProjection, streamLimits, type TestProjection } from "./testing/projection.js";

const patience = { timeout: 10_000, interval: 20 };
const workspace = "default";

let redis: Awaited<ReturnType<typeof startPrivateRedis>>;
let bus: Awaited<ReturnType<typeof createTestBus>>;
let store: SnapshotStore;
let eventLog: EventLog;
let projection: TestProjection;

beforeAll(async () => {
  redis = await startPrivateRedis();
});
afterAll(() => redis?.discard());

beforeEach(async () => {
  bus = await createTestBus();
  const { url, credentialsFile } = bus;
  eventLog = await connectEventLog({ url, credentialsFile, name: "cache-projector", log: silentLog });
  await ensureStreams(eventLog, streamLimits);
  store = connectSnapshotStore({ url: redis.server.url, keyPrefix: "s:", name: "test", commandTimeoutMs: 5_000 });
  await store.connected(AbortSignal.timeout(30_000));
  await store.run((client) => client.flushAll());
});
afterEach(async () => {
  await projection?.stop();
  await store.close();
  await eventLog.close();
  await bus.close();
});

const start = () => {
  projection = startTestProjection(eventLog, store, lastLines);
};
const until = (check: () => Promise<unknown>) => expect.poll(check, patience);
const untilWhole = () => until(() => readReadiness(store, store.keys.logsReady)).toBe("whole");
const lines = (node: string, log: string) => readLastLines(store, { workspace, node, log }, { limit: lastLinesMax });
const numbers = async (node: string, log = "syslog") => (await lines(node, log)).lines.map(({ line }) => line);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** A log as the collector writes it. */
class TestLog {
  readonly #subject: string;
  #sequence = 0;
  #last: Uint8Array = new Uint8Array();
  total = 0;

  constructor(node: string, log = "syslog") {
    this.#subject = logSubject({ workspace, node, log });
  }

  async write(messages: number, linesEach: number): Promise<void> {
    for (let message = 0; message < messages; message += 1) {
      this.#sequence += 1;
      const event = encodeLogLinesRead({
        bootId: 1n,
        sequence: BigInt(this.#sequence),
        observedAtMs: BigInt(Date.now()),
        firstLine: BigInt(this.total + 1),
        lines: range(this.total + 1, this.total + linesEach).map((line) => ({ text: `line ${line}`, atMs: 1n })),
      });
      this.total += linesEach;
      this.#last = encodeFrames([event]);
      await this.raw(this.#last);
    }
  }

  again(): Promise<void> {
    return this.raw(this.#last);
  }

  async raw(payload: Uint8Array): Promise<void> {
    await eventLog.jetstream.publish(this.#subject, payload);
  }
}

describe("the projection of last lines", () => {
  it("keeps the last lines of each log, whole from the first on", async () => {
    const old = new TestLog("alpha");
    await old.write(30, 10);
    start();
    await untilWhole();
    expect(await numbers("alpha")).toEqual(range(1, 300));
    const young = new TestLog("alpha", "nginx/access.log");
    await Promise.all([old.write(100, 10), young.write(20, 3)]);
    await until(() => numbers("alpha")).toEqual(range(301, 1_300));
    await until(() => numbers("alpha", "nginx/access.log")).toEqual(range(1, 60));
    expect(await listLogs(store, { workspace, node: "alpha" })).toMatchObject([
      { log: "nginx/access.log", totalLines: 60 },
      { log: "syslog", totalLines: 1_300 },
    ]);
    expect(projection.projector.problem()).toBeUndefined();
  });

  it("equals itself after a flush, and after a restart of Redis, however far back the lines lie", async () => {
    start();
    const [quick, slow, small] = [new TestLog("alpha"), new TestLog("beta"), new TestLog("beta", "auth.log")];
    await slow.write(12, 50);
    await small.write(1, 1);
    // Beyond the first window in which lines are looked for.
    await sleep(1_100);
    await slow.write(12, 50);
    await quick.write(60, 100);
    await until(async () => (await lines("alpha", "syslog")).totalLines).toBe(6_000);
    await until(() => numbers("beta")).toEqual(range(201, 1_200));
    await untilWhole();
    const before = await dumpAll(store);
    expect(Object.keys(before)).toHaveLength(1 + 2 + 3);

    await store.run((client) => client.flushAll());
    await until(() => dumpAll(store)).toEqual(before);
    await redis.stop("SIGKILL");
    await redis.restart();
    await until(() => dumpAll(store).catch(() => "away")).toEqual(before);
  });

  it("leaves no hole when it was away", async () => {
    start();
    const [busy, calm] = [new TestLog("busy"), new TestLog("calm")];
    await Promise.all([busy.write(10, 10), calm.write(10, 10)]);
    await until(() => numbers("busy")).toEqual(range(1, 100));
    await until(() => numbers("calm")).toEqual(range(1, 100));
    await projection.stop();
    await Promise.all([busy.write(40, 100), calm.write(5, 10)]);
    start();
    await until(() => numbers("calm")).toEqual(range(1, 150));
    await until(() => numbers("busy")).toEqual(range(3_101, 4_100));
  });

  it("goes on where it was when Redis was away", async () => {
    start();
    const log = new TestLog("alpha");
    await log.write(10, 10);
    await until(() => numbers("alpha")).toEqual(range(1, 100));
    await redis.stop("SIGKILL");
    await log.write(10, 10);
    await redis.restart();
    await log.write(10, 10);
    await until(() => numbers("alpha").catch(() => "away")).toEqual(range(1, 300));
  });

  it("takes no line twice, and nothing that is no line", async () => {
    const log = new TestLog("alpha");
    await log.raw(Uint8Array.of(9, 1));
    start();
    await log.write(2, 5);
    await log.again();
    await log.raw(encodeFrames([Uint8Array.of(255, 255)]));
    await log.raw(encodeFrames([encodeLogLinesRead({ bootId: 1n, sequence: 99n, observedAtMs: 1n })]));
    await log.write(1, 5);
    await until(() => numbers("alpha")).toEqual(range(1, 15));
    const events = await projection.metric("statwire_projector_events_total");
    expect(events).toMatch(/stream="LOGS",result="undecodable"\} [1-9]/);
    expect(events).toMatch(/stream="LOGS",result="old"\} 1/);
  });
});
