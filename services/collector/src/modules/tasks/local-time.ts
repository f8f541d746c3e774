import { isUniversal } from "../../timezone.js";

/** A time of day on a date, in no zone. Months and days count from 1. */
export interface LocalTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** An IANA time zone, with the rules that this process's ICU has. */
export interface Zone {
  /** What clocks there show at a time (Unix milliseconds). */
  local(atMs: number): LocalTime;
  /**
   * When clocks there first show it: Unix milliseconds. Undefined for a time that is left out when the clocks are set
   * forward. Of the hour that comes twice it is the first.
   */
  instant(local: LocalTime): number | undefined;
}

const day = 86_400_000;

/** `openZone` that opens each zone once: that takes as long as a hundred questions to it. */
export function openZones(): (timezone: string) => Zone {
  const zones = new Map<string, Zone>();
  return (timezone) => {
    const zone = zones.get(timezone) ?? openZone(timezone);
    zones.set(timezone, zone);
    return zone;
  };
}

/**
 * The tables that `Intl` reads for its first zone stay in memory, 5 MB of them: UTC, which most servers have, does without.
 * @throws RangeError for a zone that is not known.
 */
export function openZone(timezone: string): Zone {
  return isUniversal(timezone) ? utc : openZoneByName(timezone);
}

const utc: Zone = {
  local(atMs) {
    const date = new Date(atMs);
    return {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
      second: date.getUTCSeconds(),
    };
  },
  instant: asIfUtc,
};

/** `openZone` of any zone, UTC too. @throws RangeError for a zone that is not known. */
export function openZoneByName(timezone: string): Zone {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: timezone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const local = (atMs: number): LocalTime => {
    const parts = Object.fromEntries(format.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
    return { year, month, day, hour, minute, second };
  };
  const offsetMs = (atMs: number) => asIfUtc(local(atMs)) - Math.floor(atMs / 1000) * 1000;
  return {
    local,
    instant(wanted) {
      const naive = asIfUtc(wanted);
      // The offsets of a day before and a day after are all that can apply: no zone changes twice in two days.
      const candidates = [naive - offsetMs(naive - day), naive - offsetMs(naive + day)];
      return candidates.sort((one, other) => one - other).find((atMs) => asIfUtc(local(atMs)) === naive);
    },
  };
}

/** The milliseconds it would be in UTC. */
export function asIfUtc({ year, month, day, hour, minute, second }: LocalTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
