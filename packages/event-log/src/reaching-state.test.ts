import { expect, it } from "vitest";
import { untilItReaches } from "./reaching-state.js";
import type { StreamState } from "./stream-state.js";

const patience = { forMs: 50, everyMs: 5 };

/** Answers of a stream, in turn; the last one again and again. */
function answers(...states: Partial<StreamState>[]) {
  let asked = 0;
  const ask = async (): Promise<StreamState> => {
    const state = states[Math.min(asked, states.length - 1)];
    asked += 1;
    return { created: "then", firstSequence: 1, lastSequence: 0, messages: 0, bytes: 0, bytesMax: 0, ...state };
  };
  return { ask, asked: () => asked };
}

it("believes a leader at once whose stream reaches what was acknowledged", async () => {
  const { ask, asked } = answers({ lastSequence: 9 });
  expect((await untilItReaches(ask, 9, patience)).lastSequence).toBe(9);
  expect(asked()).toBe(1);
});

it("asks a new leader again that has not applied it yet", async () => {
  const { ask } = answers({ lastSequence: 7 }, { lastSequence: 7 }, { lastSequence: 12 });
  expect((await untilItReaches(ask, 9, patience)).lastSequence).toBe(12);
});

it("believes that the end is lost when that is said for long enough, and at once of a server that is alone", async () => {
  const lost = answers({ lastSequence: 7 });
  expect((await untilItReaches(lost.ask, 9, patience)).lastSequence).toBe(7);
  expect(lost.asked()).toBe(11);
  const alone = answers({ lastSequence: 7 }, { lastSequence: 9 });
  expect((await untilItReaches(alone.ask, 9, { forMs: 0, everyMs: 0 })).lastSequence).toBe(7);
});

it("does not wait for a stream that was made anew", async () => {
  const { ask, asked } = answers({ lastSequence: 7 }, { lastSequence: 0, created: "now" });
  expect((await untilItReaches(ask, 9, patience)).created).toBe("now");
  expect(asked()).toBe(2);
});
