import { decodeHostSampled, encodeHostSampled, HostSampledSchema, surveyModules } from "@statwire/events";
import { describe, expect, it } from "vitest";
import { toModuleStates } from "./to-module-states.js";

type MessageType = NonNullable<(typeof HostSampledSchema)["fields"][number]["message"]>;
type Init = Parameters<typeof encodeHostSampled>[0];

const statesOf = (init: Init) => toModuleStates(decodeHostSampled(encodeHostSampled(init)));

describe("surveyMappers", () => {
  it("give ratios, degrees, watts, volts, hertz and seconds", () => {
    const { gpus, batteries, physicalDisks, power, clock } = statesOf({
      gpus: {
        intervalMs: 60_000,
        items: [
          { id: "0000:01:00.0", utilizationE4: 4_200, celsiusE3: 61_500, wattsE3: 120_250, clockHz: 1_500_000_000n },
        ],
      },
      batteries: {
        items: [{ name: "BAT0", chargeE4: 8_850, voltsE3: 12_345, timeLeftMs: 5_400_000n }],
        mainsOnline: false,
      },
      physicalDisks: { items: [{ device: "nvme0n1", healthy: false, enduranceUsedE4: 11_000, powerOnHours: 9n }] },
      power: {
        draws: [{ sensor: "psu/in", wattsE3: 95_125n }],
        energies: [{ sensor: "package-0", joulesE3: 1_234_567_890n }],
      },
      clock: { synchronized: true, offsetUs: -1_250n, frequencyErrorPpb: 12_345n },
    });
    expect(gpus).toEqual({
      intervalMs: 60_000,
      source: "direct",
      state: [
        {
          id: "0000:01:00.0",
          name: "",
          driver: "",
          utilization: 0.42,
          celsius: 61.5,
          watts: 120.25,
          clockHertz: 1.5e9,
        },
      ],
    });
    expect(batteries?.state).toEqual({
      items: [{ name: "BAT0", status: "", model: "", charge: 0.885, volts: 12.345, timeLeftSeconds: 5_400 }],
      mainsOnline: false,
    });
    expect(physicalDisks?.state[0]).toMatchObject({ healthy: false, enduranceUsed: 1.1, powerOnHours: 9 });
    expect(power?.state).toEqual({
      voltages: [],
      currents: [],
      draws: [{ sensor: "psu/in", watts: 95.125 }],
      energies: [{ sensor: "package-0", joules: 1_234_567.89 }],
    });
    expect(clock?.state).toEqual({
      synchronized: true,
      offsetSeconds: -0.00125,
      frequencyError: 0.000012345,
      service: "",
      reference: "",
    });
  });

  it("tell zero from absent", () => {
    const { containers, alerts, kernel } = statesOf({
      containers: { items: [{ id: "a", cpuMs: 0n, processes: 0 }, { id: "b" }] },
      alerts: { items: [{ id: "1", value: 0 }, { id: "2" }, { id: "3", value: Number.NaN }] },
      kernel: { oomKills: 0n },
    });
    expect(containers?.state[0]).toMatchObject({ cpuSeconds: 0, processes: 0 });
    expect(containers?.state[1]).toEqual({ id: "b", name: "", image: "", runtime: "", state: "", health: "" });
    expect(alerts?.state.items.map(({ value }) => value)).toEqual([0, undefined, undefined]);
    expect(kernel?.state.oomKills).toBe(0);
    expect(kernel?.state).not.toHaveProperty("conntrackMax");
  });

  it.each(surveyModules)("keep every value of %s", (module) => {
    const field = HostSampledSchema.field[module];
    if (field?.message === undefined) throw new Error(`HostSampled has no ${module}`);
    const filled = fill(field.message, { next: 1 });
    const state = statesOf({ [module]: filled.message } as Init)[module]?.state;
    expect(leavesOf(state).length).toBe(filled.values - 1);
    expect(new Set(leavesOf(state)).size).toBeGreaterThan(filled.values / 2);
  });
});

/** A message that has a value of its own in every field, and one item in every list; with the number of its values. */
function fill(type: MessageType, counter: { next: number }): { message: object; values: number } {
  const message: Record<string, unknown> = {};
  let values = 0;
  for (const field of type.fields) {
    const inner = field.message === undefined ? undefined : fill(field.message, counter);
    values += inner?.values ?? 1;
    const value = inner?.message ?? scalar(field.scalar, counter);
    message[field.localName] = field.fieldKind === "list" ? [value] : value;
  }
  return { message, values };
}

// Names of protobuf's scalar types by their numbers: 3 int64, 8 bool, 9 string, 5 int32, 13 uint32, 1 double.
function scalar(type: number | undefined, counter: { next: number }): unknown {
  counter.next += 1;
  if (type === 3) return BigInt(counter.next);
  if (type === 8) return true;
  return type === 9 ? `text ${counter.next}` : counter.next;
}

function leavesOf(state: unknown): unknown[] {
  return typeof state === "object" && state !== null ? Object.values(state).flatMap(leavesOf) : [state];
}
