import type { ClosedRollup } from "@statwire/history-store";

/** When each hour or day was compared last, by its start, and in which version it was then. Pure: see `checked`. */
export type Checks = ReadonlyMap<number, { version: number; atMs: number }>;

/**
 * Which rollups are compared next: those never compared in the version that they have, newest first, then those compared
 * longest ago. So what was closed just now comes first, and everything that can be compared comes again and again.
 */
export function nextRollups(closed: readonly ClosedRollup[], checks: Checks, countMax: number): ClosedRollup[] {
  const atMs = ({ startMs, version }: ClosedRollup) => {
    const check = checks.get(startMs);
    return check === undefined || check.version !== version ? 0 : check.atMs;
  };
  return [...closed]
    .sort((one, other) => atMs(one) - atMs(other) || other.startMs - one.startMs)
    .slice(0, Math.max(0, countMax))
    .sort((one, other) => one.startMs - other.startMs);
}

/** After a comparison; what cannot be compared any more is forgotten. */
export function checked(
  checks: Checks,
  closed: readonly ClosedRollup[],
  compared: readonly ClosedRollup[],
  nowMs: number,
): Checks {
  const known = new Set(closed.map(({ startMs }) => startMs));
  return new Map([
    ...[...checks].filter(([startMs]) => known.has(startMs)),
    ...compared.map(({ startMs, version }) => [startMs, { version, atMs: nowMs }] as const),
  ]);
}

/** How many have not been compared in the version that they have. */
export function uncheckedCount(closed: readonly ClosedRollup[], checks: Checks): number {
  return closed.filter(({ startMs, version }) => checks.get(startMs)?.version !== version).length;
}
