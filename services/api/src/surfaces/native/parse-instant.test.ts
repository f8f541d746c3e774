import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDurationMs } from "./parse-duration.js";
import { parseInstantMs } from "./parse-instant.js";

const now = Date.parse("2026-11-21T10:00:00.000Z");

describe("instants", () => {
  it.each([
    ["now", now],
    ["-1h", now - 3_600_000],
    ["now-90m", now - 5_400_000],
    ["-1h30m", now - 5_400_000],
    ["2026-11-21T09:00:00Z", now - 3_600_000],
    ["2026-11-21T10:00:00.250+01:00", now - 3_600_000 + 250],
    ["2026-11-21 09:00:00Z", now - 3_600_000],
    ["1795255200", 1_795_255_200_000],
    ["1795255200000", 1_795_255_200_000],
    ["1795255200.5", 1_795_255_200_500],
    ["0", 0],
  ])("%s", (text, expected) => {
    expect(parseInstantMs(text, now)).toBe(expected);
  });

  it.each([
    "",
    "yesterday",
    "2026-11-21",
    "2026-02-30T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "-",
    "-1y",
    "--1h",
    "1e3",
    "+1h",
  ])("%j is none", (text) => {
    expect(parseInstantMs(text, now)).toBeUndefined();
  });

  it("reads every RFC 3339 text and every number of milliseconds as what it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000_000, max: 4_000_000_000_000 }), (ms) => {
        expect(parseInstantMs(new Date(ms).toISOString(), now)).toBe(ms);
        expect(parseInstantMs(String(ms), now)).toBe(ms);
      }),
    );
  });

  it("never throws, and answers whole milliseconds", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const instant = parseInstantMs(text, now);
        expect(instant === undefined || Number.isSafeInteger(instant)).toBe(true);
      }),
    );
  });
});

describe("durations", () => {
  it.each([
    ["30s", 30_000],
    ["30", 30_000],
    ["500ms", 500],
    ["1.5h", 5_400_000],
    ["1d12h", 129_600_000],
    ["2w", 1_209_600_000],
  ])("%s", (text, expected) => {
    expect(parseDurationMs(text)).toBe(expected);
  });

  it.each(["", "0", "0s", "-5m", "5 m", "m", "5y", "1h-30m", "Infinity", "1e3s"])("%j is none", (text) => {
    expect(parseDurationMs(text)).toBeUndefined();
  });
});
