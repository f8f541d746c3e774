import { readFileSync } from "node:fs";

/** Where distributions keep the list of PCI devices (package `pci.ids` or `hwdata`). */
const lists = ["/usr/share/misc/pci.ids", "/usr/share/hwdata/pci.ids"];

/**
 * Names of PCI devices by their numbers. The list of a megabyte is read once for each new device and not kept; without
 * it a device is called by its maker and numbers.
 */
export function openPciNames(fileRoot: string) {
  const known = new Map<string, string | undefined>();
  return ({ vendorId, deviceId }: { vendorId?: string | undefined; deviceId?: string | undefined }) => {
    if (vendorId === undefined || deviceId === undefined) return undefined;
    const key = `${vendorId}:${deviceId}`;
    if (!/^[0-9a-f]{4}:[0-9a-f]{4}$/.test(key)) return undefined;
    if (!known.has(key))
      known.set(key, findPciName(readList(fileRoot), vendorId, deviceId) ?? plainName(vendorId, key));
    return known.get(key);
  };
}

/**
 * `AMD/ATI Navi 10 [Radeon RX 5700]` out of a pci.ids(5) text: a maker's line begins at the margin, its devices' lines
 * with one tab. Undefined for a device that the list does not have.
 */
export function findPciName(list: string, vendorId: string, deviceId: string): string | undefined {
  const start = list.indexOf(`\n${vendorId}  `);
  if (start < 0) return undefined;
  const ofVendor = list.slice(
    start + 1,
    start + 1 + (/\n[0-9a-f]{4} {2}/.exec(list.slice(start + 1))?.index ?? list.length),
  );
  const device = new RegExp(`^\t${deviceId} {2}(.+)$`, "m").exec(ofVendor)?.[1];
  if (device === undefined) return undefined;
  const vendor = ofVendor.slice(0, ofVendor.indexOf("\n")).slice(vendorId.length + 2);
  const short = /\[(.+)\]/.exec(vendor)?.[1] ?? vendor.replace(/,? (?:Corporation|Inc\.|Ltd\.).*$/, "");
  return `${short} ${device}`;
}

const makers: Record<string, string> = { "1002": "AMD", "10de": "NVIDIA", "8086": "Intel" };

function plainName(vendorId: string, numbers: string): string {
  return makers[vendorId] === undefined ? numbers : `${makers[vendorId]} ${numbers}`;
}

function readList(fileRoot: string): string {
  for (const path of lists) {
    try {
      return readFileSync(`${fileRoot}${path}`, "utf8");
    } catch {
      // The next place, or none.
    }
  }
  return "";
}
