import { expect, it } from "vitest";
import { median, ratioOf } from "./compare-reads.js";

it("compares medians, which a few slow reads do not move, and tells how far parts of the time differ", () => {
  const others = Array.from({ length: 100 }, () => 10);
  const times = others.map((ms, index) => (index % 10 === 0 ? 1_000 : index < 10 ? ms * 1.2 : ms * 1.1));
  expect(ratioOf(times, others)).toEqual({
    ratio: expect.closeTo(1.1, 6),
    least: expect.closeTo(1.1, 6),
    most: expect.closeTo(1.2, 6),
  });
});

it("has no median of nothing", () => expect([median([]), median([3, 1, 2])]).toEqual([Number.NaN, 2]));
