import { expect, it } from "vitest";
import { requireSameAnswers } from "./ask.js";

const answers = (p95: number, node = "a") => new Map([[node, [0, p95, 3]]]);

it("says how far the furthest two answers are apart, zeros among them", () => {
  expect(requireSameAnswers(answers(1.01), answers(1), 0.02)).toBeCloseTo(0.01);
  expect(requireSameAnswers(answers(1), answers(1), 0)).toBe(0);
});

it("refuses answers that differ, lack a node or a value, or are none at all", () => {
  expect(() => requireSameAnswers(answers(1.1), answers(1), 0.05)).toThrow("a, quantile 0.95: 1.1 and 1");
  expect(() => requireSameAnswers(answers(1), answers(1, "b"), 1)).toThrow("undefined");
  expect(() => requireSameAnswers(answers(1), new Map([["a", [0, 1]]]), 1)).toThrow("quantile 0.99");
  expect(() => requireSameAnswers(answers(Number.NaN), answers(1), 1)).toThrow("NaN");
  expect(() => requireSameAnswers(new Map(), new Map(), 1)).toThrow("answers of 0 and of 0 nodes");
});
