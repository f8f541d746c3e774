import { expect, it } from "vitest";
import { missedTargets, type PressureReport, toText } from "./report.js";

const mebibyte = 1024 ** 2;
const recovery = { readySeconds: 1, fallingSeconds: 2, emptySeconds: 3 };
const good: PressureReport = {
  phases: [
    {
      phase: "history stopped 10 min, twice the load",
      seconds: 600,
      rss: { ingester: { first: 100 * mebibyte, max: 200 * mebibyte }, clickhouse: { first: 0, max: 512 * mebibyte } },
      lagMax: { messages: 120_000, seconds: 600 },
      readiness: "lag TELEMETRY: 120000 messages and 600 s behind the log",
    },
  ],
  recovery,
  burstRecovery: recovery,
  lagCommand: { normalSeconds: 0.5, outageSeconds: 540, outageMessages: 108_000 },
  nodes: { asked: 10_000, inHistory: 10_000, inApi: 10_000, apiSeconds: 0.25 },
  projector: { latestSeconds: 3, wholeSeconds: 20 },
  events: { sent: 10, stored: 10, lost: 0, doubled: 0, refused: 0, unknown: 1 },
  settling: { isComplete: true, seconds: 4 },
  dropped: { counted: 0, announced: 0 },
};

it("is a table with every figure, and says that every target is met", () => {
  const text = toText(good);
  expect(text.split("\n")[0]).toMatch(/^phase +seconds +lag messages +lag s +clickhouse MiB +ingester MiB$/);
  expect(text.split("\n")[1]).toMatch(/^history stopped 10 min, twice the load +600 +120000 +600 +512 +200$/);
  expect(text).toContain("ready after 1.0 s, falling after 2.0 s, nothing behind after 3.0 s");
  expect(text).toContain("latest states after 3.0 s, short histories after 20.0 s");
  expect(text).toContain("everything stored 4.0 s after the last reading");
  expect(text).toMatch(/every target met$/);
});

it("names what was missed", () => {
  const bad: PressureReport = {
    ...good,
    phases: good.phases.map((phase) => ({
      ...phase,
      rss: {
        api: { first: 0, max: 600 * mebibyte },
        clickhouse: { first: 0, max: 513 * mebibyte },
        launcher: { first: 0, max: 90 * mebibyte },
      },
      readiness: "",
      lagMax: { messages: 0, seconds: 0 },
    })),
    recovery: { ...recovery, fallingSeconds: undefined, emptySeconds: undefined },
    lagCommand: { ...good.lagCommand, outageSeconds: 0 },
    events: { ...good.events, lost: 1, doubled: 2 },
    dropped: { counted: 3, announced: 0 },
    nodes: { ...good.nodes, inHistory: 9_999, inApi: 0 },
    projector: { latestSeconds: 39.4, wholeSeconds: undefined },
    settling: { isComplete: false, seconds: 600 },
  };
  expect(missedTargets(good)).toEqual([]);
  expect(missedTargets(bad)).toEqual([
    "api took 600 MiB in phase history stopped 10 min, twice the load",
    "clickhouse took 513 MiB in phase history stopped 10 min, twice the load",
    "fallingSeconds: never",
    "/metrics showed no lag",
    "/readyz showed no lag",
    "statwire lag showed no lag",
    "not everything stored 600 s after the end",
    "1 events lost",
    "2 events doubled",
    "3 dropped, 0 announced",
    "9999 of 10000 nodes in the history",
    "0 of 10000 nodes in the API",
    "latest states back: 39.4",
    "short histories back: never",
  ]);
});
