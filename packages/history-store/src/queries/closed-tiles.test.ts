import fc from "fast-check";
import { expect, it } from "vitest";
import { monthAfter, monthOf } from "../rollups/close-month.js";
import { closedDays, closedHours, closedMonths } from "./closed-rows.js";
import { closedTiles, closesRange } from "./closed-tiles.js";
import type { ClosedUntil, CloseRecord } from "./closed-until.js";
import type { SeriesPlan } from "./plan-series.js";

const hour = 3_600_000;
const day = 24 * hour;
const begin = Date.UTC(2025, 0, 1);
const units = [
  [closedHours, hour],
  [closedDays, day],
] as const;

/** Of one point over some hours. */
const onePoint = (fromMs: number, toMs: number): SeriesPlan => ({
  source: "hourly",
  fromMs,
  toMs,
  stepMs: toMs - fromMs,
});
/** Every day and month up to a time was closed once; what differs is added. */
function closedOnce(plan: SeriesPlan, untilMs: number, more: readonly CloseRecord[] = []): ClosedUntil {
  const closes: CloseRecord[] = [];
  for (let at = begin; at + day <= untilMs; at += day) {
    closes.push({ level: "1d", startMs: at, version: at / day, closedAtMs: at + day });
  }
  for (let at = begin; monthAfter(at) <= untilMs; at = monthAfter(at)) {
    const [version, closedAtMs] = [monthAfter(at) / day, monthAfter(at) + hour];
    closes.push({ level: "1mo", startMs: at, version, closedAtMs });
  }
  const within = [...closes, ...more].filter(({ startMs }) => startMs >= plan.fromMs && startMs < plan.toMs);
  return {
    hoursMs: untilMs,
    daysMs: Math.floor(untilMs / day) * day,
    recorded: { range: closesRange(plan), closes: within },
  };
}

const told = (plan: SeriesPlan, closed: ClosedUntil, asOfMs?: number) =>
  closedTiles(plan, { closed, asOfMs }).map(
    ({ table, fromMs, toMs }) =>
      `${table.level} ${new Date(fromMs).toISOString().slice(0, 13)} ${(toMs - fromMs) / hour}`,
  );
const aYear = onePoint(Date.UTC(2025, 10, 26, 5), Date.UTC(2026, 10, 26));

it("reads a year as the months within it, and days and hours at its ends", () => {
  expect(told(aYear, closedOnce(aYear, aYear.toMs))).toEqual([
    "1h 2025-11-26T05 19",
    `1d 2025-11-27T00 ${4 * 24}`,
    `1mo 2025-12-01T00 ${335 * 24}`,
    `1d 2026-11-01T00 ${25 * 24}`,
  ]);
});

it("reads the days of a month of which one was closed again, until the month was", () => {
  const startMs = Date.UTC(2026, 2, 7);
  const monthMs = monthOf(startMs);
  const withDays = [`1mo 2025-12-01T00 ${90 * 24}`, `1d 2026-03-01T00 ${31 * 24}`, `1mo 2026-04-01T00 ${214 * 24}`];
  const closedAtMs = aYear.toMs;
  const again = (version: number, at = closedAtMs) =>
    told(aYear, closedOnce(aYear, aYear.toMs, [{ level: "1d", startMs, version, closedAtMs: at }])).slice(2, 5);
  expect(again(99_999)).toEqual(withDays);
  // Repaired in a version that the month has: the clock tells.
  expect(again(startMs / day)).toEqual(withDays);
  // By the clock before it, but in a later version.
  expect(again(99_999, startMs)).toEqual(withDays);
  const both: CloseRecord[] = [
    { level: "1d", startMs, version: 99_999, closedAtMs },
    { level: "1mo", startMs: monthMs, version: 99_999, closedAtMs },
  ];
  expect(told(aYear, closedOnce(aYear, aYear.toMs, both))).toContain(`1mo 2025-12-01T00 ${335 * 24}`);
});

it("reads no months as of a time, of more than one point, of closes that are not known, or that have no record", () => {
  const closed = closedOnce(aYear, aYear.toMs);
  const steps = { ...aYear, source: "daily" as const, fromMs: Date.UTC(2025, 10, 26), stepMs: day };
  expect(told(aYear, closed, Date.now())).toEqual([`1h 2025-11-26T05 ${(aYear.toMs - aYear.fromMs) / hour}`]);
  expect(told(steps, closedOnce(steps, aYear.toMs))).toEqual([`1d 2025-11-26T00 ${365 * 24}`]);
  const { recorded, ...ends } = closed;
  const byDays = ["1h 2025-11-26T05 19", `1d 2025-11-27T00 ${364 * 24}`];
  expect(told(aYear, ends)).toEqual(byDays);
  const closes = (recorded?.closes ?? []).filter(({ level }) => level === "1d");
  expect(told(aYear, { ...ends, recorded: { range: closesRange(aYear), closes } })).toEqual(byDays);
});

it("has every closed hour of one point in one tile, in the order of time, each of whole units", () => {
  const times = fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 20_000 }));
  const again = fc.array(fc.record({ at: fc.nat(800), version: fc.nat(30_000), closedAt: fc.nat(1_000) }), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(times, fc.nat(30_000), again, ([from, length], until, closedAgain) => {
      const plan = onePoint(begin + from * hour, begin + (from + length) * hour);
      const more = closedAgain.map(({ at, version, closedAt }): CloseRecord => {
        return { level: "1d", startMs: begin + at * day, version, closedAtMs: begin + closedAt * day };
      });
      const closed = closedOnce(plan, begin + until * hour, more);
      const tiles = closedTiles(plan, { closed });
      const bounds = [plan.fromMs, ...tiles.map(({ toMs }) => toMs)];
      expect(tiles.map(({ fromMs }) => fromMs)).toEqual(bounds.slice(0, -1));
      expect(bounds.at(-1)).toBe(Math.min(plan.toMs, Math.max(plan.fromMs, closed.hoursMs)));
      for (const { table, fromMs, toMs } of tiles) {
        expect(toMs).toBeGreaterThan(fromMs);
        if (table === closedMonths) expect([fromMs, toMs]).toEqual([monthOf(fromMs), monthOf(toMs)]);
        const [, unit = day] = units.find(([one]) => one === table) ?? [];
        expect([fromMs % unit, toMs % unit]).toEqual([0, 0]);
      }
    }),
    { numRuns: 500 },
  );
});
