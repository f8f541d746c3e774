import { expect, it } from "vitest";
import { storedStreams } from "../backup/take-backup.js";
import { heldStreams, suspectsOf } from "./repair-parts.js";

const dayMs = 86_400_000;
const now = { rawDays: 14, nowMs: Date.UTC(2026, 0, 20, 6) };
const days = (suspects: ReturnType<typeof suspectsOf>) =>
  suspects.filter(({ level }) => level === "1d").map(({ startMs }) => new Date(startMs).toISOString().slice(0, 10));

it("holds everything that the ingester stores, as rows that come would be taken for those that are missing", () => {
  expect([...heldStreams].sort()).toEqual([...storedStreams].sort());
});

it("suspects the hours of a day of readings, and the hour after it", () => {
  const suspects = suspectsOf([{ table: "host_cpu", partitionId: "20260118" }], now);
  expect(days(suspects)).toEqual(["2026-01-18", "2026-01-19"]);
  const hours = suspects.filter(({ level }) => level === "1h").map(({ startMs }) => startMs);
  expect([hours.length, Math.min(...hours), Math.max(...hours)]).toEqual([
    25,
    Date.UTC(2026, 0, 18),
    Date.UTC(2026, 0, 19),
  ]);
});

it("suspects what there are readings of, of a month of rollups, and nothing that is still to come", () => {
  const suspects = suspectsOf([{ table: "metric_1h", partitionId: "202601" }], now);
  expect([days(suspects).at(0), days(suspects).at(-1)]).toEqual(["2026-01-06", "2026-01-20"]);
  expect(Math.max(...suspects.map(({ startMs }) => startMs))).toBeLessThan(now.nowMs);
  expect(Math.min(...suspects.map(({ startMs }) => startMs))).toBe(Date.UTC(2026, 0, 20) - 14 * dayMs);
});

it("suspects the months of a year of them that have begun, which are made of days", () => {
  const suspects = suspectsOf([{ table: "metric_1mo", partitionId: "2025" }], now);
  expect(suspects.map(({ level, startMs }) => [level, new Date(startMs).toISOString().slice(0, 7)])).toEqual(
    Array.from({ length: 12 }, (_, month) => ["1mo", `2025-${String(month + 1).padStart(2, "0")}`]),
  );
  const begun = suspectsOf([{ table: "metric_1mo", partitionId: "2026" }], now);
  expect(begun).toEqual([{ level: "1mo", startMs: Date.UTC(2026, 0) }]);
});

it("suspects no hour for what has no readings in it", () => {
  expect(suspectsOf([{ table: "quarantined_events", partitionId: "202601" }], now)).toEqual([]);
  expect(suspectsOf([{ table: "known_nodes", partitionId: "all" }], now)).toEqual([]);
});
