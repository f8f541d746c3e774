import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeAt, oneTimeSecret, provisioningUri, stepOfCode } from "./one-time-codes.js";

/** RFC 6238, appendix B: the last six of its eight digits. */
const rfcSecret = oneTimeSecret(Buffer.from("12345678901234567890"));

describe("one-time codes", () => {
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("at %d s are those of the RFC", (seconds, code) => {
    expect(codeAt(rfcSecret, seconds * 1_000)).toBe(code);
    expect(stepOfCode(rfcSecret, code, seconds * 1_000)).toBe(Math.floor(seconds / 30));
  });

  it("are good a step earlier and later, and name their own step", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }), (nowMs) => {
        const step = Math.floor(nowMs / 30_000);
        for (const apart of [-1, 0, 1]) {
          const found = stepOfCode(rfcSecret, codeAt(rfcSecret, nowMs + apart * 30_000), nowMs);
          // Two steps may happen to have the same code.
          expect(Math.abs((found ?? 0) - step)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 50 },
    );
    const nowMs = 1_800_000_000_000;
    expect(stepOfCode(rfcSecret, codeAt(rfcSecret, nowMs - 60_000), nowMs)).toBeUndefined();
    expect(stepOfCode(rfcSecret, codeAt(rfcSecret, nowMs + 60_000), nowMs)).toBeUndefined();
  });

  it.each(["", "12345", "1234567", "12345a", " 12345", "١٢٣٤٥٦"])("%j is no code", (code) => {
    expect(stepOfCode(rfcSecret, code, 59_000)).toBeUndefined();
  });

  it("are set up by an address that apps read", () => {
    const uri = provisioningUri(rfcSecret, { issuer: "Statwire", account: "ada@example.org" });
    expect(uri).toBe(
      `otpauth://totp/Statwire:ada%40example.org?issuer=Statwire&secret=${rfcSecret}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});
