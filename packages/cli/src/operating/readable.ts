/** Columns of equal width, numbers to the right; the first row is the heading. */
export function toTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isNumber = widths.map((_, column) => rows.slice(1).every((row) => /^[\d.,]+%?$|^-?$/.test(row[column] ?? "")));
  return rows
    .map((row) => {
      const cells = row.map((cell, column) => {
        const width = widths[column] ?? 0;
        return isNumber[column] ? cell.padStart(width) : cell.padEnd(width);
      });
      return cells.join("  ").trimEnd();
    })
    .join("\n");
}

const byteUnits = ["B", "KiB", "MiB", "GiB", "TiB"];

/** `1.5 MiB`. */
export function bytesText(bytes: number): string {
  const power = Math.min(byteUnits.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const value = bytes / 1024 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${byteUnits[power]}`;
}

const durations: [unit: string, ms: number][] = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1_000],
];

/** `3 d`, `90 min`, `12 s`: the largest unit of which there are at least two. */
export function durationText(ms: number): string {
  const [unit, length] = durations.find(([, unitMs]) => ms >= 2 * unitMs) ?? ["s", 1_000];
  const value = ms / length;
  return `${value >= 10 || Number.isInteger(value) ? Math.round(value) : value.toFixed(1)} ${unit}`;
}

/**
 * Foreign text as a terminal may show it: control characters, which could move the cursor or change what was printed
 * before, become `\xXX`.
 */
export function plainText(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\x${(character.codePointAt(0) ?? 0).toString(16).padStart(2, "0")}`,
  );
}

/** JSON with 64-bit numbers as strings. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_, item) => (typeof item === "bigint" ? String(item) : item));
}
