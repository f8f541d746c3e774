import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  changesSamples,
  foldHeadline,
  type HeadlineEvent,
  type HeadlineHistory,
  headlineSlotMs,
  headlinesMax,
} from "./headlines.js";

const start = 1_700_000_010_000; // the beginning of a slot
const nothing: HeadlineHistory = { headlines: [] };

function eventAt(observedAtMs: number, sequence: number, options: Partial<HeadlineEvent> = {}): HeadlineEvent {
  const headline = { observedAtMs, cpuUtilization: sequence / 1e4 };
  return { bootId: 1, sequence, requested: false, clearsHistory: false, headline, ...options };
}

const fold = (events: readonly HeadlineEvent[], from = nothing) => events.reduce(foldHeadline, from);
const times = (history: HeadlineHistory) => history.headlines.map(({ observedAtMs }) => observedAtMs - start);

describe("foldHeadline", () => {
  it("keeps the first event of each slot", () => {
    const ticks = Array.from({ length: 20 }, (_, index) => eventAt(start + 4_000 * index, index + 1));
    expect(times(fold(ticks))).toEqual([0, 32_000, 60_000]);
  });

  it("keeps every requested event", () => {
    const events = [
      eventAt(start, 1),
      eventAt(start + 1_000, 2, { requested: true }),
      eventAt(start + 2_000, 3, { requested: true }),
      eventAt(start + 4_000, 4),
    ];
    expect(times(fold(events))).toEqual([0, 1_000, 2_000]);
  });

  it("empties the list before an event that clears it", () => {
    const events = [
      eventAt(start, 1),
      eventAt(start + 30_000, 2),
      eventAt(start + 31_000, 3, { requested: true, clearsHistory: true }),
      eventAt(start + 32_000, 4),
    ];
    expect(times(fold(events))).toEqual([31_000]);
  });

  it("lets duplicates and older events change nothing", () => {
    const history = fold([eventAt(start, 5), eventAt(start + 30_000, 6)]);
    expect(foldHeadline(history, eventAt(start + 60_000, 6))).toBe(history);
    expect(foldHeadline(history, eventAt(start + 60_000, 5, { requested: true, clearsHistory: true }))).toBe(history);
    expect(times(foldHeadline(history, eventAt(start + 60_000, 1, { bootId: 2 })))).toEqual([0, 30_000, 60_000]);
  });

  it("reaches 60 slots back and holds 60 samples", () => {
    const slots = Array.from({ length: 70 }, (_, index) => eventAt(start + headlineSlotMs * index, index + 1));
    expect(times(fold(slots))).toEqual(Array.from({ length: 60 }, (_, index) => headlineSlotMs * (index + 10)));
    const later = eventAt(start + headlineSlotMs * (69 + 60), 71);
    expect(times(fold([...slots, later]))).toEqual([headlineSlotMs * 129]);
    const requested = Array.from({ length: 70 }, (_, index) => eventAt(start + index, index + 1, { requested: true }));
    expect(times(fold(requested))).toEqual(Array.from({ length: 60 }, (_, index) => index + 10));
  });

  it("drops the samples of the future when a clock is set back", () => {
    const events = [
      eventAt(start, 1),
      eventAt(start + 30_000, 2),
      eventAt(start + 60_000, 3),
      eventAt(start + 45_000, 4),
    ];
    expect(times(fold(events))).toEqual([0, 30_000]);
    expect(times(fold([...events, eventAt(start + 61_000, 5)]))).toEqual([0, 30_000, 61_000]);
  });
});

/** Ticks of a collector: times ascend, now and then one is requested or clears the history. */
const runs = fc
  .array(
    fc.record({
      afterMs: fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 1, max: 40_000 }) },
        fc.integer({ max: 3_000_000, min: 1 }),
      ),
      requested: fc.nat(20).map((draw) => draw === 0),
      clearsHistory: fc.nat(60).map((draw) => draw === 0),
    }),
    { minLength: 1, maxLength: 200 },
  )
  .map((ticks) => {
    let at = start;
    return ticks.map(({ afterMs, ...flags }, index) => {
      at += afterMs;
      return eventAt(at, index + 1, flags);
    });
  });

describe("the fold of headlines", () => {
  it("is rebuilt exactly by a replay of the last 30 minutes, or of any longer window", () => {
    fc.assert(
      fc.property(runs, fc.nat(3_600_000), (events, longerMs) => {
        const newest = events.at(-1)?.headline.observedAtMs ?? 0;
        const windowMs = headlinesMax * headlineSlotMs + longerMs;
        const replayed = events.filter(({ headline }) => headline.observedAtMs >= newest - windowMs);
        expect(fold(replayed)).toEqual(fold(events));
      }),
    );
  });

  it("changes no sample where it says so beforehand, also when clocks are set back", () => {
    const jumping = fc.array(
      fc.record({ at: fc.nat(200_000), requested: fc.nat(9).map((draw) => draw === 0), clearsHistory: fc.boolean() }),
    );
    fc.assert(
      fc.property(jumping, (ticks) => {
        let history = nothing;
        ticks.forEach(({ at, requested, clearsHistory }, index) => {
          const event = eventAt(start + at, index + 1, { requested, clearsHistory: clearsHistory && requested });
          const after = foldHeadline(history, event);
          const changes = changesSamples(history, { ...event, observedAtMs: start + at });
          if (!changes) expect(after).toEqual({ ...history, last: { bootId: 1, sequence: index + 1 } });
          else expect(after.headlines).not.toEqual(history.headlines);
          history = after;
        });
      }),
    );
  });

  it("does not mind events that come again", () => {
    fc.assert(
      fc.property(runs, fc.nat(), (events, from) => {
        const again = events.slice(from % events.length);
        expect(fold([...events, ...again])).toEqual(fold(events));
      }),
    );
  });

  it("holds at most 60 ascending samples of 60 slots", () => {
    fc.assert(
      fc.property(runs, (events) => {
        const { headlines } = fold(events);
        const stored = headlines.map(({ observedAtMs }) => observedAtMs);
        expect(stored).toEqual([...stored].sort((one, other) => one - other));
        expect(stored.length).toBeLessThanOrEqual(headlinesMax);
        const slots = stored.map((time) => Math.floor(time / headlineSlotMs));
        expect((slots.at(-1) ?? 0) - (slots[0] ?? 0)).toBeLessThan(headlinesMax);
      }),
    );
  });
});
