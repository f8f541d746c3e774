import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSntp, readTime, sntpRequest } from "./sntp.js";

const nonce = Buffer.from("0102030405060708", "hex");

/** What a server would answer whose clock is `aheadMs` of ours, `wayMs` away each way. */
function answer({
  aheadMs,
  wayMs,
  tookMs = 1,
  sentAtMs = 1_782_900_000_000,
}: {
  aheadMs: number;
  wayMs: number;
  tookMs?: number;
  sentAtMs?: number;
}) {
  const bytes = Buffer.alloc(48);
  bytes.writeUInt8(0x24, 0);
  bytes.writeUInt8(2, 1);
  bytes.writeUInt32BE(0x0000_8000, 4);
  bytes.writeUInt32BE(0x0000_4000, 8);
  nonce.copy(bytes, 24);
  writeTime(bytes, 32, sentAtMs + wayMs + aheadMs);
  writeTime(bytes, 40, sentAtMs + wayMs + aheadMs + tookMs);
  return { bytes, request: { nonce, sentAtMs, receivedAtMs: sentAtMs + 2 * wayMs + tookMs } };
}

describe("SNTP", () => {
  it("asks with a number in place of a time", () => {
    expect(sntpRequest(nonce).toString("hex")).toBe(`23${"00".repeat(39)}0102030405060708`);
  });

  it("tells the offset and the delay, whatever they are", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 5000 }), (aheadMs, wayMs) => {
        const { bytes, request } = answer({ aheadMs, wayMs });
        const said = parseSntp(bytes, request);
        if (!said.ok) throw new Error(said.reason);
        expect(said.offsetMs).toBeCloseTo(-aheadMs, 2);
        expect(said.delayMs).toBeCloseTo(2 * wayMs, 2);
        expect(said).toMatchObject({ stratum: 2, rootDelayMs: 500, rootDispersionMs: 250 });
      }),
    );
  });

  it("counts on when NTP's seconds have overflowed in 2036", () => {
    const bytes = Buffer.alloc(8);
    expect(readTime(bytes, 0)).toBe(Date.UTC(2036, 1, 7, 6, 28, 16));
    bytes.writeUInt32BE(0xffff_ffff, 0);
    expect(readTime(bytes, 0)).toBe(Date.UTC(2036, 1, 7, 6, 28, 15));
  });

  it("believes no one else, no refusal and no server that is lost itself", () => {
    const { bytes, request } = answer({ aheadMs: 0, wayMs: 1 });
    const changed = (at: number, value: number) => {
      const copy = Buffer.from(bytes);
      copy[at] = value;
      return parseSntp(copy, request);
    };
    expect(changed(31, 9)).toEqual({ ok: false, reason: "not the answer to our request" });
    expect(changed(0, 0x23)).toEqual({ ok: false, reason: "not the answer to our request" });
    expect(changed(0, 0xe4)).toEqual({ ok: false, reason: "the server is not synchronized itself" });
    expect(changed(1, 16)).toEqual({ ok: false, reason: "the server is not synchronized itself" });
    const kiss = Buffer.from(bytes);
    kiss[1] = 0;
    kiss.write("RATE", 12);
    expect(parseSntp(kiss, request)).toEqual({ ok: false, reason: "refused: RATE" });
    expect(parseSntp(bytes.subarray(0, 40), request)).toEqual({ ok: false, reason: "an answer of 40 bytes" });
  });
});

function writeTime(bytes: Buffer, at: number, unixMs: number): void {
  bytes.writeUInt32BE((Math.floor(unixMs / 1000) + 2_208_988_800) % 2 ** 32, at);
  bytes.writeUInt32BE(Math.floor(((unixMs % 1000) / 1000) * 2 ** 32), at + 4);
}
