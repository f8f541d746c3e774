import { expect, it } from "vitest";
import { readingStats, rollupStats, type SeriesStat, statValues } from "./series-stats.js";

const stats: SeriesStat[] = [
  { kind: "quantile", quantile: 0.5 },
  { kind: "avg" },
  { kind: "quantile", quantile: 0.99 },
  { kind: "count" },
];

it("has a column for each statistic and one for all quantiles", () => {
  expect(rollupStats(stats)).toHaveLength(3);
  expect(readingStats(stats).slice(0, 2)).toEqual(["sum(value) / count()", "count()"]);
  expect(rollupStats([{ kind: "max" }])).toEqual(["max(hi)"]);
  expect(() => readingStats([{ kind: "quantile", quantile: 1 }])).toThrow(RangeError);
});

it("puts columns back into the order that was asked for", () => {
  expect(statValues(stats, [1.5, 8, [10, 30]], (bucket) => bucket / 10)).toEqual([1, 1.5, 3, 8]);
});

it("has null for what there is none of", () => {
  expect(statValues(stats, [null, 0, []], () => 7)).toEqual([null, null, null, 0]);
});
