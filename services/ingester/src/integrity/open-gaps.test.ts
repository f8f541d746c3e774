import type { IntegrityEvent, SequenceGap } from "@statwire/history-store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detect, heal, type OpenGaps, openAfter, withoutOlder } from "./open-gaps.js";

const line = { workspace: "default", node: "web-1", family: "host", bootId: 7 };
const gap = (first: number, last: number): SequenceGap => ({
  ...line,
  first,
  last,
  afterMs: (first - 1) * 1000,
  beforeMs: (last + 1) * 1000,
  visibleAtMs: 0,
});
const told = (events: readonly IntegrityEvent[]) => events.map(({ event, gap: g }) => [event, g.first, g.last]);
const numbersOf = (open: OpenGaps) =>
  [...open.values()].flat().flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i));

describe("open gaps", () => {
  it("are reported once, and what grew of them apart", () => {
    const first = detect(new Map(), [gap(5, 9)]);
    expect(told(first.events)).toEqual([["GapDetected", 5, 9]]);
    expect(detect(first.open, [gap(5, 9)]).events).toEqual([]);
    const grown = detect(first.open, [gap(3, 12)]);
    expect(told(grown.events)).toEqual([
      ["GapDetected", 3, 4],
      ["GapDetected", 10, 12],
    ]);
    expect(numbersOf(grown.open)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it("heal in parts, with times of their own, and can open again", () => {
    const { open } = detect(new Map(), [gap(5, 9)]);
    const part = heal(open, line, [{ first: 6, last: 7 }]);
    expect(part.events).toEqual([{ event: "GapHealed", gap: { ...gap(6, 7) } }]);
    expect(numbersOf(part.open)).toEqual([5, 8, 9]);
    const rest = heal(part.open, line, [{ first: 1, last: 100 }]);
    expect(told(rest.events)).toEqual([
      ["GapHealed", 5, 5],
      ["GapHealed", 8, 9],
    ]);
    expect(rest.open.size).toBe(0);
    expect(told(detect(rest.open, [gap(5, 9)]).events)).toEqual([["GapDetected", 5, 9]]);
  });

  it("of one line are not those of another, and are forgotten with age", () => {
    const { open } = detect(new Map(), [gap(5, 9), { ...gap(5, 9), bootId: 8 }]);
    expect(told(heal(open, line, [gap(5, 9)]).events)).toHaveLength(1);
    expect(withoutOlder(open, 10_000).size).toBe(2);
    expect(withoutOlder(open, 10_001).size).toBe(0);
  });

  it("are what the reports say, however often they come", () => {
    const step = fc.record({ first: fc.nat(20), length: fc.nat(5), isFound: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let open: OpenGaps = new Map();
        const missing = new Set<number>();
        const reports: IntegrityEvent[] = [];
        for (const { first, length, isFound } of steps) {
          const change = isFound
            ? detect(open, [gap(first, first + length)])
            : heal(open, line, [gap(first, first + length)]);
          for (let n = first; n <= first + length; n += 1) isFound ? missing.add(n) : missing.delete(n);
          open = change.open;
          reports.push(...change.events);
        }
        expect(numbersOf(open)).toEqual([...missing].sort((a, b) => a - b));
        expect(numbersOf(openAfter(reports))).toEqual(numbersOf(open));
        expect(numbersOf(openAfter(reports.flatMap((one) => [one, one])))).toEqual(numbersOf(open));
      }),
    );
  });
});
