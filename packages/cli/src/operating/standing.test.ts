import { emptyCutRecord, type StreamState } from "@statwire/event-log";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toStanding } from "./standing.js";

const state: StreamState = {
  created: "2026-01-01",
  firstSequence: 11,
  lastSequence: 100,
  messages: 90,
  bytes: 9_000,
  bytesMax: 0,
};
const record = { ...emptyCutRecord, epoch: 1, created: state.created };

describe("toStanding", () => {
  it("counts what is not stored, and what left the stream before it could be", () => {
    const next = { storedAtMs: 1_000, nowMs: 3_500 };
    expect(toStanding("S", { ...record, committed: 60 }, state, next)).toMatchObject({
      messagesBehind: 40,
      secondsBehind: 2.5,
      lost: 0,
    });
    expect(toStanding("S", { ...record, committed: 4 }, state, next)).toMatchObject({ messagesBehind: 90, lost: 6 });
    expect(toStanding("S", { ...record, committed: 100 }, state, undefined)).toMatchObject({
      messagesBehind: 0,
      secondsBehind: 0,
    });
  });

  it("does not take a record of a deleted stream for one of this", () => {
    const before = { ...record, created: "2025-12-31", committed: 100 };
    expect(toStanding("S", before, state, undefined)).toMatchObject({ committed: 0, messagesBehind: 90 });
  });

  it("is never behind by less than nothing", () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(1_000), fc.nat(1_000), (committed, first, last) => {
        const standing = toStanding(
          "S",
          { ...record, committed },
          { ...state, firstSequence: first, lastSequence: last },
          { storedAtMs: 5, nowMs: 1 },
        );
        expect(Math.min(standing.messagesBehind, standing.secondsBehind, standing.lost)).toBeGreaterThanOrEqual(0);
        expect(standing.messagesBehind).toBeLessThanOrEqual(last);
      }),
    );
  });
});
