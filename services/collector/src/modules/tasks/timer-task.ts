import { nextElapse } from "./calendar-next.js";
import { parseCalendar } from "./calendar-spec.js";
import { parseDuration } from "./duration.js";
import type { Zone } from "./local-time.js";
import type { Task } from "./task.js";
import type { UnitSettings } from "./unit-file.js";

export interface TimerFacts {
  /** The unit with its suffix. */
  unit: string;
  settings: UnitSettings;
  /** Time zone of the host. */
  timezone: string;
  /** When the host started, Unix milliseconds. */
  bootMs: number;
  lastRunAtMs: number | undefined;
  /** Throws for a zone that is not known. */
  openZone(timezone: string): Zone;
}

type Next = (afterMs: number) => number | undefined;

/** Settings of a timer that make it elapse, see systemd.timer(5). */
const triggers = [
  "OnCalendar",
  "OnBootSec",
  "OnStartupSec",
  "OnUnitActiveSec",
  "OnActiveSec",
  "OnUnitInactiveSec",
] as const;

/**
 * What a timer says. Its next run is the soonest that can be computed from the files: of calendar events, of a time after
 * the start of the host, of a time after the last run where the timer records that (`Persistent=`). Delays at random and
 * the accuracy that systemd may use are not added: it runs then or somewhat later.
 */
export function toTimerTask(facts: TimerFacts): Task {
  const { unit, settings, timezone, lastRunAtMs } = facts;
  const given = triggers.flatMap((key) => (settings.get(`Timer.${key}`) ?? []).map((value) => ({ key, value })));
  const parsed = given.map(({ key, value }) => toNext(key, value, facts));
  const errors = parsed.flatMap((said) => (said.ok ? [] : [said.reason]));
  const nexts = parsed.flatMap((said) => (said.ok ? [said.next] : []));
  const zones = new Set(parsed.flatMap((said) => (said.ok ? [said.timezone] : [])));
  return {
    name: unit.replace(/\.timer$/, ""),
    kind: "timer",
    origin: unit,
    schedule: given.map(({ key, value }) => `${key}=${value}`).join("; "),
    user: "",
    timezone: zones.size === 1 ? ([...zones][0] ?? timezone) : timezone,
    error: given.length === 0 ? "says no time" : errors.join("; "),
    lastRunAtMs,
    next: (afterMs) => soonest(nexts.map((next) => next(afterMs))),
  };
}

type Said = { ok: true; next: Next; timezone: string } | { ok: false; reason: string };

function toNext(
  key: (typeof triggers)[number],
  value: string,
  { timezone, bootMs, lastRunAtMs, openZone }: TimerFacts,
): Said {
  if (key === "OnCalendar") return toCalendar(value, timezone, openZone);
  const spanMs = parseDuration(value);
  if (spanMs === undefined) return { ok: false, reason: `${key}: no time span "${value.slice(0, 60)}"` };
  const startMs = { OnBootSec: bootMs, OnStartupSec: bootMs, OnUnitActiveSec: lastRunAtMs }[key as string];
  return { ok: true, timezone, next: (afterMs) => later(startMs, spanMs, afterMs) };
}

function toCalendar(value: string, timezone: string, openZone: TimerFacts["openZone"]): Said {
  const parsed = parseCalendar(value);
  if (!parsed.ok) return { ok: false, reason: `OnCalendar: ${parsed.reason}` };
  const name = parsed.spec.timezone || timezone;
  try {
    const zone = openZone(name);
    return { ok: true, timezone: name, next: (afterMs) => nextElapse(parsed.spec, zone, afterMs) };
  } catch {
    return { ok: false, reason: `OnCalendar: unknown time zone "${name}"` };
  }
}

function later(startMs: number | undefined, spanMs: number, afterMs: number): number | undefined {
  const atMs = startMs === undefined ? undefined : startMs + spanMs;
  return atMs !== undefined && atMs > afterMs ? atMs : undefined;
}

function soonest(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
