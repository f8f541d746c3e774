import { arch, machine, type NetworkInterfaceInfo } from "node:os";
import type { InventoryObserved } from "@statwire/events";
import type { Host } from "../modules/host.js";
import { requireNumberAfter } from "../modules/proc-text.js";
import type { Plain } from "../plain.js";
import { parseCpuModel } from "./cpu-model.js";
import { readHardware } from "./hardware.js";
import { readInterfaces } from "./interfaces.js";
import { readText } from "./read-text.js";
import { readVirtualization } from "./virtualization.js";

/** What the inventory says beside the numbers that every event carries. */
export type Inventory = Omit<Plain<InventoryObserved>, "bootId" | "sequence" | "observedAtMs">;

/** What the host's files do not tell. */
export interface Surroundings {
  addresses: NodeJS.Dict<NetworkInterfaceInfo[]>;
  timezone: string;
  collectorVersion: string;
  nodeVersion: string;
  nodeRole: string;
  nodeAsn: string;
  nodeTags: readonly string[];
  nodeCountry: string;
}

/** What this host is. What cannot be read is empty or zero: an inventory with gaps is better than none. */
export function readInventory(host: Host, surroundings: Surroundings): Inventory {
  const kernel = (name: string) => readText(`${host.procRoot}/sys/kernel/${name}`) ?? "";
  const cpuinfo = readText(`${host.procRoot}/cpuinfo`) ?? "";
  const release = parseOsRelease(
    readText(`${host.fileRoot}/etc/os-release`) ?? readText(`${host.fileRoot}/usr/lib/os-release`) ?? "",
  );
  return {
    hostname: kernel("hostname"),
    osType: kernel("ostype").toLowerCase(),
    osName: release.name,
    osVersion: release.version,
    kernelRelease: kernel("osrelease"),
    architecture: machineName(),
    ...parseCpuModel(cpuinfo),
    memoryBytes: BigInt(numberOf(readText(`${host.procRoot}/meminfo`), "MemTotal:")) * 1024n,
    bootedAtMs: BigInt(numberOf(readText(`${host.procRoot}/stat`), "btime ")) * 1000n,
    virtualization: readVirtualization(host, cpuinfo),
    timezone: surroundings.timezone,
    collectorVersion: surroundings.collectorVersion,
    runtime: `Node.js ${surroundings.nodeVersion}`,
    nodeRole: surroundings.nodeRole,
    nodeAsn: surroundings.nodeAsn,
    nodeTags: [...surroundings.nodeTags],
    nodeCountry: surroundings.nodeCountry,
    ...readHardware(host),
    interfaces: readInterfaces(host, surroundings.addresses),
  };
}

/** True when anything but the clock differs: the kernel derives its start from the clock, which is being corrected. */
export function differs(one: Inventory, other: Inventory): boolean {
  const fixed = (inventory: Inventory) =>
    JSON.stringify({ ...inventory, bootedAtMs: 0 }, (_, value) => (typeof value === "bigint" ? String(value) : value));
  return fixed(one) !== fixed(other);
}

/** Name and version of an os-release(5) text, `Linux` where it has none. */
export function parseOsRelease(text: string): { name: string; version: string } {
  const value = (key: string) => new RegExp(`^${key}=["']?(.*?)["']?$`, "m").exec(text)?.[1] ?? "";
  return { name: value("NAME") || "Linux", version: value("VERSION_ID") || value("BUILD_ID") };
}

function machineName(): string {
  return machine() || arch();
}

function numberOf(text: string | undefined, key: string): number {
  try {
    return requireNumberAfter(text ?? "", key, "");
  } catch {
    return 0;
  }
}
