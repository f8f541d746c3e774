/** The words of a line that are separated by spaces or tabs. */
export function words(line: string): string[] {
  return line.trim().split(/\s+/);
}

/** The number right behind `key` in the first line that starts with it, undefined when no line does. */
export function numberAfter(text: string, key: string): number | undefined {
  const line = text.startsWith(key) ? 0 : text.indexOf(`\n${key}`) + 1;
  if (line === 0 && !text.startsWith(key)) return undefined;
  const start = line + key.length;
  const value = Number.parseFloat(text.slice(start, start + 32));
  return Number.isNaN(value) ? undefined : value;
}

/** @throws Error naming the file when the text has no number for `key`. */
export function requireNumberAfter(text: string, key: string, file: string): number {
  const value = numberAfter(text, key);
  if (value === undefined) throw new Error(`${file}: no number after "${key.trim()}"`);
  return value;
}

/** Share of `part` in `whole` in ten-thousandths, within 0 and 10 000; 0 of nothing. */
export function shareE4(part: number, whole: number): number {
  if (whole <= 0) return 0;
  return Math.min(10_000, Math.max(0, Math.round((part / whole) * 10_000)));
}

/** An integer for an int64 field; exact up to 2^53. */
export function int64(value: number): bigint {
  return BigInt(Math.trunc(value));
}
