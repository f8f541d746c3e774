import { UsageError } from "../command.js";

const units: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * Unix milliseconds of a moment: `now`, so long ago (`15m`, `-15m`; s, m, h, d), or RFC 3339 with a zone.
 * @throws UsageError naming the option.
 */
export function momentOf(text: string, option: string, nowMs: number): number {
  if (text === "now") return nowMs;
  const ago = /^-?(\d{1,6})([smhd])$/.exec(text);
  if (ago !== null) return nowMs - Number(ago[1]) * (units[ago[2] ?? ""] ?? 0);
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text);
  const ms = isInstant ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms))
    throw new UsageError(`${option}: expected now, 15m (s, m, h, d) or 2026-01-31T12:00:00Z, got ${text}`);
  return ms;
}

/**
 * Milliseconds of `15m` (s, m, h, d), at least a second.
 * @throws UsageError naming the option.
 */
export function lastingMs(text: string, option: string): number {
  const [, count, unit = ""] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const ms = Number(count) * (units[unit] ?? 0);
  if (ms >= 1_000) return ms;
  throw new UsageError(`${option}: expected 15m (s, m, h, d), got ${text}`);
}

/** A whole number of an option. @throws UsageError outside of the bounds. */
export function countOf(text: string, option: string, { min, max }: { min: number; max: number }): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max) {
    throw new UsageError(`${option}: expected a whole number from ${min} to ${max}, got ${text}`);
  }
  return value;
}
