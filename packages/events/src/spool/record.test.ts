import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crc32c } from "./crc32c.js";
import { encodeSpoolEntry, readSpoolEntry, type SpoolEntry } from "./record.js";
import { scanSpoolSegment } from "./scan.js";

const reading = fc.record({
  family: fc.constantFrom("host", "host.filesystems", "inventory"),
  bootId: fc.nat(),
  sequence: fc.nat(),
  observedAtMs: fc.nat(),
  event: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
});

const entry: fc.Arbitrary<SpoolEntry> = fc.oneof(
  fc.record({ type: fc.constant("reading" as const), reading }),
  fc.record({
    type: fc.constant("acknowledged" as const),
    places: fc.array(fc.record({ segment: fc.nat(), offset: fc.nat() }), { maxLength: 10 }),
  }),
  fc.record({ type: fc.constant("header" as const), kernelBootId: fc.string({ maxLength: 40 }) }),
);

const entries = fc.array(entry, { minLength: 1, maxLength: 12 });

describe("records", () => {
  it("checks CRC-32C by the polynomial of RFC 3720", () => {
    expect(crc32c(Buffer.from("123456789"))).toBe(0xe3069283);
    expect(crc32c(Buffer.alloc(32))).toBe(0x8a9136aa);
  });

  it("come back as they were written", () => {
    fc.assert(
      fc.property(entries, (written) => {
        const scan = scanSpoolSegment(Buffer.concat(written.map(encodeSpoolEntry)));
        expect(scan.entries.map((read) => read.entry)).toEqual(written);
        expect(scan.damaged).toEqual([]);
      }),
    );
  });

  it("refuses what no reader would accept", () => {
    const event = Buffer.alloc(1024 * 1024 + 1);
    const tooLarge = { family: "host", bootId: 1, sequence: 1, observedAtMs: 1, event };
    expect(() => encodeSpoolEntry({ type: "reading", reading: tooLarge })).toThrow(RangeError);
  });

  it("are known to be cut off, wherever that is", () => {
    const record = encodeSpoolEntry({ type: "header", kernelBootId: "run" });
    for (let length = 1; length < record.length; length += 1) {
      expect(readSpoolEntry(record.subarray(0, length), 0)).toEqual({ ok: false, cutOff: true });
    }
  });
});

describe("a damaged segment", () => {
  /** Entries, the bytes of each, and one spoilt byte. */
  const spoilt = fc.tuple(entries, fc.nat(), fc.integer({ min: 1, max: 255 })).map(([written, at, flip]) => {
    const records = written.map(encodeSpoolEntry);
    const bytes = Buffer.concat(records);
    const spoiltAt = at % bytes.length;
    bytes[spoiltAt] = (bytes[spoiltAt] ?? 0) ^ flip;
    let end = 0;
    const hit = records.findIndex((record) => {
      end += record.length;
      return spoiltAt < end;
    });
    return { written, bytes, hit };
  });

  it("loses the one record that a flipped byte hits, and no other", () => {
    fc.assert(
      fc.property(spoilt, ({ written, bytes, hit }) => {
        const read = scanSpoolSegment(bytes).entries.map((one) => one.entry);
        expect(read).toEqual(written.filter((_, index) => index !== hit));
      }),
      { numRuns: 500 },
    );
  });

  it("cut off anywhere keeps every record before, and calls nothing damaged", () => {
    fc.assert(
      fc.property(entries, fc.nat(), (written, at) => {
        const records = written.map(encodeSpoolEntry);
        const bytes = Buffer.concat(records);
        const length = at % (bytes.length + 1);
        const scan = scanSpoolSegment(bytes.subarray(0, length));
        let end = 0;
        const whole = records.filter((record) => {
          end += record.length;
          return end <= length;
        });
        expect(scan.entries).toHaveLength(whole.length);
        expect(scan.end).toBe(Buffer.concat(whole).length);
        expect(scan.damaged).toEqual([]);
      }),
    );
  });

  it("is read on behind rubbish between records", () => {
    fc.assert(
      fc.property(entries, entries, fc.uint8Array({ minLength: 1, maxLength: 300 }), (before, behind, rubbish) => {
        const bytes = Buffer.concat([...before.map(encodeSpoolEntry), rubbish, ...behind.map(encodeSpoolEntry)]);
        const scan = scanSpoolSegment(bytes);
        expect(scan.entries.map((read) => read.entry)).toEqual([...before, ...behind]);
        expect(scan.damaged).toHaveLength(1);
      }),
    );
  });
});
