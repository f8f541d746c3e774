import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { RunNumber } from "./run-number.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "statwire-run-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("is the start time, and grows when the clock went back or the spool knows a higher run", () => {
  expect(new RunNumber(folder, 5000, 0).bootId).toBe(5000);
  expect(new RunNumber(folder, 4000, 0).bootId).toBe(5001);
  expect(new RunNumber(folder, 6000, 7000).bootId).toBe(7001);
  expect(new RunNumber(folder, 9000, 7000).bootId).toBe(9000);
});

it("survives a file that cannot be read", () => {
  writeFileSync(join(folder, "run.json"), "{");
  expect(new RunNumber(folder, 5000, 0).bootId).toBe(5000);
});

it("numbers each family from 1, and anew when the run number is raised", () => {
  const run = new RunNumber(folder, 5000, 0);
  expect([run.next("host"), run.next("host"), run.next("inventory")]).toEqual([1, 2, 1]);
  expect(run.raiseAbove(4999)).toBe(false);
  expect(run.next("host")).toBe(3);
  expect(run.raiseAbove(8000)).toBe(true);
  expect([run.bootId, run.next("host")]).toEqual([8001, 1]);
  expect(new RunNumber(folder, 5000, 0).bootId).toBe(8002);
});
