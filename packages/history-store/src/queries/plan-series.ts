import type { Metric } from "@statwire/events";
import { hasRollup, hourMs } from "../rollups/close-hour.js";
import type { KeptSince } from "../schema/retention-changes.js";

/** Where a series is read from: the readings themselves, closed hours, or closed days. */
export type SeriesSource = "raw" | "hourly" | "daily";

export interface SeriesPlan {
  source: SeriesSource;
  /** Half-open range that is really read: whole hours or days of a rollup. */
  fromMs: number;
  toMs: number;
  stepMs: number;
}

/** At most so many points a series; the caller refuses more with a precise error. */
export const pointsMax = 11_000;

const dayMs = 24 * hourMs;
/** Readings are exact up to here; beyond it hours give quantiles within 1 %, many times faster. */
const rawRangeMaxMs = 7 * dayMs;
const hourlyRangeMaxMs = 31 * dayMs;

/**
 * Chooses the source of a series from its range and step, and widens both to what the source can tell apart. Readings
 * while they are kept and the range is up to 7 days or the step is finer than hours; else hours; days when the step is
 * whole days of over a month, or hours are not kept any more. (Of one point by hours the whole days within are read from
 * closed days, which are the same sums.)
 * @throws RangeError for an empty range, a step below 1 ms or more than 11 000 points.
 */
export function planSeries(
  { metric, fromMs, toMs, stepMs }: { metric: Metric; fromMs: number; toMs: number; stepMs: number },
  kept: Pick<KeptSince, "rawMs" | "hourlyMs">,
): SeriesPlan {
  const rangeMs = toMs - fromMs;
  if (!(rangeMs > 0) || !(stepMs >= 1)) throw new RangeError(`no points in [${fromMs}, ${toMs}) by ${stepMs} ms`);
  if (Math.ceil(rangeMs / stepMs) > pointsMax) {
    throw new RangeError(`${Math.ceil(rangeMs / stepMs)} points, at most ${pointsMax}`);
  }
  const onePoint = stepMs >= rangeMs;
  const finerThanHours = !onePoint && stepMs % hourMs !== 0;
  const rawIsKept = fromMs >= kept.rawMs;
  if (!hasRollup(metric.table) || (rawIsKept && (rangeMs <= rawRangeMaxMs || finerThanHours))) {
    return { source: "raw", fromMs, toMs, stepMs };
  }
  const hoursAreKept = fromMs >= kept.hourlyMs;
  const wholeDays = !onePoint && stepMs % dayMs === 0 && rangeMs > hourlyRangeMaxMs;
  return hoursAreKept && !wholeDays
    ? widen("hourly", hourMs, { fromMs, toMs, stepMs, onePoint })
    : widen("daily", dayMs, { fromMs, toMs, stepMs, onePoint });
}

function widen(
  source: SeriesSource,
  unitMs: number,
  { fromMs, toMs, stepMs, onePoint }: { fromMs: number; toMs: number; stepMs: number; onePoint: boolean },
): SeriesPlan {
  const wideFromMs = Math.floor(fromMs / unitMs) * unitMs;
  const wideToMs = Math.ceil(toMs / unitMs) * unitMs;
  const wideStepMs = onePoint ? wideToMs - wideFromMs : Math.ceil(stepMs / unitMs) * unitMs;
  return { source, fromMs: wideFromMs, toMs: wideToMs, stepMs: wideStepMs };
}
