import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { nextElapse } from "./tasks/calendar-next.js";
import { parseCalendar } from "./tasks/calendar-spec.js";
import { openZone } from "./tasks/local-time.js";

const events = [
  "daily",
  "weekly",
  "quarterly",
  "semiannually",
  "Mon..Fri 03:00",
  "Sat,Sun *-*-* 03:10:00",
  "*-*-* *:0/15",
  "*:0/20:30",
  "*-*-* 6,18:00",
  "*-*-* 02:30",
  "*-*-1..7 00:57",
  "Sun *-*-1..7 00:57",
  "*-02-29 12:00",
  "*-*~1 23:00",
  "*-*~01..05 01:00",
  "*-01,04..06/2-01",
  "2027..2031-*-10 04:00",
];

const times = [
  "2026-01-15 10:20:30",
  "2026-03-28 12:00:00",
  "2026-10-24 12:00:00",
  "2026-10-31 22:00:00",
  "2027-02-28 23:59:59",
];

/** What systemd itself answers, in Unix milliseconds; undefined for never. */
function askSystemd(event: string, base: string): number | undefined {
  const args = ["calendar", `--base-time=${base} UTC`, "--iterations=1", event];
  const env = { ...process.env, TZ: "UTC", LC_ALL: "C" };
  const said = execFileSync("systemd-analyze", args, { encoding: "utf8", env });
  const next = /(?:Next elapse|\(in UTC\)): \w+ (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC/.exec(said);
  return next === null ? undefined : Date.parse(`${next[1]}T${next[2]}Z`);
}

describe("calendar events", () => {
  it.each(["UTC", "Europe/Berlin", "America/New_York"])("in %s elapse when systemd says", (timezone) => {
    for (const event of events) {
      const parsed = parseCalendar(event);
      if (!parsed.ok) throw new Error(`${event}: ${parsed.reason}`);
      for (const base of times) {
        const ours = nextElapse(parsed.spec, openZone(timezone), Date.parse(`${base.replace(" ", "T")}Z`));
        expect([event, base, ours]).toEqual([event, base, askSystemd(`${expand(event)} ${timezone}`, base)]);
      }
    }
  });
});

/** The words for whole events take no zone. */
function expand(event: string): string {
  const words: Record<string, string> = {
    daily: "*-*-* 00:00",
    weekly: "Mon *-*-* 00:00",
    quarterly: "*-1,4,7,10-1 00:00",
    semiannually: "*-1,7-1 00:00",
  };
  return words[event] ?? event;
}
