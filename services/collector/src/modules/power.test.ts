import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixtureCopies } from "../testing/fixture-copies.js";
import { fixtureContext } from "../testing/fixture-host.js";
import { openPower } from "./power.js";
import { addEnergy, type EnergyTotal } from "./powercap.js";

const copyOf = fixtureCopies();

describe("power", () => {
  it("names sensors as those of temperature are named", async () => {
    expect(await openPower(fixtureContext("workstation")).sample(0)).toEqual({
      voltages: [
        { sensor: "nct6775/Vcore", voltsE3: 1048 },
        { sensor: "nct6775/in2", voltsE3: 3344 },
        { sensor: "nct6775/in10", voltsE3: 512 },
        { sensor: "amdgpu/vddgfx", voltsE3: 793 },
      ],
      currents: [],
      draws: [{ sensor: "amdgpu/PPT", wattsE3: 41_000n }],
      energies: [{ sensor: "xe/card", joulesE3: 81_250_000n }],
    });
  });

  it("reads the packages and parts of RAPL", async () => {
    const power = await openPower(fixtureContext("laptop")).sample(0);
    expect(power?.energies).toEqual([
      { sensor: "intel-rapl-mmio/package-0", joulesE3: 181_234_568n },
      { sensor: "intel-rapl/package-0", joulesE3: 181_234_568n },
      { sensor: "intel-rapl/package-0/core", joulesE3: 90_123_457n },
      { sensor: "intel-rapl/package-0/uncore", joulesE3: 1_234_568n },
      { sensor: "intel-rapl/psys", joulesE3: 203_456_789n },
    ]);
    expect(power?.currents).toEqual([{ sensor: "ucsi_source_psy_USBC000:001/curr1", amperesE3: 900 }]);
    expect(power?.draws).toEqual([{ sensor: "BAT0/power1", wattsE3: 8123n }]);
  });

  it("keeps a total that goes on when the counter starts anew", async () => {
    const copy = copyOf("laptop");
    const power = openPower(copy.context({ accepts: (_, sensor) => sensor === "intel-rapl/package-0" }));
    const joulesAt = async (microjoules: string) => {
      copy.write("sys/class/powercap/intel-rapl:0/energy_uj", microjoules);
      return (await power.sample(0))?.energies[0]?.joulesE3;
    };
    expect(await joulesAt("262143000000\n")).toBe(262_143_000n);
    expect(await joulesAt("1671150\n")).toBe(262_145_000n);
    expect(await joulesAt("2671150\n")).toBe(262_146_000n);
  });

  it("goes without RAPL where only root may read it", async () => {
    const copy = copyOf("laptop");
    for (const zone of ["intel-rapl:0", "intel-rapl:0:0", "intel-rapl:0:1", "intel-rapl:1", "intel-rapl-mmio:0"]) {
      copy.remove(`sys/class/powercap/${zone}/energy_uj`);
    }
    const power = await openPower(copy.context()).sample(0);
    expect(power?.energies).toEqual([]);
    expect(power?.voltages).toHaveLength(2);
  });

  it("is absent without sensors", async () => {
    expect(await openPower(fixtureContext("raspberry-pi-4")).sample(0)).toBeUndefined();
  });

  it("fails with the name of a file that holds rubbish", async () => {
    const copy = copyOf("workstation");
    copy.write("sys/class/hwmon/hwmon3/in0_input", "1.05 V\n");
    await expect(openPower(copy.context()).sample(0)).rejects.toThrow(
      'hwmon3/in0_input: expected a whole number, got "1.05 V"',
    );
  });
});

describe("energy", () => {
  it("adds up to what was used, however often the counter passes its limit", () => {
    const limit = 1000;
    fc.assert(
      fc.property(fc.nat(limit - 1), fc.array(fc.nat(limit - 1)), (start, steps) => {
        let counter = start;
        let total: EnergyTotal = addEnergy(undefined, { microjoules: start, limit });
        for (const step of steps) {
          counter = (counter + step) % limit;
          total = addEnergy(total, { microjoules: counter, limit });
        }
        expect(total.totalMicrojoules).toBe(steps.reduce((sum, step) => sum + step, start));
      }),
    );
  });

  it("never goes back", () => {
    const counter = fc.record({ microjoules: fc.nat(), limit: fc.nat() });
    fc.assert(
      fc.property(fc.array(counter), (counters) => {
        let total: EnergyTotal | undefined;
        for (const one of counters) {
          const next = addEnergy(total, one);
          expect(next.totalMicrojoules).toBeGreaterThanOrEqual(total?.totalMicrojoules ?? 0);
          total = next;
        }
      }),
    );
  });
});
