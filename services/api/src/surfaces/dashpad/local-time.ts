/** A time zone, by what is needed of it. */
export interface Zone {
  /** IANA name. */
  name: string;
  /** Minutes that local time is ahead of UTC at an instant. */
  offsetMinutes(atMs: number): number;
}

/** Zones are costly to make and few: this many are kept, the oldest is forgotten first. */
const zonesMax = 64;
const zones = new Map<string, Zone>();

/** Offsets change on quarters of an hour. */
const quarterMs = 900_000;
/** Of a zone, so many quarters are known: now, and the next runs of tasks that are told beside it. One is 5 µs to read. */
const quartersMax = 256;

/** A zone by its name; UTC for a name that is none. */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const zone = createZone(name);
  zones.set(name, zone);
  const oldest = zones.keys().next().value;
  if (zones.size > zonesMax && oldest !== undefined) zones.delete(oldest);
  return zone;
}

/** `2025-06-18T19:17:00.000-07:00`. */
export function localTimeWithOffset(atMs: number, zone: Zone): string {
  const minutes = zone.offsetMinutes(atMs);
  const distance = Math.abs(minutes);
  const offset = `${twoDigits(Math.floor(distance / 60))}:${twoDigits(distance % 60)}`;
  return `${shifted(atMs, minutes).slice(0, 23)}${minutes < 0 ? "-" : "+"}${offset}`;
}

/** `2025-06-19T03:00:00`. */
export function localTime(atMs: number, zone: Zone): string {
  return shifted(atMs, zone.offsetMinutes(atMs)).slice(0, 19);
}

function createZone(name: string): Zone {
  const format = createFormat(name);
  if (format === undefined) return { name: "UTC", offsetMinutes: () => 0 };
  const known = new Map<number, number>();
  return {
    name,
    offsetMinutes(atMs) {
      const quarter = Math.floor(atMs / quarterMs);
      const before = known.get(quarter);
      if (before !== undefined) return before;
      const minutes = readOffset(format, quarter * quarterMs);
      known.set(quarter, minutes);
      const oldest = known.keys().next().value;
      if (known.size > quartersMax && oldest !== undefined) known.delete(oldest);
      return minutes;
    },
  };
}

function createFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  if (timeZone === "") return undefined;
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  } catch {
    return undefined;
  }
}

/** `GMT-07:00`, or `GMT` alone. */
function readOffset(format: Intl.DateTimeFormat, atMs: number): number {
  const name = format.formatToParts(atMs).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const match = /^GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === "-" ? -minutes : minutes;
}

function shifted(atMs: number, minutes: number): string {
  return new Date(atMs + minutes * 60_000).toISOString();
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
