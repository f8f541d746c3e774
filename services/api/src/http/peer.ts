import type { Request } from "express";
import { ipKeyGenerator } from "express-rate-limit";

/** Whoever has an IPv6 address has as many as fit into this prefix. */
const networkBits = 64;

/**
 * Whom a request counts for: the socket's own address, of IPv6 its /64. `X-Forwarded-For` is the client's word.
 * @returns `192.0.2.1`, `2001:db8:1:2::/64`, or `unknown` once the socket is gone
 */
export function peerOf({ socket }: Pick<Request, "socket">): string {
  const address = (socket.remoteAddress ?? "unknown").replace(/^::ffff:/, "");
  return address.includes(":") ? ipKeyGenerator(address, networkBits) : address;
}
