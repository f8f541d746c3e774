import { expect, it } from "vitest";
import { type DroppedEvents, explainGap } from "./dropped-events.js";

const line = { workspace: "default", node: "web-1", family: "host", bootId: 7 };
const gap = { ...line, first: 11, last: 20, afterMs: 10_000, beforeMs: 21_000, visibleAtMs: 0 };
const dropped = (first: number, last: number, more: Partial<DroppedEvents> = {}): DroppedEvents => ({
  ...line,
  first,
  last,
  reason: "spool-full",
  ...more,
});

it("tells apart what a node gave up and what nobody explains, with times of their own", () => {
  const parts = explainGap(gap, [
    dropped(5, 13),
    dropped(16, 16, { reason: "too-large" }),
    dropped(12, 17, { bootId: 8 }),
    dropped(1, 99, { family: "inventory" }),
  ]);
  expect(parts.map(({ first, last, reason, afterMs, beforeMs }) => [first, last, reason, afterMs, beforeMs])).toEqual([
    [11, 13, "spool-full", 10_000, 14_000],
    [14, 15, null, 13_000, 16_000],
    [16, 16, "too-large", 15_000, 17_000],
    [17, 20, null, 16_000, 21_000],
  ]);
});

it("leaves a gap whole that nobody explains, and gives each number one reason", () => {
  expect(explainGap(gap, [])).toEqual([{ ...gap, reason: null }]);
  const twice = explainGap(gap, [dropped(1, 15), dropped(10, 30, { reason: "spool-damaged" })]);
  expect(twice.map(({ first, last, reason }) => [first, last, reason])).toEqual([
    [11, 15, "spool-full"],
    [16, 20, "spool-damaged"],
  ]);
});
