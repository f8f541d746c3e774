import { metrics } from "@statwire/events";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runsOfHours } from "./verify-rollups.js";

const hourMs = 3_600_000;
const hours = (...numbers: number[]) => numbers.map((hour) => ({ startMs: hour * hourMs, version: 1 }));

it("a metric is of one table, or another table's rows would look as if nothing gave them", () => {
  const tables = new Map(metrics.map(({ name, table }) => [name, table]));
  expect(metrics.filter(({ name, table }) => tables.get(name) !== table)).toEqual([]);
});

describe("runs of hours", () => {
  it("have no hole, one day and a length at most", () => {
    expect(runsOfHours(hours(20, 21, 22, 23, 24, 25, 27), 3)).toEqual([
      hours(20, 21, 22),
      hours(23),
      hours(24, 25),
      hours(27),
    ]);
    expect(runsOfHours([], 3)).toEqual([]);
  });

  it("are all of them in their order", () => {
    const some = fc.uniqueArray(fc.nat(200)).map((numbers) => hours(...numbers.sort((one, other) => one - other)));
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 30 }), (all, lengthMax) => {
        const runs = runsOfHours(all, lengthMax);
        expect(runs.flat()).toEqual(all);
        for (const run of runs) {
          expect(run.length).toBeLessThanOrEqual(lengthMax);
          expect((run.at(-1)?.startMs ?? 0) - (run[0]?.startMs ?? 0)).toBe((run.length - 1) * hourMs);
          expect(new Set(run.map(({ startMs }) => Math.floor(startMs / (24 * hourMs)))).size).toBe(1);
        }
      }),
    );
  });
});
