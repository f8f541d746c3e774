import type { DiskCounters } from "../../modules/disks.js";
import { itemsMax } from "../../modules/module.js";
import type { InterfaceCounters } from "../../modules/network.js";
import type { Charts } from "./charts.js";
import { dimensionOf } from "./to-readings.js";

/** What Netdata counts a disk's bytes in. */
const sectorBytes = 512;

/** Counters of the disks that are wanted, by name. A chart that has always been zero is not there. */
export function toDisks(charts: Charts, wanted: (device: string) => boolean): Map<string, DiskCounters> {
  return toDevices(charts, "disk", wanted, (device) => {
    const value = (kind: string, dimension: string) => dimensionOf(charts, `${kind}.${device}`, dimension);
    return {
      readBytes: value("disk", "reads") * sectorBytes,
      writeBytes: value("disk", "writes") * sectorBytes,
      readOperations: value("disk_ops", "reads"),
      writeOperations: value("disk_ops", "writes"),
      readMerged: value("disk_mops", "reads"),
      writeMerged: value("disk_mops", "writes"),
      readTimeMs: value("disk_iotime", "reads"),
      writeTimeMs: value("disk_iotime", "writes"),
      ioTimeMs: value("disk_busy", "busy"),
      weightedIoTimeMs: value("disk_backlog", "backlog"),
      operationsInProgress: value("disk_qops", "operations"),
    };
  });
}

/** Counters of the interfaces that are wanted, by name. Netdata leaves out the loopback unless it is told otherwise. */
export function toInterfaces(charts: Charts, wanted: (name: string) => boolean): Map<string, InterfaceCounters> {
  return toDevices(charts, "net", wanted, (name) => {
    const value = (kind: string, dimension: string) => dimensionOf(charts, `${kind}.${name}`, dimension);
    return {
      receiveBytes: value("net", "received"),
      receivePackets: value("net_packets", "received"),
      receiveErrors: value("net_errors", "inbound"),
      receiveDropped: value("net_drops", "inbound"),
      transmitBytes: value("net", "sent"),
      transmitPackets: value("net_packets", "sent"),
      transmitErrors: value("net_errors", "outbound"),
      transmitDropped: value("net_drops", "outbound"),
    };
  });
}

function toDevices<T>(
  charts: Charts,
  kind: string,
  wanted: (name: string) => boolean,
  toCounters: (name: string) => T,
): Map<string, T> {
  const devices = new Map<string, T>();
  for (const chart of charts.keys()) {
    if (!chart.startsWith(`${kind}.`) || devices.size === itemsMax) continue;
    const name = chart.slice(kind.length + 1);
    if (wanted(name)) devices.set(name, toCounters(name));
  }
  return devices;
}
