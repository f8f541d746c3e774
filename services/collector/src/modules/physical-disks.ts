import { type DriveState, readDrives } from "./drives.js";
import { parseUptimeMs } from "./load.js";
import { itemsMax, type ModuleContext, type ModuleReader, type Reading } from "./module.js";
import { present } from "./present.js";
import { int64, requireNumberAfter } from "./proc-text.js";
import type { SmartHealth } from "./smart/smart-health.js";
import { openSmartdFiles } from "./smart/smartd-files.js";

type PhysicalDisk = Reading<"physicalDisks">["items"][number];

/**
 * Drives from /sys/block, and of each what smartd last wrote of it. To ask a drive for its SMART values takes a
 * privileged command, which smartd gives every half hour anyway.
 */
export function openPhysicalDisks({ host, files, accepts }: ModuleContext): ModuleReader<"physicalDisks"> {
  return {
    async sample() {
      const drives = await readDrives(host.sysRoot, host.fileRoot);
      if (drives.length === 0) return undefined;
      const stat = files.wholeText(`${host.procRoot}/stat`) ?? "";
      const healthOf = await openSmartdFiles(
        host.fileRoot,
        wallClockMs(stat, files.wholeText(`${host.procRoot}/uptime`) ?? ""),
      );
      const items: PhysicalDisk[] = [];
      for (const drive of drives.filter(({ device }) => accepts("physicalDisks", device)).slice(0, itemsMax)) {
        items.push(reportDrive(drive, await healthOf(drive.serial)));
      }
      return { items };
    },
  };
}

/** One drive; what the drive itself shows of its temperature is fresher than what smartd wrote. */
export function reportDrive(drive: DriveState, smart: SmartHealth | undefined): PhysicalDisk {
  const { device, model, serial, firmware, type } = drive;
  return {
    device,
    model,
    serial,
    firmware,
    type,
    sizeBytes: int64(drive.sectors * sectorBytes),
    ...reportHealth({ ...smart, healthy: smart?.healthy ?? drive.healthy }),
    ...present("celsiusE3", drive.millidegrees, (millidegrees) => millidegrees),
    ...present("enduranceUsedE4", smart?.endurancePercent ?? drive.endurancePercent, toE4),
  };
}

/** The fields of a drive that its self-monitoring fills, whatever source asked it. */
export function reportHealth(smart: SmartHealth): Partial<PhysicalDisk> {
  return {
    ...present("healthy", smart.healthy, (healthy) => healthy),
    ...present("celsiusE3", smart.celsius, (celsius) => Math.round(celsius * 1000)),
    ...present("powerOnHours", smart.powerOnHours, int64),
    ...present("powerCycles", smart.powerCycles, int64),
    ...present("reallocatedSectors", smart.reallocatedSectors, int64),
    ...present("pendingSectors", smart.pendingSectors, int64),
    ...present("uncorrectableErrors", smart.uncorrectableErrors, int64),
    ...present("enduranceUsedE4", smart.endurancePercent, toE4),
    ...present("writtenBytes", smart.writtenBytes, int64),
    ...present("readBytes", smart.readBytes, int64),
  };
}

/** /sys/block counts in these whatever the drive's own sectors are. */
const sectorBytes = 512;

function toE4(percent: number): number {
  return Math.round(percent * 100);
}

/** The host's clock: when its kernel started and for how long it has run. */
function wallClockMs(stat: string, uptime: string): number {
  return requireNumberAfter(stat, "btime ", "stat") * 1000 + parseUptimeMs(uptime);
}
