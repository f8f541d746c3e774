import type { CalendarSpec } from "./calendar-spec.js";
import { asIfUtc, type LocalTime, type Zone } from "./local-time.js";

const day = 86_400_000;

/** A leap day that has to be a certain weekday may be 40 years away; nobody waits for that. */
const daysMax = 366 * 12;

/**
 * When a calendar event elapses next, strictly after `afterMs`; undefined when not within a dozen years. As systemd, it
 * moves in the zone's local time: what falls into the hour that is left out is skipped until the next day it matches,
 * and the hour that comes twice counts once. One oddity of systemd is not followed: of a step that does not divide the
 * hour (`0/25`), it leaves out the first minute of the next hour.
 */
export function nextElapse(spec: CalendarSpec, zone: Zone, afterMs: number): number | undefined {
  const now = zone.local(afterMs);
  const today = Date.UTC(now.year, now.month - 1, now.day);
  for (let offset = 0; offset < daysMax; offset += 1) {
    const date = new Date(today + offset * day);
    if (!isWanted(spec, date)) continue;
    const found = firstOfDay(spec, zone, date, offset === 0 ? asIfUtc(now) : Number.NEGATIVE_INFINITY, afterMs);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isWanted({ years, months, days, weekdays, fromEnd }: CalendarSpec, date: Date): boolean {
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  const dayOfMonth = date.getUTCDate();
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const number = fromEnd ? lastDay - dayOfMonth + 1 : dayOfMonth;
  return years(year) && months(month + 1) && days(number) && weekdays.has(date.getUTCDay());
}

/** The first time of that date that is later than `localAfter` on the clocks there, and later than `afterMs` in truth. */
function firstOfDay(
  spec: CalendarSpec,
  zone: Zone,
  date: Date,
  localAfter: number,
  afterMs: number,
): number | undefined {
  const onDate = (hour: number, minute: number, second: number): LocalTime => ({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour,
    minute,
    second,
  });
  const isOver = (local: LocalTime) => asIfUtc(local) <= localAfter;
  for (const hour of spec.hours) {
    if (isOver(onDate(hour, 59, 59))) continue;
    for (const minute of spec.minutes) {
      if (isOver(onDate(hour, minute, 59))) continue;
      for (const second of spec.seconds) {
        const local = onDate(hour, minute, second);
        const atMs = isOver(local) ? undefined : zone.instant(local);
        if (atMs !== undefined && atMs > afterMs) return atMs;
      }
    }
  }
  return undefined;
}
