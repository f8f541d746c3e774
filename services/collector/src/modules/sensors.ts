import { readdir, readFile } from "node:fs/promises";
import { itemsMax, type ModuleContext, type ModuleReader } from "./module.js";

/** What one input of a chip says. */
export interface SensorInput {
  chip: string;
  /** The driver's words, or the input's own name (`temp1`) where it has none. */
  label: string;
  kind: "temp" | "fan";
  /** Thousandths of a degree Celsius, or revolutions per minute. */
  value: number;
}

/** Temperatures and fans from /sys/class/hwmon; without any temperature there, from /sys/class/thermal. */
export function openSensors({ host, accepts }: ModuleContext): ModuleReader<"sensors"> {
  return {
    async sample() {
      const inputs = await readHwmon(host.sysRoot);
      if (!inputs.some(({ kind }) => kind === "temp")) inputs.push(...(await readThermal(host.sysRoot)));
      if (inputs.length === 0) return undefined;
      return reportSensors(inputs, (sensor) => accepts("sensors", sensor));
    },
  };
}

/** Sensors named `<chip>/<label>`; of several chips with one name the second is `<chip>#2/<label>`, and so on. */
export function reportSensors(inputs: readonly SensorInput[], wanted: (sensor: string) => boolean) {
  const taken = new Set<string>();
  const named = inputs.map(({ chip, label, kind, value }) => {
    let sensor = `${chip}/${label}`;
    for (let copy = 2; taken.has(`${kind} ${sensor}`); copy += 1) sensor = `${chip}#${copy}/${label}`;
    taken.add(`${kind} ${sensor}`);
    return { sensor, kind, value };
  });
  const accepted = named.filter(({ sensor }) => wanted(sensor)).slice(0, itemsMax);
  return {
    temperatures: accepted
      .filter(({ kind }) => kind === "temp")
      .map(({ sensor, value }) => ({ sensor, celsiusE3: value })),
    fans: accepted
      .filter(({ kind }) => kind === "fan")
      .map(({ sensor, value }) => ({ sensor, revolutionsPerMinute: value })),
  };
}

/** Asynchronous, because a driver may ask its device (an NVMe, a BMC) and take milliseconds. */
async function readHwmon(sysRoot: string): Promise<SensorInput[]> {
  const folder = `${sysRoot}/class/hwmon`;
  const inputs: SensorInput[] = [];
  for (const chipFolder of await list(folder, /^hwmon\d+$/)) {
    const path = `${folder}/${chipFolder}`;
    const chip = (await readText(`${path}/name`)) ?? chipFolder;
    for (const file of await list(path, /^(?:temp|fan)\d+_input$/)) {
      const name = file.slice(0, -"_input".length);
      const value = Number.parseInt((await readText(`${path}/${file}`)) ?? "", 10);
      if (Number.isNaN(value)) continue;
      const label = (await readText(`${path}/${name}_label`)) || name;
      inputs.push({ chip, label, kind: name.startsWith("fan") ? "fan" : "temp", value });
    }
  }
  return inputs;
}

/** Thermal zones, each a chip of its own; the label says which zone, as types repeat. */
async function readThermal(sysRoot: string): Promise<SensorInput[]> {
  const folder = `${sysRoot}/class/thermal`;
  const inputs: SensorInput[] = [];
  for (const zone of await list(folder, /^thermal_zone\d+$/)) {
    const value = Number.parseInt((await readText(`${folder}/${zone}/temp`)) ?? "", 10);
    if (Number.isNaN(value)) continue;
    inputs.push({ chip: (await readText(`${folder}/${zone}/type`)) ?? zone, label: zone, kind: "temp", value });
  }
  return inputs;
}

async function list(folder: string, pattern: RegExp): Promise<string[]> {
  try {
    const names = (await readdir(folder)).filter((name) => pattern.test(name));
    return names.sort((one, other) => one.localeCompare(other, "en", { numeric: true }));
  } catch {
    return [];
  }
}

/** Undefined for an input that is not there or that the device does not answer (a fan that is not plugged in). */
async function readText(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch {
    return undefined;
  }
}
