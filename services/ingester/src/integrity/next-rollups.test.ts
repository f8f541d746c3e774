import type { ClosedRollup } from "@statwire/history-store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Checks, checked, nextRollups, uncheckedCount } from "./next-rollups.js";

const hourMs = 3_600_000;
const hours = (count: number, version = 1): ClosedRollup[] =>
  Array.from({ length: count }, (_, index) => ({ startMs: index * hourMs, version }));
const starts = (rollups: readonly ClosedRollup[]) => rollups.map(({ startMs }) => startMs / hourMs);

describe("the rollups that are compared next", () => {
  it("are the newest at first, then all in turn, and what was closed again at once", () => {
    const closed = hours(5);
    expect(starts(nextRollups(closed, new Map(), 2))).toEqual([3, 4]);
    let checks: Checks = checked(new Map(), closed, nextRollups(closed, new Map(), 2), 10);
    expect(starts(nextRollups(closed, checks, 2))).toEqual([1, 2]);
    expect(uncheckedCount(closed, checks)).toBe(3);
    checks = checked(checks, closed, nextRollups(closed, checks, 2), 20);
    checks = checked(checks, closed, nextRollups(closed, checks, 1), 30);
    expect(starts(nextRollups(closed, checks, 2))).toEqual([3, 4]);
    const again = closed.map((hour) => (hour.startMs === 0 ? { ...hour, version: 2 } : hour));
    expect(starts(nextRollups(again, checks, 1))).toEqual([0]);
    expect(nextRollups(closed, checks, 0)).toEqual([]);
  });

  it("come each within as many looks as there are portions, whatever is closed again", () => {
    const step = fc.record({
      restated: fc.array(fc.nat(9), { maxLength: 1 }),
      portion: fc.integer({ min: 2, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 10 }), (steps) => {
        let closed = hours(10);
        let checks: Checks = new Map();
        const seen = new Set<number>();
        steps.forEach(({ restated, portion }, index) => {
          closed = closed.map((hour, at) => (restated.includes(at) ? { ...hour, version: hour.version + 1 } : hour));
          const next = nextRollups(closed, checks, portion);
          for (const { startMs } of next) seen.add(startMs);
          checks = checked(checks, closed, next, index + 1);
        });
        expect(seen.size).toBe(10);
      }),
    );
  });

  it("are forgotten when their raw data has left", () => {
    const closed = hours(3);
    const checks = checked(new Map(), closed, closed, 10);
    expect(checked(checks, closed.slice(1), [], 20).size).toBe(2);
  });
});
