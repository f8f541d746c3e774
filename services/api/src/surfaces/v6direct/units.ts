/** A ratio as a percentage with two decimals. */
export function percent(ratio: number): number {
  return round(ratio * 100, 2);
}

/** Bytes as MB (10^6) with two decimals. */
export function megabytes(bytes: number): number {
  return round(bytes / 1e6, 2);
}

/** Bytes as GB (10^9) with three decimals. */
export function gigabytes(bytes: number): number {
  return round(bytes / 1e9, 3);
}

export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** Python's `datetime.isoformat()` and a `Z`: microseconds, absent when zero. */
export function utcTimestamp(unixMs: number): string {
  const text = new Date(unixMs).toISOString();
  return text.endsWith(".000Z") ? text.replace(".000Z", "Z") : text.replace("Z", "000Z");
}
