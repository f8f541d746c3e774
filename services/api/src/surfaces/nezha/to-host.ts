import type { FilesystemState, InventoryState, NodeSnapshot } from "@statwire/snapshot-store";
import type { NezhaHost } from "./dto.js";

/** Distributions whose short name is not the first word of their name, as Nezha's agent (gopsutil) calls them. */
const shortNames: readonly [start: string, name: string][] = [
  ["red hat", "redhat"],
  ["opensuse leap", "opensuse-leap"],
  ["opensuse tumbleweed", "opensuse-tumbleweed"],
  ["linux mint", "linuxmint"],
  ["amazon linux", "amazon"],
  ["oracle linux", "oracle"],
];

/** What a server is; zeros, empty texts and nulls as far as it has not told. */
export function toHost({ inventory, modules }: Pick<NodeSnapshot, "inventory" | "modules">): NezhaHost {
  const host = inventory?.state;
  const gpus = modules.gpus?.state ?? [];
  return {
    Platform: platformOf(host?.osName ?? ""),
    PlatformVersion: host?.osVersion ?? "",
    CPU: host === undefined ? null : [cpuText(host)],
    MemTotal: modules.memory?.state.totalBytes ?? host?.memoryBytes ?? 0,
    DiskTotal: sumOf(modules.filesystems?.state ?? [], "totalBytes"),
    SwapTotal: modules.swap?.state.totalBytes ?? 0,
    Arch: host?.architecture ?? "",
    Virtualization: host?.virtualization ?? "",
    BootTime: Math.floor((host?.bootedAtMs ?? 0) / 1000),
    CountryCode: host?.nodeCountry.toLowerCase() ?? "",
    Version: host?.collectorVersion ?? "",
    GPU: gpus.length === 0 ? null : gpus.map(({ name }) => name),
  };
}

/** Bytes of a server's filesystems, each device counted once however often it is mounted. */
export function sumOf(filesystems: readonly FilesystemState[], field: "totalBytes" | "usedBytes"): number {
  const byDevice = new Map(filesystems.map((filesystem) => [filesystem.device, filesystem[field]]));
  return [...byDevice.values()].reduce((sum, bytes) => sum + bytes, 0);
}

function platformOf(osName: string): string {
  const name = osName.toLowerCase();
  const known = shortNames.find(([start]) => name.startsWith(start));
  return known?.[1] ?? name.split(" ", 1)[0] ?? "";
}

/** `<model> <count> Physical Core`, or `Virtual Core` on a virtual machine. */
function cpuText({ cpuModel, cpuLogicalCount, virtualization }: InventoryState): string {
  return `${cpuModel} ${cpuLogicalCount} ${virtualization === "" ? "Physical" : "Virtual"} Core`;
}
