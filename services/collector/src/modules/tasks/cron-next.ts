import { Cron } from "croner";
import { isUniversal } from "../../timezone.js";

export type CronSchedule =
  /** The next run strictly after a time, both in Unix milliseconds; undefined when there is none. */
  { ok: true; next(afterMs: number): number | undefined } | { ok: false; reason: string };

const nicknames: Record<string, string> = {
  "@yearly": "0 0 1 1 *",
  "@annually": "0 0 1 1 *",
  "@monthly": "0 0 1 * *",
  "@weekly": "0 0 * * 0",
  "@daily": "0 0 * * *",
  "@midnight": "0 0 * * *",
  "@hourly": "0 * * * *",
};

/** What crontab(5) allows in a field; the library would take more, which cron would not run. */
const months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const days = "sun|mon|tue|wed|thu|fri|sat";
const fieldPatterns = ["\\d+", "\\d+", "\\d+", `\\d+|${months}`, `\\d+|${days}`].map((value) => {
  const item = `(?:\\*|(?:${value})(?:-(?:${value}))?)(?:/\\d+)?`;
  return new RegExp(`^${item}(?:,${item})*$`, "i");
});

/**
 * When a line of a crontab runs, to the minute, in that IANA time zone. Never for `@reboot`, and for a date that never
 * comes.
 *
 * Around a change of the clocks as Vixie cron does it: what would be due in the hour that is left out is due right after
 * it; in the hour that comes twice, a fixed time is due once, and what runs every so often goes on running.
 */
export function parseCronSchedule(schedule: string, timezone: string): CronSchedule {
  if (schedule === "@reboot") return { ok: true, next: () => undefined };
  const fields = nicknames[schedule] ?? schedule;
  const parts = fields.split(" ");
  if (parts.length !== fieldPatterns.length || !parts.every((part, index) => fieldPatterns[index]?.test(part))) {
    const reason = schedule.startsWith("@") ? `unknown nickname ${schedule}` : "not the fields of a crontab";
    return { ok: false, reason };
  }
  try {
    const job = new Cron(fields, {
      paused: true,
      mode: "5-part",
      ...clocksOf(timezone),
      fixedTimeRule: "no-wildcard",
      // Cron itself: a day field that begins with `*` (also `*/2`) restricts the other, two others are either-or.
      domAndDow: parts[2]?.startsWith("*") === true || parts[4]?.startsWith("*") === true,
    });
    return { ok: true, next: (afterMs) => job.nextRun(new Date(afterMs))?.getTime() };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * How the library is told a zone. By an offset of none it loads no tables of zones for UTC, which take 5 MB.
 * @throws RangeError for a zone that is not known, which the library would only do when asked for a run.
 */
function clocksOf(timezone: string): { utcOffset: number } | { timezone: string } {
  if (isUniversal(timezone)) return { utcOffset: 0 };
  new Intl.DateTimeFormat("en", { timeZone: timezone });
  return { timezone };
}
