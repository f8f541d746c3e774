import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Baseline, perSecond } from "./baseline.js";

describe("perSecond", () => {
  it("is growth over time, and absent at first, after a reset and without time between", () => {
    expect(perSecond(3000, 1000, 4000)).toBe(500);
    expect(perSecond(3000, undefined, 4000)).toBeUndefined();
    expect(perSecond(999, 1000, 4000)).toBeUndefined();
    expect(perSecond(3000, 1000, 0)).toBeUndefined();
  });

  it("is never negative", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 1e6 }), (now, before, elapsedMs) => {
        const rate = perSecond(now, before, elapsedMs);
        return now < before ? rate === undefined : rate !== undefined && rate >= 0;
      }),
    );
  });
});

describe("Baseline", () => {
  it("passes over a reading that is too young, for the one before it", () => {
    const baseline = new Baseline<string>();
    expect(baseline.before(0)).toBeUndefined();
    baseline.keep(0, "tick");
    expect(baseline.before(1000)).toEqual({ atMs: 0, reading: "tick" });
    baseline.keep(1000, "tick 2");
    expect(baseline.before(1050)?.reading).toBe("tick");
    baseline.keep(1050, "refresh");
    expect(baseline.before(2000)?.reading).toBe("refresh");
  });

  it("takes the oldest when all are young", () => {
    const baseline = new Baseline<number>();
    for (let atMs = 0; atMs < 100; atMs += 1) baseline.keep(atMs, atMs);
    expect(baseline.before(100)?.reading).toBe(0);
    for (let atMs = 100; atMs < 10_000; atMs += 1) baseline.keep(atMs, atMs);
    expect(baseline.before(10_000)?.reading).toBe(9750);
  });
});
