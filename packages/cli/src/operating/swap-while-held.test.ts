import { HoldError } from "@statwire/event-log";
import { describe, expect, it } from "vitest";
import { swapWhileHeld } from "./swap-while-held.js";

const due = [
  { dayMs: 1, differences: [{ table: "host_cpu" }, { table: "host_load" }] },
  { dayMs: 2, differences: [{ table: "host_cpu" }] },
];

/** A hold that is over after so many swaps. */
async function swapWith({ heldFor = 9, isOutdated = false, failsAtEnd = false }) {
  const done: string[] = [];
  let left = heldFor;
  const result = await swapWhileHeld(due, {
    async held(act) {
      const outcome = await act(() => {
        left -= 1;
        if (left < 0) throw new HoldError("over");
      }, 7);
      if (failsAtEnd) throw new HoldError("over");
      return outcome;
    },
    isOutdated: async () => isOutdated,
    suspect: async (dayMs) => void done.push(`suspect ${dayMs}`),
    swap: async (table, dayMs) => void done.push(`swap ${table} ${dayMs}`),
    signal: new AbortController().signal,
  }).catch((error: Error) => error);
  return { result, done };
}

describe("swapping tables of days", () => {
  it("suspects the hours of each day before its tables are swapped", async () => {
    expect(await swapWith({})).toEqual({
      result: true,
      done: ["suspect 1", "swap host_cpu 1", "swap host_load 1", "suspect 2", "swap host_cpu 2"],
    });
    expect(await swapWith({ isOutdated: true })).toEqual({ result: false, done: [] });
  });

  it("swaps nothing once it is not held any more, and says what has to be done about what was", async () => {
    const before = await swapWith({ heldFor: 0 });
    expect(before).toEqual({ result: new HoldError("over"), done: ["suspect 1"] });
    const { result, done } = await swapWith({ heldFor: 1 });
    expect(done).toEqual(["suspect 1", "swap host_cpu 1"]);
    expect(String(result)).toBe(
      "HoldError: over; 1 tables of a day were swapped already and may lack what came meanwhile: run this again",
    );
    expect(String((await swapWith({ failsAtEnd: true })).result)).toContain("over; 3 tables of a day were swapped");
  });
});
