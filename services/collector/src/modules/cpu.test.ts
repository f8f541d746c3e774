import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixtureContext, fixturePath } from "../testing/fixture-host.js";
import { type CpuTimes, openCpu, parseProcessorStat, utilizationE4 } from "./cpu.js";
import { parseCpufreq, parseCpuinfoFrequency } from "./frequency.js";

const idleHost: CpuTimes = { user: 0, nice: 0, system: 0, idle: 0, iowait: 0, interrupt: 0, softirq: 0, steal: 0 };
const times = fc.record(Object.fromEntries(Object.keys(idleHost).map((mode) => [mode, fc.nat(1e9)]))) as fc.Arbitrary<
  typeof idleHost
>;

describe("cpu", () => {
  it("reads a server", async () => {
    const cpu = await openCpu(fixtureContext("x86-server")).sample(0);
    expect(cpu).toMatchObject({ userMs: 221_140n, idleMs: 7_231_360n, stealMs: 124_510n, interrupts: 940_466n });
    expect(cpu?.contextSwitches).toBe(2_036_641n);
    expect(cpu?.frequencyHz).toBe(2_596_122_000n);
    // Since the start: (22114 + 362 + 12525 + 322 + 12451) of 772 273 ticks.
    expect(cpu?.utilizationE4).toBe(619);
    expect(cpu?.cores.map(({ number }) => number)).toEqual([0, 1]);
  });

  it("reads a Raspberry Pi, whose cores have frequencies of their own", async () => {
    const cpu = await openCpu(fixtureContext("raspberry-pi-4")).sample(0);
    expect(cpu?.cores).toHaveLength(4);
    expect(cpu?.frequencyHz).toBe((3n * 1_500_000_000n + 600_000_000n) / 4n);
  });

  it("counts neither idling nor waiting for I/O as use", () => {
    const now = { ...idleHost, user: 30, steal: 10, iowait: 20, idle: 40 };
    expect(utilizationE4(now, idleHost)).toBe(4000);
    expect(utilizationE4(now, now)).toBe(0);
  });

  it("keeps to between none and all, whatever the counters do", () => {
    fc.assert(
      fc.property(times, times, (now, before) => {
        const share = utilizationE4(now, before);
        return Number.isInteger(share) && share >= 0 && share <= 10_000;
      }),
    );
  });

  it("refuses text without the host's line or without times", () => {
    expect(() => parseProcessorStat("ctxt 1\nintr 1\n")).toThrow('stat: no line "cpu"');
    expect(() => parseProcessorStat("cpu  1 2 x 4\n")).toThrow('stat: line "cpu" has no times');
  });

  it("reads lines of kernels that know fewer modes", () => {
    expect(parseProcessorStat("cpu  1 2 3 4\nctxt 5\nintr 6 7\n").total).toEqual({
      ...idleHost,
      user: 10,
      nice: 20,
      system: 30,
      idle: 40,
    });
  });

  it("takes the mean of the frequencies there are", () => {
    const cpuinfo = readFileSync(`${fixturePath("container")}/proc/cpuinfo`, "utf8");
    expect(parseCpuinfoFrequency(cpuinfo)).toBe(2_500_000_000);
    expect(parseCpuinfoFrequency("processor : 0\n")).toBeUndefined();
    expect(parseCpufreq(["600000\n", "", "1800000\n"])).toBe(1_200_000_000);
  });
});
