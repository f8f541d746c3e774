/** Readings are dated to their tick, and can be read a little later: a client is told to come this long after it. */
const visibleAfterMaxMs = 250;
/** When to look again for a reading that should be there. */
const retryMaxMs = 500;

/** One kind of data that is collected again and again. */
export interface Collected {
  intervalMs: number;
  /** When the latest was collected; undefined for what has not been, or is collected all the time. */
  observedAtMs?: number | undefined;
}

/**
 * Seconds until the next collection can be read, with three decimals, above 0 and at most the interval: whoever asks
 * again then sees each collection once. Collectors tick on the grid of the wall clock, so the next tick is known also
 * after a reading between ticks. What is overdue comes soon; what has been for a whole interval (a silent node, a clock
 * that is behind) is looked for on the grid.
 */
export function nextUpdateSeconds({ intervalMs, observedAtMs }: Collected, nowMs: number): number {
  const visibleAfterMs = Math.min(visibleAfterMaxMs, intervalMs / 4);
  const expectedAtMs = tickOf(observedAtMs ?? nowMs, intervalMs) + intervalMs + visibleAfterMs;
  if (nowMs < expectedAtMs) return seconds(Math.min(expectedAtMs - nowMs, intervalMs));
  if (nowMs < expectedAtMs + intervalMs) return seconds(Math.min(retryMaxMs, intervalMs));
  return nextUpdateSeconds({ intervalMs }, nowMs);
}

function tickOf(atMs: number, intervalMs: number): number {
  return Math.floor(atMs / intervalMs) * intervalMs;
}

function seconds(ms: number): number {
  return Math.ceil(ms) / 1_000;
}
