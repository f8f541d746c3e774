import { describe, expect, it } from "vitest";
import { lagText, StreamLag } from "./lag.js";

describe("the lag of a stream", () => {
  it("is what lies behind the last commit, by the time of that or of the insert under way", async () => {
    const record = { committed: 10, cuts: [{ first: 11, last: 20 }] };
    const lag = new StreamLag({
      record: () => record,
      lastSequence: async () => 500,
      now: () => 100_000,
      log: { debug: () => undefined },
    });
    expect(lag.standing()).toEqual({ behind: 0, behindSeconds: 0, committed: 10, openCuts: 1 });
    lag.heard(30);
    lag.committedTime.opened({ first: 11, last: 20 }, 40_000);
    expect(lag.standing()).toMatchObject({ behind: 20, behindSeconds: 60 });
    await lag.look();
    expect(lag.standing()).toMatchObject({ behind: 490, behindSeconds: 60 });
    record.committed = 20;
    expect(lag.standing()).toMatchObject({ behind: 480, behindSeconds: 60 });
  });

  it.each([
    [{ behind: 0, behindSeconds: 0 }, undefined],
    [{ behind: 20_000, behindSeconds: 30 }, undefined],
    [{ behind: 12_345, behindSeconds: 45.4 }, "12345 messages and 45 s behind the log"],
  ])("is said of %j as %j", (standing, text) => {
    expect(lagText({ committed: 1, openCuts: 0, ...standing })).toBe(text);
  });
});
