import type { StoredLine } from "@statwire/snapshot-store";

/** Younger lines than this may have been stored before those in front of them. */
const settledAfterMs = 30_000;

/**
 * The lines up to the first missing number that may still be on its way: the lines behind it are too young. Behind an
 * older line nothing comes any more, so what is missing there was given up by the collector.
 */
export function untilHole(lines: readonly StoredLine[], sinceLine: number, nowMs: number): readonly StoredLine[] {
  let last = sinceLine;
  for (const [index, { line, atMs }] of lines.entries()) {
    if (line > last + 1 && atMs > nowMs - settledAfterMs) return lines.slice(0, index);
    last = line;
  }
  return lines;
}
