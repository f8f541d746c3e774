import type { SeriesPlan } from "./plan-series.js";

/** At most so many rows an answer. */
export const rowsMax = 500_000;

/** SQL of a time, Unix milliseconds (SQL themselves). */
export function instant(milliseconds: string): string {
  return `fromUnixTimestamp64Milli(toInt64(${milliseconds}), 'UTC')`;
}

function stepOf(milliseconds: string): string {
  return `intDiv(${milliseconds} - {from:Int64}, {step:Int64})`;
}

/** One point is its own summary: grouped once, it takes half the time. */
export function isOnePoint({ fromMs, toMs, stepMs }: SeriesPlan): boolean {
  return stepMs >= toMs - fromMs;
}

/** SQL of the step that a row at some milliseconds falls into, as one more column; none of one point. */
export function stepColumn(plan: SeriesPlan, milliseconds: string): string {
  return isOnePoint(plan) ? "" : `, ${stepOf(milliseconds)} AS step`;
}

/** The columns `whole` (1 for the row of the whole range) and `step`. */
export function pointColumns(plan: SeriesPlan): string {
  return isOnePoint(plan) ? "1 AS whole, 0 AS step" : "grouping(step) AS whole, step";
}

/** Rows by step and for the whole range. */
export function grouping(plan: SeriesPlan, key: string): string {
  return isOnePoint(plan) ? `GROUP BY ${key}` : `GROUP BY GROUPING SETS ((${key}, step), (${key}))`;
}

export const ORDER = `ORDER BY node, attribute, whole, step LIMIT ${rowsMax}`;
