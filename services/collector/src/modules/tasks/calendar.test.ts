import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextElapse } from "./calendar-next.js";
import { parseCalendar } from "./calendar-spec.js";
import { openZone } from "./local-time.js";

function next(text: string, timezone: string, after: string): string | undefined {
  const parsed = parseCalendar(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  const atMs = nextElapse(parsed.spec, openZone(parsed.spec.timezone || timezone), Date.parse(after));
  return atMs === undefined ? undefined : new Date(atMs).toISOString().slice(0, 19);
}

describe("a calendar event of systemd", () => {
  it.each([
    ["daily", "2026-07-02T00:00:00"],
    ["weekly", "2026-07-06T00:00:00"],
    ["monthly", "2026-08-01T00:00:00"],
    ["quarterly", "2026-10-01T00:00:00"],
    ["yearly", "2027-01-01T00:00:00"],
    ["hourly", "2026-07-01T13:00:00"],
    ["minutely", "2026-07-01T12:01:00"],
    ["*-*-* 6,18:00", "2026-07-01T18:00:00"],
    ["Mon..Fri 03:00", "2026-07-02T03:00:00"],
    ["Sat,Sun *-*-* 03:10:00", "2026-07-04T03:10:00"],
    ["*-*-* *:0/15", "2026-07-01T12:15:00"],
    ["*:0/15:30", "2026-07-01T12:00:30"],
    ["*-*-1..7 00:57", "2026-07-02T00:57:00"],
    ["*-02-29", "2028-02-29T00:00:00"],
    ["*-*~1 23:00", "2026-07-31T23:00:00"],
    ["*-02~03", "2027-02-26T00:00:00"],
    ["2027-*-* 00:00", "2027-01-01T00:00:00"],
    ["30-01-01", "2030-01-01T00:00:00"],
    ["Mon 2026-07-06", "2026-07-06T00:00:00"],
    ["03:00 Asia/Kolkata", "2026-07-01T21:30:00"],
    ["*-*-* 00:00:00 UTC", "2026-07-02T00:00:00"],
  ])("%s elapses next at %s", (text, expected) => {
    expect(next(text, "UTC", "2026-07-01T12:00:00Z")).toBe(expected);
  });

  it("never again has no next time", () => {
    expect(next("2020-01-01", "UTC", "2026-07-01T12:00:00Z")).toBeUndefined();
    expect(next("*-02-30", "UTC", "2026-07-01T12:00:00Z")).toBeUndefined();
  });

  it("is skipped in the hour that is left out and counts once in the hour that comes twice", () => {
    expect(next("02:30", "Europe/Berlin", "2026-03-28T12:00:00Z")).toBe("2026-03-30T00:30:00");
    expect(next("02:30", "America/New_York", "2026-03-07T12:00:00Z")).toBe("2026-03-09T06:30:00");
    expect(next("02:30", "Europe/Berlin", "2026-10-24T12:00:00Z")).toBe("2026-10-25T00:30:00");
    expect(next("02:30", "Europe/Berlin", "2026-10-25T00:30:00Z")).toBe("2026-10-26T01:30:00");
    expect(next("*:0/30", "Europe/Berlin", "2026-10-25T00:30:00Z")).toBe("2026-10-25T02:00:00");
  });

  it("is an error that says what is not understood", () => {
    for (const [text, reason] of [
      ["", 'cannot read ""'],
      ["sometimes", 'no weekday "sometimes"'],
      ["Fri..Mon", "weekdays from Fri to Mon"],
      ["*-13-01", 'month "13" is out of range'],
      ["25:00", 'hour "25" is out of range'],
      ["*:*:0.5", 'second "0.5"'],
      ["@1700000000", 'cannot read "@1700000000"'],
    ]) {
      expect(parseCalendar(text ?? "")).toEqual({ ok: false, reason });
    }
  });

  it("elapses strictly later, at a time that it names", () => {
    const spec = fc.tuple(
      fc.constantFrom("", "Mon..Fri ", "Sun "),
      fc.constantFrom("*-*-*", "*-*-1,15", "*-02,08-*", "*-*~1"),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
    );
    const zone = fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe");
    const time = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });
    fc.assert(
      fc.property(spec, zone, time, ([weekdays, date, hour, minute], timezone, afterMs) => {
        const parsed = parseCalendar(`${weekdays}${date} ${hour}:${minute}`);
        if (!parsed.ok) throw new Error(parsed.reason);
        const { local } = openZone(timezone);
        const atMs = nextElapse(parsed.spec, openZone(timezone), afterMs) ?? 0;
        expect(atMs).toBeGreaterThan(afterMs);
        expect(local(atMs)).toMatchObject({ hour, minute, second: 0 });
      }),
      { numRuns: 300 },
    );
  });
});
