import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { common, countOf, type Interval, merged, without } from "./intervals.js";

const intervals = fc.array(
  fc.tuple(fc.nat(60), fc.nat(8)).map(([first, length]): Interval => ({ first, last: first + length })),
  { maxLength: 8 },
);
const numbersOf = (list: readonly Interval[]) =>
  list.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index));

describe("intervals", () => {
  it("are merged where they touch", () => {
    expect(
      merged([
        { first: 5, last: 6 },
        { first: 1, last: 2 },
        { first: 3, last: 3 },
      ]),
    ).toEqual([
      { first: 1, last: 3 },
      { first: 5, last: 6 },
    ]);
  });

  it("lose what is taken from them", () => {
    const taken = [
      { first: 3, last: 4 },
      { first: 7, last: 7 },
    ];
    expect(without([{ first: 1, last: 10 }], taken)).toEqual([
      { first: 1, last: 2 },
      { first: 5, last: 6 },
      { first: 8, last: 10 },
    ]);
  });

  it("are sets of numbers", () => {
    fc.assert(
      fc.property(intervals, intervals, (one, other) => {
        const [ours, theirs] = [new Set(numbersOf(one)), new Set(numbersOf(other))];
        const ordered = [...ours].sort((a, b) => a - b);
        expect(numbersOf(merged(one))).toEqual(ordered);
        expect(numbersOf(without(one, other))).toEqual(ordered.filter((number) => !theirs.has(number)));
        expect(numbersOf(common(one, other))).toEqual(ordered.filter((number) => theirs.has(number)));
        expect(countOf(merged(one))).toBe(ours.size);
      }),
    );
  });
});
