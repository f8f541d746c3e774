/** About as many points as a chart can show. */
const pointsAim = 500;

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Steps that divide minutes, hours or days evenly. */
const niceSteps = [
  ...[1, 2, 5, 10, 15, 20, 30].map((n) => n * second),
  ...[1, 2, 5, 10, 15, 20, 30].map((n) => n * minute),
  ...[1, 2, 3, 4, 6, 8, 12].map((n) => n * hour),
  ...[1, 2, 7, 14, 28].map((n) => n * day),
];

/**
 * A step for a range: at most about 500 points, never shorter than the interval at which the metric is read, and a
 * multiple of it while it is near it, so that each point covers equally many readings.
 */
export function chooseStepMs(rangeMs: number, intervalMs: number): number {
  const leastMs = Math.max(Math.ceil(rangeMs / pointsAim), intervalMs, second);
  const nice = niceSteps.find((step) => step >= leastMs) ?? Math.ceil(leastMs / day) * day;
  if (intervalMs <= 0 || nice >= 10 * intervalMs) return nice;
  return Math.ceil(nice / intervalMs) * intervalMs;
}
