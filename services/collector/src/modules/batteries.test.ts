import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixtureCopies } from "../testing/fixture-copies.js";
import { fixtureContext } from "../testing/fixture-host.js";
import { openBatteries, reportBattery } from "./batteries.js";

const copyOf = fixtureCopies();
const battery = "sys/class/power_supply/BAT0";

function batteryOf(texts: Record<string, string>) {
  return reportBattery({ name: "BAT0", folder: "BAT0", texts: new Map(Object.entries(texts)) });
}

describe("batteries", () => {
  it("reads a laptop's battery and its adapters, not the mouse's battery", async () => {
    expect(await openBatteries(fixtureContext("laptop")).sample(0)).toEqual({
      items: [
        {
          name: "BAT0",
          status: "discharging",
          chargeE4: 7502,
          healthE4: 8742,
          wattsE3: 8123,
          voltsE3: 15_834,
          cycles: 212n,
          // 37.38 Wh at 8.123 W.
          timeLeftMs: 16_566_293n,
          model: "SMP 5B10W13975",
        },
      ],
      mainsOnline: false,
    });
  });

  it("calls a charger on a USB socket the mains", async () => {
    const copy = copyOf("laptop");
    copy.write("sys/class/power_supply/ucsi-source-psy-USBC000:001/online", "1\n");
    expect(await openBatteries(copy.context()).sample(0)).toMatchObject({ mainsOnline: true });
  });

  it("reckons in ampere-hours, with the current's sign either way", () => {
    const charged = {
      status: "Charging",
      charge_now: "1500000",
      charge_full: "3000000",
      charge_full_design: "4000000",
    };
    const flows = { voltage_now: "12000000", current_now: "-1000000" };
    expect(batteryOf({ ...charged, ...flows })).toEqual({
      name: "BAT0",
      status: "charging",
      chargeE4: 5000,
      healthE4: 7500,
      wattsE3: 12_000,
      voltsE3: 12_000,
      timeLeftMs: 5_400_000n,
      model: "",
    });
  });

  it("believes the battery's own time, and gives none at rest or when nothing flows", () => {
    const full = { energy_now: "50", energy_full: "50", power_now: "0" };
    expect(batteryOf({ ...full, status: "Full" }).timeLeftMs).toBeUndefined();
    expect(batteryOf({ ...full, status: "Discharging" }).timeLeftMs).toBeUndefined();
    expect(batteryOf({ ...full, status: "Discharging", time_to_empty_now: "90" }).timeLeftMs).toBe(90_000n);
    expect(batteryOf({ status: "Not charging" }).status).toBe("not_charging");
  });

  it("goes by the capacity alone where that is all there is, and takes no cycles for not counted", () => {
    expect(batteryOf({ capacity: "63", cycle_count: "0" })).toEqual({
      name: "BAT0",
      status: "unknown",
      chargeE4: 6300,
      model: "",
    });
  });

  it("never reports a share outside of its range, nor a time before now", () => {
    const number = fc.integer({ min: -1e9, max: 1e9 }).map(String);
    fc.assert(
      fc.property(number, number, number, fc.constantFrom("Charging", "Discharging"), (now, full, power, status) => {
        const said = batteryOf({
          status,
          energy_now: now,
          energy_full: full,
          energy_full_design: full,
          power_now: power,
        });
        for (const share of [said.chargeE4 ?? 0, said.healthE4 ?? 0]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(10_000);
        }
        expect(said.timeLeftMs ?? 0n).toBeGreaterThanOrEqual(0n);
      }),
    );
  });

  it("is absent without any, and says that a desktop is on the mains", async () => {
    expect(await openBatteries(fixtureContext("container")).sample(0)).toBeUndefined();
    const copy = copyOf("laptop");
    copy.write(`${battery}/present`, "0\n");
    expect(await openBatteries(copy.context()).sample(0)).toEqual({ items: [], mainsOnline: false });
  });

  it("fails with the name of a file that holds rubbish", async () => {
    const copy = copyOf("laptop");
    copy.write(`${battery}/energy_now`, "n/a\n");
    await expect(openBatteries(copy.context()).sample(0)).rejects.toThrow(
      'BAT0/energy_now: expected a whole number, got "n/a"',
    );
  });
});
