import { itemsMax, type ModuleContext, type ModuleReader } from "./module.js";
import { present } from "./present.js";
import { int64, shareE4 } from "./proc-text.js";
import { type Attributes, integerOf, listNames, readAttributes, textOf } from "./sysfs.js";

/** Batteries and the mains from /sys/class/power_supply; batteries of a mouse or a headset are not the host's. */
export function openBatteries({ host, accepts }: ModuleContext): ModuleReader<"batteries"> {
  return {
    async sample() {
      const supplies = await readSupplies(host.sysRoot);
      const batteries = supplies.filter(isBattery);
      const mains = supplies.filter(isMains);
      if (batteries.length === 0 && mains.length === 0) return undefined;
      return {
        items: batteries
          .filter(({ name }) => accepts("batteries", name))
          .map(reportBattery)
          .slice(0, itemsMax),
        ...(mains.length === 0 ? {} : { mainsOnline: mains.some((supply) => (integerOf(supply, "online") ?? 0) > 0) }),
      };
    },
  };
}

export interface Supply extends Attributes {
  name: string;
}

/** Units of power_supply (Documentation/ABI/testing/sysfs-class-power): micro-, of time seconds, of capacity percent. */
const files = [
  ...["type", "scope", "online", "present", "status", "manufacturer", "model_name"],
  ...["capacity", "cycle_count", "voltage_now", "current_now", "power_now", "time_to_empty_now", "time_to_full_now"],
  ...["energy_now", "energy_full", "energy_full_design", "charge_now", "charge_full", "charge_full_design"],
];

/**
 * What one battery says. `watts` flow out of it or into it, as the status says.
 * @throws Error when a value is no number.
 */
export function reportBattery(battery: Supply) {
  const number = (name: string) => integerOf(battery, name);
  // A battery counts in watt-hours or, when its driver does not know the voltage, in ampere-hours.
  const unit = battery.texts.has("energy_full") ? "energy" : "charge";
  const [now, full, designed] = [`${unit}_now`, `${unit}_full`, `${unit}_full_design`].map(number);
  const status = textOf(battery, "status").toLowerCase().replaceAll(" ", "_") || "unknown";
  return {
    name: battery.name,
    status,
    ...present("chargeE4", share(now, full) ?? share(number("capacity"), 100), (charge) => charge),
    ...present("healthE4", share(full, designed), (health) => health),
    ...present("wattsE3", microwattsOf(battery), (microwatts) => Math.round(microwatts / 1000)),
    ...present("voltsE3", number("voltage_now"), (microvolts) => Math.round(microvolts / 1000)),
    // Zero says that the battery does not count them.
    ...present("cycles", number("cycle_count") || undefined, int64),
    ...present("timeLeftMs", timeLeftMs(battery, status, unit), int64),
    model: [textOf(battery, "manufacturer"), textOf(battery, "model_name")].filter((word) => word !== "").join(" "),
  };
}

async function readSupplies(sysRoot: string): Promise<Supply[]> {
  const folder = `${sysRoot}/class/power_supply`;
  const supplies: Supply[] = [];
  for (const name of await listNames(folder, /^[^.]/)) {
    supplies.push({ name, ...(await readAttributes(`${folder}/${name}`, files)) });
  }
  return supplies;
}

function isBattery(supply: Supply): boolean {
  const isOfHost = textOf(supply, "scope") !== "Device" && textOf(supply, "present") !== "0";
  return isOfHost && ["Battery", "UPS"].includes(textOf(supply, "type"));
}

/** An adapter of a laptop, or its charger on a USB socket. */
function isMains(supply: Supply): boolean {
  return textOf(supply, "scope") !== "Device" && ["Mains", "USB", "Wireless"].includes(textOf(supply, "type"));
}

function share(part: number | undefined, whole: number | undefined): number | undefined {
  return part === undefined || whole === undefined || whole <= 0 ? undefined : shareE4(part, whole);
}

/** Some drivers give the current a sign, others do not: the direction is in the status. */
function microwattsOf(battery: Supply): number | undefined {
  const power = integerOf(battery, "power_now");
  if (power !== undefined) return Math.abs(power);
  const [microamperes, microvolts] = [integerOf(battery, "current_now"), integerOf(battery, "voltage_now")];
  return microamperes === undefined || microvolts === undefined
    ? undefined
    : Math.abs(microamperes * microvolts) / 1_000_000;
}

/** As the battery reckons, or what is left (or missing) over what flows. */
function timeLeftMs(battery: Supply, status: string, unit: "energy" | "charge"): number | undefined {
  if (status !== "charging" && status !== "discharging") return undefined;
  const told = integerOf(battery, status === "charging" ? "time_to_full_now" : "time_to_empty_now");
  if (told !== undefined && told > 0) return told * 1000;
  const flow = Math.abs(integerOf(battery, unit === "energy" ? "power_now" : "current_now") ?? 0);
  const [now, full] = [integerOf(battery, `${unit}_now`), integerOf(battery, `${unit}_full`)];
  const amount = status === "discharging" ? now : full !== undefined && now !== undefined ? full - now : undefined;
  return amount === undefined || flow === 0 ? undefined : Math.max(0, Math.round((amount / flow) * 3_600_000));
}
