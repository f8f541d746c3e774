import { expect, it } from "vitest";
import { parseCommandLine } from "./command-line.js";

it("has a default for everything, and takes what it is told", () => {
  expect(parseCommandLine([])).toEqual({
    options: { kills: 60, seed: 1, minutes: 16, checkSeconds: 45, scenario: "kills", json: false, keep: false },
  });
  const told = ["--kills", "300", "--seed", "9", "--minutes", "20", "--scenario", "poison", "--json", "--keep"];
  expect(parseCommandLine(told)).toEqual({
    options: { kills: 300, seed: 9, minutes: 20, checkSeconds: 45, scenario: "poison", json: true, keep: true },
  });
  expect(parseCommandLine(["-h"])).toEqual({ help: true });
});

it.each([
  ["--kills", "-1"],
  ["--kills", "ten"],
  ["--seed", "4294967296"],
  ["--minutes", "0"],
  ["--speed", "1"],
  ["more"],
])("refuses %j %j", (...words) => {
  expect(parseCommandLine(words)).toHaveProperty("problem");
});
