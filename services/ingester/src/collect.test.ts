import { type Delivery, type StoredMessage, WrappedMessages } from "@statwire/event-log";
import { describe, expect, it } from "vitest";
import { type BatchLimits, collectBatch, gatherMsOf } from "./collect.js";

const limits: BatchLimits = { messagesMax: 100, bytesMax: 1_000_000, ageMaxMs: 1_000 };

/** What arrives when, counted in milliseconds from the beginning; nothing follows. */
type Arrivals = [atMs: number, delivery: { first: number; count: number; pending: number; gatheredMs?: number }][];

/** Collects batches out of what arrives, until nothing is left: which messages each has, and when it was closed. */
async function collectAll(arrivals: Arrivals, some: Partial<BatchLimits> = {}) {
  let nowMs = 0;
  const left = [...arrivals];
  const consumer = {
    next(waitMs: number): Promise<Delivery | undefined> {
      const [atMs = Number.POSITIVE_INFINITY, delivery] = left[0] ?? [];
      if (delivery === undefined || atMs > nowMs + waitMs) {
        nowMs += waitMs;
        return Promise.resolve(undefined);
      }
      left.shift();
      nowMs = Math.max(nowMs, atMs);
      const { first, count, ...rest } = delivery;
      return Promise.resolve({
        ...rest,
        messages: Array.from({ length: count }, (_, index) => message(first + index)),
      });
    },
  };
  const options = {
    newBatch: () => new WrappedMessages(() => "of no interest"),
    now: () => nowMs,
    signal: new AbortController().signal,
    onDelivery: () => undefined,
  };
  const batches: { first: number; last: number; closedAtMs: number }[] = [];
  while (left.length > 0) {
    const batch = await collectBatch(consumer, { ...limits, ...some }, options);
    if (batch !== undefined) batches.push({ ...batch.range, closedAtMs: nowMs });
  }
  return batches;
}

function message(sequence: number): StoredMessage {
  return { subject: "a", sequence, storedAtMs: 0, payload: new Uint8Array(10), headers: undefined };
}

describe("a batch", () => {
  it("ends with the look that brings all that has gathered for as long as a batch may wait", async () => {
    const look = (first: number, gatheredMs = 1_000) => ({ first, count: 10, pending: 0, gatheredMs });
    expect(
      await collectAll([
        [1_000, look(1)],
        [2_003, look(11)],
        [3_006, look(21)],
      ]),
    ).toEqual([
      { first: 1, last: 10, closedAtMs: 1_000 },
      { first: 11, last: 20, closedAtMs: 2_003 },
      { first: 21, last: 30, closedAtMs: 3_006 },
    ]);
  });

  it("takes the rest of a look that comes in pieces", async () => {
    const arrivals: Arrivals = [
      [1_000, { first: 1, count: 6, pending: 4, gatheredMs: 1_000 }],
      [1_010, { first: 7, count: 4, pending: 0, gatheredMs: 1_000 }],
    ];
    expect(await collectAll(arrivals)).toEqual([{ first: 1, last: 10, closedAtMs: 1_010 }]);
  });

  it("waits after the first message of a quiet stream for those of the next look", async () => {
    const arrivals: Arrivals = [
      [5_000, { first: 1, count: 1, pending: 0 }],
      [6_002, { first: 2, count: 99, pending: 0, gatheredMs: 1_000 }],
    ];
    expect(await collectAll(arrivals)).toEqual([{ first: 1, last: 100, closedAtMs: 6_002 }]);
    expect(await collectAll(arrivals.slice(0, 1))).toEqual([{ first: 1, last: 1, closedAtMs: 6_100 }]);
  });

  it("may wait for several looks", async () => {
    const looks: Arrivals = [1, 2, 3, 4].map((look) => [
      look * 1_002,
      { first: look, count: 1, pending: 0, gatheredMs: 1_000 },
    ]);
    expect(gatherMsOf({ ageMaxMs: 3_000 })).toBe(1_000);
    expect(await collectAll(looks, { ageMaxMs: 3_000 })).toEqual([
      { first: 1, last: 3, closedAtMs: 3_006 },
      // Nothing more comes.
      { first: 4, last: 4, closedAtMs: 4_008 - 1_000 + 3_000 + 100 },
    ]);
  });

  it("ends when it is full, or old enough while more is still to come", async () => {
    const backlog: Arrivals = Array.from({ length: 40 }, (_, index) => [
      index * 100,
      { first: 1 + index * 10, count: 10, pending: 1_000 },
    ]);
    expect((await collectAll(backlog)).map(({ first, last }) => last - first + 1)).toEqual([100, 100, 100, 100]);
    const [batch] = await collectAll(backlog, { messagesMax: 1_000 });
    expect(batch).toEqual({ first: 1, last: 120, closedAtMs: 1_100 });
  });
});
