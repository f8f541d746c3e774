import type { Retention } from "../connect.js";

/** Where a series is read from: readings as they are, closed hours, or closed days. */
export type SeriesSource = "raw" | "1h" | "1d";

const hour = 3_600_000;
const day = 24 * hour;

/** Up to here quantiles are exact, from raw data. */
const rawRangeMax = 7 * day;
const hourlyRangeMax = 62 * day;

/**
 * The one place that decides: raw while it is kept and the range is short or the step finer than an hour; then hours
 * while they are kept and the range is moderate or the step finer than a day; then days.
 */
export function chooseSource(request: {
  fromMs: number;
  toMs: number;
  stepMs: number;
  nowMs: number;
  retention: Retention;
}): SeriesSource {
  const { fromMs, toMs, stepMs, nowMs, retention } = request;
  const rangeMs = toMs - fromMs;
  const keeps = (days: number) => fromMs >= nowMs - days * day;
  if (keeps(retention.rawDays) && (rangeMs <= rawRangeMax || stepMs < hour)) return "raw";
  if (keeps(retention.hourlyDays) && (rangeMs <= hourlyRangeMax || stepMs < day)) return "1h";
  return "1d";
}
