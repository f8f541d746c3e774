import { BlockList, isIPv4 } from "node:net";
import type { InterfaceIdentityState } from "@statwire/snapshot-store";

/** Name prefixes of interfaces whose traffic Nezha's agent does not count: it passes a physical one as well. */
const uncounted = ["lo", "tun", "docker", "veth", "br-", "vmbr", "vnet", "kube"];

/** True for an interface that carries the host's own traffic. */
export function isCounted(name: string): boolean {
  return !uncounted.some((prefix) => name.startsWith(prefix));
}

/** The addresses of a server; empty texts where there are none. */
export interface ServerAddresses {
  ipv4: string;
  ipv6: string;
  valid_ip: string;
}

/** Addresses that mean nothing outside the host or its link. */
const local = new BlockList();
local.addSubnet("127.0.0.0", 8, "ipv4");
local.addSubnet("169.254.0.0", 16, "ipv4");
local.addAddress("::1", "ipv6");
local.addSubnet("fe80::", 10, "ipv6");

/** Addresses of private networks (RFC 1918, RFC 6598, RFC 4193). */
const closed = new BlockList();
closed.addSubnet("10.0.0.0", 8, "ipv4");
closed.addSubnet("172.16.0.0", 12, "ipv4");
closed.addSubnet("192.168.0.0", 16, "ipv4");
closed.addSubnet("100.64.0.0", 10, "ipv4");
closed.addSubnet("fc00::", 7, "ipv6");

/** The first address of each version, public ones before private ones, of the interfaces that are up. */
export function addressesOf(interfaces: readonly InterfaceIdentityState[]): ServerAddresses {
  const own = interfaces.filter(({ name, up }) => up && isCounted(name));
  const ipv4 = best(own.flatMap(({ ipv4Addresses }) => ipv4Addresses));
  const ipv6 = best(own.flatMap(({ ipv6Addresses }) => ipv6Addresses));
  return { ipv4, ipv6, valid_ip: ipv4 === "" ? ipv6 : ipv4 };
}

function best(addresses: readonly string[]): string {
  const usable = addresses.filter((address) => !isIn(local, address));
  return usable.find((address) => !isIn(closed, address)) ?? usable[0] ?? "";
}

function isIn(list: BlockList, address: string): boolean {
  return list.check(address, isIPv4(address) ? "ipv4" : "ipv6");
}
