import { expect, it } from "vitest";
import { cpuSecondsOf, parseCpuSeconds } from "./cpu-seconds.js";

it("adds what a process took for itself and in the kernel, whatever its name is", () => {
  expect(parseCpuSeconds("7 (a ) b) S 1 7 7 0 -1 4194560 100 0 0 0 250 50 9 9 20 0 1 0 5 6 7")).toBe(3);
});

it("knows nothing of a process that has ended", () => {
  expect(cpuSecondsOf(0)).toBe(0);
  expect(cpuSecondsOf(process.pid)).toBeGreaterThan(0);
});
