import { expect, it } from "vitest";
import { fromLog, windowRates } from "./sustain.js";

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
