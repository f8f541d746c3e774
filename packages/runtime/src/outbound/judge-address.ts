import { type AddressBytes, isWithin, type Network, parseAddress, parseNetwork } from "./address.js";

/** What a call on behalf of a user may reach. */
export interface OutboundPolicy {
  /** Whether private networks may be reached (RFC 1918, RFC 6598, RFC 4193); everything else inside stays closed. */
  privateAllowed: boolean;
  /** Networks that are open whatever else is said of them, but for our own servers. */
  allowed: readonly Network[];
  /** Our own servers and listeners, by every address at which they can be reached. Never reached. */
  ownServers: readonly { address: string; port: number }[];
}

/** Why an address may not be reached. */
export type Denial =
  | "not-an-address"
  | "own-server"
  | "unspecified"
  | "loopback"
  | "link-local"
  | "metadata"
  | "private"
  | "multicast"
  | "reserved";

/**
 * Ranges that are not the public internet: IANA's special-purpose registries of IPv4 and IPv6 (RFC 6890 and its updates), and
 * where clouds serve credentials to whoever asks from inside. The first that matches counts.
 */
const ranges: readonly (Network & { denial: Denial })[] = (
  [
    [
      "metadata",
      "169.254.169.254",
      "169.254.170.2",
      "169.254.170.23",
      "100.100.100.200",
      "168.63.129.16",
      "192.0.0.192",
    ],
    ["metadata", "fd00:ec2::254", "fd00:ec2::23", "fd20:ce::254"],
    ["unspecified", "0.0.0.0/8", "::/128"],
    ["loopback", "127.0.0.0/8", "::1/128"],
    ["link-local", "169.254.0.0/16", "fe80::/10"],
    ["private", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7", "fec0::/10"],
    ["multicast", "224.0.0.0/4", "ff00::/8"],
    ["reserved", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24"],
    ["reserved", "203.0.113.0/24", "240.0.0.0/4"],
    // Of 2000::/3, which alone is given out, what is not: protocol assignments (Teredo among them), documentation.
    ["reserved", "2001::/23", "2001:db8::/32", "3fff::/20"],
  ] as const
).flatMap(([denial, ...networks]) => networks.map((text) => ({ denial, ...network(text) })));

const globalUnicast = network("2000::/3");

/** Forms of IPv6 that carry an IPv4 address, which is what is reached: the offset of its bytes. */
const carriers: readonly (Network & { offset: number })[] = [
  { ...network("::ffff:0:0/96"), offset: 12 }, // mapped, RFC 4291
  { ...network("::ffff:0:0:0/96"), offset: 12 }, // translated, RFC 2765
  { ...network("64:ff9b::/96"), offset: 12 }, // NAT64, RFC 6052
  { ...network("2002::/16"), offset: 2 }, // 6to4, RFC 3056
  { ...network("::/96"), offset: 12 }, // compatible, RFC 4291
];

/**
 * Why an address with a port may not be reached, or undefined when it may. An address inside another is judged as itself.
 * @param text a textual form of IPv4 or IPv6, as a resolver gives it: anything else is denied
 */
export function judgeAddress(text: string, port: number, policy: OutboundPolicy): Denial | undefined {
  const bytes = parseAddress(text);
  if (bytes === undefined) return "not-an-address";
  const forms = [bytes, ...carriedBy(bytes)];
  const isOwn = policy.ownServers.some((own) => own.port === port && sameAddress(own.address, forms));
  if (isOwn) return "own-server";
  if (policy.allowed.some((open) => isWithin(forms.at(-1) ?? bytes, open))) return undefined;
  const denial = forms.length > 1 ? denialOf(forms[1] ?? bytes) : denialOf(bytes);
  return denial === "private" && policy.privateAllowed ? undefined : denial;
}

function denialOf(bytes: AddressBytes): Denial | undefined {
  const range = ranges.find((candidate) => isWithin(bytes, candidate));
  if (range !== undefined) return range.denial;
  return bytes.length === 16 && !isWithin(bytes, globalUnicast) ? "reserved" : undefined;
}

function carriedBy(bytes: AddressBytes): AddressBytes[] {
  // The unspecified and the loopback address look like compatible ones.
  if (bytes.length === 4 || bytes.slice(0, 15).every((byte) => byte === 0)) return [];
  const carrier = carriers.find((candidate) => isWithin(bytes, candidate));
  return carrier === undefined ? [] : [bytes.slice(carrier.offset, carrier.offset + 4)];
}

function sameAddress(text: string, forms: readonly AddressBytes[]): boolean {
  const own = parseAddress(text);
  return own !== undefined && forms.some((form) => isWithin(form, { bytes: own, bits: own.length * 8 }));
}

function network(text: string): Network {
  const parsed = parseNetwork(text);
  if (parsed === undefined) throw new Error(`${text} is not a network`);
  return parsed;
}
