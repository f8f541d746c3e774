import { expect, it } from "vitest";
import { refusalCost, toResult } from "./result.js";
import { emptyTally } from "./tally.js";

const phase = (answered: Record<number, number>, cpuSeconds: number, latencyMs: number) => ({
  tally: { ...emptyTally(), answered, seconds: 1, latenciesMs: [latencyMs] },
  cpuSeconds,
});
const round = {
  capacity: 100,
  atCapacity: phase({ 200: 100 }, 1, 10),
  calm: phase({ 200: 90 }, 0.9, 10),
  over: phase({ 200: 40, 503: 960 }, 1, 15),
};

it("takes what the answers of an overload cost from what it costs, and divides the rest by the refusals", () => {
  expect(refusalCost(round)).toBeCloseTo(0.6 / 960 / 0.01, 10);
});

it("compares what is admitted with the calm of the same round, and lets no fault pass", () => {
  const { comparisons } = toResult([round], { name: "read", text: "a read", calmShare: 0.9, overloadConnections: 10 });
  expect(comparisons.map(({ ours, baseline }) => [ours, baseline?.rounds])).toEqual([
    [[15], [10]],
    [[0], undefined],
    [[10], undefined],
    [[0.4], undefined],
    [[expect.closeTo(0.0625, 10)], undefined],
  ]);
});
