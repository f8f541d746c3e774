import { describe, expect, it } from "vitest";
import { completeSince, isToBeSwapped } from "./fresh-history.js";

const comparison = { dayMs: 0, rows: 5, freshRows: 6, differences: [], eventsBeyondLog: 0 };
const differences = [{ table: "host_cpu", missingRows: 1, surplusRows: 0 }];

describe("a day", () => {
  it("is held whole by a log that has lost nothing, or nothing since five minutes before it", () => {
    const day = Date.parse("2026-01-31T00:00:00Z");
    expect(completeSince(undefined)).toBe(Number.NEGATIVE_INFINITY);
    expect(completeSince(day - 300_000)).toBe(day);
    expect(completeSince(day - 299_999)).toBe(day + 86_400_000);
  });

  it("is swapped when it differs and the log has all of its events", () => {
    expect(isToBeSwapped(comparison)).toBe(false);
    expect(isToBeSwapped({ ...comparison, differences })).toBe(true);
    expect(isToBeSwapped({ ...comparison, differences, eventsBeyondLog: 1 })).toBe(false);
  });
});
