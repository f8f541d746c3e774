import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { version } from "../../testing/arbitrary-version.js";
import { compareVersions } from "./debian-version.js";

/** Oldest first, and the example of the policy. */
const tildes = ["~~", "~~a", "~", "", "a"];
const ordered = [
  "0.9~rc1-1",
  "0.9-1",
  "0.9-1+b1",
  "0.9-1.1",
  "0.10-1",
  "1.0~beta1~svn1245-1",
  "1.0~beta1-1",
  "1.0-1~bpo12+1",
  "1.0-1",
  "1.0a-1",
  "1.0+dfsg-1",
  "1.0.1-1",
  "1:0.1",
  "2:0.0",
];

describe("Debian versions", () => {
  it("are in the order of the policy", () => {
    for (const list of [ordered, tildes]) {
      for (const [at, one] of list.entries()) {
        for (const [other, later] of list.entries()) {
          expect([one, later, Math.sign(compareVersions(one, later))]).toEqual([one, later, Math.sign(at - other)]);
        }
      }
    }
  });

  it("take no notice of leading zeros, a missing revision and epoch 0, and read numbers of any length", () => {
    expect(compareVersions("1.02", "1.2")).toBe(0);
    expect(compareVersions("1.2-0", "1.2")).toBe(0);
    expect(compareVersions("0:1.2", "1.2")).toBe(0);
    expect(compareVersions("1.20240101000000000000000001", "1.20240101000000000000000002")).toBeLessThan(0);
    expect(compareVersions("1.9999999999999999999999", "1.10000000000000000000000")).toBeLessThan(0);
  });

  it("have a total order", () => {
    fc.assert(
      fc.property(version(), version(), version(), (one, other, third) => {
        expect(compareVersions(one, one)).toBe(0);
        expect(Math.sign(compareVersions(one, other))).toBe(-Math.sign(compareVersions(other, one)) + 0);
        const sorted = [one, other, third].sort(compareVersions);
        expect(compareVersions(sorted[0] ?? "", sorted[2] ?? "")).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });
});
