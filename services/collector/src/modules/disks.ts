import { existsSync } from "node:fs";
import { Baseline, type Kept, perSecond } from "./baseline.js";
import { itemsMax, type ModuleContext, type ModuleReader } from "./module.js";
import { int64, words } from "./proc-text.js";

/** Counters of one block device since it appeared. */
export interface DiskCounters {
  readOperations: number;
  readMerged: number;
  readBytes: number;
  readTimeMs: number;
  writeOperations: number;
  writeMerged: number;
  writeBytes: number;
  writeTimeMs: number;
  operationsInProgress: number;
  ioTimeMs: number;
  weightedIoTimeMs: number;
}

/** Whole block devices from /proc/diskstats; a partition only where an include pattern names it. */
export function openDisks(context: ModuleContext): ModuleReader<"disks"> {
  const { host, files } = context;
  const baseline = new Baseline<Map<string, DiskCounters>>();
  const isWhole = openWholeDevices(host.sysRoot);
  const wanted = (device: string) =>
    context.includes("disks", device) || (isWhole(device) && context.accepts("disks", device));
  return {
    sample(nowMs) {
      const text = files.text(`${host.procRoot}/diskstats`);
      if (text === undefined) return undefined;
      const disks = parseDisks(text, wanted);
      const before = baseline.before(nowMs);
      baseline.keep(nowMs, disks);
      return { items: Array.from(disks, ([device, now]) => reportDisk(device, now, before, nowMs)) };
    },
  };
}

/** Sectors of /proc/diskstats are 512 bytes whatever the device's own are (Documentation/admin-guide/iostats.rst). */
const sectorBytes = 512;

/** Devices by name. @throws Error on a line with fewer than the eleven counters of Linux 2.6. */
export function parseDisks(text: string, wanted: (device: string) => boolean): Map<string, DiskCounters> {
  const disks = new Map<string, DiskCounters>();
  for (const line of text.split("\n")) {
    if (line === "") continue;
    // Of a host with dozens of loop devices most lines end here.
    const device = deviceName.exec(line)?.[1] ?? "";
    if (!wanted(device) || disks.size === itemsMax) continue;
    disks.set(device, toCounters(device, words(line)));
  }
  return disks;
}

/** Behind the numbers of the device. */
const deviceName = /^\s*\S+\s+\S+\s+(\S+)/;

/** The fields of a line by their number, as Documentation/admin-guide/iostats.rst counts them: taking an array apart costs a call for each of them. */
function toCounters(device: string, fields: readonly string[]): DiskCounters {
  const field = (number: number) => Number(fields[number + 2] ?? 0);
  const weightedIoTimeMs = Number(fields[13]);
  if (Number.isNaN(weightedIoTimeMs)) throw new Error(`diskstats: ${device} has too few counters`);
  return {
    readOperations: field(1),
    readMerged: field(2),
    readBytes: field(3) * sectorBytes,
    readTimeMs: field(4),
    writeOperations: field(5),
    writeMerged: field(6),
    writeBytes: field(7) * sectorBytes,
    writeTimeMs: field(8),
    operationsInProgress: field(9),
    ioTimeMs: field(10),
    weightedIoTimeMs,
  };
}

export function reportDisk(
  device: string,
  now: DiskCounters,
  before: Kept<Map<string, DiskCounters>> | undefined,
  nowMs: number,
) {
  const earlier = before?.reading.get(device);
  const elapsedMs = nowMs - (before?.atMs ?? nowMs);
  // One counter that went back means a new device under the old name: none of its differences counts.
  const reset = earlier !== undefined && (now.readBytes < earlier.readBytes || now.writeBytes < earlier.writeBytes);
  const read = reset ? undefined : perSecond(now.readBytes, earlier?.readBytes, elapsedMs);
  const write = reset ? undefined : perSecond(now.writeBytes, earlier?.writeBytes, elapsedMs);
  return {
    device,
    readBytes: int64(now.readBytes),
    writeBytes: int64(now.writeBytes),
    readOperations: int64(now.readOperations),
    writeOperations: int64(now.writeOperations),
    readTimeMs: int64(now.readTimeMs),
    writeTimeMs: int64(now.writeTimeMs),
    readMerged: int64(now.readMerged),
    writeMerged: int64(now.writeMerged),
    ioTimeMs: int64(now.ioTimeMs),
    weightedIoTimeMs: int64(now.weightedIoTimeMs),
    operationsInProgress: now.operationsInProgress,
    ...(read === undefined ? {} : { readBytesPerSecond: int64(read) }),
    ...(write === undefined ? {} : { writeBytesPerSecond: int64(write) }),
  };
}

/** Names of partitions, for hosts whose /sys is hidden: sda1, vdb2, nvme0n1p3, mmcblk0p1. */
const partitionName = /^(?:(?:[shv]d|xvd)[a-z]+\d+|(?:nvme\d+n\d+|mmcblk\d+|nbd\d+|loop\d+|md\d+)p\d+)$/;

/** Tells whole devices, which have an entry of their own in /sys/block, from partitions; each name is looked up once. */
function openWholeDevices(sysRoot: string): (device: string) => boolean {
  const known = new Map<string, boolean>();
  const visible = existsSync(`${sysRoot}/block`);
  return (device) => {
    let whole = known.get(device);
    if (whole === undefined) {
      // A slash in a device's name is an exclamation mark in sysfs (cciss/c0d0).
      whole = visible ? existsSync(`${sysRoot}/block/${device.replaceAll("/", "!")}`) : !partitionName.test(device);
      known.set(device, whole);
    }
    return whole;
  };
}
