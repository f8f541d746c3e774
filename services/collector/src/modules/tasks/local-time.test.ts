import fc from "fast-check";
import { expect, it } from "vitest";
import { asIfUtc, openZone, openZoneByName } from "./local-time.js";

const anyTime = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2200, 0, 1) });

it("tells UTC by any of its names as the tables of zones do", () => {
  const tables = openZoneByName("UTC");
  fc.assert(
    fc.property(anyTime, fc.constantFrom("UTC", "Etc/UTC", "GMT", "Etc/Zulu", "Etc/Greenwich"), (atMs, name) => {
      const zone = openZone(name);
      const local = zone.local(atMs);
      expect(local).toEqual(tables.local(atMs));
      expect(local).toEqual(openZoneByName(name).local(atMs));
      expect(zone.instant(local)).toBe(tables.instant(local));
      expect(zone.instant(local)).toBe(asIfUtc(local));
    }),
  );
});

it("tells other zones, and none that is not known", () => {
  // Half past five ahead.
  const noon = { year: 2026, month: 7, day: 1, hour: 12, minute: 0, second: 0 };
  expect(openZone("Asia/Kolkata").local(Date.UTC(2026, 6, 1, 6, 30))).toEqual(noon);
  expect(openZone("Asia/Kolkata").instant(noon)).toBe(Date.UTC(2026, 6, 1, 6, 30));
  expect(() => openZone("Mars/Olympus")).toThrow(RangeError);
});
