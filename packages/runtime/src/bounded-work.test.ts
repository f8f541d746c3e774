import { describe, expect, it } from "vitest";
import { boundedWork } from "./bounded-work.js";

describe("bounded work", () => {
  it("runs a few at a time, lets some wait, and refuses the rest at once", async () => {
    const run = boundedWork({ runningMax: 2, waitingMax: 3 });
    const started: number[] = [];
    const ends: (() => void)[] = [];
    const outcomes = [0, 1, 2, 3, 4, 5, 6].map((number) =>
      run(async () => {
        started.push(number);
        await new Promise<void>((resolve) => ends.push(resolve));
        return number;
      }),
    );
    expect(await Promise.all(outcomes.slice(5))).toEqual([{ ok: false }, { ok: false }]);
    expect(started).toEqual([0, 1]);
    for (let number = 0; number < 5; number += 1) {
      ends[number]?.();
      expect(await outcomes[number]).toEqual({ ok: true, value: number });
      await Promise.resolve();
    }
    expect(started).toEqual([0, 1, 2, 3, 4]);
  });

  it("gives the place back when the work fails", async () => {
    const run = boundedWork({ runningMax: 1, waitingMax: 0 });
    await expect(run(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(await run(async () => "fine")).toEqual({ ok: true, value: "fine" });
  });
});
