import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTracking, readFloat, trackingRequest } from "./chrony.js";

const sequence = 0xdead_beef;

/** A reply of 104 bytes, by the offsets of candm.h. */
function reply(change: (bytes: Buffer) => void = () => {}): Buffer {
  const bytes = Buffer.alloc(104);
  bytes.writeUInt8(6, 0);
  bytes.writeUInt8(2, 1);
  bytes.writeUInt16BE(33, 4);
  bytes.writeUInt16BE(5, 6);
  bytes.writeUInt32BE(sequence, 16);
  bytes.write("PPS0", 28, "latin1");
  bytes.writeUInt16BE(1, 52);
  bytes.writeInt32BE(toFloat(0.000_25), 68);
  bytes.writeInt32BE(toFloat(-12.5), 80);
  bytes.writeInt32BE(toFloat(0.0125), 92);
  bytes.writeInt32BE(toFloat(0.5), 96);
  change(bytes);
  return bytes;
}

describe("chronyd's tracking", () => {
  it("is asked for with a request as long as the reply", () => {
    const request = trackingRequest(sequence);
    expect(request).toHaveLength(104);
    expect(request.subarray(0, 12).toString("hex")).toBe("0601000000210000deadbeef");
    expect(request.subarray(12).every((byte) => byte === 0)).toBe(true);
  });

  it("is ahead where chronyd has to take away, with the name of a clock of this host", () => {
    const { offsetSeconds, rootDelaySeconds, frequencyPpm, ...rest } = parseTracking(reply(), sequence);
    expect(rest).toEqual({ synchronized: true, rootDispersionSeconds: 0.5, stratum: 1, reference: "PPS0" });
    expect(offsetSeconds).toBeCloseTo(-0.000_25, 9);
    expect(rootDelaySeconds).toBeCloseTo(0.0125, 8);
    expect(frequencyPpm).toBe(-12.5);
  });

  it("has the address of a server, and is not synchronized without one", () => {
    const ipv4 = reply((bytes) => {
      bytes.set([192, 0, 2, 7], 32);
      bytes.writeUInt16BE(1, 48);
    });
    expect(parseTracking(ipv4, sequence).reference).toBe("192.0.2.7");
    const ipv6 = reply((bytes) => {
      bytes.set([0x20, 0x01, 0x0d, 0xb8], 32);
      bytes[47] = 1;
      bytes.writeUInt16BE(2, 48);
    });
    expect(parseTracking(ipv6, sequence).reference).toBe("2001:db8::1");
    expect(
      parseTracking(
        reply((bytes) => bytes.writeUInt16BE(3, 54)),
        sequence,
      ).synchronized,
    ).toBe(false);
    const own = reply((bytes) => bytes.writeUInt32BE(0x7f7f_0101, 28));
    expect(parseTracking(own, sequence)).toMatchObject({ synchronized: false, reference: "" });
  });

  it("is refused when it is somebody else's answer, a refusal, or cut off", () => {
    expect(() => parseTracking(reply(), sequence + 1)).toThrow("not the answer to our request");
    expect(() => parseTracking(Buffer.from("hello"), sequence)).toThrow("not the answer to our request");
    expect(() =>
      parseTracking(
        reply((bytes) => bytes.writeUInt16BE(2, 8)),
        sequence,
      ),
    ).toThrow("status 2");
    expect(() => parseTracking(reply().subarray(0, 100), sequence)).toThrow("unknown kind");
  });
});

describe("chrony's float", () => {
  it("gives back any number to one part in 2^24", () => {
    const numbers = fc
      .double({ min: -1e9, max: 1e9, noNaN: true })
      .filter((value) => Math.abs(value) > 1e-9 || value === 0);
    fc.assert(
      fc.property(numbers, (value) => {
        const bytes = Buffer.alloc(4);
        bytes.writeInt32BE(toFloat(value));
        expect(Math.abs(readFloat(bytes, 0) - value)).toBeLessThanOrEqual(Math.abs(value) / 2 ** 23);
      }),
    );
  });
});

/** The word for a number: the largest coefficient of 25 bits that its exponent allows. */
function toFloat(value: number): number {
  if (value === 0) return 0;
  const exponent = Math.max(-64, Math.floor(Math.log2(Math.abs(value))) + 2);
  const coefficient = Math.round(value / 2 ** (exponent - 25));
  return (exponent << 25) | (coefficient & 0x1ff_ffff);
}
