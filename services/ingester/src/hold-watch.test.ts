import type { CutRecord, EventLog } from "@statwire/event-log";
import type { Logger } from "@statwire/runtime";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { HoldWatch, SeenHold } from "./hold-watch.js";
import type { CutLedger } from "./ledger.js";

const hold = (revision: number, untilMs: number) => ({ by: "test", revision, untilMs });

it("is in effect until its time, or until it is lifted", () => {
  const seen = new SeenHold();
  expect(seen.current(1_000)).toBeUndefined();
  seen.saw(hold(1, 5_000), 1_000);
  expect(seen.current(4_999)).toEqual(hold(1, 5_000));
  expect(seen.current(5_000)).toBeUndefined();
  seen.saw(hold(2, 9_000), 5_000);
  seen.saw(hold(3, 0), 6_000);
  expect(seen.current(6_000)).toBeUndefined();
});

it("does not believe an older answer than the newest it has seen", () => {
  const seen = new SeenHold();
  seen.saw(hold(7, 50_000), 0);
  seen.saw(hold(6, 0), 1);
  seen.saw(undefined, 2);
  expect(seen.current(3)?.revision).toBe(7);
});

it("lasts a minute at most after it was seen, whatever it says", () => {
  const change = fc.record({
    revision: fc.integer({ min: 1, max: 20 }),
    untilMs: fc.integer({ min: 0, max: 10 ** 9 }),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const seen = new SeenHold();
      for (const [second, { revision, untilMs }] of changes.entries())
        seen.saw(hold(revision, untilMs), second * 1_000);
      expect(seen.current(changes.length * 1_000 + 60_000)).toBeUndefined();
    }),
  );
});

it("has what leaves off at a hold go on when that was over before it could be kept to", () => {
  vi.useFakeTimers({ now: 1_000 });
  try {
    const { watch } = watchOf(hold(1, 5_000));
    const before = watch.began;
    expect([watch.isHeld, before.aborted]).toEqual([true, true]);
    vi.setSystemTime(5_000);
    expect([watch.isHeld, watch.began.aborted, before.aborted]).toEqual([false, false, true]);
  } finally {
    vi.useRealTimers();
  }
});

function watchOf(held: CutRecord["held"]) {
  const recorded: CutRecord["held"][] = [];
  const ledger = { record: { held }, hold: async (now: CutRecord["held"]) => void recorded.push(now) };
  const watch = new HoldWatch({
    eventLog: {} as EventLog,
    stream: "TELEMETRY",
    ledger: ledger as unknown as CutLedger,
    trouble: { reason: undefined },
    around: (_point, act) => act(),
    signal: new AbortController().signal,
    log: { info: () => undefined } as unknown as Logger,
  });
  return { watch, recorded };
}
