import { magic, readSpoolEntry, type SpoolEntry } from "./record.js";

export interface SpoolScan {
  entries: { offset: number; length: number; entry: SpoolEntry }[];
  /** Damaged places. What lies behind one is read all the same. */
  damaged: { start: number; end: number }[];
  /** Where the last whole record or damaged place ends; behind it is the beginning of one that was never finished. */
  end: number;
}

/** Reads a whole segment. One damaged record costs itself only: reading goes on at the next sound one. */
export function scanSpoolSegment(bytes: Buffer): SpoolScan {
  const scan: SpoolScan = { entries: [], damaged: [], end: 0 };
  while (scan.end < bytes.length) {
    const read = readSpoolEntry(bytes, scan.end);
    if (read.ok) {
      scan.entries.push({ offset: scan.end, length: read.end - scan.end, entry: read.entry });
      scan.end = read.end;
      continue;
    }
    const next = findEntry(bytes, scan.end + 1);
    if (next === undefined && read.cutOff) break;
    const damage = { start: scan.end, end: next ?? bytes.length };
    scan.damaged.push(damage);
    scan.end = damage.end;
  }
  return scan;
}

/** The first place from `from` on where a sound record starts. */
function findEntry(bytes: Buffer, from: number): number | undefined {
  for (let at = bytes.indexOf(magic, from); at >= 0; at = bytes.indexOf(magic, at + 1)) {
    if (readSpoolEntry(bytes, at).ok) return at;
  }
  return undefined;
}
