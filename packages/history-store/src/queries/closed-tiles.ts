import { dayMs } from "../rollups/close-day.js";
import { monthAfter, monthOf } from "../rollups/close-month.js";
import { type ClosedTable, closedDays, closedHours, closedMonths, type Span } from "./closed-rows.js";
import type { ClosedUntil, CloseRecord, ClosesRange } from "./closed-until.js";
import type { SeriesPlan } from "./plan-series.js";
import { isOnePoint } from "./series-points.js";

/** A part of a range, and what it is read from. */
export interface ClosedTile extends Span {
  table: ClosedTable;
}

interface Known {
  closed: ClosedUntil;
  asOfMs?: number | undefined;
}

/**
 * What the closed part of a plan's range is read from, in the order of time: one tile after the other from the beginning,
 * without a gap. What is after the last of them is not closed.
 */
export function closedTiles(plan: SeriesPlan, known: Known): ClosedTile[] {
  const { fromMs, toMs } = plan;
  const days = daysWithin(plan, known);
  const hoursEndMs = Math.max(days.toMs, Math.min(Math.max(known.closed.hoursMs, fromMs), toMs));
  const tiles: ClosedTile[] = [{ table: closedHours, fromMs, toMs: days.fromMs }];
  let endMs = days.fromMs;
  for (const months of isOnePoint(plan) ? monthsWithin(days, known) : []) {
    tiles.push({ table: closedDays, fromMs: endMs, toMs: months.fromMs }, { table: closedMonths, ...months });
    endMs = months.toMs;
  }
  tiles.push({ table: closedDays, fromMs: endMs, toMs: days.toMs });
  tiles.push({ table: closedHours, fromMs: days.toMs, toMs: hoursEndMs });
  return tiles.filter((tile) => tile.toMs > tile.fromMs);
}

/**
 * The closed days that are read, whose sums are those of their hours: all of a plan of days; and of one point over weeks
 * those that lie within it, a twenty-fourth of the rows. What was known at a time is read from the hours of then.
 */
function daysWithin(plan: SeriesPlan, { closed, asOfMs }: Known): Span {
  const { source, fromMs, toMs } = plan;
  if (source === "daily") return { fromMs, toMs: Math.min(Math.max(closed.daysMs, fromMs), toMs) };
  const fromDayMs = Math.ceil(fromMs / dayMs) * dayMs;
  const toDayMs = Math.min(Math.floor(toMs / dayMs) * dayMs, closed.daysMs);
  const insteadOfHours = isOnePoint(plan) && asOfMs === undefined && toDayMs - fromDayMs >= daysOfOnePointMs;
  return insteadOfHours ? { fromMs: fromDayMs, toMs: toDayMs } : { fromMs, toMs: fromMs };
}

/**
 * The closed months within the days that are read, in the order of time, those that follow each other as one. A year of 1 000
 * nodes is 59 000 rows like this, not 384 000: 333 ms of the processor for 775.
 */
function monthsWithin(days: Span, { closed: { recorded }, asOfMs }: Known): Span[] {
  if (recorded === undefined || asOfMs !== undefined) return [];
  const spans: Span[] = [];
  for (const monthMs of readableMonths(recorded.closes)) {
    const toMs = monthAfter(monthMs);
    if (monthMs < days.fromMs || toMs > days.toMs) continue;
    const last = spans.at(-1);
    if (last?.toMs === monthMs) last.toMs = toMs;
    else spans.push({ fromMs: monthMs, toMs });
  }
  return spans;
}

/**
 * Months (Unix milliseconds, in the order of time) that say what their days say: none of these was closed after the month,
 * by its version or by the clock. A day that was closed again is read by itself until the month has been, too.
 */
function readableMonths(closes: readonly CloseRecord[]): number[] {
  const latest = (level: CloseRecord["level"]) => {
    const byMonth = new Map<number, { version: number; closedAtMs: number }>();
    for (const close of closes) {
      if (close.level !== level) continue;
      const monthMs = monthOf(close.startMs);
      const { version, closedAtMs } = byMonth.get(monthMs) ?? close;
      byMonth.set(monthMs, {
        version: Math.max(version, close.version),
        closedAtMs: Math.max(closedAtMs, close.closedAtMs),
      });
    }
    return byMonth;
  };
  const days = latest("1d");
  return [...latest("1mo")]
    .filter(([monthMs, { version, closedAtMs }]) => {
      const ofDays = days.get(monthMs);
      return ofDays !== undefined && ofDays.version <= version && ofDays.closedAtMs <= closedAtMs;
    })
    .map(([monthMs]) => monthMs)
    .sort((one, other) => one - other);
}

/** The closes that a plan reads: none of hours whose days are read, but for the last days, which may not be closed yet. */
export function closesRange(plan: SeriesPlan): ClosesRange {
  const { fromMs, toMs } = plan;
  const days = daysWithin(plan, { closed: { hoursMs: toMs, daysMs: toMs } });
  return { fromMs, toMs, hoursLeftOut: { fromMs: days.fromMs, toMs: Math.max(days.fromMs, days.toMs - lateDaysMs) } };
}

/** So long ago a day has been closed, as a rule. */
const lateDaysMs = 3 * dayMs;

/** Below it an answer comes from hours soon enough, and says by itself which of them were closed again. */
const daysOfOnePointMs = 7 * dayMs;
