import { isIPv6 } from "node:net";

/**
 * The host of a URL at which this machine reaches what listens at an address or name: loopback for all interfaces, IPv6 in brackets.
 * @param listening as in SERVER_HOST: `0.0.0.0`, `::`, `::1`, `192.0.2.1`, `a.example.org`
 */
export function urlHost(listening: string): string {
  if (listening === "0.0.0.0") return "127.0.0.1";
  if (!isIPv6(listening)) return listening;
  // A zone has no place in a URL.
  const host = new URL(`http://[${listening.split("%", 1)[0]}]`).hostname;
  return host === "[::]" ? "[::1]" : host;
}
