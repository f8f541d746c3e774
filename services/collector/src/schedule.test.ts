import { surveyModules } from "@statwire/events";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cadence, cadences, clockBehindMs, delayToNextTick, dueAt } from "./schedule.js";
import { defaultSettings, parseSettingsFile } from "./settings-file.js";
import { directModules } from "./sources/direct.js";

const host: Cadence = { family: "host", intervalMs: 4000, modules: ["cpu"] };
const sensors: Cadence = { family: "host.sensors", intervalMs: 10_000, modules: ["sensors"] };

describe("cadences", () => {
  it("put the base interval's modules in one family, each slower one and each survey in its own", () => {
    const [base, ...others] = cadences(defaultSettings);
    expect(base).toEqual({
      family: "host",
      intervalMs: 4000,
      modules: ["cpu", "load", "memory", "swap", "disks", "network", "pressure", "sockets"],
    });
    expect(others.slice(0, 4)).toEqual([
      { family: "host.filesystems", intervalMs: 30_000, modules: ["filesystems"] },
      { family: "host.sensors", intervalMs: 10_000, modules: ["sensors"] },
      { family: "host.processes", intervalMs: 10_000, modules: ["processes"] },
      { family: "host.collector", intervalMs: 10_000, modules: ["collector"] },
    ]);
    const surveys = surveyModules.filter((module) => module !== "alerts" && directModules.has(module));
    expect(others.slice(4).map(({ modules }) => modules)).toEqual(surveys.map((module) => [module]));
  });

  it("leave out what is switched off, and take in what runs at the base interval, but no survey", () => {
    const text = JSON.stringify({
      modules: { sensors: { interval_ms: 4000 }, processes: { enabled: false }, alerts: { interval_ms: 4000 } },
      netdata: { enabled: true },
    });
    const loaded = parseSettingsFile("", text);
    if (!loaded.ok) throw new Error(loaded.problem);
    const [base, ...others] = cadences(loaded.settings);
    expect(base?.modules).toContain("sensors");
    expect(base?.modules).not.toContain("alerts");
    expect(others.map(({ family }) => family)).toEqual(
      expect.arrayContaining(["host.filesystems", "host.collector", "host.alerts"]),
    );
    expect(others.map(({ family }) => family)).not.toContain("host.processes");
  });
});

describe("ticks", () => {
  it("are dated when they were due, however late", () => {
    expect(dueAt([host, sensors], new Map(), 23_900)).toEqual([
      { cadence: host, observedAtMs: 20_000 },
      { cadence: sensors, observedAtMs: 20_000 },
    ]);
  });

  it("are not repeated", () => {
    const last = new Map([
      ["host", 20_000],
      ["host.sensors", 10_000],
    ]);
    expect(dueAt([host, sensors], last, 20_001).map(({ cadence }) => cadence.family)).toEqual(["host.sensors"]);
  });

  it("come once after a sleep, not in a burst", () => {
    expect(dueAt([host], new Map([["host", 4000]]), 3_600_001)).toEqual([{ cadence: host, observedAtMs: 3_600_000 }]);
  });

  it("wait when the clock was set back, until it has passed the last reading", () => {
    const last = new Map([["host", 100_000]]);
    expect(dueAt([host], last, 60_000)).toEqual([]);
    expect(clockBehindMs(last, 60_000)).toBe(40_000);
    expect(dueAt([host], last, 100_500)).toEqual([]);
    expect(dueAt([host], last, 104_000)).toHaveLength(1);
    expect(clockBehindMs(last, 104_000)).toBe(0);
  });

  it("lie on the grid and grow, whatever the clock does", () => {
    const steps = fc.array(fc.integer({ min: -20_000, max: 60_000 }), { maxLength: 100 });
    fc.assert(
      fc.property(fc.nat(1e9), steps, (startMs, deltas) => {
        const last = new Map<string, number>();
        let nowMs = startMs + 1e9;
        for (const delta of deltas) {
          nowMs += delta;
          for (const { cadence, observedAtMs } of dueAt([host, sensors], last, nowMs)) {
            expect(observedAtMs % cadence.intervalMs).toBe(0);
            expect(observedAtMs).toBeLessThanOrEqual(nowMs);
            expect(observedAtMs).toBeGreaterThan(last.get(cadence.family) ?? 0);
            last.set(cadence.family, observedAtMs);
          }
          const delay = delayToNextTick([host, sensors], nowMs);
          expect(delay).toBeGreaterThan(0);
          expect(delay).toBeLessThanOrEqual(4000);
        }
      }),
    );
  });
});
