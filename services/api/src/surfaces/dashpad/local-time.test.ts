import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localTime, localTimeWithOffset, zoneOf } from "./local-time.js";

describe("local time with its offset", () => {
  it.each([
    ["America/Los_Angeles", "2025-06-19T02:17:00.000Z", "2025-06-18T19:17:00.000-07:00"],
    ["America/Los_Angeles", "2025-12-19T02:17:00.005Z", "2025-12-18T18:17:00.005-08:00"],
    ["Europe/Berlin", "2026-03-29T00:59:59.999Z", "2026-03-29T01:59:59.999+01:00"],
    ["Europe/Berlin", "2026-03-29T01:00:00.000Z", "2026-03-29T03:00:00.000+02:00"],
    ["Asia/Kathmandu", "2026-11-26T12:00:00.000Z", "2026-11-26T17:45:00.000+05:45"],
    ["America/St_Johns", "2026-11-26T12:00:00.000Z", "2026-11-26T08:30:00.000-03:30"],
    ["UTC", "2026-11-26T12:00:00.000Z", "2026-11-26T12:00:00.000+00:00"],
  ])("%s", (zone, instant, expected) => {
    expect(localTimeWithOffset(Date.parse(instant), zoneOf(zone))).toBe(expected);
  });

  it("names its instant, whatever the zone", () => {
    const zones = fc.constantFrom("America/New_York", "Australia/Lord_Howe", "Pacific/Chatham", "Africa/Casablanca");
    const instants = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2060, 0) });
    fc.assert(
      fc.property(zones, instants, (zone, atMs) => {
        expect(Date.parse(localTimeWithOffset(atMs, zoneOf(zone)))).toBe(atMs);
      }),
    );
  });
});

it("local time without offset", () => {
  expect(localTime(Date.parse("2025-06-19T10:00:00.900Z"), zoneOf("America/Los_Angeles"))).toBe("2025-06-19T03:00:00");
});

describe("zones", () => {
  it("that are none become UTC", () => {
    for (const name of ["", "Nowhere/At_All", "<script>"]) expect(zoneOf(name).name).toBe("UTC");
  });

  it("are made once, as long as they are few", () => {
    expect(zoneOf("Europe/Berlin")).toBe(zoneOf("Europe/Berlin"));
    const first = zoneOf("Europe/Rome");
    for (let number = 0; number < 100; number += 1) zoneOf(`Nowhere/${number}`);
    expect(zoneOf("Europe/Rome")).not.toBe(first);
  });
});
