import { expect, it } from "vitest";
import { parseDuration } from "./duration.js";

it("reads time spans of systemd", () => {
  expect(parseDuration("15min")).toBe(900_000);
  expect(parseDuration("1d")).toBe(86_400_000);
  expect(parseDuration("1h 30m")).toBe(5_400_000);
  expect(parseDuration("2hours30min")).toBe(9_000_000);
  expect(parseDuration("90")).toBe(90_000);
  expect(parseDuration("500ms")).toBe(500);
  expect(parseDuration("1.5s")).toBe(1500);
  for (const text of ["", "soon", "5 parsecs", "-1s", `${"1".repeat(10_000)}!`])
    expect(parseDuration(text)).toBeUndefined();
});
