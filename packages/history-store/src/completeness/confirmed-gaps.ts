import type { History } from "../connect.js";
import { gapWithout } from "./narrow-gap.js";
import { presentSequences } from "./present-sequences.js";
import type { SequenceGap } from "./sequence-gaps.js";

/**
 * Gaps of which nothing is elsewhere in the history: an event that was observed outside the range that was looked at
 * (the clock was set back) or quarantined did arrive. Asks once a line, of so many lines at most; the gaps of the
 * others are left out, for another time.
 */
export async function confirmedGaps(
  history: History,
  gaps: readonly SequenceGap[],
  linesMax: number,
): Promise<SequenceGap[]> {
  const confirmed: SequenceGap[] = [];
  for (const ofLine of [...byLine(gaps)].slice(0, linesMax)) {
    const [line] = ofLine;
    const range = { first: ofLine[0].first, last: ofLine.at(-1)?.last ?? 0 };
    const present = await presentSequences(history, line, range);
    confirmed.push(...ofLine.flatMap((gap) => gapWithout(gap, present)));
  }
  return confirmed;
}

/** Whether `confirmedGaps` would leave gaps out. */
export function areOfMoreLines(gaps: readonly SequenceGap[], linesMax: number): boolean {
  return byLine(gaps).length > linesMax;
}

/** Gaps come in the order of their lines and numbers. */
function byLine(gaps: readonly SequenceGap[]): [SequenceGap, ...SequenceGap[]][] {
  const lines = new Map<string, [SequenceGap, ...SequenceGap[]]>();
  for (const gap of gaps) {
    const key = JSON.stringify([gap.workspace, gap.node, gap.family, gap.bootId]);
    const ofLine = lines.get(key);
    if (ofLine === undefined) lines.set(key, [gap]);
    else ofLine.push(gap);
  }
  return [...lines.values()];
}
