import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextSweepSize, sweptNodes } from "./sweep-size.js";

/** Sizes of so many questions, each of which takes so long for its nodes. */
function sizes(questions: number, tookMs: (nodes: number) => number): number[] {
  const asked: number[] = [];
  let size: number = sweptNodes.min;
  for (let question = 0; question < questions; question += 1) {
    asked.push(size);
    size = nextSweepSize(size, tookMs(size));
  }
  return asked;
}

describe("the size of a sweep's question", () => {
  it("doubles while questions are cheap, up to its bound", () => {
    expect(sizes(7, () => 10)).toEqual([20, 40, 80, 160, 320, 500, 500]);
  });

  it("stays where a question takes what it may", () => {
    // 0.5 ms a node: 80 nodes take 40 ms, 160 take 80.
    expect(sizes(6, (nodes) => nodes / 2)).toEqual([20, 40, 80, 160, 160, 160]);
  });

  it("comes back when there is more to look at, and never below the least", () => {
    expect(nextSweepSize(500, 900)).toBe(250);
    expect(nextSweepSize(21, 900)).toBe(20);
    expect(nextSweepSize(20, 60_000)).toBe(20);
  });

  it("is a whole number within the bounds, and settles where the cost of a node is constant", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 100, noNaN: true }), (msOfNode) => {
        const asked = sizes(20, (nodes) => 3 + nodes * msOfNode);
        for (const size of asked) {
          expect(Number.isInteger(size)).toBe(true);
          expect(size).toBeGreaterThanOrEqual(sweptNodes.min);
          expect(size).toBeLessThanOrEqual(sweptNodes.max);
        }
        expect(asked.at(-1)).toBe(asked.at(-2));
      }),
    );
  });
});
