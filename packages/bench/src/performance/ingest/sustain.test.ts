import { expect, it } from "vitest";
import { median, ratios } from "../statistics.js";
import { fromLog, joinHalves, type Sustained, windowRates } from "./sustain.js";

const windows = [
  { seconds: 60, samples: 600, received: 10, time: { ingester: 1, clickhouse: 2, "nats-server": 3 } },
  { seconds: 60, samples: 300, received: 5, time: { ingester: 1, clickhouse: 1, "nats-server": 1 } },
];
const ours = {
  ...{ windows, rest: { samples: 90, time: { clickhouse: 3 } }, receivingSeconds: 0.1 },
  ...{ closedHours: 1, hoursBehind: [0, 0], parts: [1, 1], memory: ["1", "1"] },
};

it("shares out over the stretches what was left to be done after them", () => {
  expect(windowRates(ours)).toEqual([660 / 8, 330 / 4]);
});

it("takes off what the log takes to receive, and nothing else", () => {
  const { windows: without, rest } = fromLog(ours);
  expect(without.map(({ time }) => time)).toEqual([
    { ingester: 1, clickhouse: 2, "nats-server": 2 },
    { ingester: 1, clickhouse: 1, "nats-server": 0.5 },
  ]);
  expect(rest).toEqual(ours.rest);
});

const half = (samples: readonly number[], seconds: number): Sustained => ({
  windows: samples.map((count) => ({ seconds: 30, samples: count, time: { peer: seconds } })),
  rest: { samples: 1, time: { peer: 0.5 } },
});

it("joins each stretch of a half to the one in its place of the other, and what was left to be done after either", () => {
  expect(joinHalves(half([100, 200], 1), half([300, 500], 2))).toEqual({
    windows: [
      { seconds: 60, samples: 400, time: { peer: 3 } },
      { seconds: 60, samples: 700, time: { peer: 3 } },
    ],
    rest: { samples: 2, time: { peer: 1 } },
  });
});

it("refuses halves of different lengths", () => {
  expect(() => joinHalves(half([100], 1), half([100, 100], 1))).toThrow("different lengths");
});

it.each([-0.04, 0, 0.04])("gives the same median of ratios on a machine that drifts by %d a minute", (drift) => {
  // A stretch of a minute takes as many CPU-seconds more as its middle is later.
  const side = (beginMinute: number, minutes: number, cost: number): Sustained => ({
    windows: Array.from({ length: 5 }, (_, place) => {
      const middle = beginMinute + (place + 0.5) * minutes;
      return { seconds: minutes * 60, samples: minutes * 1_000, time: { it: minutes * cost * (1 + drift * middle) } };
    }),
    rest: { samples: 0, time: {} },
  });
  const medianRatio = (peer: Sustained) => median(ratios(windowRates(side(2.5, 1, 1)), windowRates(peer)));
  expect(medianRatio(joinHalves(side(0, 0.5, 3), side(7.5, 0.5, 3)))).toBeCloseTo(3, 10);
  if (drift !== 0) expect(Math.abs(medianRatio(side(7.5, 1, 3)) - 3)).toBeGreaterThan(0.3);
});
