import { type Module, modules } from "@statwire/events";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Source, SourceName } from "../sources/source.js";
import type { Reading } from "./module.js";
import { ModuleRunner } from "./runner.js";

/** What a source does when it is asked. */
type Behaviour = "says" | "says later" | "absent" | "throws" | "rejects" | "hangs";

interface TestSource extends Source {
  behaviour: Behaviour;
  reads: number;
  forgotten: Module[];
}

function openTestSource(name: SourceName, behaviour: Behaviour): TestSource {
  const load = { oneMinuteE2: name.length, fiveMinutesE2: 0, fifteenMinutesE2: 0, uptimeMs: 0n };
  const source: TestSource = {
    name,
    behaviour,
    reads: 0,
    forgotten: [],
    modules: new Set(modules),
    read<M extends Module>() {
      source.reads += 1;
      const reading = load as unknown as Reading<M>;
      const ways: Record<Behaviour, () => Reading<M> | undefined | Promise<Reading<M>>> = {
        says: () => reading,
        "says later": () => Promise.resolve(reading),
        absent: () => undefined,
        throws: () => {
          throw new Error("cannot be read");
        },
        rejects: () => Promise.reject(new Error("cannot be reached")),
        hangs: () => new Promise(() => {}),
      };
      return ways[source.behaviour]();
    },
    forget: (module) => source.forgotten.push(module),
    close() {},
  };
  return source;
}

let nowMs: number;
beforeEach(() => {
  nowMs = 1_000_000;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function open(...sources: TestSource[]) {
  const order = sources.map(({ name }) => name);
  const runner = new ModuleRunner({ sources, order: () => order, beginTick: () => {}, monotonicMs: () => nowMs });
  const tick = async (afterMs = 4000) => {
    nowMs += afterMs;
    const { readings, sources } = await runner.run(["load"]);
    return readings.load === undefined ? undefined : (sources.load ?? "direct");
  };
  return { runner, tick };
}

describe("the order of sources", () => {
  it("falls back when the first fails, says so, and tries it again first after half a minute", async () => {
    const direct = openTestSource("direct", "says");
    const netdata = openTestSource("netdata", "says later");
    const { runner, tick } = open(direct, netdata);
    expect(await tick()).toBe("direct");
    expect(netdata.reads).toBe(0);
    direct.behaviour = "throws";
    expect(await tick()).toBe("netdata");
    expect(runner.health()).toMatchObject([
      { failing: false, failures: 1n, error: "direct: cannot be read", source: "netdata" },
    ]);
    const { reads } = direct;
    for (let passedMs = 4000; passedMs < 29_000; passedMs += 4000) expect(await tick()).toBe("netdata");
    expect(direct.reads).toBe(reads);
    direct.behaviour = "says";
    expect(await tick()).toBe("direct");
    expect(runner.health()).toMatchObject([{ failing: false, error: "", source: "direct" }]);
    // Whoever is left forgets what it would compare its next reading with.
    expect([direct.forgotten, netdata.forgotten]).toEqual([["load"], ["load"]]);
  });

  it("costs the time-out of a source that hangs once, and lets it be while it does", async () => {
    const netdata = openTestSource("netdata", "hangs");
    const direct = openTestSource("direct", "says");
    const { runner, tick } = open(netdata, direct);
    const first = tick();
    await vi.advanceTimersByTimeAsync(11_000);
    expect(await first).toBe("direct");
    expect(await tick()).toBe("direct");
    expect(netdata.reads).toBe(1);
    expect(await tick(30_000)).toBe("direct");
    expect(netdata.reads).toBe(1);
    expect(runner.health()).toMatchObject([{ error: "netdata: still busy with the reading before", failing: false }]);
  });

  it("shows the failures of all sources when none gives a reading, within the bounds", async () => {
    const direct = openTestSource("direct", "throws");
    const netdata = openTestSource("netdata", "rejects");
    const { runner, tick } = open(direct, netdata);
    expect(await tick()).toBeUndefined();
    expect(runner.health()).toMatchObject([
      { failing: true, failures: 1n, error: "direct: cannot be read; netdata: cannot be reached" },
    ]);
    // The host's own files are tried on each tick for want of anything else.
    expect(await tick()).toBeUndefined();
    expect([direct.reads, netdata.reads]).toEqual([2, 1]);
  });

  it("does not look again soon for what a program would have to be started for", async () => {
    const direct = openTestSource("direct", "absent");
    const programs = openTestSource("systeminformation", "absent");
    const { runner, tick } = open(direct, programs);
    for (let ticks = 0; ticks < 100; ticks += 1) expect(await tick(30_000)).toBeUndefined();
    expect([direct.reads, programs.reads]).toEqual([100, 1]);
    expect(runner.health()).toMatchObject([{ failing: false, failures: 0n, error: "" }]);
    programs.behaviour = "says";
    runner.endPauses();
    expect(await tick()).toBe("systeminformation");
  });

  it("opens everything anew but what is being read", async () => {
    const direct = openTestSource("direct", "says");
    const netdata = openTestSource("netdata", "hangs");
    const { runner, tick } = open(direct, netdata);
    await tick();
    direct.behaviour = "absent";
    void tick();
    runner.reopen();
    expect([direct.forgotten, netdata.forgotten]).toEqual([["load"], []]);
  });

  it("takes a reading that no event can hold for a failure of its source", async () => {
    const direct = openTestSource("direct", "says");
    const { runner, tick } = open(direct, openTestSource("netdata", "says later"));
    await tick();
    runner.fail("load", new Error("beyond 32 bits"));
    expect(runner.health()).toMatchObject([{ failing: true, failures: 1n, error: "direct: beyond 32 bits" }]);
    expect(await tick()).toBe("netdata");
  });

  it("gives, whatever the sources do, the reading of the first that is not pausing and has one", async () => {
    const quick = fc.constantFrom<Behaviour[]>("says", "says later", "absent", "throws", "rejects");
    const step = fc.record({ afterMs: fc.integer({ min: 1, max: 40_000 }), one: quick, two: quick, three: quick });
    const names = fc.shuffledSubarray<SourceName>(["direct", "systeminformation", "netdata"], { minLength: 3 });
    await fc.assert(
      fc.asyncProperty(names, fc.array(step, { maxLength: 30 }), async (order, steps) => {
        const sources = order.map((name) => openTestSource(name, "says"));
        const { runner, tick } = open(...sources);
        const pausesUntilMs = new Map<SourceName, number>();
        for (const { afterMs, ...behaviours } of steps) {
          for (const [index, behaviour] of Object.values(behaviours).entries()) {
            Object.assign(sources[index] ?? {}, { behaviour });
          }
          const atMs = nowMs + afterMs;
          const pausing = (source: Source) => atMs < (pausesUntilMs.get(source.name) ?? 0);
          const ready = sources.filter((source) => !pausing(source));
          const asked = [...ready, ...sources.filter((source) => pausing(source) && source.name === "direct")];
          const expected = asked.find(({ behaviour }) => behaviour.startsWith("says"));
          const before = sources.map(({ reads }) => reads);
          expect(await tick(afterMs)).toBe(expected?.name);
          const tried = expected === undefined ? asked : asked.slice(0, asked.indexOf(expected) + 1);
          expect(sources.filter(({ reads }, index) => reads !== before[index])).toEqual(
            sources.filter((source) => tried.includes(source)),
          );
          for (const { name, behaviour } of tried) {
            const absentMs = { direct: 0, systeminformation: 3_600_000, netdata: 29_500 }[name];
            const pauseMs = behaviour === "absent" ? absentMs : 29_500;
            pausesUntilMs.set(name, behaviour.startsWith("says") ? 0 : atMs + pauseMs);
          }
          const failed = tried.some(({ behaviour }) => behaviour === "throws" || behaviour === "rejects");
          expect(runner.health()[0]?.failing).toBe(expected === undefined && failed);
        }
      }),
      { numRuns: 200 },
    );
  });
});
