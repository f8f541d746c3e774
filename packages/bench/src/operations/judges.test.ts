import { describe, expect, it } from "vitest";
import { fillsSnapshots, isWell, repairsDay, showsDamage } from "./judges.js";
import type { Ran } from "./step.js";

const ran = (code: number, json: Record<string, unknown>): Ran => ({ code, json, text: "last words" });
const verified = {
  hours: 48,
  days: 2,
  series: 9,
  events: 100,
  hourDifferences: [],
  dayDifferences: [],
  eventFindings: [],
  repaired: 0,
};
const fault = { fault: "rows without event", count: 7, table: "host_cpu" };

describe("what verify finds", () => {
  it("is well when nothing differs and every event was looked at", () => {
    expect(isWell(100)(ran(0, verified)).problems).toEqual([]);
    expect(isWell(101)(ran(0, verified)).problems).toEqual(["100 of 101 events verified"]);
    const bad = { ...verified, hourDifferences: [{}], eventFindings: [fault] };
    expect(isWell(100)(ran(1, bad)).problems).toEqual([
      "exit code 1: last words",
      "1 rollups differ",
      "rows without event: 7 (host_cpu)",
    ]);
    expect(isWell(100)({ code: 0, json: undefined, text: "" }).problems).toEqual(["0 of 100 events verified"]);
  });

  it("shows the damage, or the measurement has failed", () => {
    expect(showsDamage(ran(1, { ...verified, eventFindings: [fault] })).problems).toEqual([]);
    expect(showsDamage(ran(0, verified)).problems).toEqual(["not seen: exit code 0"]);
    expect(showsDamage(ran(1, verified)).problems).toEqual(["not seen: exit code 1"]);
  });
});

describe("what rebuild history did", () => {
  const day = { rowsBefore: 90, rowsInLog: 100, missingRows: 10, surplusRows: 0, tables: ["host_cpu"] };
  const equal = { rowsBefore: 100, rowsInLog: 100, missingRows: 0, surplusRows: 0, tables: [] };
  const judge = repairsDay("2026-01-30", 10, ["2026-01-30", "2026-01-31"]);

  it("is right when it has swapped the damaged day alone, for the rows that were deleted", () => {
    const days = [
      { day: "2026-01-30", state: "swapped", ...day },
      { day: "2026-01-31", state: "equal", ...equal },
    ];
    expect(judge(ran(0, { days }))).toEqual({
      found: "200 rows of 2 days compared, 10 different, swapped: 2026-01-30",
      problems: [],
    });
  });

  it("is wrong when it compared or swapped other days, or other rows", () => {
    const days = [{ day: "2026-01-30", state: "equal", ...equal }];
    expect(judge(ran(0, { days })).problems).toEqual([
      "not all days were compared",
      "2026-01-30 should have been swapped alone",
      "10 rows were deleted",
    ]);
  });
});

it("wants every node's snapshot back", () => {
  const rebuilt = { nodesAfter: 11, latestAfterSeconds: 0.5, wholeAfterSeconds: 1.5 };
  expect(fillsSnapshots(10)(ran(0, rebuilt)).problems).toEqual([]);
  expect(fillsSnapshots(12)(ran(1, rebuilt)).problems).toEqual(["exit code 1: last words", "11 of 12 nodes"]);
});
