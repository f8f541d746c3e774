import { expect, it } from "vitest";
import { closesRange } from "./closed-tiles.js";
import { rollupReads } from "./rollup-statement.js";

const day = 24 * 3_600_000;
const fromMs = Date.UTC(2026, 0, 1) + 5 * 3_600_000;
const range = { fromMs, toMs: fromMs + 30 * day };

it("asks for closes of all hours of a plan of hours by steps, and of one point up to a week", () => {
  const steps = closesRange({ source: "hourly", ...range, stepMs: 3_600_000 });
  expect(steps).toEqual({ ...range, hoursLeftOut: { fromMs, toMs: fromMs } });
  const week = closesRange({ source: "hourly", fromMs, toMs: fromMs + 7 * day, stepMs: 7 * day });
  expect(week.hoursLeftOut).toEqual({ fromMs, toMs: fromMs });
});

it("leaves out the hours of days that are read in their place, but for the last three days", () => {
  const onePoint = closesRange({ source: "hourly", ...range, stepMs: 30 * day });
  expect(onePoint.hoursLeftOut).toEqual({ fromMs: Date.UTC(2026, 0, 2), toMs: Date.UTC(2026, 0, 28) });
  const days = { fromMs: Date.UTC(2026, 0, 1), toMs: Date.UTC(2026, 2, 1), stepMs: day };
  expect(closesRange({ source: "daily", ...days }).hoursLeftOut).toEqual({
    fromMs: days.fromMs,
    toMs: Date.UTC(2026, 1, 26),
  });
  const short = { fromMs: Date.UTC(2026, 0, 1), toMs: Date.UTC(2026, 0, 3), stepMs: day };
  expect(closesRange({ source: "daily", ...short }).hoursLeftOut).toEqual({ fromMs: short.fromMs, toMs: short.fromMs });
});

it("reads a year of a thousand nodes in large blocks, and a month of a hundred by several threads", () => {
  const ofDays = (days: number) => ({
    source: "hourly" as const,
    fromMs,
    toMs: fromMs + days * day,
    stepMs: days * day,
  });
  const inLargeBlocks = { preferred_block_size_bytes: "4000000" };
  expect(rollupReads(ofDays(365), 1_000)).toEqual(inLargeBlocks);
  expect(rollupReads(ofDays(100), 1_000)).toEqual(inLargeBlocks);
  const bySeveral = {
    merge_tree_min_rows_for_concurrent_read: "512",
    merge_tree_min_bytes_for_concurrent_read: "1",
  };
  expect(rollupReads(ofDays(99), 1_000)).toEqual(bySeveral);
  expect(rollupReads(ofDays(30), 100)).toEqual(bySeveral);
});
