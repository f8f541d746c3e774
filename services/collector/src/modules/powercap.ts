import { integerOf, listNames, readAttributes, textOf } from "./sysfs.js";

/** What one zone used, in microjoules. */
export interface EnergyInput {
  chip: string;
  label: string;
  value: number;
}

/** A counter of energy that starts anew at a limit. */
export interface EnergyCounter {
  microjoules: number;
  /** The largest value; 0 where it is not told. */
  limit: number;
}

/** Energy of one zone since it was first looked at, on top of what its counter had then. */
export interface EnergyTotal {
  counter: EnergyCounter;
  totalMicrojoules: number;
}

/**
 * Reads the energy of processor packages and their parts (RAPL, Documentation/power/powercap). Their counters start
 * anew every few minutes to hours, so a total is kept that does not. Kernels since 5.10 show them to root alone;
 * for others there are none.
 */
export function openPowercap(sysRoot: string): () => Promise<EnergyInput[]> {
  let totals = new Map<string, EnergyTotal>();
  return async () => {
    const folder = `${sysRoot}/class/powercap`;
    const names = new Map<string, string>();
    const now = new Map<string, EnergyTotal>();
    const inputs: EnergyInput[] = [];
    for (const zone of await listNames(folder, /^intel-rapl(?:-mmio)?(?::\d+)+$/)) {
      const files = await readAttributes(`${folder}/${zone}`, ["name", "energy_uj", "max_energy_range_uj"]);
      const label = [names.get(zone.slice(0, zone.lastIndexOf(":"))), textOf(files, "name") || zone];
      names.set(zone, label.filter((part) => part !== undefined).join("/"));
      const microjoules = integerOf(files, "energy_uj");
      if (microjoules === undefined) continue;
      const total = addEnergy(totals.get(zone), { microjoules, limit: integerOf(files, "max_energy_range_uj") ?? 0 });
      now.set(zone, total);
      inputs.push({
        chip: zone.slice(0, zone.indexOf(":")),
        label: names.get(zone) ?? zone,
        value: total.totalMicrojoules,
      });
    }
    totals = now;
    return inputs;
  };
}

/** The total with what was used since; a counter that went back has passed its limit once. */
export function addEnergy(before: EnergyTotal | undefined, counter: EnergyCounter): EnergyTotal {
  if (before === undefined) return { counter, totalMicrojoules: counter.microjoules };
  const grown = counter.microjoules - before.counter.microjoules;
  // Without a limit nothing is known of the time before it went back.
  const used = grown >= 0 ? grown : counter.limit > 0 ? grown + counter.limit : counter.microjoules;
  return { counter, totalMicrojoules: before.totalMicrojoules + Math.max(0, used) };
}
