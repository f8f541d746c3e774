import { expect, it } from "vitest";
import { figure, judge, renderTable } from "./table.js";

const versus = { what: "samples a CPU second", unit: "/s", ours: [30, 20, 40], target: { atLeast: 1.5 } } as const;

it("judges the median of the ratios of neighbouring rounds, and states the larger noise", () => {
  const judged = judge("ingest", { ...versus, baseline: { name: "VictoriaMetrics", rounds: [10, 20, 10] } });
  expect(judged).toEqual({
    row: "ingest",
    what: "samples a CPU second",
    unit: "/s",
    ours: 30,
    baseline: { name: "VictoriaMetrics", median: 10 },
    ratio: 3,
    noise: 1,
    rounds: 3,
    target: "≥ 1.5 × VictoriaMetrics",
    isMet: true,
  });
});

it("judges the median itself where there is no baseline", () => {
  expect(judge("start", { what: "npm start", unit: "s", ours: [16], target: { atMost: 15 } })).toMatchObject({
    target: "≤ 15 s",
    isMet: false,
  });
});

it("does not call a figure that is missing good, nor bad one that is only stated", () => {
  expect(judge("x", { ...versus, ours: [] }).isMet).toBeUndefined();
  expect(judge("x", { ...versus, target: { stated: true } }).isMet).toBeUndefined();
});

it("prints a row of Markdown for each", () => {
  const judged = judge("ingest", { ...versus, baseline: { name: "VM", rounds: [10, 20, 10] } });
  expect(renderTable([judged]).split("\n").at(-1)).toBe(
    "| ingest | samples a CPU second | 30 /s | VM 10 /s | 3 × | 100 % | 3 | ≥ 1.5 × VM | yes |",
  );
});

it("shows three figures that mean something", () => {
  expect([1_234_567, 999.6, 12.345, 0.012345, 0, Number.NaN].map(figure)).toEqual([
    "1 234 567",
    "1000",
    "12.3",
    "0.0123",
    "0",
    "–",
  ]);
});
