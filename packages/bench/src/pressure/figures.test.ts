import { expect, it } from "vitest";
import { toPhaseFigures, toRecovery } from "./figures.js";
import type { Sample } from "./observer.js";

const sample = (atMs: number, messages: number, more: Partial<Sample> = {}): Sample => ({
  atMs,
  rss: new Map([["ingester", 100 + messages]]),
  lag: { messages, seconds: messages / 100 },
  isReady: true,
  readiness: "",
  ...more,
});

it("takes the highest of each process and of the lag, and the last complaint", () => {
  const samples = [sample(0, 10), sample(1000, 5_000, { readiness: "lag TELEMETRY: 50 s" }), sample(2000, 300)];
  expect(toPhaseFigures("outage", samples)).toEqual({
    phase: "outage",
    seconds: 2,
    rss: { ingester: { first: 110, max: 5100 } },
    lagMax: { messages: 5_000, seconds: 50 },
    readiness: "lag TELEMETRY: 50 s",
  });
});

it("tells from when on it was ready, less and not behind, counted from the end of the cause", () => {
  const samples = [
    sample(0, 9_000, { isReady: false }),
    sample(1000, 9_500, { isReady: false, lag: undefined }),
    sample(2000, 9_100, { isReady: true }),
    sample(3000, 4_000),
    sample(4500, 200),
  ];
  expect(toRecovery(500, samples)).toEqual({ readySeconds: 1.5, fallingSeconds: 2.5, emptySeconds: 4 });
  expect(toRecovery(5_000, samples)).toEqual({
    readySeconds: undefined,
    fallingSeconds: undefined,
    emptySeconds: undefined,
  });
});
