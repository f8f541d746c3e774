import { Temporal } from "temporal-polyfill";

/** Whether the platform knows the zone. */
export function isTimeZone(name: string): boolean {
  try {
    // An offset is no zone: it does not follow the clocks of a place.
    return !/^[+-]/.test(name) && Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name) !== undefined;
  } catch {
    return false;
  }
}

/** Whether the text is a date and a time to the minute, such as 2026-01-31T22:00, of a day that exists. */
export function isLocalDateTime(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDateTime.from(text, { overflow: "reject" }) !== undefined;
  } catch {
    return false;
  }
}

/** The date that a wall clock shows at a moment in Unix milliseconds. */
export function dateAt(atMs: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(atMs)).toZonedDateTimeISO(zone).toPlainDate();
}

/**
 * When a wall clock first shows a time, or passes it because it is set forward, in Unix milliseconds. The first of the two
 * times when it is set back.
 */
export function firstReaches(local: Temporal.PlainDateTime, zone: string): number {
  return clockSetForward(local, zone) ?? local.toZonedDateTime(zone, { disambiguation: "earlier" }).epochMilliseconds;
}

/** Like `firstReaches`, but the last of the two times when the clock is set back: from then on it stays at or after it. */
export function lastReaches(local: Temporal.PlainDateTime, zone: string): number {
  return clockSetForward(local, zone) ?? local.toZonedDateTime(zone, { disambiguation: "later" }).epochMilliseconds;
}

/** The moment at which the clock skips a time; undefined when it shows it. */
function clockSetForward(local: Temporal.PlainDateTime, zone: string): number | undefined {
  const before = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  if (before.toPlainDateTime().equals(local)) return undefined;
  return before.getTimeZoneTransition("next")?.epochMilliseconds;
}
