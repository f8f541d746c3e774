import { DiscardPolicy } from "@nats-io/jetstream";
import { createTestBus, startPrivateNats } from "@statwire/embedded-stack/testing";
import { createLogger, sleep } from "@statwire/runtime";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { connectEventLog, type EventLog } from "./connect.js";
import { type Lane, openLane } from "./lane.js";
import { ForeignMessageError } from "./last-message.js";
import { consumeOrdered } from "./ordered-consumer.js";
import { readRange } from "./read-range.js";
import { isLogAnswer } from "./stored-message.js";
import { withdrawMessage } from "./stream-state.js";
import { ensureStreams, messageBytesMax, type StreamLimits } from "./streams.js";
import { connectAsInProduct } from "./testing/product-connections.js";

const limits: StreamLimits = {
  telemetry: { bytesMax: 64 * 1024 ** 2, ageMaxMs: 3_600_000 },
  logs: { bytesMax: 64 * 1024 ** 2, ageMaxMs: 3_600_000 },
  deadLetters: { bytesMax: 1024 ** 2, ageMaxMs: 3_600_000 },
  integrity: { bytesMax: 1024 ** 2, ageMaxMs: 3_600_000 },
  replicas: 1,
};
const logger = createLogger({ service: "test", level: "silent" });
const stream = "TELEMETRY";
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (payload: Uint8Array) => new TextDecoder().decode(payload);

describe("lane", () => {
  let bus: Awaited<ReturnType<typeof createTestBus>>;
  let log: EventLog;

  beforeAll(async () => {
    bus = await createTestBus();
    log = await connectEventLog({ ...bus, name: "test", log: logger });
    await ensureStreams(log, limits);
  });
  afterAll(async () => {
    await log.close();
    await bus.close();
  });

  it("stores in order and adopts what it stored", async () => {
    const lane = openLane(log, { stream, subject: "telemetry.v1.a.order.live.host" });
    expect(await lane.last()).toBeUndefined();
    const first = await lane.publish(bytes("1"), { "ce-id": "one" });
    const second = await lane.publish(bytes("2"));
    expect(first.kind).toBe("stored");
    expect(second.kind).toBe("stored");
    const last = await lane.last();
    expect(last && text(last.payload)).toBe("2");
    expect(second).toEqual({ kind: "stored", sequence: last?.sequence });
  });

  it("says conflict to the writer that was not first, until it looks again", async () => {
    const subject = "telemetry.v1.a.conflict.live.host";
    const [one, other] = [openLane(log, { stream, subject }), openLane(log, { stream, subject })];
    await one.last();
    await other.last();
    expect((await one.publish(bytes("1"))).kind).toBe("stored");
    expect(await other.publish(bytes("2"))).toEqual({ kind: "conflict" });
    expect(await other.publish(bytes("2"))).toEqual({ kind: "conflict" });
    await other.last();
    expect((await other.publish(bytes("2"))).kind).toBe("stored");
  });

  it("refuses what no stream takes, what is too large and a full stream, with the reason", async () => {
    const stray = openLane(log, { stream, subject: "elsewhere.v1" });
    await stray.last();
    expect(await stray.publish(bytes("1"))).toMatchObject({ kind: "refused", reason: "no stream takes this subject" });

    const lane = openLane(log, { stream, subject: "telemetry.v1.a.large.live.host" });
    await lane.last();
    expect(await lane.publish(new Uint8Array(messageBytesMax + 1))).toMatchObject({ kind: "refused" });

    await log.manager.streams.add({
      name: "FULL",
      subjects: ["full"],
      max_bytes: 4_096,
      discard: DiscardPolicy.New,
      allow_direct: true,
    });
    const full = openLane(log, { stream: "FULL", subject: "full" });
    await full.last();
    expect((await full.publish(new Uint8Array(2_500))).kind).toBe("stored");
    const refused = await full.publish(new Uint8Array(2_500));
    expect(refused).toMatchObject({ kind: "refused", reason: expect.stringContaining("maximum bytes") });
    await log.manager.streams.delete("FULL");
  });

  it("throws when it is used wrongly", async () => {
    const lane = openLane(log, { stream, subject: "telemetry.v1.a.wrong.live.host" });
    await expect(lane.publish(bytes("1"))).rejects.toThrow("before last()");
    await lane.last();
    const first = lane.publish(bytes("1"));
    await expect(lane.publish(bytes("2"))).rejects.toThrow("under way");
    expect((await first).kind).toBe("stored");
  });

  it("stores each record once whatever happens to the answers", async () => {
    let run = 0;
    const fate = fc.constantFrom("answered", "answer lost", "late", "reconnected", "restarted");
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { minLength: 1, maxLength: 12 }), async (fates) => {
        run += 1;
        const subject = `telemetry.v1.a.property${run}.live.host`;
        const records = Array.from({ length: 5 }, (_, index) => `record ${index + 1}`);
        await writeAll(log, subject, records, fates);
        expect(await storedTexts(log, subject)).toEqual(records);
      }),
      { numRuns: 25 },
    );
  });

  it("stores each record once when the server is killed while it publishes", async () => {
    const nats = await startPrivateNats();
    onTestFinished(() => nats.discard());
    const [owner, writer] = await connectAsInProduct(nats.server);
    await ensureStreams(owner, limits);
    const subject = "telemetry.v1.default.node-1.live.host";
    const records = Array.from({ length: 600 }, (_, index) => `record ${index + 1}`);
    let written = 0;
    const writing = writeAll(writer, subject, records, [], () => {
      written += 1;
    });
    for (const pause of [100, 300, 450]) {
      await vi.waitFor(() => expect(written).toBeGreaterThan(pause), 20_000);
      await nats.stop("SIGKILL");
      await nats.restart();
    }
    await writing;
    expect(await storedTexts(owner, subject)).toEqual(records);
    await Promise.all([owner.close(), writer.close()]);
  }, 60_000);

  it("does not take an answer of the log for its writer's message, and goes on when it is withdrawn", async () => {
    const forger = "telemetry.v1.a.forger.live.host";
    await log.jetstream.publish(forger, bytes("what the victim has under way"));
    const forge: Record<string, (reply: string) => void> = {
      copied: (reply) => log.connection.publish(`$JS.API.DIRECT.GET.TELEMETRY.${forger}`, undefined, { reply }),
      missed: (reply) => log.connection.publish(`$JS.API.DIRECT.GET.TELEMETRY.${forger}.x`, undefined, { reply }),
      acknowledged: (reply) => log.connection.publish(forger, bytes("another"), { reply }),
    };
    for (const [victim, send] of Object.entries(forge)) {
      const subject = `telemetry.v1.a.${victim}.live.host`;
      const lane = openLane(log, { stream, subject });
      await lane.last();
      const own = await lane.publish(bytes("own"), { "ce-id": "own" });
      if (own.kind !== "stored") throw new Error(own.kind);
      send(subject);
      const range = { stream, first: own.sequence, last: own.sequence + 9, signal: AbortSignal.timeout(30_000) };
      const onLane = async () => (await readRange(log, range)).filter((message) => message.subject === subject);
      await expect.poll(async () => (await onLane()).map(isLogAnswer)).toEqual([false, true]);
      expect(await lane.publish(bytes("next")), victim).toEqual({ kind: "conflict" });
      await expect(lane.last(), victim).rejects.toThrow(ForeignMessageError);
      const forged = (await onLane())[1]?.sequence ?? 0;
      await withdrawMessage(log, stream, forged);
      await withdrawMessage(log, stream, forged);
      // nats-server 2.9 does not find the message before one that was deleted until something follows.
      const settled = await lane.last();
      expect([undefined, "own"], victim).toContain(settled && text(settled.payload));
      expect((await lane.publish(bytes("next"))).kind, victim).toBe("stored");
      const next = await lane.last();
      expect(next && text(next.payload), victim).toBe("next");
    }
  });

  it("is refused on the subjects of another node", async () => {
    const nats = await startPrivateNats();
    onTestFinished(() => nats.discard());
    const [owner, writer] = await connectAsInProduct(nats.server);
    await ensureStreams(owner, limits);
    const lane = openLane(writer, { stream, subject: "telemetry.v1.default.node-2.live.host" });
    await expect(lane.last()).rejects.toThrow(/ermission/);
    const own = openLane(writer, { stream, subject: "telemetry.v1.default.node-1.live.host" });
    expect(await own.last()).toBeUndefined();
    expect((await own.publish(bytes("1"))).kind).toBe("stored");
    const full = await storedTexts(owner, "telemetry.v1.>");
    expect(full).toEqual(["1"]);
    await Promise.all([owner.close(), writer.close()]);
  });
});

/** The writer's duty, as the collector does it: after an unknown outcome look, and send again what is not there. */
async function writeAll(
  log: EventLog,
  subject: string,
  records: string[],
  fates: string[],
  onStored: () => void = () => undefined,
): Promise<void> {
  const remaining = [...fates];
  let lane = openLane(log, { stream, subject });
  let settled = await lastText(lane);
  for (const record of records) {
    while (settled !== record) {
      const fate = remaining.shift() ?? "answered";
      const outcome = await attempt(log, lane, subject, record, fate);
      if (outcome === "stored") break;
      if (fate === "restarted") lane = openLane(log, { stream, subject });
      settled = await lastText(lane);
    }
    onStored();
  }
}

async function attempt(log: EventLog, lane: Lane, subject: string, record: string, fate: string): Promise<string> {
  const payload = bytes(record);
  if (fate === "late") {
    // A copy of the attempt stays in some buffer and arrives after the next one.
    const stale = openLane(log, { stream, subject });
    await stale.last();
    const first = await lane.publish(payload);
    const late = await stale.publish(payload);
    expect([first.kind, late.kind]).toEqual(["stored", "conflict"]);
    return "lost";
  }
  if (fate === "reconnected") {
    const publishing = lane.publish(payload);
    await log.connection.reconnect();
    return (await publishing).kind;
  }
  const outcome = await lane.publish(payload);
  return fate === "answered" ? outcome.kind : "lost";
}

async function lastText(lane: Lane): Promise<string | undefined> {
  for (;;) {
    try {
      const last = await lane.last();
      return last && text(last.payload);
    } catch {
      await sleep(20);
    }
  }
}

async function storedTexts(log: EventLog, subject: string): Promise<string[]> {
  const done = new AbortController();
  const consumer = consumeOrdered(log, { stream, filter: subject, start: { sequence: 1 }, signal: done.signal });
  const found: string[] = [];
  for await (const { messages, pending } of consumer) {
    found.push(...messages.map(({ payload }) => text(payload)));
    if (pending === 0) break;
  }
  done.abort();
  return found;
}
