import type { IntegrityEvent, SequenceGap } from "@statwire/history-store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  detect,
  freshGaps,
  fullNodes,
  heal,
  type OpenGaps,
  openAfter,
  openOfNodeMax,
  withoutOlder,
  withRoom,
} from "./open-gaps.js";

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

  it("are told of each node in turn, and of none too many", () => {
    const of = (node: string, one: SequenceGap) => ({ ...one, node });
    const many = Array.from({ length: openOfNodeMax + 5 }, (_, index) => of("many", gap(2 * index + 2, 2 * index + 2)));
    const few = [of("few", gap(5, 9)), of("few", gap(12, 12))];
    const known = detect(new Map(), [of("few", gap(5, 6))]).open;
    const fresh = freshGaps(known, [...many, ...few]);
    expect(fresh.slice(0, 5).map(({ node, first, last }) => [node, first, last])).toEqual([
      ["many", 2, 2],
      ["few", 7, 9],
      ["many", 4, 4],
      ["few", 12, 12],
      ["many", 6, 6],
    ]);
    expect(fresh).toHaveLength(many.length + 2);
    const roomy = withRoom(known, fresh);
    expect(roomy).toHaveLength(openOfNodeMax + 2);
    const { open } = detect(known, roomy);
    expect(fullNodes(open)).toBe(1);
    expect(freshGaps(open, [...many, ...few, of("few", gap(20, 21))])).toMatchObject([{ node: "few", first: 20 }]);
    // One that has healed makes room for one.
    const healed = heal(open, of("many", gap(2, 2)), [{ first: 2, last: 2 }]).open;
    expect(withRoom(healed, freshGaps(healed, many))).toMatchObject([{ node: "many", first: 2 }]);
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
