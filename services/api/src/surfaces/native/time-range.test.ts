import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProblemError } from "../../http/problem.js";
import { chooseStepMs } from "./step.js";
import { parseRange, parseStep } from "./time-range.js";

const now = Date.parse("2026-11-21T10:00:00Z");
const hour = { fromMs: now - 3_600_000, toMs: now };

describe("range", () => {
  it("is the last hour when nothing is said", () => {
    expect(parseRange(undefined, undefined, now)).toEqual(hour);
  });

  it("is the hour before `to` when `from` is absent", () => {
    const toMs = now - 86_400_000;
    expect(parseRange(undefined, "-1d", now)).toEqual({ fromMs: toMs - 3_600_000, toMs });
  });

  it("repairs the plus sign that a query string turned into a blank", () => {
    expect(parseRange("2026-11-21T10:30:00 01:00", "now", now).fromMs).toBe(Date.parse("2026-11-21T09:30:00Z"));
  });

  it.each([
    ["from", "now", "-1h", "must be before to"],
    ["from", "-1h", "-1h", "must be before to"],
    ["from", "soon", undefined, "expected RFC 3339"],
    ["to", undefined, "2026-02-30T00:00:00Z", "expected RFC 3339"],
    ["from", "-5000d", undefined, "up to 3660 days"],
  ])("names %s for %j to %j", (field, from, to, message) => {
    const error = problemOf(() => parseRange(from, to, now));
    expect(error.code).toBe("invalid-input");
    expect(error.errors[0]?.field).toBe(field);
    expect(error.errors[0]?.message).toContain(message);
  });
});

describe("step", () => {
  it("is what was asked for", () => {
    expect(parseStep("30s", hour, 4_000)).toBe(30_000);
    expect(parseStep("range", hour, 4_000)).toBe(3_600_000);
  });

  it("suits the range and the interval when absent", () => {
    expect(parseStep(undefined, hour, 4_000)).toBe(12_000);
    expect(parseStep(undefined, { fromMs: now - 86_400_000, toMs: now }, 4_000)).toBe(300_000);
    expect(parseStep(undefined, { fromMs: now - 60_000, toMs: now }, 30_000)).toBe(30_000);
  });

  it("is refused when it gives too many points, with the least that would do", () => {
    const error = problemOf(() => parseStep("1s", { fromMs: now - 86_400_000, toMs: now }, 4_000));
    expect(error.code).toBe("too-many-points");
    expect(error.errors).toEqual([
      { field: "step", message: "gives 86400 points; at most 11000 are answered, so use at least 8s" },
    ]);
  });

  it.each(["0", "200ms", "fast", "-1m"])("%j is refused", (step) => {
    expect(problemOf(() => parseStep(step, hour, 4_000)).errors[0]?.field).toBe("step");
  });

  it("that is chosen is never shorter than the interval and gives at most 500 points and one", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3_660 * 86_400_000 }),
        fc.integer({ min: 250, max: 3_600_000 }),
        (rangeMs, intervalMs) => {
          const stepMs = chooseStepMs(rangeMs, intervalMs);
          expect(stepMs).toBeGreaterThanOrEqual(intervalMs);
          expect(Math.ceil(rangeMs / stepMs)).toBeLessThanOrEqual(500);
          expect(stepMs >= 10 * intervalMs || stepMs % intervalMs === 0).toBe(true);
        },
      ),
    );
  });
});

function problemOf(act: () => unknown): ProblemError {
  try {
    act();
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error("expected a problem");
}
