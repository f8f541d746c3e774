import { type Cut, emptyCutRecord } from "@statwire/event-log";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CutState, finishCut, openCut, splitCut } from "./cuts.js";

const start: CutState = { record: emptyCutRecord, done: new Set() };

describe("cuts", () => {
  it("commits over the finished prefix only", () => {
    const cuts: Cut[] = [
      { first: 1, last: 10 },
      { first: 11, last: 20 },
      { first: 21, last: 30 },
    ];
    const [one, two] = cuts as [Cut, Cut, Cut];
    const open = cuts.reduce(openCut, start);
    const later = finishCut(open, two);
    expect(later.record).toMatchObject({ committed: 0, cuts });
    const both = finishCut(later, one);
    expect(both.record).toMatchObject({ committed: 20, cuts: [cuts[2]] });
    expect(both.done.size).toBe(0);
  });

  it("refuses a range that overlaps an open or a committed one", () => {
    const state = openCut(start, { first: 5, last: 9 });
    expect(() => openCut(state, { first: 9, last: 12 })).toThrow("does not follow 9");
    expect(() => openCut(state, { first: 12, last: 11 })).toThrow();
  });

  it("never commits beyond an unfinished part, in whatever order things finish", () => {
    const lengths = fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(lengths, fc.infiniteStream(fc.nat()), fc.infiniteStream(fc.boolean()), (sizes, choices, splits) => {
        let state = start;
        let next = 1;
        for (const size of sizes) {
          state = openCut(state, { first: next, last: next + size - 1 });
          next += size;
        }
        const stored = new Set<number>();
        while (state.record.cuts.length > 0) {
          const open = state.record.cuts.filter((cut) => !state.done.has(cut));
          const cut = open[(choices.next().value ?? 0) % open.length] as Cut;
          if (cut.last > cut.first && splits.next().value) {
            const middle = Math.floor((cut.first + cut.last) / 2);
            state = splitCut(state, cut, [
              { first: cut.first, last: middle },
              { first: middle + 1, last: cut.last },
            ]);
          } else {
            for (let sequence = cut.first; sequence <= cut.last; sequence += 1) stored.add(sequence);
            state = finishCut(state, cut);
          }
          for (let sequence = 1; sequence <= state.record.committed; sequence += 1) expect(stored).toContain(sequence);
        }
        expect(state.record.committed).toBe(next - 1);
      }),
    );
  });
});
