import type { Redaction } from "../log-settings.js";
import { redactEmails } from "./emails.js";
import { redactIpAddresses } from "./ip-addresses.js";
import { redactMacAddresses } from "./mac-addresses.js";
import { redactUrls } from "./urls.js";

export const redactedKinds = ["ip", "mac", "email", "url"] as const;

/** What is made unreadable in a line: by what it looks like. */
export type RedactedKind = (typeof redactedKinds)[number];

type Redact = (text: string) => string;

/**
 * In this order: a URL may hold all the others, an address of mail a host; an IPv6 address may hold what looks like a
 * MAC address.
 */
const kindsInOrder: [RedactedKind, Redact][] = [
  ["url", redactUrls],
  ["email", redactEmails],
  ["ip", redactIpAddresses],
  ["mac", redactMacAddresses],
];

/**
 * A function that makes unreadable what the settings name; own strings first, each becoming `[redacted]`. Its time is
 * bounded by the length of the text: every search either jumps to a fixed mark (`://`, `@`) or moves on by a bounded
 * number of characters.
 */
export function redactor({ kinds, strings }: Redaction): Redact {
  const steps = [
    ...(strings.length === 0 ? [] : [ownStrings(strings)]),
    ...kindsInOrder.filter(([kind]) => kinds.includes(kind)).map(([, redact]) => redact),
  ];
  return (text) => steps.reduce((redacted, step) => step(redacted), text);
}

/** All at once, so that none is looked for inside of what stands for another; the longest first. */
function ownStrings(strings: readonly string[]): Redact {
  const longestFirst = [...strings].sort((one, other) => other.length - one.length);
  const any = new RegExp(longestFirst.map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|"), "g");
  return (text) => text.replaceAll(any, "[redacted]");
}
