import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fixtureContext, fixturePath } from "../testing/fixture-host.js";
import { readProcessDetails } from "./process-details.js";
import { type ProcessStat, parseProcessStat } from "./process-stat.js";
import { busyTicks, largest, openProcesses, parseUserNames } from "./processes.js";

function process(pid: number, ticks: number, residentPages: number, startTicks = 0): [number, ProcessStat] {
  return [
    pid,
    {
      pid,
      command: `p${pid}`,
      state: "S",
      threads: 1,
      ticks,
      residentPages,
      startTicks,
      virtualBytes: 0,
      pageFaults: 0,
      majorPageFaults: 0,
    },
  ];
}

describe("processes", () => {
  it("counts states and threads", async () => {
    const processes = await openProcesses(fixtureContext("x86-server")).sample(0);
    expect(processes).toMatchObject({ total: 7, running: 1, sleeping: 3, blocked: 1, zombie: 1, idle: 1, stopped: 0 });
    expect(processes?.created).toBe(13_199n);
    expect(processes?.threads).toBe(13 + 1 + 1 + 1 + 11 + 1 + 1);
    expect(processes?.top[0]).toMatchObject({
      pid: 500,
      command: ") R (x",
      residentBytes: 65_000n * 4096n,
      threads: 11,
    });
  });

  it("tells more of the largest, as far as it may be read", async () => {
    const top = (await openProcesses(fixtureContext("x86-server")).sample(0))?.top ?? [];
    expect(top.find(({ pid }) => pid === 500)).toMatchObject({
      virtualBytes: 50_618_368n,
      cpuMs: 57_000n,
      pageFaults: 51_050n,
      majorPageFaults: 0n,
      readBytes: 221_184n,
      writeBytes: 307_200n,
      voluntaryContextSwitches: 567n,
      involuntaryContextSwitches: 677n,
      startedAtMs: 1_795_223_829_000n + 90_000n,
    });
    expect(top.find(({ pid }) => pid !== 500)).toMatchObject({ readBytes: undefined, openFiles: undefined });
  });

  it("counts its own open files", () => {
    const counted = readdirSync("/proc/self/fd").length;
    // Other work of this process may open and close some in between.
    expect(Math.abs((readProcessDetails("/proc/self").openFiles ?? 0) - counted)).toBeLessThan(5);
  });

  it("reads a command with parentheses and spaces", () => {
    const line = readFileSync(`${fixturePath("x86-server")}/proc/500/stat`, "latin1");
    expect(parseProcessStat(line)).toEqual({
      pid: 500,
      command: ") R (x",
      state: "R",
      threads: 11,
      ticks: 5700,
      residentPages: 65_000,
      startTicks: 9000,
      virtualBytes: 50_618_368,
      pageFaults: 51_050,
      majorPageFaults: 0,
    });
    expect(() => parseProcessStat("500 (x) R 1 2")).toThrow("process stat: cannot read");
  });

  it("takes the time since the earlier reading, and all of a process that took over a number", () => {
    const before = new Map([process(1, 100, 0), process(2, 900, 0)]);
    const now = new Map([process(1, 130, 0), process(2, 20, 0, 5000), process(3, 7, 0)]);
    expect(busyTicks(now, before)).toEqual(
      new Map([
        [1, 30],
        [2, 20],
        [3, 7],
      ]),
    );
    expect(busyTicks(now, undefined).size).toBe(0);
  });

  it("picks the busiest and the biggest without repeats", () => {
    const all = new Map([
      process(1, 0, 900),
      process(2, 0, 800),
      process(3, 0, 10),
      process(4, 0, 5),
      process(5, 0, 1),
    ]);
    const busy = new Map([
      [5, 100],
      [1, 50],
      [4, 1],
    ]);
    expect(largest(all, busy, 4).map(({ pid }) => pid)).toEqual([5, 1, 2, 3]);
    expect(largest(all, busy, 0)).toEqual([]);
  });

  it("knows users by name", () => {
    expect(parseUserNames("root:x:0:0:root:/root:/bin/bash\npi:x:1000:1000:,,,:/home/pi:\n").get("1000")).toBe("pi");
  });
});
