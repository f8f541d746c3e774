import { setTimeout as delay } from "node:timers/promises";

/**
 * How long to wait before attempt `attempt` (from 1): doubling from `baseMs` up to `maxMs`, of which a random half is
 * taken off so that many clients do not return at once ("equal jitter").
 * @param random a number from 0 up to 1
 */
export function backoffMs(attempt: number, limits: { baseMs: number; maxMs: number; random: number }): number {
  const full = Math.min(limits.maxMs, limits.baseMs * 2 ** Math.min(Math.max(attempt, 1) - 1, 40));
  return Math.round(full / 2 + (full / 2) * limits.random);
}

/** Waits, or until the signal aborts: resolves either way. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return;
  try {
    await delay(ms, undefined, signal === undefined ? {} : { signal });
  } catch {
    // aborted: whoever waited looks at the signal
  }
}

/**
 * Runs `act` until it succeeds, backing off between attempts; `onFailure` hears each failure.
 * @throws the signal's reason when it aborts.
 */
export async function retryForever<Result>(
  act: () => Promise<Result>,
  options: {
    signal: AbortSignal;
    onFailure(error: unknown, attempt: number): void;
    baseMs?: number;
    maxMs?: number;
    random?: () => number;
  },
): Promise<Result> {
  const { baseMs = 100, maxMs = 5_000, random = Math.random } = options;
  for (let attempt = 1; ; attempt += 1) {
    options.signal.throwIfAborted();
    try {
      return await act();
    } catch (error) {
      options.onFailure(error, attempt);
      await sleep(backoffMs(attempt, { baseMs, maxMs, random: random() }), options.signal);
    }
  }
}
