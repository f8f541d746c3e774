import { expect, it } from "vitest";
import { figuresOf, isSound, noNetworkFaults, type Report, toJson, toTable } from "./report.js";

const report: Report = {
  scenario: "kills",
  seed: 3,
  ...{
    kills: 12,
    killsAtPoints: 2,
    diedAt: { "after commit": 1, "before insert": 2 },
    stops: 1,
    network: { ...noNetworkFaults(), "api → bus": { cut: 2, slow: 1 } },
    checks: 2,
    seconds: 40,
  },
  looks: { acknowledged: 9, streams: 7, hours: 8, snapshots: 9 },
  acknowledged: { events: 30, lost: 0, doubled: 0, untold: 1 },
  sent: { events: 10, lines: 20 },
  stored: { events: 10, lines: 20 },
  ...{ rollupsCompared: 5, snapshotsCompared: 6, deadLettered: 0, expectedDeadLetters: 0 },
  quarantined: 0,
  poisons: [{ kind: "truncated", attempts: 3, refused: 1, deadLettered: 2, apart: 0, stored: 0 }],
  ...{ givenUp: { dropped: 0, gaps: 0 }, notes: ["done"] },
  back: [3, 1, 2],
  whole: [],
  findings: { lost: [], doubled: [], rollup: [], snapshot: [] },
};

it("is sound when nothing was found, the run went on, and dead letters are those that were sent", () => {
  expect(isSound(report)).toBe(true);
  for (const kind of ["lost", "doubled", "rollup", "snapshot"] as const) {
    expect(isSound({ ...report, findings: { ...report.findings, [kind]: ["one"] } })).toBe(false);
  }
  expect(isSound({ ...report, failure: "api did not come back" })).toBe(false);
  expect(isSound({ ...report, deadLettered: 1 })).toBe(false);
  expect(isSound({ ...report, deadLettered: 1, expectedDeadLetters: 1 })).toBe(true);
  expect(isSound({ ...report, looks: { ...report.looks, hours: 0 } })).toBe(false);
  expect(isSound({ ...report, acknowledged: { ...report.acknowledged, events: 0 } })).toBe(false);
});

it("is a table with figures, the first findings and the failure", () => {
  const lost = Array.from({ length: 25 }, (_, index) => `event ${index}`);
  const table = toTable({ ...report, findings: { ...report.findings, lost }, failure: "stuck" });
  expect(table).toMatch(/process back +median 2\.0 s, worst 3\.0 s/);
  expect(table).toMatch(/all stored again +median 0\.0 s, worst 0\.0 s/);
  expect(table).toMatch(/lost +25/);
  expect(table).toMatch(/ended at +insert 2 \+ 0, commit 0 \+ 1 \(before \+ after\)/);
  expect(table).toMatch(/poison: truncated +3 tried: 1 refused, 2 dead letters, 0 stored apart, 0 stored/);
  expect(table).toMatch(/network cut \+ slow +second node → bus 0 \+ 0, .*api → bus 2 \+ 1/);
  expect(table).toContain("failed: stuck");
  expect(table).toContain("event 19\n… and 5 more");
});

it("is a line of JSON that says whether it is sound", () => {
  expect(JSON.parse(toJson(report))).toMatchObject({ sound: true, kills: 12, back: { median: 2, worst: 3 } });
  expect(figuresOf([4])).toEqual({ median: 4, worst: 4 });
});
