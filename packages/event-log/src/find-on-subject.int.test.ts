import { createTestBus } from "@statwire/embedded-stack/testing";
import { createLogger } from "@statwire/runtime";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connectEventLog, type EventLog } from "./connect.js";
import { type Comparison, findOnSubject, nextOnSubject } from "./find-on-subject.js";
import type { StoredMessage } from "./stored-message.js";
import { ensureStreams } from "./streams.js";

const room = { bytesMax: 8 * 1024 ** 2, ageMaxMs: 3_600_000 };
const lane = { stream: "TELEMETRY", subject: "telemetry.v1.a.sought.live.host" };
const beside = "telemetry.v1.a.beside.live.host";

let bus: Awaited<ReturnType<typeof createTestBus>>;
let log: EventLog;
/** Stream sequences by number. */
const places = new Map<number, number>();
let looked = 0;

beforeAll(async () => {
  bus = await createTestBus();
  log = await connectEventLog({ ...bus, name: "test", log: createLogger({ service: "test", level: "silent" }) });
  await ensureStreams(log, { telemetry: room, logs: room, deadLetters: room, integrity: room, replicas: 1 });
  // Even numbers alone; among them messages of another subject, and some that tell nothing.
  for (let number = 2; number <= 60; number += 2) {
    for (let other = 0; other < number % 7; other += 1) await log.jetstream.publish(beside, "x");
    if (number % 12 === 0) await log.jetstream.publish(lane.subject, "unreadable");
    places.set(number, (await log.jetstream.publish(lane.subject, String(number))).seq);
  }
});

afterAll(async () => {
  await log.close();
  await bus.close();
});

it("finds every message of a lane, and the neighbours of one that is not there", async () => {
  for (let number = 1; number <= 61; number += 1) {
    looked = 0;
    const { found, before, after, isCutShort } = await findOnSubject(log, lane, against(number));
    const place = places.get(number);
    expect([found?.sequence, isCutShort]).toEqual([place, false]);
    if (place === undefined) {
      expect([before?.sequence, after?.sequence]).toEqual([places.get(number - 1), places.get(number + 1)]);
    }
    expect(looked).toBeLessThan(20);
  }
});

it("finds nothing where nothing is, and goes along a subject", async () => {
  const nowhere = { ...lane, subject: "telemetry.v1.a.nowhere.live.host" };
  expect(await findOnSubject(log, nowhere, against(1))).toEqual({ isCutShort: false });
  const first = await nextOnSubject(log, lane, 1);
  expect(first?.sequence).toBe(places.get(2));
  expect(await nextOnSubject(log, { ...lane, subject: "telemetry.v1.a.*.live.host" }, 1)).toMatchObject({
    sequence: 1,
  });
  expect(await nextOnSubject(log, lane, (places.get(60) ?? 0) + 1)).toBeUndefined();
});

function against(number: number): (message: StoredMessage) => Comparison {
  return ({ payload }) => {
    looked += 1;
    const there = Number(new TextDecoder().decode(payload));
    if (Number.isNaN(there)) return undefined;
    return there === number ? "sought" : there < number ? "before" : "after";
  };
}
