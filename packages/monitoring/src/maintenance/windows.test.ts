import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MaintenanceSchedule, maintenanceSchedule } from "./schedule.js";
import { nextWindows, windowAt, windowsBetween } from "./windows.js";

const hourMs = 3_600_000;
const nightly = { strategy: "weekday", weekdays: [0, 1, 2, 3, 4, 5, 6], timezone: "Europe/Zurich" } as const;

function schedule(input: object): MaintenanceSchedule {
  return maintenanceSchedule.parse(input);
}

function shown(found: readonly { fromMs: number; untilMs: number }[]): string[] {
  return found.map(({ fromMs, untilMs }) => `${iso(fromMs)}/${iso(untilMs)}`);
}

function iso(ms: number): string {
  return Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 16) : String(ms);
}

function next(input: object, after: string, limit = 3): string[] {
  return shown(nextWindows(schedule(input), Date.parse(after), limit));
}

describe("windows of a maintenance", () => {
  it("are one without end when it is manual", () => {
    expect(shown([windowAt(schedule({ strategy: "manual" }), 0) ?? { fromMs: 0, untilMs: 0 }])).toEqual([
      "-Infinity/Infinity",
    ]);
  });

  it("are one when it takes place once, half-open, in the time of its zone", () => {
    const once = schedule({
      strategy: "single",
      from: "2026-07-01T22:00",
      until: "2026-07-02T01:00",
      timezone: "Asia/Kolkata",
    });
    const fromMs = Date.parse("2026-07-01T16:30Z");
    expect(windowAt(once, fromMs - 1)).toBeUndefined();
    expect(windowAt(once, fromMs)).toEqual({ fromMs, untilMs: fromMs + 3 * hourMs });
    expect(windowAt(once, fromMs + 3 * hourMs)).toBeUndefined();
    const open = schedule({ strategy: "single", from: "2026-07-01T22:00", timezone: "UTC" });
    expect(windowAt(open, Date.parse("2031-01-01"))?.untilMs).toBe(Infinity);
  });

  it("come every n days from the first on, over midnight too", () => {
    const days = { strategy: "interval", everyDays: 3, startTime: "23:00", endTime: "01:30", timezone: "UTC" };
    expect(next({ ...days, from: "2026-01-30T00:00" }, "2026-01-01T00:00Z")).toEqual([
      "2026-01-30T23:00/2026-01-31T01:30",
      "2026-02-02T23:00/2026-02-03T01:30",
      "2026-02-05T23:00/2026-02-06T01:30",
    ]);
  });

  it("come on weekdays, of which 0 is Sunday, inside their season and cut to it", () => {
    const weekend = { strategy: "weekday", weekdays: [0, 6], startTime: "20:00", endTime: "04:00", timezone: "UTC" };
    const season = { from: "2026-02-07T21:00", until: "2026-02-15T02:00" };
    expect(next({ ...weekend, ...season }, "2026-01-01T00:00Z", 9)).toEqual([
      "2026-02-07T21:00/2026-02-08T04:00",
      "2026-02-08T20:00/2026-02-09T04:00",
      "2026-02-14T20:00/2026-02-15T02:00",
    ]);
  });

  it("come on days of the month, where there are such days", () => {
    const monthly = { strategy: "day-of-month", startTime: "02:00", endTime: "02:00", timezone: "UTC" };
    expect(next({ ...monthly, daysOfMonth: [31] }, "2026-01-31T03:00Z", 2)).toEqual([
      "2026-03-31T02:00/2026-04-01T02:00",
      "2026-05-31T02:00/2026-06-01T02:00",
    ]);
    expect(next({ ...monthly, daysOfMonth: ["last"] }, "2028-02-01T00:00Z", 1)).toEqual([
      "2028-02-29T02:00/2028-03-01T02:00",
    ]);
  });

  it("come by cron, for a duration, and the one that ends last counts where they overlap", () => {
    const quarter = schedule({ strategy: "cron", cron: "*/15 8 * * *", durationMinutes: 20, timezone: "UTC" });
    const found = windowsBetween(quarter, {
      fromMs: Date.parse("2026-03-01T08:17Z"),
      untilMs: Date.parse("2026-03-01T08:30Z"),
      limit: 10,
    });
    expect(shown(found)).toEqual(["2026-03-01T08:00/2026-03-01T08:20", "2026-03-01T08:15/2026-03-01T08:35"]);
    const at = windowAt(quarter, Date.parse("2026-03-01T08:16Z"));
    expect(at?.untilMs).toBe(Date.parse("2026-03-01T08:35Z"));
    expect(windowAt(quarter, Date.parse("2026-03-01T09:05Z"))).toBeUndefined();
  });

  it("keep the time of the wall clock when it is set forward or back", () => {
    const night = { ...nightly, startTime: "01:30", endTime: "03:30" };
    expect(next(night, "2026-03-27T12:00Z", 3)).toEqual([
      "2026-03-28T00:30/2026-03-28T02:30",
      "2026-03-29T00:30/2026-03-29T01:30", // 02:00 became 03:00
      "2026-03-29T23:30/2026-03-30T01:30",
    ]);
    expect(next(night, "2026-10-24T12:00Z", 2)).toEqual([
      "2026-10-24T23:30/2026-10-25T02:30", // 03:00 became 02:00
      "2026-10-26T00:30/2026-10-26T02:30",
    ]);
  });

  it("begin and end with the change of the clock when it skips their time", () => {
    expect(next({ ...nightly, startTime: "02:15", endTime: "04:00" }, "2026-03-28T12:00Z", 1)).toEqual([
      "2026-03-29T01:00/2026-03-29T02:00",
    ]);
    expect(next({ ...nightly, startTime: "01:00", endTime: "02:15" }, "2026-03-28T12:00Z", 1)).toEqual([
      "2026-03-29T00:00/2026-03-29T01:00",
    ]);
  });
});

describe("every moment whose wall clock is inside of a window", () => {
  const zones = [
    ...["Europe/Zurich", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"],
    ...["America/Havana", "Pacific/Apia", "UTC"],
  ];
  const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(toTime);
  const moment = fc.integer({ min: Date.parse("2010-01-01"), max: Date.parse("2030-01-01") });

  it("is in maintenance, and no other one but in hours that come twice", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        time,
        time,
        fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }),
        moment,
        check,
      ),
      { numRuns: 3000 },
    );
  });

  function check(timezone: string, startTime: string, endTime: string, weekdays: number[], atMs: number): void {
    const found = windowAt({ strategy: "weekday", timezone, startTime, endTime, weekdays }, atMs);
    const { date, time: now } = wallClock(atMs, timezone);
    const isDue = (day: number) => weekdays.includes(new Date(day).getUTCDay());
    const yesterday = date - 24 * hourMs;
    const expected =
      endTime > startTime
        ? isDue(date) && now >= startTime && now < endTime
        : (isDue(date) && now >= startTime) || (isDue(yesterday) && now < endTime);
    if (expected) expect(found).toBeDefined();
    else if (found !== undefined)
      expect(offsetMs(found.untilMs, timezone)).toBeLessThan(offsetMs(found.fromMs, timezone));
    if (found !== undefined) expect(found.fromMs <= atMs && atMs < found.untilMs).toBe(true);
  }
});

describe("a schedule", () => {
  const daily = { strategy: "weekday", weekdays: [1], startTime: "01:00", endTime: "02:00", timezone: "UTC" };

  it.each([
    ["timezone", { ...daily, timezone: "Europe/Atlantis" }],
    ["timezone", { ...daily, timezone: "+02:00" }],
    ["startTime", { ...daily, startTime: "24:00" }],
    ["weekdays", { ...daily, weekdays: [] }],
    ["from", { ...daily, from: "2026-02-30T00:00" }],
    ["until", { ...daily, from: "2026-02-03T00:00", until: "2026-02-03T00:00" }],
    ["cron", { strategy: "cron", cron: "0 0 31 2 *", durationMinutes: 5, timezone: "UTC" }],
    ["cron", { strategy: "cron", cron: "* * * * * *", durationMinutes: 5, timezone: "UTC" }],
    ["durationMinutes", { strategy: "cron", cron: "0 0 * * *", durationMinutes: 0, timezone: "UTC" }],
    ["strategy", { strategy: "yearly" }],
  ])("names %s when it is wrong", (field, input) => {
    const { success, error } = maintenanceSchedule.safeParse(input);
    expect([success, error?.issues.map(({ path }) => path[0])]).toEqual([false, [field]]);
  });
});

function toTime([hours, minutes]: [number, number]): string {
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

/** What a wall clock shows, by the platform's own formatter: the date as its midnight in UTC, and HH:MM. */
function wallClock(atMs: number, timeZone: string): { date: number; time: string } {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
  }).formatToParts(atMs);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return {
    date: Date.parse(`${part("year")}-${part("month")}-${part("day")}`),
    time: `${part("hour")}:${part("minute")}`,
  };
}

function offsetMs(atMs: number, timezone: string): number {
  const { date, time } = wallClock(atMs, timezone);
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return date + hours * hourMs + minutes * 60_000 - Math.floor(atMs / 60_000) * 60_000;
}
