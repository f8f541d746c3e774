import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { historyPatience, readsHistory } from "./history-reads.js";
import { overloadMs, Places } from "./places.js";

describe("a request that reads the history", () => {
  it.each([
    "/api/v2/nodes/web-1/metrics/system.cpu.utilization",
    "/api/v2/nodes/web-1/metrics/system.cpu.utilization?stat=p95&from=-1h",
    "/api/v2/nodes/web%2D1/completeness",
    "/api/v2/nodes/web-1/completeness?from=-1d",
  ])("is recognized: %s", (url) => {
    expect(readsHistory({ method: "GET", url })).toBe(true);
    expect(readsHistory({ method: "POST", url })).toBe(false);
  });

  it.each([
    "/api/v2/nodes/web-1",
    "/api/v2/nodes/web-1?at=/api/v2/nodes/web-1/completeness",
    "/api/v2/nodes/web-1/logs/syslog",
    "/api/v2/nodes/web-1/logs/metrics/tail",
    "/api/v2/nodes/web-1/metrics",
    "/api/v2/nodes//completeness",
    "/api/v2/metrics",
    "/status?node=web-1",
  ])("is none of those that seldom or never do: %s", (url) => {
    expect(readsHistory({ method: "GET", url })).toBe(false);
  });
});

const limits = { runningMax: 10, waitingMax: 256, openMax: 350 };
const lookEveryMs = 10;

/**
 * Reads that come at those times, in order, and take so long once they are begun; until `againUntilMs` whoever is answered asks again. Tells
 * how long each waited, in the order of their coming; undefined: it was refused.
 */
function serve(comeAtMs: readonly number[], takesMs: number, againUntilMs = 0): (number | undefined)[] {
  const places = new Places(limits, historyPatience);
  const waitsMs: (number | undefined)[] = [];
  const running: { untilMs: number; leave: () => void }[] = [];
  let nowMs = 0;
  const come = (cameMs: number) => {
    const number = waitsMs.push(undefined) - 1;
    const start = () => {
      waitsMs[number] = nowMs - cameMs;
      running.push({ untilMs: nowMs + takesMs, leave: () => leave?.(nowMs) });
    };
    const leave = places.apply({ start, refuse: () => undefined }, nowMs);
  };
  for (let next = 0; next < comeAtMs.length || places.open > 0; nowMs += 1) {
    while (running[0] !== undefined && running[0].untilMs <= nowMs) {
      running.shift()?.leave();
      if (nowMs < againUntilMs) come(nowMs);
    }
    for (; next < comeAtMs.length && (comeAtMs[next] ?? 0) <= nowMs; next += 1) come(comeAtMs[next] ?? 0);
    if (nowMs % lookEveryMs === 0) places.look(nowMs, 0);
  }
  return waitsMs;
}

it("a dashboard that asks for sixty panels at once gets all of them, each read taking up to a third of a second", () => {
  const panels = fc.integer({ min: 1, max: 60 });
  const takesMs = fc.integer({ min: 1, max: 330 });
  fc.assert(
    fc.property(panels, takesMs, (count, each) => {
      const waitsMs = serve(
        Array.from({ length: count }, () => 0),
        each,
      );
      expect(waitsMs).toEqual(waitsMs.map((_, number) => Math.floor(number / limits.runningMax) * each));
    }),
  );
});

it("as many as run and half as many again, who ask again when they are answered, are never refused, however long a read takes", () => {
  fc.assert(
    fc.property(fc.integer({ min: 15, max: 1_500 }), (takesMs) => {
      // One after the other, so that there is always somebody that waits.
      const comeAtMs = Array.from({ length: 15 }, (_, number) => Math.floor((number * takesMs) / 15));
      const waitsMs = serve(comeAtMs, takesMs, 10_000);
      expect(waitsMs.length).toBeGreaterThan((10_000 / takesMs) * limits.runningMax * 0.9);
      expect(waitsMs).not.toContain(undefined);
      expect(Math.max(...waitsMs.map(Number))).toBeLessThanOrEqual(takesMs);
    }),
    { numRuns: 30 },
  );
});

it("with more than can be read, as many are read as can be, and soon none waits longer than a read takes", () => {
  const factors = fc.constantFrom(1.2, 1.5, 2, 5, 10);
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 300 }), factors, (takesMs, factor) => {
      const seconds = 8;
      const perSecond = (limits.runningMax / takesMs) * 1_000;
      const comeAtMs = Array.from({ length: seconds * perSecond * factor }, (_, number) =>
        Math.ceil((number * 1_000) / perSecond / factor),
      );
      const waitsMs = serve(comeAtMs, takesMs);
      expect(waitsMs.filter((waitMs) => waitMs !== undefined).length).toBeGreaterThan(seconds * perSecond * 0.9);
      const isInTheMiddle = (number: number) => {
        const cameMs = comeAtMs[number] ?? 0;
        return cameMs > 2_000 + takesMs && cameMs < seconds * 1_000 - overloadMs - takesMs;
      };
      const waits = waitsMs.filter((waitMs, number) => waitMs !== undefined && isInTheMiddle(number));
      expect(Math.max(...waits.map(Number))).toBeLessThanOrEqual(Math.max(100, takesMs));
    }),
    { numRuns: 30 },
  );
});

it("those that waited before too much was known to come are not read long after", () => {
  // Ten times as many as can be read, so that after 0.28 s as many wait as may.
  const comeAtMs = Array.from({ length: 3_000 }, (_, number) => number);
  const waitsMs = serve(comeAtMs, 100).filter((waitMs) => waitMs !== undefined);
  expect(waitsMs.length).toBeGreaterThan(280);
  expect(Math.max(...waitsMs)).toBeLessThanOrEqual(300);
});
