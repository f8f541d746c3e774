import { expect, it } from "vitest";
import { historyWindowMs, nextWindow } from "./scan-window.js";

const nowMs = 1_700_000_000_000;
const subjects = (count: number, agoMs: number) =>
  Array.from({ length: count }, (_, index) => ({ last: { sequence: index + 1, storedAtMs: nowMs - agoMs - index } }));

it("takes those together whose histories overlap, the youngest first", () => {
  const [live, stopped] = [subjects(100, 0), subjects(50, historyWindowMs * 3)];
  const first = nextWindow([...stopped, ...live]);
  expect(first.waiting).toEqual(live);
  expect(first.fromMs).toBe(nowMs - 99 - historyWindowMs);
  expect(nextWindow(stopped).waiting).toEqual(stopped);
});

it("takes few one by one, and never more than fit into memory", () => {
  const few = subjects(3, 0);
  expect(nextWindow(few)).toEqual({ waiting: [few[0]], fromMs: nowMs - historyWindowMs });
  expect(nextWindow(subjects(50_000, 0)).waiting).toHaveLength(20_000);
});

it("does not begin before all time", () => {
  expect(nextWindow([{ last: { sequence: 1, storedAtMs: 5 } }]).fromMs).toBe(0);
});
