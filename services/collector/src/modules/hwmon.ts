import { listNames, parseInteger, readText } from "./sysfs.js";

/** One channel of a monitoring chip (Documentation/hwmon/sysfs-interface.rst). */
export interface HwmonChannel {
  chip: string;
  /** The driver's words, or the channel's own name where it has none. */
  label: string;
  /** `temp1`, `in0`, … */
  channel: string;
  /** As the file has it: thousandths of a degree, a volt or an ampere, millionths of a watt or a joule, turns per minute. */
  value: number;
}

/**
 * Every channel of /sys/class/hwmon with a file that matches, by chip and number. A channel with several such files
 * (`power1_average`, `power1_input`) gives the last one. A channel that does not answer (a fan that is not plugged in)
 * is left out.
 * @throws Error when the chips cannot be listed or a value is no number.
 */
export async function readHwmon(sysRoot: string, pattern: RegExp): Promise<HwmonChannel[]> {
  const folder = `${sysRoot}/class/hwmon`;
  const channels: HwmonChannel[] = [];
  for (const chipFolder of await listNames(folder, /^hwmon\d+$/)) {
    const path = `${folder}/${chipFolder}`;
    const chip = (await readText(`${path}/name`)) ?? chipFolder;
    const values = new Map<string, number>();
    for (const file of await listNames(path, pattern)) {
      const text = await readText(`${path}/${file}`);
      if (text !== undefined) values.set(file.slice(0, file.lastIndexOf("_")), parseInteger(text, `${path}/${file}`));
    }
    for (const [channel, value] of values) {
      const label = (await readText(`${path}/${channel}_label`)) ?? channel;
      channels.push({ chip, label, channel, value });
    }
  }
  return channels;
}

/** Adds `<chip>/<label>` to each of a kind; of several chips with one name the second is `<chip>#2/<label>`, and so on. */
export function nameSensors<T extends { chip: string; label: string; kind: string }>(
  inputs: readonly T[],
): (T & { sensor: string })[] {
  const taken = new Set<string>();
  return inputs.map((input) => {
    const { chip, label, kind } = input;
    let sensor = `${chip}/${label}`;
    for (let copy = 2; taken.has(`${kind} ${sensor}`); copy += 1) sensor = `${chip}#${copy}/${label}`;
    taken.add(`${kind} ${sensor}`);
    return { ...input, sensor };
  });
}
