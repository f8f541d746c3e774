import { describe, expect, it } from "vitest";
import { judge } from "./judge.js";

const above = { warning: 80, critical: 90, below: false };
const below = { warning: 20, critical: 10, below: true };

describe("the status of a value", () => {
  it.each([
    [0, above, "good"],
    [79.9, above, "good"],
    [80, above, "warning"],
    [89.9, above, "warning"],
    [90, above, "critical"],
    [100, above, "critical"],
    [20.1, below, "good"],
    [20, below, "warning"],
    [10.1, below, "warning"],
    [10, below, "critical"],
    [0, below, "critical"],
    [99, undefined, "good"],
    [null, above, "unknown"],
    [null, undefined, "unknown"],
  ])("%s by %o is %s", (value, thresholds, status) => {
    expect(judge(value, thresholds)).toBe(status);
  });
});
