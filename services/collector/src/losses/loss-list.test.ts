import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apart, type Loss, type LostEvent, toLosses, withLoss, withoutEvent } from "./loss-list.js";

const lost = (sequence: number, family = "host", bootId = 7) => ({
  family,
  bootId,
  sequence,
  observedAtMs: sequence * 1000,
});
const full = { reason: "spool-full", atMs: 99_000 } as const;
const ranges = (losses: readonly Loss[]) =>
  losses.map(({ family, first, last, count }) => [family, first, last, count]);
const numbersOf = (losses: readonly Loss[]) =>
  losses.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index));

describe("losses", () => {
  it("are runs of numbers of one family and run, with the times of their ends", () => {
    const losses = toLosses([lost(1), lost(1, "inventory"), lost(2), lost(4), lost(5, "host", 8)], full);
    expect(ranges(losses)).toEqual([
      ["host", 1, 2, 2],
      ["host", 4, 4, 1],
      ["host", 5, 5, 1],
      ["inventory", 1, 1, 1],
    ]);
    expect(losses[0]).toMatchObject({ bootId: 7, firstMs: 1000, lastMs: 2000, ...full });
  });

  it("grow with what follows, and count damaged places without numbers", () => {
    const grown = toLosses([lost(3)], full).reduce(
      (list, loss) => withLoss(list, loss),
      toLosses([lost(1), lost(2)], full),
    );
    expect(ranges(grown)).toEqual([["host", 1, 3, 3]]);
    const unnamed: Loss = { ...full, family: "", bootId: 0, first: 0, last: 0, count: 2, firstMs: 0, lastMs: 0 };
    expect(ranges(withLoss(withLoss(grown, unnamed), unnamed))).toEqual([
      ["host", 1, 3, 3],
      ["", 0, 0, 4],
    ]);
  });

  it("keep their count when there are more than are kept apart", () => {
    const events = Array.from({ length: 50 }, (_, index) => lost(index * 2 + 1, `family ${index % 5}`));
    const losses = toLosses(events, full).reduce<Loss[]>((list, loss) => withLoss(list, loss, 10), []);
    expect(losses.length).toBeLessThanOrEqual(11);
    expect(losses.reduce((sum, { count }) => sum + count, 0)).toBe(50);
    const many = Array.from({ length: 30 }, (_, bootId) => lost(1, "host", bootId + 1));
    const boots = toLosses(many, full).reduce<Loss[]>((list, loss) => withLoss(list, loss, 10), []);
    expect(boots.length).toBeLessThanOrEqual(11);
    expect(boots.reduce((sum, { count }) => sum + count, 0)).toBe(30);
  });

  it("are told but for the events whose fate is open, and lose those that were found", () => {
    const losses = toLosses(
      [1, 2, 3, 4, 5].map((sequence) => lost(sequence)),
      full,
    );
    const { told, kept } = apart(losses, [lost(1), lost(4), lost(9), lost(2, "inventory")]);
    expect([ranges(told), ranges(kept)]).toEqual([
      [
        ["host", 2, 3, 2],
        ["host", 5, 5, 1],
      ],
      [
        ["host", 1, 1, 1],
        ["host", 4, 4, 1],
      ],
    ]);
    expect(told[1]).toMatchObject({ firstMs: 5000, lastMs: 5000 });
    expect(ranges(kept.reduce((list, { first }) => withoutEvent(list, lost(first)), kept))).toEqual([]);
  });

  it("are exactly what was given up and not found, in whichever order", () => {
    const step = fc.record({ from: fc.nat(30), length: fc.nat(6), isFound: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), fc.array(fc.nat(40)), (steps, open) => {
        let losses: Loss[] = [];
        const missing = new Set<number>();
        for (const { from, length, isFound } of steps) {
          const numbers = Array.from({ length }, (_, index) => from + index).filter((n) => isFound || !missing.has(n));
          if (isFound) losses = numbers.reduce((list, n) => withoutEvent(list, lost(n)), losses);
          else
            losses = toLosses(
              numbers.map((n) => lost(n)),
              full,
            ).reduce((list, loss) => withLoss(list, loss), losses);
          for (const n of numbers) isFound ? missing.delete(n) : missing.add(n);
        }
        expect(numbersOf(losses).sort((a, b) => a - b)).toEqual([...missing].sort((a, b) => a - b));
        const { told, kept } = apart(
          losses,
          open.map((n): LostEvent => lost(n)),
        );
        expect(numbersOf(told).filter((n) => open.includes(n))).toEqual([]);
        expect(numbersOf([...told, ...kept]).sort((a, b) => a - b)).toEqual([...missing].sort((a, b) => a - b));
      }),
    );
  });
});
