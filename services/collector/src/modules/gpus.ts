import { Baseline, type Kept } from "./baseline.js";
import { type GpuState, readCards } from "./gpu-cards.js";
import { itemsMax, type ModuleContext, type ModuleReader } from "./module.js";
import { isDecidedByNvidia, readNvidiaNames } from "./nvidia.js";
import { openPciNames } from "./pci-names.js";
import { present } from "./present.js";
import { int64, shareE4 } from "./proc-text.js";

/** Microjoules that each processor has used, by its id. */
type Energies = ReadonlyMap<string, number>;

/**
 * Graphics processors from /sys/class/drm: all that amdgpu, i915, xe and nouveau tell. NVIDIA's own driver tells no more
 * than a name; a host with nothing but such cards and `nvidia-smi` counts as having none here, so that the source that
 * asks it comes to speak.
 */
export function openGpus({ host, accepts }: ModuleContext): ModuleReader<"gpus"> {
  const baseline = new Baseline<Energies>();
  const pciName = openPciNames(host.fileRoot);
  return {
    async sample(nowMs) {
      const nvidiaNames = await readNvidiaNames(host.procRoot);
      const cards = await readCards(host.sysRoot);
      for (const id of nvidiaNames.keys()) {
        if (!cards.some((card) => card.id === id)) cards.push({ id, driver: "nvidia" });
      }
      if (cards.length === 0 || (await isDecidedByNvidia(host.fileRoot, cards))) return undefined;
      const before = baseline.before(nowMs);
      baseline.keep(nowMs, energiesOf(cards));
      const accepted = cards.filter(({ id }) => accepts("gpus", id)).slice(0, itemsMax);
      const name = (card: GpuState) => nvidiaNames.get(card.id) ?? card.name ?? pciName(card) ?? "";
      return { items: accepted.map((card) => reportGpu(card, name(card), before, nowMs)) };
    },
  };
}

/** One processor. Without a sensor of power it is the growth of the energy since the earlier reading. */
export function reportGpu(card: GpuState, name: string, before: Kept<Energies> | undefined, nowMs: number) {
  const microwatts = card.microwatts ?? meanMicrowatts(card, before, nowMs);
  return {
    id: card.id,
    name,
    driver: card.driver,
    ...present("utilizationE4", card.busyPercent, (percent) => shareE4(percent, 100)),
    ...present("memoryTotalBytes", card.memoryTotalBytes, int64),
    ...present("memoryUsedBytes", card.memoryUsedBytes, int64),
    ...present("celsiusE3", card.millidegrees, Math.round),
    ...present("wattsE3", microwatts, toThousandths),
    ...present("limitWattsE3", card.limitMicrowatts, toThousandths),
    ...present("fanUtilizationE4", card.fanDuty, (duty) => shareE4(duty, fanDutyMax)),
    ...present("clockHz", card.clockHz, int64),
    ...present("memoryClockHz", card.memoryClockHz, int64),
  };
}

/** Full duty of a fan in hwmon's `pwm`. */
const fanDutyMax = 255;

function energiesOf(cards: readonly GpuState[]): Energies {
  const energies = new Map<string, number>();
  for (const { id, microjoules } of cards) {
    if (microjoules !== undefined) energies.set(id, microjoules);
  }
  return energies;
}

function meanMicrowatts(card: GpuState, before: Kept<Energies> | undefined, nowMs: number): number | undefined {
  const earlier = before?.reading.get(card.id);
  const elapsedMs = nowMs - (before?.atMs ?? nowMs);
  if (card.microjoules === undefined || earlier === undefined || elapsedMs <= 0) return undefined;
  // A counter that went back is that of a driver that was loaded anew.
  return card.microjoules < earlier ? undefined : ((card.microjoules - earlier) * 1000) / elapsedMs;
}

function toThousandths(millionths: number): number {
  return Math.round(millionths / 1000);
}
