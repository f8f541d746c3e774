import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nothingRead, type Progress } from "./position.js";
import { settle } from "./settle.js";

function progress(bootId: number, sequence: number): Progress {
  return { ...nothingRead, bootId, sequence };
}

describe("settling an event", () => {
  it.each([
    ["stored", progress(2, 5), progress(2, 6), progress(2, 6)],
    ["again", progress(2, 5), progress(2, 6), progress(2, 5)],
    ["again", progress(2, 5), progress(2, 6), undefined],
    ["again", progress(2, 5), progress(2, 6), progress(1, 9)],
    ["adopt", progress(1, 4), progress(2, 1), progress(1, 5)],
    ["adopt", nothingRead, undefined, progress(1, 5)],
    ["again", nothingRead, undefined, undefined],
  ] as const)("%s: known %j, attempt %j, last %j", (expected, known, attempt, last) => {
    expect(settle(known, attempt, last)).toBe(expected);
  });

  /**
   * Runs that are killed at any time while a publish is under way, which arrives at any later time or never, and a
   * stream that stores a message only after the one that it expects: every line is stored once, in order.
   */
  it("stores each line once, whatever is killed and whenever attempts arrive", () => {
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.constant("publish" as const) },
      { weight: 2, arbitrary: fc.constant("lose answer" as const) },
      { weight: 1, arbitrary: fc.constant("kill" as const) },
      { weight: 3, arbitrary: fc.constant("arrive" as const) },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.nat(9)), { maxLength: 60 }), (steps) => {
        const stream: { line: number; after: Progress }[] = [];
        const onTheWay: { line: number; after: Progress; expects: number }[] = [];
        const arrive = (index: number) => {
          const [message] = onTheWay.splice(index, 1);
          if (message !== undefined && message.expects === stream.length) stream.push(message);
          return message !== undefined && stream.at(-1) === message;
        };
        let run = 1;
        let known = nothingRead;
        let attempt: Progress | undefined;
        let expects = 0;
        const readLast = () => {
          const last = stream.at(-1)?.after;
          const outcome = settle(known, attempt, last);
          if (outcome === "stored" && attempt !== undefined) known = attempt;
          if (outcome === "adopt" && last !== undefined) known = last;
          if (outcome !== "again") attempt = undefined;
          expects = stream.length;
        };
        readLast();
        for (const [what, which] of steps) {
          if (what === "arrive") {
            arrive(which % Math.max(1, onTheWay.length));
          } else if (what === "kill") {
            run += 1;
            known = nothingRead;
            attempt = undefined;
            readLast();
          } else {
            const sequence = known.bootId === run ? known.sequence + 1 : 1;
            attempt ??= { ...nothingRead, bootId: run, sequence, nextLine: known.nextLine + 1 };
            onTheWay.push({ line: known.nextLine, after: attempt, expects });
            if (what === "publish") arrive(onTheWay.length - 1);
            readLast();
          }
        }
        expect(stream.map(({ line }) => line)).toEqual(stream.map((_, index) => index + 1));
      }),
    );
  });
});
