import type { History } from "../connect.js";
import { dayMs } from "../rollups/close-day.js";
import { hourMs } from "../rollups/close-hour.js";
import { type ClosedRollup, nodesToCloseAgain } from "./closed-rollups.js";
import { compareDay, compareHours, compareMonth } from "./compare-rollups.js";
import type { NodeDifference } from "./difference.js";

/** What a comparison found. */
export interface Verdict {
  /** Rows of rollups that were looked at. */
  series: number;
  /** Where they are not what their source gives. */
  differences: NodeDifference[];
  /** Differences that later events account for, by hour and node: they will be closed again. */
  waiting: number;
}

/**
 * Compares consecutive closed hours with their raw data. What differs because an event came after the close is left
 * out: the hour is to be closed again anyway.
 * @param hours as `comparableRollups` gave them, one after the other
 * @param options.settled resolves when all that was being inserted at the call is visible in every table
 */
export async function verifyHours(
  history: History,
  hours: readonly ClosedRollup[],
  options: { node?: string | undefined; settled(): Promise<void> },
): Promise<Verdict> {
  const [first, last] = [hours[0], hours.at(-1)];
  if (first === undefined || last === undefined) return { series: 0, differences: [], waiting: 0 };
  const range = { fromMs: first.startMs, toMs: last.startMs + hourMs, node: options.node };
  const { storedSeries, differences: all } = await compareHours(history, range);
  if (all.length > 0) await options.settled();
  const differences: NodeDifference[] = [];
  let waiting = 0;
  for (const hour of hours) {
    const ofHour = all.filter(({ startMs }) => startMs === hour.startMs);
    if (ofHour.length === 0) continue;
    const late = new Set((await nodesToCloseAgain(history, hour)).map(keyOf));
    for (const one of ofHour) {
      if (late.has(keyOf(one))) waiting += 1;
      else differences.push(one);
    }
  }
  return { series: storedSeries, differences, waiting };
}

/** Compares a closed day with its closed hours. */
export async function verifyDay(
  history: History,
  day: ClosedRollup,
  options: { node?: string | undefined } = {},
): Promise<Verdict> {
  const { storedSeries, differences } = await compareDay(history, { dayMs: day.startMs, node: options.node });
  return { series: storedSeries, differences, waiting: 0 };
}

/** Compares a closed month with its closed days. */
export async function verifyMonth(
  history: History,
  month: ClosedRollup,
  options: { node?: string | undefined } = {},
): Promise<Verdict> {
  const { storedSeries, differences } = await compareMonth(history, { monthMs: month.startMs, node: options.node });
  return { series: storedSeries, differences, waiting: 0 };
}

/** Hours of a list (oldest first) in runs without a hole, each of `lengthMax` at most and within one UTC day. */
export function runsOfHours(hours: readonly ClosedRollup[], lengthMax: number): ClosedRollup[][] {
  const runs: ClosedRollup[][] = [];
  for (const hour of hours) {
    const run = runs.at(-1);
    const before = run?.at(-1)?.startMs ?? 0;
    const follows = hour.startMs === before + hourMs && hour.startMs % dayMs !== 0;
    if (run !== undefined && follows && run.length < lengthMax) run.push(hour);
    else runs.push([hour]);
  }
  return runs;
}

function keyOf({ workspace, node }: { workspace: string; node: string }): string {
  return JSON.stringify([workspace, node]);
}
