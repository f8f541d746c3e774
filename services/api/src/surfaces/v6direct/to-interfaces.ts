import type { InterfaceIdentityState, NetworkInterfaceState } from "@statwire/snapshot-store";
import type { InterfaceStats } from "./dto.js";

/** Counters of each interface, with the addresses that the inventory knows of it. */
export function toInterfaces(
  network: readonly NetworkInterfaceState[],
  identities: readonly InterfaceIdentityState[],
): InterfaceStats[] {
  const byName = new Map(identities.map((identity) => [identity.name, identity]));
  return network.map((counters) => ({
    name: counters.name,
    bytes_sent: counters.transmitBytes,
    bytes_recv: counters.receiveBytes,
    packets_sent: counters.transmitPackets,
    packets_recv: counters.receivePackets,
    errors_in: counters.receiveErrors,
    errors_out: counters.transmitErrors,
    drop_in: counters.receiveDropped,
    drop_out: counters.transmitDropped,
    addresses: addressesOf(byName.get(counters.name)),
  }));
}

function addressesOf(identity: InterfaceIdentityState | undefined): string[] {
  if (identity === undefined) return [];
  const { ipv4Addresses, ipv6Addresses, macAddress } = identity;
  return [...ipv4Addresses, ...ipv6Addresses.filter((address) => !address.startsWith("fe80")), macAddress].filter(
    (address) => address !== "",
  );
}
