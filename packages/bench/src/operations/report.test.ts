import { expect, it } from "vitest";
import { type OperationsReport, problemsOf, toText } from "./report.js";

const totals = { events: 10, rows: 40, closedValues: 900, checksum: "1 2" };
const good: OperationsReport = {
  filled: {
    nodes: 1,
    events: 10,
    samples: 2_000_000,
    samplesPerEvent: 193,
    days: ["2026-01-30", "2026-01-31"],
    fromMs: 0,
    hoursOfDay: 24,
    published: { seconds: 10, historyCpuSeconds: 1 },
    stored: { seconds: 20, historyCpuSeconds: 2 },
    closed: { seconds: 40, historyCpuSeconds: 9.5 },
    closes: 50,
  },
  deletedRows: 5,
  bytes: { clickhouse: 1024 ** 2, streams: 1024 ** 2, backup: 1024 ** 2 },
  steps: [{ name: "verify", seconds: 4, historyCpuSeconds: 2.5, load: 1.5, found: "48 hours", problems: [] }],
  totals: { before: totals, repaired: totals, restored: totals },
};

it("is one table with times and the load, and says that everything is as expected", () => {
  const lines = toText(good).split("\n");
  expect(lines[1]).toMatch(/^STEP +SECONDS +CLICKHOUSE CPU +SAMPLES\/S +LOAD +FOUND$/);
  expect(lines).toContainEqual(
    expect.stringMatching(/^fill: hours and days closed +40\.0 +9\.5 +0\.05 M +50 closes of 48 hours$/),
  );
  expect(lines).toContainEqual(expect.stringMatching(/^verify +4\.0 +2\.5 +0\.50 M +1\.5 +48 hours$/));
  expect(lines.at(-1)).toBe("everything as expected");
});

it("names what is not as expected", () => {
  const bad: OperationsReport = {
    ...good,
    deletedRows: 0,
    steps: good.steps.map((step) => ({ ...step, problems: ["exit code 1: no"] })),
    totals: { before: totals, repaired: { ...totals, events: 9 }, restored: { ...totals, checksum: "" } },
  };
  expect(problemsOf(good)).toEqual([]);
  expect(problemsOf(bad)).toEqual([
    "verify: exit code 1: no",
    "nothing was deleted, so nothing was repaired",
    expect.stringMatching(/^repaired: .*"events":10.* became .*"events":9/),
    expect.stringMatching(/^restored: /),
  ]);
  expect(toText(bad)).toContain("NOT AS EXPECTED: verify: exit code 1: no");
});
