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
  // One piece after the other, so that no text makes the pattern try many ways to split it.
  const piece = /\s*(\d+(?:\.\d+)?)\s*([a-zA-Zµμ]*)\s*/y;
  let total = 0;
  do {
    const [, number, unit = ""] = piece.exec(text) ?? [];
    const factor = unit === "" ? 1000 : unitMs[unit];
    if (number === undefined || factor === undefined) return undefined;
    total += Number(number) * factor;
  } while (piece.lastIndex < text.length);
  return total;
}
