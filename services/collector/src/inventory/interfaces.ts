import { readdirSync } from "node:fs";
import type { NetworkInterfaceInfo } from "node:os";
import type { Host } from "../modules/host.js";
import { readText } from "./read-text.js";

const interfacesMax = 500;

/** Bit of an interface's flags: it has been switched on (`IFF_UP` of netdevice(7)). */
const flagUp = 1;

/** Interfaces of /sys/class/net with the addresses that the kernel gives; without /sys those that have an address. */
export function readInterfaces(host: Host, addresses: NodeJS.Dict<NetworkInterfaceInfo[]>) {
  const folder = `${host.sysRoot}/class/net`;
  return interfaceNames(folder, addresses)
    .slice(0, interfacesMax)
    .map((name) => {
      const of = addresses[name] ?? [];
      const megabits = Number(readText(`${folder}/${name}/speed`) ?? Number.NaN);
      return {
        name,
        macAddress: (readText(`${folder}/${name}/address`) ?? of[0]?.mac ?? "").toLowerCase(),
        ipv4Addresses: of.filter(({ family }) => family === "IPv4").map(({ address }) => address),
        ipv6Addresses: of.filter(({ family }) => family === "IPv6").map(({ address }) => address),
        // Absent while there is no link, and -1 or refused where the driver does not tell.
        ...(megabits > 0 ? { speedBitsPerSecond: BigInt(Math.trunc(megabits)) * 1_000_000n } : {}),
        up: isUp(`${folder}/${name}`, of.length > 0),
      };
    });
}

/** The loopback has no link to speak of: its state is `unknown`, and its flags say that it is up. */
function isUp(folder: string, hasAddress: boolean): boolean {
  const state = readText(`${folder}/operstate`);
  if (state === undefined) return hasAddress;
  return state === "up" || (state === "unknown" && (Number(readText(`${folder}/flags`) ?? 0) & flagUp) !== 0);
}

function interfaceNames(folder: string, addresses: NodeJS.Dict<NetworkInterfaceInfo[]>): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return Object.keys(addresses).sort();
  }
}
