import { headers } from "@nats-io/transport-node";
import { publishDeadLetter, publishOnceSince, readRange, streamState } from "@statwire/event-log";
import { droppedLetterSubject, encodeFrames, encodeIntegrityReported, LandedBatch } from "@statwire/events";
import { connectHistory, type History, insertLanded } from "@statwire/history-store";
import { createMigratedDatabase } from "@statwire/history-store/testing";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hostSampled, hostSubject, startBus, type TestBus } from "../testing/bus.js";
import { call } from "../testing/call.js";

const never = new AbortController().signal;
const observedAtMs = Date.now() - 60_000;
const event = (sequence: number) => hostSampled(sequence, observedAtMs);

let bus: TestBus;
let database: Awaited<ReturnType<typeof createMigratedDatabase>>;
let history: History;
let environment: Record<string, string>;
let generation = 0;

beforeAll(async () => {
  [bus, database] = await Promise.all([startBus(), createMigratedDatabase()]);
  history = connectHistory(database);
  environment = {
    ...bus.environment,
    CLICKHOUSE_URL: database.url,
    CLICKHOUSE_DATABASE: database.database,
    CLICKHOUSE_USER: database.username,
    CLICKHOUSE_PASSWORD: database.password,
  };
});

afterEach(async () => {
  await statwire("drop", "--all", "--yes");
});

afterAll(async () => {
  await history.close();
  await Promise.all([bus.discard(), database.close()]);
});

describe("statwire deadletters", () => {
  it("lists them, says how many were given up for room, and shows one with its events", async () => {
    expect(await statwire("list")).toMatchObject({ code: 0, printed: "no dead letters" });
    const subject = droppedLetterSubject({ workspace: "default", node: "node-1" }, 1);
    const announcement = { subject, payload: new Uint8Array(), headers: {} };
    await publishOnceSince(bus.ingester, announcement, { stream: "INTEGRITY", sinceMs: 0 });
    expect((await statwire("list")).printed).toMatch(/^no dead letters\n\ngiven up because there were too many: 1; /);
    const first = await letter(11, [event(11)], "refused with code 32: \u001b[2J");
    await letter(12, [event(12)], "second");
    const { printed } = await statwire("list");
    expect(printed).toMatch(/^NUMBER +FAILED +SUBJECT +REASON$/m);
    expect(printed).toContain(`${hostSubject()}  refused with code 32: ?[2J`);
    const limited = JSON.parse((await statwire("list", "--limit", "1", "--json")).printed);
    expect(limited).toMatchObject({
      total: 2,
      givenUp: 1,
      letters: [{ streamSequence: 12, reason: "second", consumer: "ingester" }],
    });
    await bus.ingester.manager.streams.purge("INTEGRITY");
    const shown = JSON.parse((await statwire("show", String(first), "--json")).printed);
    expect(shown).toMatchObject({
      number: first,
      stream: "TELEMETRY",
      headers: { "ce-id": "default/node-1/host/1/11" },
      events: [{ sequence: "11", cpu: { utilizationE4: 5_000 } }],
    });
    expect((await statwire("show", String(first))).printed).toMatch(/^ce-id +default\/node-1\/host\/1\/11$/m);
  });

  it("shows the bytes of what cannot be read, and leaves it", async () => {
    const number = await raw(21, new Uint8Array([9, 0xab]), "event of 9 bytes");
    const shown = JSON.parse((await statwire("show", String(number), "--json")).printed);
    expect(shown).toMatchObject({ unreadable: "event of 9 bytes with 1 left at byte 0", hex: "09ab" });
    const { code, printed, told } = await statwire("retry", "--all");
    expect(code).toBe(1);
    expect(printed).toBe(`${number}: left: unreadable: event of 9 bytes with 1 left at byte 0`);
    expect(told).toContain("1 of 1 dead letters are left");
    expect(await numbers()).toEqual([number]);
  });

  it("publishes a letter's bytes once, however often it is tried and by how many", async () => {
    const number = await letter(31, [event(31), event(32)]);
    const would = await statwire("retry", String(number), "--dry-run");
    expect(would).toMatchObject({ code: 0, printed: `${number}: 2 events would be published` });
    const [one, other] = await Promise.all([statwire("retry", String(number)), statwire("retry", String(number))]);
    // The slower of the two may find the letter gone, or the message there.
    expect([one.code, other.code]).toContain(0);
    await letter(31, [event(31), event(32)]);
    expect((await statwire("retry", "--all")).printed).toMatch(/^\d+: 2 events published as TELEMETRY:1$/);
    expect(await numbers()).toEqual([]);
    const retried = await telemetry();
    expect(retried.map(({ subject }) => subject)).toEqual(["telemetry.v1.default.node-1.retry.31.host"]);
    expect(bytesOf(retried[0])).toEqual(encodeFrames([event(31), event(32)]));
    expect(retried[0]?.headers?.get("ce-id")).toBe("default/node-1/host/1/31");
    expect(retried[0]?.headers?.get("statwire-retry-of")).toBe("TELEMETRY:31");
  });

  it("publishes of a message that is stored in part what is missing, and nothing of one that is stored", async () => {
    await store(event(41), event(43));
    await letter(41, [event(41), event(42), event(43)]);
    await letter(43, [event(43)]);
    const { code, printed } = await statwire("retry", "--all", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(printed)).toMatchObject([
      { outcome: "published", stream: "TELEMETRY", events: 1 },
      { outcome: "stored", events: 1 },
    ]);
    expect(bytesOf((await telemetry()).at(-1))).toEqual(encodeFrames([event(42)]));
    expect(await numbers()).toEqual([]);
  });

  it("publishes a finding once more, once, and asks whether the history has it", async () => {
    const finding = (first: bigint, last: bigint) =>
      encodeIntegrityReported({
        observedAtMs: BigInt(observedAtMs),
        gapDetected: {
          family: "host",
          bootId: 1n,
          firstSequence: first,
          lastSequence: last,
          afterMs: 1n,
          beforeMs: 2n,
        },
      });
    const batch = new LandedBatch();
    const known = finding(1n, 2n);
    const names = { workspace: "default", node: "node-1", family: "integrity", receivedAtMs: Date.now() };
    batch.append({ ...names, eventSeq: 1, eventIndex: 0 }, known, 0, known.length);
    const inserted = await insertLanded(history, { kind: "integrity", body: batch.bytes(), token: "test:integrity" });
    expect(inserted).toEqual({ ok: true });
    await setAside("INTEGRITY", "integrity.v1.default.node-1", 81, encodeFrames([known]), "refused");
    await setAside("INTEGRITY", "integrity.v1.default.node-1", 82, encodeFrames([finding(3n, 3n)]), "refused");
    const { code, printed } = await statwire("retry", "--all", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(printed)).toMatchObject([{ outcome: "stored" }, { outcome: "published", stream: "INTEGRITY" }]);
    const stored = await readRange(bus.ingester, { stream: "INTEGRITY", first: 1, last: 9, signal: never });
    expect(stored.map(({ subject }) => subject)).toEqual(["integrity.v1.default.node-1.retry.82"]);
    expect(await numbers()).toEqual([]);
  });

  it("takes no other message for an earlier retry", async () => {
    await letter(51, [event(51)]);
    await statwire("retry", "--all");
    await letter(51, [event(52)]);
    expect(await statwire("retry", "--all")).toMatchObject({
      code: 1,
      printed: expect.stringMatching(/left: TELEMETRY:\d+ is another retry of TELEMETRY:51$/),
    });
    expect(await numbers()).toHaveLength(1);
  });

  it("drops those that it is told to, and none when one is not there", async () => {
    const [one, other] = [await letter(61, [event(61)]), await letter(62, [event(62)])];
    expect(await statwire("drop", String(one), "999999")).toMatchObject({
      code: 1,
      told: expect.stringContaining("there is no dead letter 999999"),
    });
    expect(await numbers()).toEqual([one, other]);
    expect(await statwire("drop", String(one))).toMatchObject({ code: 0, printed: "dropped 1" });
    expect(await numbers()).toEqual([other]);
  });

  it("does not retry while the history cannot be asked", async () => {
    const number = await letter(71, [event(71)]);
    const away = await call(["deadletters", "retry", "--all"], {
      ...environment,
      CLICKHOUSE_URL: "http://127.0.0.1:1",
    });
    expect(away).toMatchObject({ code: 1, told: expect.stringContaining("http://127.0.0.1:1 cannot be used") });
    expect(await numbers()).toEqual([number]);
  });

  it.each([
    [["retry"], "give the numbers of dead letters, or --all"],
    [["retry", "1", "--all"], "give the numbers of dead letters, or --all"],
    [["drop", "--all"], "say --yes, too"],
    [["show"], "NUMBER is required"],
    [["show", "x"], "NUMBER: expected a whole number"],
  ])("is called wrongly with %j", async (words, reason) => {
    expect(await statwire(...words)).toMatchObject({ code: 2, told: expect.stringContaining(reason) });
  });
});

function statwire(...words: string[]) {
  return call(["deadletters", ...words], environment);
}

async function numbers(): Promise<number[]> {
  const { letters } = JSON.parse((await statwire("list", "--json")).printed) as { letters: { number: number }[] };
  return letters.map(({ number }) => number);
}

function letter(originalSequence: number, events: readonly Uint8Array[], reason = "refused"): Promise<number> {
  return raw(originalSequence, encodeFrames(events), reason);
}

/** Sets a message of the node's live lane aside; answers the letter's number. */
function raw(originalSequence: number, payload: Uint8Array, reason: string): Promise<number> {
  return setAside("TELEMETRY", hostSubject(), originalSequence, payload, reason);
}

/** Sets a message aside as the ingester does; answers the letter's number. */
async function setAside(
  stream: string,
  subject: string,
  sequence: number,
  payload: Uint8Array,
  reason: string,
): Promise<number> {
  const { ingester } = bus;
  const own = headers();
  own.set("ce-id", `default/node-1/host/1/${sequence}`);
  own.set("Nats-Expected-Last-Subject-Sequence", "3");
  const message = { subject, sequence, storedAtMs: 0, payload, headers: own };
  // Another generation each: the server takes a letter of one message once within an hour.
  generation += 1;
  const from = { stream, consumer: "ingester", generation };
  await publishDeadLetter(ingester, { ...from, message, reason, failedAtMs: Date.now() });
  return (await streamState(ingester, "DEAD_LETTERS")).lastSequence;
}

/** Everything in TELEMETRY. */
async function telemetry() {
  const { lastSequence } = await streamState(bus.ingester, "TELEMETRY");
  return readRange(bus.ingester, { stream: "TELEMETRY", first: 1, last: lastSequence, signal: never });
}

/** A plain array, whatever the log's client makes of it. */
function bytesOf(message: { payload: Uint8Array } | undefined): Uint8Array {
  return Uint8Array.from(message?.payload ?? []);
}

async function store(...events: Uint8Array[]): Promise<void> {
  const batch = new LandedBatch();
  const names = { workspace: "default", node: "node-1", family: "host", receivedAtMs: Date.now() };
  events.forEach((bytes, index) => {
    batch.append({ ...names, eventSeq: index + 1, eventIndex: 0 }, bytes, 0, bytes.length);
  });
  expect(await insertLanded(history, { kind: "host", body: batch.bytes(), token: "test:host" })).toEqual({ ok: true });
}
