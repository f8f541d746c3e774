import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextUpdateSeconds } from "./next-update.js";

const tick = 1_800_000_000_000;
const intervalMs = 4_000;

describe("the next update", () => {
  it.each([
    ["a reading just became visible", 100, 4],
    ["a while after it", 1_150, 3.1],
    ["when the next tick is due", 4_000, 0.25],
    ["when it can be expected", 4_250, 0.5],
    ["when it is late", 7_000, 0.5],
    ["when it is late by an interval: on the grid", 8_250, 4],
    ["when the node is long silent", 400_123, 4],
    ["when the node's clock is ahead", -3_000, 4],
  ])("%s", (_name, ageMs, expected) => {
    expect(nextUpdateSeconds({ intervalMs, observedAtMs: tick }, tick + ageMs)).toBe(expected);
  });

  it("after a reading between ticks is the next tick", () => {
    expect(nextUpdateSeconds({ intervalMs, observedAtMs: tick + 1_300 }, tick + 1_400)).toBe(2.85);
  });

  it("of what is collected all the time lies on the grid", () => {
    expect(nextUpdateSeconds({ intervalMs: 30_000 }, tick + 10_000)).toBe(20.25);
  });
});

describe("for any interval, clock and moment", () => {
  it("is above zero and at most the interval", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 250, max: 3_600_000 }),
        fc.integer({ min: -7_200_000, max: 7_200_000 }),
        fc.nat({ max: 3_600_000 }),
        (interval, ageMs, phaseMs) => {
          const next = nextUpdateSeconds(
            { intervalMs: interval, observedAtMs: tick + phaseMs },
            tick + phaseMs + ageMs,
          );
          expect(next).toBeGreaterThan(0);
          expect(next).toBeLessThanOrEqual(interval / 1_000);
        },
      ),
    );
  });
});

describe("a client that asks again when it was told to", () => {
  const intervals = fc.constantFrom(1_000, 4_000, 30_000, 60_000);
  /** How long after its tick each reading can be read, and how late the client's timer is each time. */
  const delays = fc.array(fc.tuple(fc.integer({ min: 5, max: 200 }), fc.integer({ min: 0, max: 40 })), {
    minLength: 20,
    maxLength: 60,
  });

  it("sees each update once", () => {
    fc.assert(
      fc.property(intervals, fc.integer({ min: 250, max: 999 }), delays, (interval, startMs, steps) => {
        const seen = poll(interval, tick + startMs, steps);
        expect(seen).toEqual(steps.map((_, index) => (seen[0] ?? 0) + index));
      }),
    );
  });

  it("misses none, even when it begins at the moment in which some can be read and some cannot", () => {
    fc.assert(
      fc.property(intervals, fc.nat({ max: 249 }), delays, (interval, startMs, steps) => {
        const seen = poll(interval, tick + startMs, steps);
        for (const [index, number] of seen.slice(1).entries()) expect(number - (seen[index] ?? 0)).toBeOneOf([0, 1]);
      }),
    );
  });
});

/** The numbers of the ticks that a client sees. */
function poll(interval: number, startMs: number, steps: readonly [visibleMs: number, lateMs: number][]): number[] {
  const visibleAfter = (number: number) => steps[number % steps.length]?.[0] ?? 0;
  let nowMs = startMs;
  return steps.map(([, lateMs]) => {
    let number = Math.floor(nowMs / interval);
    if (nowMs < number * interval + visibleAfter(number)) number -= 1;
    nowMs += nextUpdateSeconds({ intervalMs: interval, observedAtMs: number * interval }, nowMs) * 1_000 + lateMs;
    return number;
  });
}
