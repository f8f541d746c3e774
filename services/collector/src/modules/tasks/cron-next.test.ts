import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCronSchedule } from "./cron-next.js";
import { openZone } from "./local-time.js";

/** The next runs in a zone, in UTC. */
function runs(schedule: string, timezone: string, after: string, count: number): string[] {
  const cron = parseCronSchedule(schedule, timezone);
  if (!cron.ok) throw new Error(cron.reason);
  const found: string[] = [];
  let atMs: number | undefined = Date.parse(after);
  while (found.length < count) {
    atMs = cron.next(atMs);
    if (atMs === undefined) throw new Error(`no run of ${schedule}`);
    found.push(new Date(atMs).toISOString().slice(0, 16));
  }
  return found;
}

const numbers = (min: number, max: number) =>
  fc.oneof(
    fc.constant("*"),
    fc.uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: 3 }).map((list) => list.join(",")),
    fc.integer({ min: 1, max: max - min }).map((step) => `*/${step}`),
    fc
      .tuple(fc.integer({ min, max }), fc.integer({ min, max }))
      .map(([one, other]) => `${Math.min(one, other)}-${Math.max(one, other)}`),
  );
const schedule = fc.tuple(numbers(0, 59), numbers(0, 23), numbers(1, 28), numbers(1, 12), fc.constant("*"));
const time = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });

describe("the next run of a line of a crontab", () => {
  it("is in the zone's time", () => {
    expect(runs("0 3 * * *", "UTC", "2026-07-01T02:59:59Z", 2)).toEqual(["2026-07-01T03:00", "2026-07-02T03:00"]);
    expect(runs("0 3 * * *", "Europe/Berlin", "2026-07-01T00:00:00Z", 1)).toEqual(["2026-07-01T01:00"]);
    expect(runs("30 4 1,15 * 5", "UTC", "2026-05-01T04:30:00Z", 3)).toEqual([
      "2026-05-08T04:30",
      "2026-05-15T04:30",
      "2026-05-22T04:30",
    ]);
    expect(runs("0 0 */2 * 1", "UTC", "2026-06-01T00:00:00Z", 2)).toEqual(["2026-06-15T00:00", "2026-06-29T00:00"]);
    expect(runs("0 12 * JAN-feb,dec Sun", "UTC", "2026-12-28T00:00:00Z", 1)).toEqual(["2027-01-03T12:00"]);
    expect(runs("0 0 * * 7", "UTC", "2026-07-01T00:00:00Z", 1)).toEqual(["2026-07-05T00:00"]);
    expect(runs("@weekly", "UTC", "2026-07-01T00:00:00Z", 1)).toEqual(["2026-07-05T00:00"]);
    expect(runs("0 0 29 2 *", "UTC", "2026-07-01T00:00:00Z", 1)).toEqual(["2028-02-29T00:00"]);
  });

  it("is right after the hour that is left out in spring, once", () => {
    // Berlin goes from 02:00 to 03:00 at 01:00 UTC on 29 March 2026, New York from 02:00 to 03:00 at 07:00 UTC on 8 March.
    expect(runs("30 2 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z", 2)).toEqual([
      "2026-03-29T01:00",
      "2026-03-30T00:30",
    ]);
    expect(runs("30 2 * * *", "America/New_York", "2026-03-07T12:00:00Z", 2)).toEqual([
      "2026-03-08T07:00",
      "2026-03-09T06:30",
    ]);
    expect(runs("0,30 2 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z", 2)).toEqual([
      "2026-03-29T01:00",
      "2026-03-30T00:00",
    ]);
    expect(runs("*/30 * * * *", "Europe/Berlin", "2026-03-29T00:30:00Z", 3)).toEqual([
      "2026-03-29T01:00",
      "2026-03-29T01:30",
      "2026-03-29T02:00",
    ]);
  });

  it("is once in the hour that comes twice in autumn, but goes on for what runs every so often", () => {
    // Berlin goes back from 03:00 to 02:00 at 01:00 UTC on 25 October 2026, New York from 02:00 to 01:00 at 06:00 UTC on 1 November.
    expect(runs("30 2 * * *", "Europe/Berlin", "2026-10-24T12:00:00Z", 2)).toEqual([
      "2026-10-25T00:30",
      "2026-10-26T01:30",
    ]);
    expect(runs("30 1 * * *", "America/New_York", "2026-10-31T12:00:00Z", 2)).toEqual([
      "2026-11-01T05:30",
      "2026-11-02T06:30",
    ]);
    expect(runs("*/30 * * * *", "Europe/Berlin", "2026-10-25T00:15:00Z", 4)).toEqual([
      "2026-10-25T00:30",
      "2026-10-25T01:00",
      "2026-10-25T01:30",
      "2026-10-25T02:00",
    ]);
  });

  it("does not exist for @reboot and for the thirtieth of February, and is an error where cron would refuse the line", () => {
    for (const schedule of ["@reboot", "0 0 30 2 *"]) {
      const cron = parseCronSchedule(schedule, "UTC");
      expect([schedule, cron.ok && cron.next(0)]).toEqual([schedule, undefined]);
    }
    for (const schedule of ["61 3 * * *", "0 24 * * *", "0 0 0 * *", "0 0 * 13 *", "5-1 * * * *", "*/0 * * * *"]) {
      expect(parseCronSchedule(schedule, "UTC")).toMatchObject({ ok: false });
    }
    for (const schedule of [
      "",
      "* * * *",
      "0 0 L * *",
      "0 0 * * 5#2",
      "0 0 15W * *",
      "? * * * *",
      "0~30 * * * *",
      "* * * * * *",
    ]) {
      expect(parseCronSchedule(schedule, "UTC")).toEqual({ ok: false, reason: "not the fields of a crontab" });
    }
    expect(parseCronSchedule("@sometimes", "UTC")).toEqual({ ok: false, reason: "unknown nickname @sometimes" });
    expect(parseCronSchedule("0 0 * * *", "Mars/Olympus")).toMatchObject({ ok: false });
  });

  it("is strictly later and matches the fields, for any line, time and zone", () => {
    const zone = fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe");
    fc.assert(
      fc.property(schedule, zone, time, (fields, timezone, afterMs) => {
        const cron = parseCronSchedule(fields.join(" "), timezone);
        const atMs = cron.ok ? cron.next(afterMs) : undefined;
        if (atMs === undefined) throw new Error(JSON.stringify(cron));
        expect(atMs).toBeGreaterThan(afterMs);
        expect(atMs - afterMs).toBeLessThan(366 * 86_400_000);
        const local = openZone(timezone).local(atMs);
        const [minute = "", hour = "", day = "", month = ""] = fields;
        expect([local.second, allows(day, local.day, 1), allows(month, local.month, 1)]).toEqual([0, true, true]);
        // Right after a gap the clock shows another time than the line does.
        if (!isAfterGap(timezone, atMs)) {
          expect([allows(minute, local.minute, 0), allows(hour, local.hour, 0)]).toEqual([true, true]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is in UTC what it is in a zone with the same clocks, which the library reads from tables", () => {
    fc.assert(
      fc.property(schedule, time, (fields, afterMs) => {
        const [utc, tables] = ["UTC", "Africa/Abidjan"].map((zone) => parseCronSchedule(fields.join(" "), zone));
        expect(utc?.ok && utc.next(afterMs)).toBe(tables?.ok && tables.next(afterMs));
      }),
      { numRuns: 300 },
    );
  });
});

/** Whether the clock was set forward at that very moment. */
function isAfterGap(timezone: string, atMs: number): boolean {
  const { local } = openZone(timezone);
  const [before, after] = [local(atMs - 60_000), local(atMs)];
  return (after.hour * 60 + after.minute - before.hour * 60 - before.minute + 1440) % 1440 !== 1;
}

function allows(field: string, value: number, min: number): boolean {
  return field.split(",").some((item) => {
    const [, star, from, to, step] = /^(?:(\*)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(item) ?? [];
    if (star !== undefined) return (value - min) % Number(step ?? 1) === 0;
    return value >= Number(from) && value <= Number(to ?? from);
  });
}
