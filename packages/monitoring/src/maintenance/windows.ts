import { Cron } from "croner";
import { Temporal } from "temporal-polyfill";
import type { CronSchedule, DailySchedule, MaintenanceSchedule } from "./schedule.js";
import { dateAt, firstReaches, lastReaches } from "./wall-clock.js";

/** Half-open, in Unix milliseconds. */
export interface MaintenanceWindow {
  /** -Infinity for a manual maintenance. */
  fromMs: number;
  /** Infinity when only a person ends it. */
  untilMs: number;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** How far ahead the next windows are looked for: "29 February, on Mondays" comes once in 28 years. */
const horizonMs = 30 * 366 * dayMs;

/** The window that a moment lies in, of several the one that ends last; undefined outside of all. */
export function windowAt(schedule: MaintenanceSchedule, atMs: number): MaintenanceWindow | undefined {
  let longest: MaintenanceWindow | undefined;
  for (const window of windows(schedule, atMs, atMs + 1)) {
    if (longest === undefined || window.untilMs > longest.untilMs) longest = window;
  }
  return longest;
}

/** Windows that overlap [fromMs, untilMs), by their start, no more than `limit`. */
export function windowsBetween(
  schedule: MaintenanceSchedule,
  { fromMs, untilMs, limit }: { fromMs: number; untilMs: number; limit: number },
): MaintenanceWindow[] {
  const found: MaintenanceWindow[] = [];
  for (const window of windows(schedule, fromMs, untilMs)) {
    if (found.length >= limit) break;
    found.push(window);
  }
  return found;
}

/** Windows that begin after a moment, the first `limit` of the next thirty years. */
export function nextWindows(schedule: MaintenanceSchedule, afterMs: number, limit: number): MaintenanceWindow[] {
  const found: MaintenanceWindow[] = [];
  for (const window of windows(schedule, afterMs, afterMs + horizonMs)) {
    if (found.length >= limit) break;
    if (window.fromMs > afterMs) found.push(window);
  }
  return found;
}

function* windows(schedule: MaintenanceSchedule, fromMs: number, untilMs: number): Generator<MaintenanceWindow> {
  const season = seasonOf(schedule);
  const range = { fromMs: Math.max(fromMs, season.fromMs), untilMs: Math.min(untilMs, season.untilMs) };
  if (range.fromMs >= range.untilMs) return;
  for (const window of uncut(schedule, range)) {
    const cut = {
      fromMs: Math.max(window.fromMs, season.fromMs),
      untilMs: Math.min(window.untilMs, season.untilMs),
    };
    if (cut.fromMs < range.untilMs && cut.untilMs > range.fromMs && cut.fromMs < cut.untilMs) yield cut;
  }
}

function uncut(schedule: MaintenanceSchedule, range: MaintenanceWindow): Iterable<MaintenanceWindow> {
  if (schedule.strategy === "manual" || schedule.strategy === "single") return [seasonOf(schedule)];
  return schedule.strategy === "cron" ? byCron(schedule, range) : byDay(schedule, range);
}

function seasonOf(schedule: MaintenanceSchedule): MaintenanceWindow {
  if (schedule.strategy === "manual") return { fromMs: -Infinity, untilMs: Infinity };
  const { from, until, timezone } = schedule;
  return {
    fromMs: from === undefined ? -Infinity : firstReaches(Temporal.PlainDateTime.from(from), timezone),
    untilMs: until === undefined ? Infinity : lastReaches(Temporal.PlainDateTime.from(until), timezone),
  };
}

/** A duration is counted by a stopwatch and not by a wall clock. */
function* byCron(schedule: CronSchedule, { fromMs, untilMs }: MaintenanceWindow): Generator<MaintenanceWindow> {
  const { cron, timezone, durationMinutes } = schedule;
  const occurrences = new Cron(cron, { mode: "5-part", timezone, paused: true });
  // croner gives what comes after a time, in whole seconds.
  let start = occurrences.nextRun(new Date(fromMs - durationMinutes * minuteMs - 1000));
  while (start !== null && start.getTime() < untilMs) {
    yield { fromMs: start.getTime(), untilMs: start.getTime() + durationMinutes * minuteMs };
    start = occurrences.nextRun(start);
  }
}

function* byDay(schedule: DailySchedule, { fromMs, untilMs }: MaintenanceWindow): Generator<MaintenanceWindow> {
  const { timezone } = schedule;
  const startTime = Temporal.PlainTime.from(schedule.startTime);
  const endTime = Temporal.PlainTime.from(schedule.endTime);
  const endsNextDay = Temporal.PlainTime.compare(endTime, startTime) <= 0;
  // The window of yesterday may last until today.
  let day = dateAt(fromMs, timezone).subtract({ days: 1 });
  const lastDay = dateAt(untilMs, timezone);
  for (; Temporal.PlainDate.compare(day, lastDay) <= 0; day = day.add({ days: 1 })) {
    if (!isDue(schedule, day)) continue;
    yield {
      fromMs: firstReaches(day.toPlainDateTime(startTime), timezone),
      untilMs: lastReaches(day.add({ days: endsNextDay ? 1 : 0 }).toPlainDateTime(endTime), timezone),
    };
  }
}

function isDue(schedule: DailySchedule, day: Temporal.PlainDate): boolean {
  if (schedule.strategy === "weekday") return schedule.weekdays.includes(day.dayOfWeek % 7);
  if (schedule.strategy === "day-of-month") {
    return schedule.daysOfMonth.some((due) => (due === "last" ? day.daysInMonth : due) === day.day);
  }
  const first = Temporal.PlainDateTime.from(schedule.from).toPlainDate();
  return first.until(day, { largestUnit: "days" }).days % schedule.everyDays === 0;
}
