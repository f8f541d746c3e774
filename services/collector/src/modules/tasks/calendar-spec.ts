/** A calendar event of systemd.time(7): the values that each field allows, and the zone when it names one. */
export interface CalendarSpec {
  /** 0 is Sunday. */
  weekdays: ReadonlySet<number>;
  years: Matches;
  months: Matches;
  days: Matches;
  /** The day counts from the end of the month: 1 is the last. */
  fromEnd: boolean;
  hours: readonly number[];
  minutes: readonly number[];
  seconds: readonly number[];
  /** Empty for the host's. */
  timezone: string;
}

type Matches = (value: number) => boolean;

export type ParsedCalendar = { ok: true; spec: CalendarSpec } | { ok: false; reason: string };

/** Shorthands and what they stand for. */
const shorthands: Record<string, string> = {
  minutely: "*-*-* *:*:00",
  hourly: "*-*-* *:00:00",
  daily: "*-*-* 00:00:00",
  weekly: "Mon *-*-* 00:00:00",
  monthly: "*-*-01 00:00:00",
  quarterly: "*-01,04,07,10-01 00:00:00",
  semiannually: "*-01,07-01 00:00:00",
  yearly: "*-01-01 00:00:00",
  annually: "*-01-01 00:00:00",
};

const weekdayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

const weekdayPattern = /^[a-z]+(?:(?:\.\.|-|,)[a-z]+)*,?$/i;
const datePattern = /^(?:([\d*,./]+)-)?([\d*,./]+)([-~])([\d*,./]+)$/;
const timePattern = /^([\d*,./]+):([\d*,./]+)(?::([\d*,./]+))?$/;
const zonePattern = /^(?:UTC|[A-Za-z_]+(?:\/[A-Za-z_+\-\d]+)+)$/;

/** Reads what `OnCalendar=` may hold. Fractions of seconds are not read; systemd's own `@seconds` form neither. */
export function parseCalendar(text: string): ParsedCalendar {
  try {
    return { ok: true, spec: toSpec(text.trim()) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

function toSpec(text: string): CalendarSpec {
  const words = text.split(/\s+/);
  const timezone = words.length > 1 && zonePattern.test(words.at(-1) ?? "") ? (words.pop() ?? "") : "";
  const [given = ""] = words;
  const rest = words.length === 1 ? shorthands[given.toLowerCase()]?.split(" ") : undefined;
  const parts = rest ?? words;
  const weekdays = weekdayPattern.test(parts[0] ?? "") ? parts.shift() : undefined;
  const date = datePattern.test(parts[0] ?? "") ? parts.shift() : undefined;
  const time = timePattern.test(parts[0] ?? "") ? parts.shift() : undefined;
  if (parts.length > 0 || (weekdays ?? date ?? time) === undefined)
    throw new Error(`cannot read "${text.slice(0, 60)}"`);
  const [, year = "*", month = "*", separator = "-", dayOfMonth = "*"] = datePattern.exec(date ?? "") ?? [];
  const [, hour = "0", minute = "0", second = "0"] = timePattern.exec(time ?? "") ?? [];
  return {
    weekdays: parseWeekdays(weekdays),
    years: matches(year, 1970, 2199, "year"),
    months: matches(month, 1, 12, "month"),
    days: matches(dayOfMonth, 1, 31, "day"),
    fromEnd: separator === "~",
    hours: values(hour, 0, 23, "hour"),
    minutes: values(minute, 0, 59, "minute"),
    seconds: values(second, 0, 59, "second"),
    timezone,
  };
}

function parseWeekdays(text: string | undefined): Set<number> {
  const all = new Set([0, 1, 2, 3, 4, 5, 6]);
  if (text === undefined) return all;
  const wanted = new Set<number>();
  for (const item of text.split(",").filter((name) => name !== "")) {
    const [first = "", last = first] = item.split(/\.\.|-/);
    // Ranges go from Monday to Sunday.
    const [from, to] = [weekday(first), weekday(last)].map((number) => (number + 6) % 7);
    if (from === undefined || to === undefined || from > to) throw new Error(`weekdays from ${first} to ${last}`);
    for (let number = from; number <= to; number += 1) wanted.add((number + 1) % 7);
  }
  return wanted;
}

function weekday(name: string): number {
  const lower = name.toLowerCase();
  const index = weekdayNames.findIndex((full) => full === lower || full.slice(0, 3) === lower);
  if (index < 0) throw new Error(`no weekday "${name}"`);
  return index;
}

function matches(text: string, min: number, max: number, field: string): Matches {
  const set = new Set(values(text, min, max, field));
  return (value) => set.has(value);
}

/** `*`, `5`, `1..5`, `1..5/2`, `0/15`, `*` with a step, and lists of them; in order. */
function values(text: string, min: number, max: number, field: string): number[] {
  const wanted = new Set<number>();
  for (const item of text.split(",")) {
    const [, star, first, last, step] = /^(?:(\*)|(\d+)(?:\.\.(\d+))?)(?:\/(\d+))?$/.exec(item) ?? [];
    if (star === undefined && first === undefined) throw new Error(`${field} "${item}"`);
    const from = first === undefined ? min : twoDigitYear(Number(first), field);
    const single = star === undefined && step === undefined && last === undefined;
    const to = single ? from : last === undefined ? max : Number(last);
    const by = step === undefined ? 1 : Number(step);
    if (from < min || to > max || from > to || by < 1) throw new Error(`${field} "${item}" is out of range`);
    for (let value = from; value <= to; value += by) wanted.add(value);
  }
  return [...wanted].sort((one, other) => one - other);
}

/** As systemd reads them: 70 to 99 are of the last century, the others of this. */
function twoDigitYear(value: number, field: string): number {
  if (field !== "year" || value > 99) return value;
  return value >= 70 ? value + 1900 : value + 2000;
}
