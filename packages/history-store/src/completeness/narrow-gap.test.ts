import { describe, expect, it } from "vitest";
import { acknowledgedApart, approximateMs, gapWithin, gapWithout } from "./narrow-gap.js";
import { isOutstanding, outstandingMs } from "./outstanding.js";
import type { SequenceGap } from "./sequence-gaps.js";

const line = { workspace: "default", node: "web-1", family: "host", bootId: 1000 };
/** Numbers 11 to 19 between events at 10 s and 20 s: one a second. */
const gap: SequenceGap = { ...line, first: 11, last: 19, afterMs: 10_000, beforeMs: 20_000, visibleAtMs: 20_500 };

describe("a gap", () => {
  it("has its numbers at even times", () => {
    expect([10, 11, 15, 20].map((number) => approximateMs(gap, number))).toEqual([10_000, 11_000, 15_000, 20_000]);
  });

  it("falls apart where some of its numbers are there", () => {
    expect(
      gapWithout(gap, [
        { first: 12, last: 17 },
        { first: 30, last: 40 },
      ]),
    ).toEqual([
      { ...gap, first: 11, last: 11, afterMs: 10_000, beforeMs: 12_000 },
      { ...gap, first: 18, last: 19, afterMs: 17_000, beforeMs: 20_000 },
    ]);
    expect(gapWithout(gap, [{ first: 1, last: 100 }])).toEqual([]);
  });

  it("is waited for but for the number that the log is known to have had", () => {
    const [before, end, ...others] = acknowledgedApart(gap);
    expect(others).toEqual([]);
    expect(before).toEqual({ ...gap, last: 18, beforeMs: 19_000 });
    expect(end).toEqual({ ...gap, first: 19, afterMs: 18_000, isAcknowledged: true });
    if (before === undefined || end === undefined) return;
    expect([5_499, 5_500].map((ms) => isOutstanding(end, gap.visibleAtMs + ms - 500, []))).toEqual([true, false]);
    expect(isOutstanding(before, gap.visibleAtMs + 5_000, [])).toBe(true);
    const backlog = [{ ...line, sequence: 3 }];
    expect([before, end].map((part) => isOutstanding(part, gap.visibleAtMs + outstandingMs, backlog))).toEqual([
      true,
      false,
    ]);
    expect(acknowledgedApart({ ...gap, first: 19 })).toHaveLength(1);
  });

  it("is cut at the edges of a range", () => {
    const within = (fromMs: number, toMs: number) =>
      gapWithin(gap, { fromMs, toMs }).map(({ first, last }) => [first, last]);
    expect(within(0, 100_000)).toEqual([[11, 19]]);
    expect(within(12_500, 15_000)).toEqual([[13, 14]]);
    expect(within(13_000, 13_001)).toEqual([[13, 13]]);
    expect(within(13_001, 13_999)).toEqual([]);
    expect(within(0, 11_000)).toEqual([]);
    expect(within(19_001, 30_000)).toEqual([]);
  });

  it("is outstanding while it is new", () => {
    expect(isOutstanding(gap, gap.visibleAtMs + outstandingMs - 1, [])).toBe(true);
    expect(isOutstanding(gap, gap.visibleAtMs + outstandingMs, [])).toBe(false);
  });

  it("is outstanding while the backlog of its family has not come to it", () => {
    const later = gap.visibleAtMs + 600_000;
    const reach = { workspace: "default", node: "web-1", family: "host" };
    expect(isOutstanding(gap, later, [{ ...reach, bootId: 1000, sequence: 5 }])).toBe(true);
    expect(isOutstanding(gap, later, [{ ...reach, bootId: 999, sequence: 50 }])).toBe(true);
    expect(isOutstanding(gap, later, [{ ...reach, bootId: 1000, sequence: 20 }])).toBe(false);
    expect(isOutstanding(gap, later, [{ ...reach, bootId: 1000, sequence: 5, node: "web-2" }])).toBe(false);
  });
});
