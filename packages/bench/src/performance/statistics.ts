/** The middle value; the mean of the two middle ones of an even number. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle] ?? Number.NaN;
  return ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** How far the rounds of one side are from each other: (largest − smallest) ÷ median; what a difference has to exceed. */
export function noise(values: readonly number[]): number {
  const spread = values.length < 2 ? 0 : Math.max(...values) - Math.min(...values);
  return spread === 0 ? 0 : spread / median(values);
}

/** The value below which that share of the values lies (nearest rank). NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

/** Ours ÷ baseline, round by round: rounds that ran next to each other met the same machine. */
export function ratios(ours: readonly number[], baseline: readonly number[]): number[] {
  return ours.slice(0, baseline.length).map((value, round) => value / (baseline[round] ?? Number.NaN));
}
