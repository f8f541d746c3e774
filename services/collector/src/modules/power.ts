import { type HwmonChannel, nameSensors, readHwmon } from "./hwmon.js";
import { itemsMax, type ModuleContext, type ModuleReader, type Reading } from "./module.js";
import { openPowercap } from "./powercap.js";
import { int64 } from "./proc-text.js";

type Kind = "in" | "curr" | "power" | "energy";

/** One electrical sensor. */
export interface ElectricalInput {
  chip: string;
  label: string;
  kind: Kind;
  /** Millivolts, milliamperes, microwatts or microjoules since the counter began. */
  value: number;
}

/** Voltages, currents, power and energy from /sys/class/hwmon, and the processors' energy from /sys/class/powercap. */
export function openPower({ host, accepts }: ModuleContext): ModuleReader<"power"> {
  const readPowercap = openPowercap(host.sysRoot);
  return {
    async sample() {
      const channels = await readHwmon(host.sysRoot, /^(?:(?:in|curr|energy)\d+_input|power\d+_(?:average|input))$/);
      const zones = await readPowercap();
      const inputs = [...channels.map(toInput), ...zones.map((zone) => ({ ...zone, kind: "energy" as const }))];
      if (inputs.length === 0) return undefined;
      return reportPower(inputs, (sensor) => accepts("power", sensor));
    },
  };
}

/** Sensors by their names, each kind in its own list. */
export function reportPower(inputs: readonly ElectricalInput[], wanted: (sensor: string) => boolean): Reading<"power"> {
  const accepted = nameSensors(inputs)
    .filter(({ sensor }) => wanted(sensor))
    .slice(0, itemsMax);
  const ofKind = (kind: Kind) => accepted.filter((input) => input.kind === kind);
  const thousandths = (millionths: number) => int64(Math.round(millionths / 1000));
  return {
    voltages: ofKind("in").map(({ sensor, value }) => ({ sensor, voltsE3: value })),
    currents: ofKind("curr").map(({ sensor, value }) => ({ sensor, amperesE3: value })),
    draws: ofKind("power").map(({ sensor, value }) => ({ sensor, wattsE3: thousandths(value) })),
    energies: ofKind("energy").map(({ sensor, value }) => ({ sensor, joulesE3: thousandths(value) })),
  };
}

function toInput({ chip, label, channel, value }: HwmonChannel): ElectricalInput {
  return { chip, label, kind: channel.replace(/\d+$/, "") as Kind, value };
}
