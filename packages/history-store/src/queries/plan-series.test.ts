import { findMetric, type Metric } from "@statwire/events";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planSeries, pointsMax } from "./plan-series.js";

const hour = 3_600_000;
const day = 24 * hour;
const nowMs = Date.parse("2026-11-20T10:20:30Z");
const keeps = { rawMs: nowMs - 14 * day, hourlyMs: nowMs - 400 * day };
const metric = named("system.cpu.utilization");

function named(name: string): Metric {
  const [first] = findMetric(name) ?? [];
  if (first === undefined) throw new Error(`no metric ${name}`);
  return first;
}

function plan(fromMs: number, toMs: number, stepMs: number, of = metric) {
  return planSeries({ metric: of, fromMs, toMs, stepMs }, keeps);
}

describe("planSeries", () => {
  it("reads the readings as asked up to seven days while they are kept", () => {
    expect(plan(nowMs - hour, nowMs, 7000)).toEqual({ source: "raw", fromMs: nowMs - hour, toMs: nowMs, stepMs: 7000 });
    expect(plan(nowMs - 7 * day, nowMs, day).source).toBe("raw");
    expect(plan(nowMs - 14 * day, nowMs - 13 * day, hour).source).toBe("raw");
  });

  it("reads them beyond seven days for steps finer than hours", () => {
    expect(plan(nowMs - 10 * day, nowMs, 30 * 60_000)).toMatchObject({ source: "raw", stepMs: 30 * 60_000 });
  });

  it("widens range and step to whole hours of the hourly rollup", () => {
    const wanted = {
      source: "hourly",
      fromMs: Date.parse("2026-11-10T10:00:00Z"),
      toMs: Date.parse("2026-11-20T11:00:00Z"),
    };
    expect(plan(nowMs - 10 * day, nowMs, 6 * hour)).toEqual({ ...wanted, stepMs: 6 * hour });
    expect(plan(nowMs - 20 * day, nowMs - 19 * day, 90 * 60_000)).toMatchObject({ source: "hourly", stepMs: 2 * hour });
  });

  it("keeps one point for the whole range one point", () => {
    const { fromMs, toMs, stepMs, source } = plan(nowMs - 40 * day, nowMs, 40 * day);
    expect(source).toBe("hourly");
    expect(stepMs).toBe(toMs - fromMs);
  });

  it("reads days for steps of days over more than a month, and where hours are gone", () => {
    expect(plan(nowMs - 90 * day, nowMs, day)).toEqual({
      source: "daily",
      fromMs: Date.parse("2026-08-22T00:00:00Z"),
      toMs: Date.parse("2026-11-21T00:00:00Z"),
      stepMs: day,
    });
    expect(plan(nowMs - 500 * day, nowMs - 499 * day, hour)).toMatchObject({ source: "daily", stepMs: day });
  });

  it("has only readings of processes", () => {
    expect(plan(nowMs - 90 * day, nowMs, day, named("process.memory.usage")).source).toBe("raw");
  });

  it("refuses an empty range and too many points", () => {
    expect(() => plan(nowMs, nowMs, 1000)).toThrow(RangeError);
    expect(() => plan(nowMs - day, nowMs, 0)).toThrow(RangeError);
    expect(() => plan(nowMs - day, nowMs, day / (pointsMax + 1))).toThrow(`at most ${pointsMax}`);
  });

  it("always covers what was asked with steps that are no shorter", () => {
    const ranges = fc.record({
      ageMs: fc.integer({ min: 1, max: 2000 * day }),
      rangeMs: fc.integer({ min: 1, max: 500 * day }),
      points: fc.integer({ min: 1, max: pointsMax }),
    });
    fc.assert(
      fc.property(ranges, ({ ageMs, rangeMs, points }) => {
        const fromMs = nowMs - ageMs;
        const stepMs = Math.max(1, Math.ceil(rangeMs / points));
        const chosen = plan(fromMs, fromMs + rangeMs, stepMs);
        expect(chosen.fromMs).toBeLessThanOrEqual(fromMs);
        expect(chosen.toMs).toBeGreaterThanOrEqual(fromMs + rangeMs);
        expect(chosen.stepMs).toBeGreaterThanOrEqual(stepMs);
        const unit = { raw: 1, hourly: hour, daily: day }[chosen.source];
        expect([chosen.fromMs % unit, chosen.toMs % unit, chosen.stepMs % unit]).toEqual([0, 0, 0]);
      }),
    );
  });
});
