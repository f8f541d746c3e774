import { createTestBus } from "@statwire/embedded-stack/testing";
import {
  connectEventLog,
  countDroppedLetters,
  type EventLog,
  ensureStreams,
  messageAt,
  publishDeadLetter,
  publishOnceSince,
  streamState,
  toKeptLetter,
} from "@statwire/event-log";
import { encodeFrames, logSubject, parseEventSubject, readEvents } from "@statwire/events";
import { createLogger } from "@statwire/runtime";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { giveUpOldest } from "./dropped-letters.js";
import { toDroppedLetter } from "./integrity/to-dropped-letter.js";
import { hostEvent, subjectOf } from "./testing/published-events.js";

const mebibyte = 1024 ** 2;
const hourMs = 3_600_000;
const nowMs = Date.now();

let bus: Awaited<ReturnType<typeof createTestBus>>;
let eventLog: EventLog;

beforeAll(async () => {
  bus = await createTestBus();
  eventLog = await connectEventLog({ ...bus, name: "test", log: createLogger({ service: "test", level: "silent" }) });
  await ensureStreams(eventLog, {
    telemetry: { bytesMax: mebibyte, ageMaxMs: hourMs },
    logs: { bytesMax: mebibyte, ageMaxMs: hourMs },
    integrity: { bytesMax: 16 * mebibyte, ageMaxMs: hourMs },
    deadLetters: { bytesMax: mebibyte, ageMaxMs: 2 * hourMs },
    replicas: 1,
  });
});

afterAll(async () => {
  await eventLog?.close();
  await bus?.close();
});

it("gives up the oldest dead letters before they are pushed out, and says whose they were", async () => {
  await setAside(1, subjectOf("web-1"), encodeFrames([hostEvent(7), hostEvent(8), hostEvent(10)]));
  await setAside(2, logSubject({ workspace: "default", node: "web-1", log: "syslog" }), new Uint8Array(10));
  expect(await giveUp()).toEqual({ announced: 0, unannounced: 0 });
  for (let number = 3; number <= 7; number += 1) await setAside(number, subjectOf("web-2"), new Uint8Array(200_000));

  expect(await giveUp()).toEqual({ announced: 3, unannounced: 0 });
  expect(await announced()).toEqual([
    "web-1 letter 1: host 1 7-8 (2) dead-letters-full, host 1 10-10 (1) dead-letters-full",
    "web-1 letter 2: log/syslog 0 0-0 (1) dead-letters-full",
    "web-2 letter 3: host 0 0-0 (1) dead-letters-full",
  ]);
  expect(await streamState(eventLog, "DEAD_LETTERS")).toMatchObject({ firstSequence: 4, messages: 4 });
  expect(await giveUp()).toEqual({ announced: 0, unannounced: 0 });
  expect(await countDroppedLetters(eventLog)).toBe(3);
});

it("announces once what it was killed over", async () => {
  const oldest = await messageAt(eventLog, "DEAD_LETTERS", 4);
  const letter = oldest && toKeptLetter(oldest);
  const told = letter && toDroppedLetter(letter, nowMs - 1_000, "dead-letters-full");
  if (oldest === undefined || told === undefined) throw new Error("nothing to say");
  await publishOnceSince(eventLog, told, { stream: "INTEGRITY", sinceMs: oldest.storedAtMs });
  await setAside(8, subjectOf("web-3"), new Uint8Array(200_000));
  expect(await giveUp()).toEqual({ announced: 1, unannounced: 0 });
  expect((await announced()).slice(3)).toEqual(["web-2 letter 4: host 0 0-0 (1) dead-letters-full"]);
  expect((await streamState(eventLog, "DEAD_LETTERS")).firstSequence).toBe(5);
});

it("has nothing to say of what is nobody's", async () => {
  await setAside(9, "telemetry.v1.default.web-1.live.unheard-of", new Uint8Array(10));
  const { lastSequence } = await streamState(eventLog, "DEAD_LETTERS");
  const message = await messageAt(eventLog, "DEAD_LETTERS", lastSequence);
  const letter = message && toKeptLetter(message);
  expect(letter && toDroppedLetter(letter, nowMs, "dead-letters-full")).toBeUndefined();
});

it("announces a letter of a stream that was made anew, whose number an earlier one has had", async () => {
  const { config } = await eventLog.manager.streams.info("DEAD_LETTERS");
  await eventLog.manager.streams.delete("DEAD_LETTERS");
  await eventLog.manager.streams.add(config);
  const before = (await announced()).length;
  await setAside(101, subjectOf("web-1"), new Uint8Array(10));
  await setAside(102, "telemetry.v1.default.web-1.live.unheard-of", new Uint8Array(10));
  for (let number = 103; number <= 106; number += 1)
    await setAside(number, subjectOf("web-2"), new Uint8Array(220_000));

  // Of the second one nobody can be told.
  expect(await giveUp()).toEqual({ announced: 2, unannounced: 1 });
  expect((await announced()).slice(before)).toEqual([
    "web-1 letter 1: host 0 0-0 (1) dead-letters-full",
    "web-2 letter 3: host 0 0-0 (1) dead-letters-full",
  ]);
  expect(await countDroppedLetters(eventLog)).toBe(before + 2);
});

it("announces what is about to go with its age, and counts it", async () => {
  const before = (await announced()).length;
  const { firstSequence, messages } = await streamState(eventLog, "DEAD_LETTERS");
  const reads = vi.spyOn(eventLog.manager.direct, "getMessage");
  expect(await giveUpOldest(eventLog, () => Date.now() + hourMs)).toEqual({ announced: 0, unannounced: 0, old: 0 });
  expect(reads).not.toHaveBeenCalled();
  const aged = await giveUpOldest(eventLog, () => Date.now() + 111 * 60_000);
  expect(aged).toEqual({ announced: messages, unannounced: 0, old: messages });
  expect(reads).toHaveBeenCalledTimes(messages);
  reads.mockRestore();
  expect((await announced())[before]).toBe(`web-2 letter ${firstSequence}: host 0 0-0 (1) dead-letters-old`);
  expect((await streamState(eventLog, "DEAD_LETTERS")).messages).toBe(0);
  expect(await giveUp()).toEqual({ announced: 0, unannounced: 0 });
});

async function giveUp(): Promise<object> {
  const { old, ...givenUp } = await giveUpOldest(eventLog, () => nowMs);
  expect(old).toBe(0);
  return givenUp;
}

async function setAside(sequence: number, subject: string, payload: Uint8Array): Promise<void> {
  const message = { subject, sequence, storedAtMs: nowMs, payload, headers: undefined };
  const letter = { stream: "TELEMETRY", consumer: "ingester", message, reason: "refused", failedAtMs: nowMs };
  await publishDeadLetter(eventLog, letter);
}

/** Every announcement: whose, of which letter, and what it says. */
async function announced(): Promise<string[]> {
  const found: string[] = [];
  const { lastSequence } = await streamState(eventLog, "INTEGRITY");
  for (let sequence = 1; sequence <= lastSequence; sequence += 1) {
    const message = await messageAt(eventLog, "INTEGRITY", sequence);
    const address = message && parseEventSubject(message.subject);
    const read = message && readEvents("dropped", message.payload);
    if (message === undefined || address?.kind !== "dropped" || !read?.ok) throw new Error("no announcement");
    const said = read.events.map(({ json }) => {
      const { family, bootId = 0, firstSequence = 0, lastSequence = 0, count, reason } = json;
      return `${family} ${bootId} ${firstSequence}-${lastSequence} (${count}) ${reason}`;
    });
    found.push(`${address.node} letter ${message.subject.split(".").at(-1)}: ${said.join(", ")}`);
  }
  return found;
}
