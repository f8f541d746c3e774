import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { historyPatience } from "./history-reads.js";
import { overloadMs, type Patience, Places, type Refusal } from "./places.js";

const limits = { runningMax: 2, waitingMax: 3, openMax: 10 };
const patience = {
  burstWaitMsMax: 100,
  overloadWaitMsMax: 5,
  nextWaitMsMax: 5,
  standingMsMax: 1_000,
  looksMax: 8,
  runningMin: 4,
};
const { burstWaitMsMax, overloadWaitMsMax, looksMax } = patience;

/** Requests by number, what was said to each, and how to end one. */
function scene(more: Partial<typeof limits> = {}, morePatience: Partial<Patience> = {}) {
  const places = new Places({ ...limits, ...more }, { ...patience, ...morePatience });
  const told: string[] = [];
  const ends = new Map<number, (nowMs: number) => void>();
  let numbers = 0;
  return {
    places,
    told,
    come(nowMs: number): number {
      const number = numbers++;
      const applicant = {
        start: () => told.push(`${number} starts`),
        refuse: (why: Refusal) => told.push(`${number} ${why}`),
      };
      const end = places.apply(applicant, nowMs);
      if (end !== undefined) ends.set(number, end);
      return number;
    },
    end: (number: number, nowMs: number) => ends.get(number)?.(nowMs),
  };
}

describe("places", () => {
  it("a few run, a few wait in the order of their coming, the rest are refused", () => {
    const { come, end, told, places } = scene();
    for (let number = 0; number < 6; number += 1) come(0);
    expect(told).toEqual(["0 starts", "1 starts", "5 too-many-waiting"]);
    end(1, 1);
    end(0, 2);
    expect(told.slice(3)).toEqual(["2 starts", "3 starts"]);
    expect([places.running, places.waiting, places.open]).toEqual([2, 1, 3]);
  });

  it("who gives up while it waits is never started", () => {
    const { come, end, told } = scene();
    const [first, , third] = [come(0), come(0), come(0)];
    come(0);
    end(third, 1);
    end(first, 2);
    expect(told).toEqual(["0 starts", "1 starts", "3 starts"]);
  });

  it("what ends twice ends once", () => {
    const { come, end, places } = scene();
    const first = come(0);
    end(first, 1);
    end(first, 2);
    expect([places.running, places.open]).toEqual([0, 0]);
  });

  it("a burst may wait long; while something is refused the wait is short", () => {
    const { come, end, told, places } = scene({ waitingMax: 1 });
    const [first] = [come(0), come(0), come(0)];
    end(first, burstWaitMsMax);
    expect(told).toEqual(["0 starts", "1 starts", "2 starts"]);
    come(200);
    come(201);
    places.look(201 + overloadWaitMsMax, 1);
    expect(told.slice(3)).toEqual(["4 too-many-waiting", "3 waited-too-long"]);
    come(220);
    places.look(201 + overloadWaitMsMax + overloadMs, 1);
    expect(places.waiting).toBe(1);
  });

  it("while something is refused, those whose turn is next may wait longer than the others", () => {
    const { come, told, places } = scene({}, { nextWaitMsMax: 20 });
    for (let number = 0; number < 6; number += 1) come(0);
    places.look(overloadWaitMsMax, 1);
    expect([told.at(-1), places.waiting]).toEqual(["5 too-many-waiting", 3]);
    places.look(overloadWaitMsMax + 1, 1);
    expect([told.at(-1), places.waiting]).toEqual(["2 waited-too-long", 2]);
    places.look(20, 1);
    expect(places.waiting).toBe(2);
    places.look(21, 1);
    expect([told.at(-1), places.waiting]).toEqual(["4 waited-too-long", 0]);
  });

  it("the wait is short, too, once somebody has always been waiting for long, and long again after a break", () => {
    const { come, end, told, places } = scene();
    const running = [come(0), come(0)];
    for (let nowMs = 0; nowMs <= 1_000; nowMs += 50) {
      running.push(come(nowMs));
      if (nowMs > 0) end(running.shift() ?? -1, nowMs);
    }
    expect(told.some((what) => !what.endsWith("starts"))).toBe(false);
    places.look(1_000 + overloadWaitMsMax, 1);
    expect(told.at(-1)).toBe("21 starts");
    places.look(1_000 + overloadWaitMsMax + 1, 1);
    expect(told.at(-1)).toBe("22 waited-too-long");
    come(1_200);
    places.look(1_200 + burstWaitMsMax, 1);
    expect([told.at(-1), places.waiting]).toEqual(["22 waited-too-long", 1]);
  });

  it("while something is refused, no more wait than run", () => {
    const { come, end, told } = scene();
    for (let number = 0; number < 6; number += 1) come(0);
    end(0, 1);
    come(1);
    end(1, 2);
    come(2);
    expect(told.slice(2)).toEqual(["5 too-many-waiting", "2 starts", "6 too-many-waiting", "3 starts"]);
  });

  it("while something is refused and the process is busy, fewer run, and as many as before afterwards", () => {
    const { come, end, places } = scene({ runningMax: 6, waitingMax: 0, openMax: 100 });
    for (let number = 0; number < 7; number += 1) come(0);
    for (let look = 0; look < 9; look += 1) places.look(1, 0);
    for (let number = 0; number < 7; number += 1) end(number, 2);
    for (let number = 0; number < 7; number += 1) come(2);
    expect(places.running).toBe(4);
    for (let look = 0; look < 2; look += 1) places.look(2 + overloadMs, 0);
    for (let number = 0; number < 7; number += 1) come(2 + overloadMs);
    expect(places.running).toBe(6);
  });

  it("what never becomes fewer does not, however busy the process is", () => {
    const { come, end, places } = scene(
      { runningMax: 6, waitingMax: 0, openMax: 100 },
      { runningMin: Number.POSITIVE_INFINITY },
    );
    for (let number = 0; number < 7; number += 1) come(0);
    for (let look = 0; look < 9; look += 1) places.look(1, 0);
    for (let number = 0; number < 7; number += 1) end(number, 2);
    for (let number = 0; number < 7; number += 1) come(2);
    expect(places.running).toBe(6);
  });

  it("those that share what is open have one bound", () => {
    const opened = { now: 0 };
    const [one, other] = [new Places(limits, patience, opened), new Places(limits, patience, opened)];
    const told: string[] = [];
    const applicant = { start: () => told.push("starts"), refuse: (why: Refusal) => told.push(why) };
    const leaves = Array.from({ length: 5 }, () => [one.apply(applicant, 0), other.apply(applicant, 0)]).flat();
    expect([one.open, other.open, one.running, other.running]).toEqual([10, 10, 2, 2]);
    one.apply(applicant, 0);
    expect(told).toEqual(["starts", "starts", "starts", "starts", "too-many-open"]);
    for (const leave of leaves) leave?.(0);
    expect([one.open, other.open]).toEqual([0, 0]);
  });

  it("what waits for something else keeps nobody from running, and is still open", () => {
    const { come, end, told, places } = scene({ openMax: 4 });
    const [first] = [come(0), come(0), come(0)];
    for (let look = 1; look < looksMax; look += 1) {
      places.look(look, 1);
      places.look(look, 0);
    }
    expect(told).toEqual(["0 starts", "1 starts"]);
    places.look(looksMax, 0);
    expect(places.running).toBe(2);
    places.look(looksMax, 1);
    expect(told).toEqual(["0 starts", "1 starts", "2 starts"]);
    expect([places.running, places.open]).toEqual([1, 3]);
    come(looksMax);
    come(looksMax);
    expect(told.slice(3)).toEqual(["3 starts", "4 too-many-open"]);
    end(first, looksMax);
    expect([places.running, places.open]).toEqual([2, 3]);
  });
});

type Step = { what: "come" | "end" | "look"; which: number; passedMs: number };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    what: fc.constantFrom("come", "come", "end", "look"),
    which: fc.nat({ max: 40 }),
    passedMs: fc.nat({ max: 30 }),
  }),
  { maxLength: 200 },
);

it("whatever happens: no limit is exceeded, nobody waits beside a free place, all hear once, in order, and none after too long", () => {
  fc.assert(
    fc.property(steps, fc.constantFrom(patience, historyPatience), (all, patienceOfAll) => {
      const places = new Places(limits, patienceOfAll);
      const heard: ("start" | Refusal | undefined)[] = [];
      const cameMs: number[] = [];
      const ends: ((nowMs: number) => void)[] = [];
      const started: number[] = [];
      let nowMs = 0;
      const come = () => {
        const number = heard.length;
        heard.push(undefined);
        cameMs.push(nowMs);
        const hear = (what: "start" | Refusal) => {
          expect(heard[number]).toBeUndefined();
          heard[number] = what;
          if (what !== "start") return;
          started.push(number);
          expect(nowMs - (cameMs[number] ?? 0)).toBeLessThanOrEqual(patienceOfAll.burstWaitMsMax);
        };
        const end = places.apply({ start: () => hear("start"), refuse: hear }, nowMs);
        if (end !== undefined) ends.push(end);
      };
      for (const { what, which, passedMs } of all) {
        nowMs += passedMs;
        if (what === "come") come();
        if (what === "look") places.look(nowMs, (which % 3) / 2);
        if (what === "end") ends[which % Math.max(1, ends.length)]?.(nowMs);
        const { running, waiting, open } = places;
        expect(running >= 0 && running <= limits.runningMax && waiting <= limits.waitingMax).toBe(true);
        expect(open).toBeLessThanOrEqual(limits.openMax);
        if (waiting > 0) expect(running).toBe(limits.runningMax);
      }
      expect(started).toEqual(started.toSorted((one, other) => one - other));
      for (const end of ends) end(nowMs);
      expect([places.running, places.waiting, places.open]).toEqual([0, 0, 0]);
    }),
  );
});
