import type { KeptLetter } from "@statwire/event-log";
import { encodeFrames, encodeLogLinesRead } from "@statwire/events";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostSampled, hostSubject, syslogSubject } from "../testing/bus.js";
import { missingPayload, toIdentity, toRetriable } from "./retry.js";

const letter = (payload: Uint8Array, change: Partial<KeptLetter> = {}): KeptLetter => ({
  sequence: 1,
  consumer: "ingester",
  originalStream: "TELEMETRY",
  originalSubject: hostSubject(),
  originalSequence: 5,
  reason: "code 32",
  failedAtMs: 0,
  payload,
  originalHeaders: {},
  isLogAnswer: false,
  ...change,
});

describe("toRetriable", () => {
  const sound = encodeFrames([hostSampled(1)]);

  it.each([
    [{ isLogAnswer: true }, "no node published it"],
    [{ originalSubject: "telemetry.v1.w.n.live.unheard" }, "this version knows no kind of event"],
    [{ payload: new Uint8Array([9]) }, "unreadable: event of 9 bytes with 0 left at byte 0"],
  ])("refuses %j", (change, reason) => {
    expect(toRetriable(letter(sound, change))).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });

  it("takes a retry that failed again", () => {
    const again = letter(sound, { originalSubject: "telemetry.v1.default.node-1.retry.5.host" });
    expect(toRetriable(again)).toMatchObject({ ok: true, address: { node: "node-1", family: "host", kind: "host" } });
  });
});

it("publishes what the history lacks, byte for byte, and never anything that it has", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), (stored) => {
      const events = stored.map((_, index) => hostSampled(index + 1, 1_000));
      const whole = letter(encodeFrames(events));
      const retriable = toRetriable(whole);
      if (!retriable.ok) throw new Error(retriable.reason);
      const missing = events.filter((_, index) => !stored[index]);
      expect(missingPayload(whole, retriable, stored)).toEqual(
        missing.length === 0 ? undefined : encodeFrames(missing),
      );
    }),
  );
});

it("tells lines of a log by the first", () => {
  const event = encodeLogLinesRead({ bootId: 1n, sequence: 2n, firstLine: 7n, lines: [{ text: "" }, { text: "b" }] });
  const read = toRetriable(letter(encodeFrames([event]), { originalSubject: syslogSubject }));
  if (!read.ok || read.events[0] === undefined) throw new Error("unreadable");
  expect(toIdentity(read.address, read.events[0])).toEqual({
    bootId: 1n,
    sequence: 2n,
    observedAtMs: 0,
    lines: { firstLine: 7n, firstText: "", droppedLines: 0n },
  });
});
