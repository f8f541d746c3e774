import { expect, it } from "vitest";
import { median, noise, percentile, ratios } from "./statistics.js";

it("takes the middle, and the mean of two middles", () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([])]).toEqual([2, 2.5, Number.NaN]);
});

it("states how far rounds are apart, in parts of the median", () => {
  expect([noise([10, 12, 9]), noise([7]), noise([0, 0])]).toEqual([0.3, 0, 0]);
});

it("takes a percentile by nearest rank", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([percentile(hundred, 0.5), percentile(hundred, 0.99), percentile(hundred, 1)]).toEqual([50, 99, 100]);
});

it("divides neighbouring rounds", () => {
  expect(ratios([2, 9], [1, 3, 5])).toEqual([2, 3]);
});
