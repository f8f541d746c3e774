import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fate, SimulatedLog } from "../testing/simulated-log.js";
import { decide } from "./decide.js";
import { type Effect, type Fact, type FamilyState, initialState, type Numbered } from "./state.js";

const reading = (sequence: number, bootId = 5): Numbered => ({ bootId, sequence });

/** Folds facts and returns the effects of the last one. */
function given(facts: readonly Fact<Numbered>[]): { state: FamilyState<Numbered>; effects: Effect<Numbered>[] } {
  let state = initialState<Numbered>();
  let effects: Effect<Numbered>[] = [];
  for (const fact of facts) [state, effects] = decide(state, fact);
  return { state, effects };
}

const empty = (lane: "live" | "backlog"): Fact<Numbered> => ({ type: "last", lane, events: [] });
const open: Fact<Numbered>[] = [{ type: "connected" }, empty("live"), empty("backlog")];
const sampled = (sequence: number, bootId = 5): Fact<Numbered> => ({
  type: "sampled",
  reading: reading(sequence, bootId),
});
const outcome = (lane: "live" | "backlog", outcome: "stored" | "conflict" | "unknown" | "refused"): Fact<Numbered> => ({
  type: "outcome",
  lane,
  outcome,
});

describe("the lanes of a family", () => {
  it("publish nothing before their last messages are known", () => {
    expect(given([sampled(1)]).effects).toEqual([]);
    expect(given([{ type: "connected" }, sampled(1)]).effects).toEqual([]);
    expect(given([...open, sampled(1)]).effects).toEqual([{ type: "publish", lane: "live", readings: [reading(1)] }]);
  });

  it("send the newest reading live once the one in flight is settled, and leave those between to the backlog", () => {
    const facts = [...open, sampled(1), sampled(2)];
    expect(given([...facts, sampled(3)]).effects).toEqual([{ type: "overtaken", reading: reading(2) }]);
    expect(given([...facts, sampled(3), outcome("live", "stored")]).effects).toEqual([
      { type: "stored", lane: "live", readings: [reading(1)] },
      { type: "publish", lane: "live", readings: [reading(3)] },
      { type: "takeWaiting", before: reading(3) },
    ]);
  });

  it("publish the same reading again while its outcome is unknown and it has not arrived", () => {
    const facts = [...open, sampled(1), sampled(2), outcome("live", "unknown")];
    expect(given(facts).effects).toEqual([{ type: "pause", lane: "live", failures: 1 }]);
    const asked: Fact<Numbered>[] = [...facts, { type: "retry", lane: "live" }];
    expect(given(asked).effects).toEqual([{ type: "readLast", lane: "live" }]);
    expect(given([...asked, empty("live")]).effects).toContainEqual({
      type: "publish",
      lane: "live",
      readings: [reading(1)],
    });
    const arrived: Fact<Numbered> = { type: "last", lane: "live", events: [reading(1)] };
    expect(given([...asked, arrived]).effects).toEqual([
      { type: "seen", lane: "live", events: [reading(1)] },
      { type: "stored", lane: "live", readings: [reading(1)] },
      { type: "publish", lane: "live", readings: [reading(2)] },
      { type: "takeWaiting", before: reading(2) },
    ]);
  });

  it("begin the backlog only when this run has stored a live message", () => {
    const waiting: Fact<Numbered> = { type: "waiting", readings: [reading(1, 4)] };
    expect(given([...open, waiting]).effects).toEqual([]);
    expect(given([...open, sampled(1), outcome("live", "stored"), waiting]).effects).toEqual([
      { type: "publish", lane: "backlog", readings: [reading(1, 4)] },
    ]);
  });

  it("read the last message at once after a first conflict, and take their time after a second", () => {
    const conflict = [...open, sampled(1), outcome("live", "conflict")];
    expect(given(conflict).effects).toEqual([{ type: "readLast", lane: "live" }]);
    expect(given([...conflict, empty("live"), outcome("live", "conflict")]).effects).toEqual([
      { type: "pause", lane: "live", failures: 2 },
    ]);
  });

  it("take a higher run number when the lane is ahead, and leave the reading to the backlog", () => {
    const ahead: Fact<Numbered> = { type: "last", lane: "live", events: [reading(9, 8)] };
    expect(given([{ type: "connected" }, ahead, sampled(1)]).effects).toEqual([
      { type: "overtaken", reading: reading(1) },
      { type: "renumber", above: 8 },
    ]);
  });
});

type Action =
  | { do: "sample" }
  | { do: "step"; choice: number; fate: Fate }
  | { do: "arrive"; choice: number }
  | { do: "restart"; fate: Fate };

const fate = fc.constantFrom<Fate>("answered", "answered", "answered", "answer lost", "delayed", "lost");
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("sample" as const) }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constant("step" as const), choice: fc.nat(9), fate }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("arrive" as const), choice: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restart" as const), fate }) },
);

function perform(log: SimulatedLog, action: Action): void {
  if (action.do === "sample") log.sample();
  if (action.do === "step") log.step(action.choice, action.fate);
  if (action.do === "arrive") log.arrive(action.choice);
  if (action.do === "restart") log.restart(action.fate);
}

/** The network works again and one more reading is taken; then nothing may be left to do. */
function settle(log: SimulatedLog): void {
  log.sample();
  for (let steps = 0; log.busy; steps += 1) {
    if (steps > 10_000) throw new Error("publishing does not come to an end");
    log.step(steps, "answered");
  }
  while (log.delayed > 0) log.arrive(0);
}

const key = ({ bootId, sequence }: Numbered) => bootId * 1e6 + sequence;

describe("publishing through lost answers, delayed messages and crashes", () => {
  it("stores every reading exactly once, in order on each lane", () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 150 }), (actions) => {
        const log = new SimulatedLog();
        for (const one of actions) perform(log, one);
        settle(log);
        const live = log.stored.live.flatMap(({ events }) => events.map(key));
        const backlog = log.stored.backlog.flatMap(({ events }) => events.map(key));
        expect([...live, ...backlog].sort((a, b) => a - b)).toEqual(log.sampled.map(key));
        expect(live).toEqual([...live].sort((a, b) => a - b));
        expect(backlog).toEqual([...backlog].sort((a, b) => a - b));
        expect(log.waiting).toBe(0);
      }),
      { numRuns: 3000 },
    );
  });
});
