import { parseDurationMs } from "./parse-duration.js";

/** Digits alone are Unix time: seconds below this, milliseconds from it on (the year 5138 or March 1973). */
const firstMilliseconds = 1e11;

/** The last instant that is accepted: the end of the year 2299, as far as the history's times reach. */
const lastInstantMs = Date.UTC(2300, 0, 1) - 1;

const rfc3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

/**
 * An instant in Unix milliseconds: RFC 3339, Unix seconds or milliseconds, `now`, or relative to now (`-90m`,
 * `now-1h`). Undefined when the text is none of these.
 */
export function parseInstantMs(text: string, nowMs: number): number | undefined {
  const instant = toInstant(text.trim(), nowMs);
  if (instant === undefined || !Number.isFinite(instant)) return undefined;
  const rounded = Math.round(instant);
  return rounded < 0 || rounded > lastInstantMs ? undefined : rounded;
}

/** The texts that {@link parseInstantMs} accepts, for error messages. */
export const instantForms = "RFC 3339, Unix seconds or milliseconds, now, or relative to now as in -1h";

function toInstant(text: string, nowMs: number): number | undefined {
  if (text === "now") return nowMs;
  const relative = /^(?:now)?-(.+)$/.exec(text)?.[1];
  if (relative !== undefined) {
    const durationMs = parseDurationMs(relative);
    return durationMs === undefined ? undefined : nowMs - durationMs;
  }
  if (/^\d{1,15}(\.\d+)?$/.test(text)) return Number(text) < firstMilliseconds ? Number(text) * 1_000 : Number(text);
  return rfc3339.test(text) && isCalendarDate(text) ? Date.parse(text.replace(" ", "T").toUpperCase()) : undefined;
}

/** `Date.parse` would read February 30 as March 1 or 2. */
function isCalendarDate(text: string): boolean {
  const day = text.slice(0, 10);
  const parsed = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().slice(0, 10) === day;
}
