import { expect, it } from "vitest";
import { between, plus, processorTime, timeText, total } from "./processor-time.js";

it("is what each process has taken meanwhile", () => {
  const spent = between({ a: 1, b: 2.5 }, { a: 1.5, b: 4 });
  expect([spent, total(spent), timeText(spent)]).toEqual([{ a: 0.5, b: 1.5 }, 2, "a 0.50, b 1.50"]);
});

it("is added process by process", () => {
  expect(plus({ a: 1, b: 2 }, { b: 0.5, c: 4 })).toEqual({ a: 1, b: 2.5, c: 4 });
});

it("reads that of a process of this machine", () => {
  expect(processorTime({ own: process.pid }).own).toBeGreaterThan(0);
});
