/** Milliseconds in a unit of a time span, systemd.time(7). */
const unitMs: Record<string, number> = {};
for (const [ms, names] of [
  [0.001, "us µs μs usec"],
  [1, "ms msec"],
  [1000, "s sec second seconds"],
  [60_000, "m min minute minutes"],
  [3_600_000, "h hr hour hours"],
  [86_400_000, "d day days"],
  [604_800_000, "w week weeks"],
  [2_629_800_000, "M month months"],
  [31_557_600_000, "y year years"],
] as const) {
  for (const name of names.split(" ")) unitMs[name] = ms;
}

/** `5min 20s`, `1h`, `90` (seconds) in milliseconds; undefined when it is no time span. */
export function parseDuration(text: string): number | undefined {
  const compact = text.trim();
  if (!/^(?:\d+(?:\.\d+)?\s*[a-zA-Zµμ]*\s*)+$/.test(compact)) return undefined;
  let total = 0;
  for (const [, number = "", unit = ""] of compact.matchAll(/(\d+(?:\.\d+)?)\s*([a-zA-Zµμ]*)/g)) {
    const factor = unit === "" ? 1000 : unitMs[unit];
    if (factor === undefined) return undefined;
    total += Number(number) * factor;
  }
  return total;
}
