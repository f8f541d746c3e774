import { expect, it } from "vitest";
import { gigabytes, megabytes, percent, utcTimestamp } from "./units.js";

it("a MB is 10^6 bytes with two decimals, a GB 10^9 with three", () => {
  expect(megabytes(16_384 * 1024 ** 2)).toBe(17_179.87);
  expect(gigabytes(123_456_789_012)).toBe(123.457);
});

it("a ratio becomes a percentage", () => {
  expect(percent(0.1234)).toBe(12.34);
  expect(percent(1)).toBe(100);
});

it("timestamps have microseconds, or no fraction when it is zero", () => {
  expect(utcTimestamp(Date.UTC(2026, 10, 20, 23, 23, 49, 293))).toBe("2026-11-20T23:23:49.293000Z");
  expect(utcTimestamp(Date.UTC(2026, 10, 20, 23, 23, 49, 0))).toBe("2026-11-20T23:23:49Z");
});
