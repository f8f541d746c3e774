import { isIPv4, isIPv6 } from "node:net";

/** An address as its bytes: four of IPv4, sixteen of IPv6. */
export type AddressBytes = readonly number[];

/** A range of addresses: those whose first `bits` are those of `bytes`. */
export interface Network {
  bytes: AddressBytes;
  bits: number;
}

/** The bytes of an address in its textual form, without a zone; undefined when it is none. */
export function parseAddress(text: string): AddressBytes | undefined {
  if (isIPv4(text)) return text.split(".").map(Number);
  // A zone says through which interface: only a link-local address has one.
  const bare = text.split("%", 1)[0] ?? "";
  return isIPv6(bare) ? parseIPv6(bare) : undefined;
}

/** A range in CIDR notation, as in `10.0.0.0/8`, or one address; undefined when it is neither. */
export function parseNetwork(text: string): Network | undefined {
  const [address = "", bitsText, ...rest] = text.split("/");
  const bytes = parseAddress(address);
  if (bytes === undefined || rest.length > 0) return undefined;
  if (bitsText === undefined) return { bytes, bits: bytes.length * 8 };
  if (!/^\d{1,3}$/.test(bitsText) || Number(bitsText) > bytes.length * 8) return undefined;
  return { bytes, bits: Number(bitsText) };
}

/** Whether an address lies in a range of its own family. */
export function isWithin(address: AddressBytes, { bytes, bits }: Network): boolean {
  if (address.length !== bytes.length) return false;
  return bytes.every((byte, index) => {
    const counted = Math.min(8, Math.max(0, bits - index * 8));
    const mask = (0xff << (8 - counted)) & 0xff;
    return (byte & mask) === ((address[index] ?? 0) & mask);
  });
}

function parseIPv6(text: string): AddressBytes {
  const [head = "", tail] = text.split("::", 2);
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  return [...before, ...Array(16 - before.length - after.length).fill(0), ...after];
}

/** Bytes of groups of hexadecimal digits, of which the last may be an IPv4 address. */
function groups(text: string): number[] {
  if (text === "") return [];
  return text.split(":").flatMap((group) => {
    if (group.includes(".")) return group.split(".").map(Number);
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}
