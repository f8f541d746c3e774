import { sizeDelimitedPeek } from "@bufbuild/protobuf/wire";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeFrames, FrameError, walkFrames } from "./frames.js";
import { varintLength, writeVarint } from "./varint.js";

describe("encodeFrames and walkFrames", () => {
  it("give back every event, in order", () => {
    fc.assert(
      fc.property(fc.array(arbitraryEvent(), { minLength: 1, maxLength: 20 }), (events) => {
        const payload = encodeFrames(events);
        expect(split(payload)).toEqual(events);
      }),
    );
  });

  it("hold an event longer than one and two length bytes say", () => {
    const events = [new Uint8Array(127).fill(1), new Uint8Array(128).fill(2), new Uint8Array(16_384).fill(3)];
    const payload = encodeFrames(events);
    expect(payload).toHaveLength(1 + 127 + 2 + 128 + 3 + 16_384);
    expect(split(payload)).toEqual(events);
  });

  it("use the delimited form that protobuf libraries write", () => {
    const payload = encodeFrames([new Uint8Array(300)]);
    expect(sizeDelimitedPeek(payload)).toEqual({ eof: false, offset: 2, size: 300 });
  });

  it("refuse to write nothing", () => {
    expect(() => encodeFrames([])).toThrow(FrameError);
    expect(() => encodeFrames([Uint8Array.of(1), new Uint8Array()])).toThrow("empty event at byte 2");
  });
});

describe("walkFrames", () => {
  it.each([
    ["an empty payload", [], "no event", 0],
    ["an empty event", [1, 7, 0], "empty event", 2],
    ["a length cut off", [1, 7, 0x80], "length cut off", 2],
    ["a length that is too long to be one", [0xff, 0xff, 0xff, 0xff, 0xff, 0x01, 7], "overlong length", 0],
    ["a length with a superfluous byte", [0x81, 0x00, 7], "overlong length", 0],
    ["a zero of two bytes", [1, 7, 0x80, 0x00], "overlong length", 2],
    ["an event cut off", [2, 7, 7, 3, 7, 7], "event of 3 bytes with 2 left", 3],
    ["a length beyond 32 bits", [0xff, 0xff, 0xff, 0xff, 0x7f, 7], "event of 34359738367 bytes with 1 left", 0],
    ["a trailing byte", [1, 7, 5], "event of 5 bytes with 0 left", 2],
  ])("refuses %s and visits nothing", (_, bytes, reason, offset) => {
    let visits = 0;
    const error = failure(() => walkFrames(Uint8Array.from(bytes), () => visits++));
    expect(error).toMatchObject({ name: "FrameError", offset, message: `${reason} at byte ${offset}` });
    expect(visits).toBe(0);
  });

  it("takes a payload whole or not at all: cut anywhere between frames' ends, it is refused at the cut frame", () => {
    fc.assert(
      fc.property(fc.array(arbitraryEvent(), { minLength: 1, maxLength: 8 }), fc.nat(), (events, random) => {
        const payload = encodeFrames(events);
        const ends = events.map((_, index) => encodeFrames(events.slice(0, index + 1)).length);
        const cut = 1 + (random % payload.length);
        if (ends.includes(cut)) {
          expect(walkFrames(payload.subarray(0, cut), () => {})).toBe(ends.indexOf(cut) + 1);
          return;
        }
        const frameStart = ends.findLast((end) => end < cut) ?? 0;
        expect(failure(() => walkFrames(payload.subarray(0, cut), () => {}))).toMatchObject({ offset: frameStart });
      }),
    );
  });

  it("finds in any bytes either frames that cover them all, or a fault within them", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40, max: 140 }), (bytes) => {
        const ends = [0];
        let count = 0;
        try {
          count = walkFrames(bytes, (start, end) => {
            expect(start).toBe((ends.at(-1) ?? 0) + varintLength(end - start));
            ends.push(end);
          });
        } catch (error) {
          expect(error).toBeInstanceOf(FrameError);
          expect((error as FrameError).offset).toBeLessThanOrEqual(bytes.length);
          return;
        }
        expect(count).toBe(ends.length - 1);
        expect(ends.at(-1)).toBe(bytes.length);
      }),
    );
  });
});

describe("writeVarint", () => {
  it("writes any safe integer as BigInt arithmetic would", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        const bytes = new Uint8Array(10);
        const length = writeVarint(bytes, 0, value);
        expect(length).toBe(varintLength(value));
        expect(readVarint(bytes.subarray(0, length))).toBe(BigInt(value));
      }),
      { examples: [[0], [127], [128], [2 ** 31 - 1], [2 ** 31], [2 ** 32], [Number.MAX_SAFE_INTEGER]] },
    );
  });
});

function arbitraryEvent(): fc.Arbitrary<Uint8Array> {
  return fc.uint8Array({ minLength: 1, maxLength: 300 });
}

function split(payload: Uint8Array): Uint8Array[] {
  const events: Uint8Array[] = [];
  const count = walkFrames(payload, (start, end) => events.push(payload.slice(start, end)));
  expect(count).toBe(events.length);
  return events;
}

function failure(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error("expected a failure");
}

function readVarint(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => (value << 7n) | BigInt(byte & 0x7f), 0n);
}
