import { expect, it } from "vitest";
import { untilItReaches } from "./reaching-state.js";
import type { StreamState } from "./stream-state.js";

const patience = { agreedForMs: 50, forMs: 100, everyMs: 5 };
const { signal } = new AbortController();

const limits = { bytesMax: 0, ageMaxMs: 0 };

/** Answers of a stream, in turn; the last one again and again. */
function answers(...states: Partial<StreamState>[]) {
  let asked = 0;
  const ask = async (): Promise<StreamState> => {
    const state = states[Math.min(asked, states.length - 1)];
    asked += 1;
    return {
      created: "then",
      firstSequence: 1,
      lastSequence: 0,
      messages: 0,
      bytes: 0,
      ...limits,
      isAgreed: true,
      ...state,
    };
  };
  return { ask, asked: () => asked };
}

it("believes a leader at once whose stream reaches what was acknowledged", async () => {
  const { ask, asked } = answers({ lastSequence: 9 });
  expect((await untilItReaches(ask, 9, patience, { signal })).lastSequence).toBe(9);
  expect(asked()).toBe(1);
});

it("asks a new leader again that has not applied it yet", async () => {
  const { ask } = answers({ lastSequence: 7 }, { lastSequence: 7 }, { lastSequence: 12 });
  expect((await untilItReaches(ask, 9, patience, { signal })).lastSequence).toBe(12);
});

it("believes that the end is lost when that is said for long enough, and at once of a server that is alone", async () => {
  const lost = answers({ lastSequence: 7 });
  expect((await untilItReaches(lost.ask, 9, patience, { signal })).lastSequence).toBe(7);
  expect(lost.asked()).toBe(11);
  const alone = answers({ lastSequence: 7 }, { lastSequence: 9 });
  expect((await untilItReaches(alone.ask, 9, { agreedForMs: 0, forMs: 0, everyMs: 0 }, { signal })).lastSequence).toBe(
    7,
  );
});

it("does not wait for a stream that was made anew", async () => {
  const { ask, asked } = answers({ lastSequence: 7 }, { lastSequence: 0, created: "now" });
  expect((await untilItReaches(ask, 9, patience, { signal })).created).toBe("now");
  expect(asked()).toBe(2);
});

it("waits longer for replicas that are not current, and for them to be so in a row", async () => {
  const absent = answers({ lastSequence: 7, isAgreed: false });
  expect((await untilItReaches(absent.ask, 9, patience, { signal })).lastSequence).toBe(7);
  expect(absent.asked()).toBe(21);
  const later = [...Array(8).fill({ lastSequence: 7 }), { lastSequence: 7, isAgreed: false }, { lastSequence: 7 }];
  const returning = answers(...later);
  await untilItReaches(returning.ask, 9, patience, { signal });
  expect(returning.asked()).toBe(20);
});

it("knows a stream that was made anew before it was asked first, and ends with the signal", async () => {
  const anew = answers({ lastSequence: 7, created: "now" });
  expect((await untilItReaches(anew.ask, 9, patience, { signal, created: "then" })).created).toBe("now");
  expect(anew.asked()).toBe(1);
  const stopped = AbortSignal.abort(new Error("stopped"));
  await expect(untilItReaches(anew.ask, 9, patience, { signal: stopped })).rejects.toThrow("stopped");
});
