import { common, type Interval, without } from "./intervals.js";
import type { SequenceGap } from "./sequence-gaps.js";

/**
 * When a number of a gap (or one of its neighbours) was observed, on the assumption that readings came evenly.
 * Unix milliseconds.
 */
export function approximateMs({ first, last, afterMs, beforeMs }: SequenceGap, sequence: number): number {
  return Math.round(afterMs + ((beforeMs - afterMs) * (sequence - first + 1)) / (last - first + 2));
}

/** What is left of a gap when some of its numbers are there after all, each part with times of its own. */
export function gapWithout(gap: SequenceGap, present: readonly Interval[]): SequenceGap[] {
  return partsOf(gap, without([gap], present));
}

/** A gap of which the last number is known to have been acknowledged: those before it may still come. */
export function acknowledgedApart(gap: SequenceGap): SequenceGap[] {
  const { first, last } = gap;
  const before = partsOf(gap, first < last ? [{ first, last: last - 1 }] : []);
  return [
    ...before,
    ...partsOf(gap, [{ first: last, last }]).map((end) => ({ ...end, isAcknowledged: true as const })),
  ];
}

/** The part of a gap whose numbers were observed, as far as can be told, in a half-open range. */
export function gapWithin(gap: SequenceGap, { fromMs, toMs }: { fromMs: number; toMs: number }): SequenceGap[] {
  const first = firstAt(gap, fromMs);
  return partsOf(gap, common([gap], [{ first, last: Math.max(first, firstAt(gap, toMs)) - 1 }]));
}

/** The first number of the gap that was observed at a time or later; one behind its last when there is none. */
function firstAt(gap: SequenceGap, atMs: number): number {
  let [low, high] = [gap.first, gap.last + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (approximateMs(gap, middle) >= atMs) high = middle;
    else low = middle + 1;
  }
  return low;
}

function partsOf(gap: SequenceGap, intervals: readonly Interval[]): SequenceGap[] {
  return intervals.map(({ first, last }) => ({
    ...gap,
    first,
    last,
    afterMs: approximateMs(gap, first - 1),
    beforeMs: approximateMs(gap, last + 1),
  }));
}
