import { describe, expect, it } from "vitest";
import { untilHole } from "./until-hole.js";

const nowMs = 1_000_000;
const line = (number: number, ageMs = 0) => ({
  line: number,
  atMs: nowMs - ageMs,
  text: "",
  severity: 0,
  origin: "",
  truncated: false,
});
const numbers = (lines: readonly { line: number }[]) => lines.map((one) => one.line);

describe("untilHole", () => {
  it("passes lines without a hole", () => {
    expect(numbers(untilHole([line(4), line(5)], 3, nowMs))).toEqual([4, 5]);
    expect(untilHole([], 3, nowMs)).toEqual([]);
  });

  it("stops where a number may still come", () => {
    expect(numbers(untilHole([line(4), line(6), line(7)], 3, nowMs))).toEqual([4]);
    expect(untilHole([line(5)], 3, nowMs)).toEqual([]);
  });

  it("takes a hole in front of an old line for one", () => {
    expect(numbers(untilHole([line(4), line(9, 30_000), line(12)], 3, nowMs))).toEqual([4, 9]);
  });
});
