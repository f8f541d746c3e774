import { z } from "zod";
import { flag } from "../settings.js";
import { type Network, parseNetwork } from "./address.js";
import type { OutboundPolicy } from "./judge-address.js";

/** What an operator says of calls on behalf of users. */
export const outboundSettings = {
  OUTBOUND_PRIVATE_ALLOWED: flag(false).describe("whether URLs that users name may lead into private networks"),
  OUTBOUND_ALLOWED_NETWORKS: z
    .string()
    .default("")
    .transform((text, context) => networks(text, (message) => context.addIssue({ code: "custom", message })))
    .describe("networks in CIDR notation, by commas, that such URLs may lead into whatever they are"),
};

/**
 * The policy of the settings.
 * @param ownServers every address and port at which our servers and listeners can be reached, also those of this machine
 */
export function toOutboundPolicy(
  settings: { OUTBOUND_PRIVATE_ALLOWED: boolean; OUTBOUND_ALLOWED_NETWORKS: readonly Network[] },
  ownServers: OutboundPolicy["ownServers"],
): OutboundPolicy {
  return {
    privateAllowed: settings.OUTBOUND_PRIVATE_ALLOWED,
    allowed: settings.OUTBOUND_ALLOWED_NETWORKS,
    ownServers,
  };
}

function networks(text: string, complain: (message: string) => void): Network[] {
  const names = text.split(",").map((name) => name.trim());
  return names
    .filter((name) => name !== "")
    .flatMap((name) => {
      const network = parseNetwork(name);
      if (network === undefined) complain(`${name} is not a network such as 10.1.0.0/16`);
      return network ?? [];
    });
}
