import { type MdArray, parseMdstat } from "./mdstat.js";
import { itemsMax, type ModuleContext, type ModuleReader, type Reading } from "./module.js";
import { present } from "./present.js";
import { int64 } from "./proc-text.js";
import { type Attributes, integerOf, readAttributes, textOf } from "./sysfs.js";

type RaidArray = Reading<"raids">["items"][number];

/** Linux software RAID from /proc/mdstat, with what /sys/block knows better. A host whose kernel has it but no array says so. */
export function openRaids({ host, files, accepts }: ModuleContext): ModuleReader<"raids"> {
  return {
    async sample() {
      const text = files.text(`${host.procRoot}/mdstat`);
      if (text === undefined) return undefined;
      if (!text.startsWith("Personalities :"))
        throw new Error(`mdstat: expected "Personalities :", got "${text.slice(0, 40)}"`);
      const arrays = parseMdstat(text).filter(({ name }) => accepts("raids", name));
      const items: RaidArray[] = [];
      for (const array of arrays.slice(0, itemsMax)) {
        const block = `${host.sysRoot}/block/${array.name}`;
        items.push(
          reportRaid(array, await readAttributes(block, ["size", "md/level", "md/raid_disks", "md/array_state"])),
        );
      }
      return { items };
    },
  };
}

/** One array. `block` holds the attributes of its block device; without them (a hidden /sys) mdstat alone speaks. */
export function reportRaid(array: MdArray, block: Attributes): RaidArray {
  const count = (role: string) => array.members.filter((member) => member.role === role).length;
  const sectors = integerOf(block, "size");
  // Levels without redundancy have no places in mdstat: all their members are needed.
  const total = array.places?.total ?? integerOf(block, "md/raid_disks") ?? count("member");
  const working = array.places?.working ?? count("member");
  const level = array.level || textOf(block, "md/level");
  const broken = textOf(block, "md/array_state") === "broken" || total - working > lossesBorne(level, total);
  return {
    name: array.name,
    level,
    state: stateOf(array, broken, working < total),
    sizeBytes: int64(sectors === undefined ? array.blocks * 1024 : sectors * 512),
    devicesTotal: total,
    devicesActive: array.active ? working : 0,
    devicesFailed: count("failed"),
    devicesSpare: count("spare"),
    ...present("progressE4", array.action?.percent, (percent) => Math.round(percent * 100)),
    members: array.members.map(({ device }) => device),
  };
}

const states: Record<string, string> = {
  recovery: "recovering",
  resync: "resyncing",
  reshape: "reshaping",
  check: "checking",
};

function stateOf({ active, action }: MdArray, broken: boolean, degraded: boolean): string {
  if (!active) return "inactive";
  if (broken) return "failed";
  if (action !== undefined) return states[action.name] ?? action.name;
  return degraded ? "degraded" : "active";
}

/** How many places may be empty before data is lost; of a RAID 10 it depends on which, so the kernel is left to say. */
function lossesBorne(level: string, total: number): number {
  if (level === "raid0" || level === "linear") return 0;
  if (level === "raid4" || level === "raid5") return 1;
  if (level === "raid6") return 2;
  return total - 1;
}
