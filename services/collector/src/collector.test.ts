import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type CollectorConfigured,
  decodeCollectorConfigured,
  decodeHostSampled,
  type HostSampled,
  type SamplingAction,
  type SpooledReading,
  samplingActions,
} from "@statwire/events";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Collector, type CollectorDeps } from "./collector.js";
import type { Readings } from "./modules/module.js";
import { RunNumber } from "./run-number.js";
import { parseSettingsFile } from "./settings-file.js";

const start = 1_800_000_000_500;
const load = { oneMinuteE2: 1, fiveMinutesE2: 2, fifteenMinutesE2: 3, uptimeMs: 4n };

let folder: string;
let published: SpooledReading[];
let readings: Readings;
let clockMs: number;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  folder = mkdtempSync(join(tmpdir(), "statwire-collector-"));
  published = [];
  readings = { load };
  clockMs = start;
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

function settings(file: unknown) {
  const loaded = parseSettingsFile("", JSON.stringify(file));
  if (!loaded.ok) throw new Error(loaded.problem);
  return loaded.settings;
}

function open(changes: Partial<CollectorDeps> = {}): Collector {
  const deps: CollectorDeps = {
    runNumber: new RunNumber(folder, start, 0),
    runModules: async (names) => ({
      readings: Object.fromEntries(names.map((name) => [name, readings[name as "load"]])),
      sources: {},
    }),
    reopenModules: () => {},
    refuseReading: () => {},
    readInventory: () => ({ hostname: "node" }) as ReturnType<CollectorDeps["readInventory"]>,
    publish: (reading) => published.push(reading),
    unfenced: () => [],
    takeReached: () => [],
    nowMs: () => clockMs,
    log: { info: vi.fn(), warn: vi.fn(), error: vi.fn() },
    ...changes,
  };
  return new Collector(deps, settings({ base_interval_ms: 1000 }));
}

async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 100) {
    clockMs += Math.min(100, left);
    await vi.advanceTimersByTimeAsync(Math.min(100, left));
  }
}

function hostEvents(): HostSampled[] {
  return published.filter(({ family }) => family === "host").map(({ event }) => decodeHostSampled(event));
}

function configurations(): CollectorConfigured[] {
  return published
    .filter(({ family }) => family === "configuration")
    .map(({ event }) => decodeCollectorConfigured(event));
}

describe("the collector", () => {
  it("reads at once, then on the grid, with numbers that have no gaps", async () => {
    const collector = open();
    void collector.start();
    await pass(3600);
    const events = hostEvents();
    expect(events.map(({ observedAtMs }) => Number(observedAtMs) - start)).toEqual([500, 1500, 2500, 3500]);
    expect(events.map(({ sequence }) => Number(sequence))).toEqual([1, 2, 3, 4]);
    expect(events[0]).toMatchObject({
      bootId: BigInt(start),
      load: { intervalMs: 1000, oneMinuteE2: 1 },
      requested: false,
    });
    expect(published.filter(({ family }) => family === "inventory")).toHaveLength(1);
    expect(configurations()).toMatchObject([{ sequence: 1n, sampling: true, baseIntervalMs: 1000 }]);
    collector.stop();
    await pass(3000);
    expect(hostEvents()).toHaveLength(4);
  });

  it("dates the first reading of a run when it is taken, also with other settings from its beginning on", async () => {
    // Ticks of a slow clock have passed long before: two runs must not both date a reading to one of them.
    const slow = settings({ base_interval_ms: 1000, modules: { load: { interval_ms: 60_000 } } });
    const collector = open();
    void collector.start();
    collector.apply(slow);
    await pass(10_000);
    const dated = published
      .filter(({ family }) => family === "host.load")
      .map(({ observedAtMs }) => observedAtMs - start);
    expect(dated).toEqual([500]);
    collector.stop();
  });

  it("publishes a slow family only when its module said something", async () => {
    const collector = open();
    void collector.start();
    await pass(31_000);
    expect(new Set(published.map(({ family }) => family))).toEqual(new Set(["host", "inventory", "configuration"]));
    collector.stop();
  });

  it("dates a requested reading now, and later than the last when the clock was set back", async () => {
    const collector = open();
    void collector.start();
    await pass(2600);
    clockMs -= 60_000;
    const last = Number(hostEvents().at(-1)?.observedAtMs);
    const full = await collector.readAll({ requested: true, clearsHistory: true });
    expect(full.observedAtMs).toBe(last + 1);
    expect(hostEvents().at(-1)).toMatchObject({ requested: true, clearsHistory: true, sequence: 4n });
    expect(full.sequences).toEqual({ host: 4 });
    await pass(5000);
    expect(hostEvents()).toHaveLength(4);
    await pass(60_000);
    const times = hostEvents().map(({ observedAtMs }) => Number(observedAtMs));
    expect(times.length).toBeGreaterThan(4);
    expect(times).toEqual([...new Set(times)].sort((one, other) => one - other));
    collector.stop();
  });

  it("sends an empty event for a family that is not read any more and has a backlog", async () => {
    const unfenced = vi.fn(() => ["host.sensors", "host"]);
    const collector = open({ unfenced });
    collector.apply(settings({ base_interval_ms: 1000, modules: { sensors: { enabled: false } } }));
    collector.stop();
    const [configuration, fence, ...others] = published;
    expect(configuration?.family).toBe("configuration");
    expect(others).toEqual([]);
    expect(fence?.family).toBe("host.sensors");
    const event = decodeHostSampled(fence?.event ?? new Uint8Array());
    expect(event).toMatchObject({ sequence: 1n, observedAtMs: BigInt(start) });
    expect(event.sensors).toBeUndefined();
  });

  it("takes changed settings from the next tick on, and goes on counting", async () => {
    const collector = open();
    void collector.start();
    await pass(2600);
    collector.apply(settings({ base_interval_ms: 2000 }));
    await pass(5000);
    const events = hostEvents();
    expect(events.map(({ sequence }) => Number(sequence))).toEqual([1, 2, 3, 4, 5, 6]);
    expect(events.at(-1)?.load?.intervalMs).toBe(2000);
    collector.stop();
  });
});

describe("sampling", () => {
  it("stops at once, tells so, and goes on with the next tick on the grid", async () => {
    const collector = open();
    void collector.start();
    await pass(2600);
    const before = hostEvents().length;
    expect(await collector.controlSampling("stop")).toMatchObject({ running: false, changed: true });
    expect(configurations().map(({ sampling }) => sampling)).toEqual([true, false]);
    await pass(10_300);
    expect(hostEvents()).toHaveLength(before);
    expect(await collector.controlSampling("start")).toMatchObject({ running: true, changed: true });
    expect(configurations().map(({ sampling }) => sampling)).toEqual([true, false, true]);
    await pass(2000);
    const times = hostEvents().map(({ observedAtMs }) => Number(observedAtMs) - start);
    expect(times.slice(before)).toEqual([13_500, 14_500]);
    collector.stop();
  });

  it("tells the settings again when they change while it is stopped, and each hour", async () => {
    const collector = open();
    void collector.start();
    await pass(1000);
    await collector.controlSampling("stop");
    collector.apply(settings({ base_interval_ms: 2000 }));
    await pass(3000);
    expect(configurations().map(({ sampling, baseIntervalMs }) => [sampling, baseIntervalMs])).toEqual([
      [true, 1000],
      [false, 1000],
      [false, 2000],
    ]);
    clockMs += 3_600_000;
    await pass(61_000);
    expect(configurations()).toHaveLength(4);
    expect(hostEvents()).toHaveLength(1);
    collector.stop();
  });

  it("refreshes while it is stopped, and drops what was being read when it stopped", async () => {
    let finish = () => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let wait: Promise<void> = Promise.resolve();
    const collector = open({
      runModules: async (names) => {
        await wait;
        return { readings: Object.fromEntries(names.map((name) => [name, readings[name as "load"]])), sources: {} };
      },
    });
    void collector.start();
    await pass(1100);
    const before = hostEvents().length;
    wait = slow;
    await pass(1000);
    await collector.controlSampling("stop");
    finish();
    await pass(100);
    expect(hostEvents()).toHaveLength(before);
    const full = await collector.readAll({ requested: true, clearsHistory: false });
    expect(full.sequences).toEqual({ host: before + 1 });
    expect(hostEvents().at(-1)).toMatchObject({ requested: true });
    collector.stop();
  });

  it("opens and reads everything anew on a restart, surveys, too", async () => {
    const reopenModules = vi.fn();
    const read: string[] = [];
    const collector = open({
      reopenModules,
      runModules: async (names) => {
        read.push(...names);
        return { readings: Object.fromEntries(names.map((name) => [name, readings[name as "load"]])), sources: {} };
      },
    });
    void collector.start();
    await pass(1100);
    read.length = 0;
    const before = hostEvents().length;
    expect(await collector.controlSampling("restart")).toMatchObject({ running: true, changed: true });
    expect(reopenModules).toHaveBeenCalledOnce();
    expect(read).toEqual(expect.arrayContaining(["load", "filesystems", "gpus"]));
    expect(hostEvents()).toHaveLength(before + 1);
    expect(configurations().at(-1)?.sampling).toBe(true);
    await collector.controlSampling("stop");
    await collector.controlSampling("restart");
    expect(configurations().at(-1)?.sampling).toBe(true);
    collector.stop();
  });

  it("reads exactly while it runs, whatever it was told", async () => {
    const step = fc.record({ action: fc.constantFrom<SamplingAction>(...samplingActions), passMs: fc.nat(3000) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        published = [];
        const collector = open();
        void collector.start();
        await pass(600);
        for (const { action, passMs } of steps) {
          const step = await collector.controlSampling(action);
          expect(configurations().at(-1)?.sampling).toBe(step.running);
          const [before, fromMs] = [hostEvents().length, clockMs];
          await pass(passMs);
          const ticks = Math.floor(clockMs / 1000) - Math.floor(fromMs / 1000);
          expect(hostEvents().length - before).toBe(step.running ? ticks : 0);
        }
        collector.stop();
        const times = hostEvents().map(({ observedAtMs }) => Number(observedAtMs));
        expect(times).toEqual([...new Set(times)].sort((one, other) => one - other));
        expect(hostEvents().map(({ sequence }) => Number(sequence))).toEqual(times.map((_, index) => index + 1));
      }),
      { numRuns: 60 },
    );
  });
});
