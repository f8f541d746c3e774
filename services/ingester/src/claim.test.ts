import { type CutRecord, emptyCutRecord } from "@statwire/event-log";
import { describe, expect, it } from "vitest";
import { claim } from "./claim.js";

const held: CutRecord = {
  epoch: 3,
  holder: "before",
  created: "monday",
  generation: 1,
  committed: 90,
  cuts: [{ first: 91, last: 100 }],
  beat: 7,
};

describe("claim", () => {
  it("takes the next epoch and keeps what is open", () => {
    expect(claim(held, { holder: "us", created: "monday" })).toEqual({ ...held, holder: "us", epoch: 4, beat: 8 });
  });

  it("starts over with tokens of its own when the stream was created again", () => {
    expect(claim(held, { holder: "us", created: "tuesday" })).toEqual({
      epoch: 4,
      holder: "us",
      created: "tuesday",
      generation: 2,
      committed: 0,
      cuts: [],
      beat: 8,
    });
  });

  it("begins the first generation on the first stream", () => {
    expect(claim(emptyCutRecord, { holder: "us", created: "monday" })).toMatchObject({ generation: 0, committed: 0 });
  });
});
