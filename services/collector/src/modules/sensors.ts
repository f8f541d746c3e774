import { nameSensors, readHwmon } from "./hwmon.js";
import { itemsMax, type ModuleContext, type ModuleReader } from "./module.js";
import { listNames, parseInteger, readText } from "./sysfs.js";

/** What one input of a chip says. */
export interface SensorInput {
  chip: string;
  label: string;
  kind: "temp" | "fan";
  /** Thousandths of a degree Celsius, or revolutions per minute. */
  value: number;
}

/** Temperatures and fans from /sys/class/hwmon; without any temperature there, from /sys/class/thermal. */
export function openSensors({ host, accepts }: ModuleContext): ModuleReader<"sensors"> {
  return {
    async sample() {
      const channels = await readHwmon(host.sysRoot, /^(?:temp|fan)\d+_input$/);
      const inputs = channels.map(toInput);
      if (!inputs.some(({ kind }) => kind === "temp")) inputs.push(...(await readThermal(host.sysRoot)));
      if (inputs.length === 0) return undefined;
      return reportSensors(inputs, (sensor) => accepts("sensors", sensor));
    },
  };
}

/** Sensors by their names. */
export function reportSensors(inputs: readonly SensorInput[], wanted: (sensor: string) => boolean) {
  const accepted = nameSensors(inputs)
    .filter(({ sensor }) => wanted(sensor))
    .slice(0, itemsMax);
  return {
    temperatures: accepted
      .filter(({ kind }) => kind === "temp")
      .map(({ sensor, value }) => ({ sensor, celsiusE3: value })),
    fans: accepted
      .filter(({ kind }) => kind === "fan")
      .map(({ sensor, value }) => ({ sensor, revolutionsPerMinute: value })),
  };
}

function toInput({ chip, label, channel, value }: Awaited<ReturnType<typeof readHwmon>>[number]): SensorInput {
  return { chip, label, kind: channel.startsWith("fan") ? "fan" : "temp", value };
}

/** Thermal zones, each a chip of its own; the label says which zone, as types repeat. */
async function readThermal(sysRoot: string): Promise<SensorInput[]> {
  const folder = `${sysRoot}/class/thermal`;
  const inputs: SensorInput[] = [];
  for (const zone of await listNames(folder, /^thermal_zone\d+$/)) {
    const text = await readText(`${folder}/${zone}/temp`);
    if (text === undefined) continue;
    const value = parseInteger(text, `${folder}/${zone}/temp`);
    inputs.push({ chip: (await readText(`${folder}/${zone}/type`)) ?? zone, label: zone, kind: "temp", value });
  }
  return inputs;
}
