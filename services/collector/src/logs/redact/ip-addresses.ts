const ipv4 = /(\d{1,3}\.\d{1,3})\.\d{1,3}\.\d{1,3}/g;
/** Groups of hexadecimal digits and colons; a shorter one is no address. */
const colonRun = /[0-9a-f:]{3,}/gi;
/** What is left of an IPv4 address at the end of a redacted IPv6 address. */
const dottedEnd = /:\*(?:\.\d{1,3}){1,3}/g;

/**
 * Keeps the network's half: `192.168.1.20` becomes `192.168.*.*`, `2001:db8:1::5` becomes `2001:db8:*`.
 *
 * No boundary is asked for, since what stands next to an address (a digit, a dot, the end of an escape sequence) must
 * not save it. That redacts a version number of four parts, too.
 */
export function redactIpAddresses(text: string): string {
  return redactIpv4(text.includes(":") ? redactIpv6(text) : text);
}

function redactIpv4(text: string): string {
  return text.replaceAll(ipv4, "$1.*.*");
}

function redactIpv6(text: string): string {
  const redacted = text.replaceAll(colonRun, (run, offset: number) => {
    if (!isIpv6(run, text, offset)) return run;
    const second = run.indexOf(":", run.indexOf(":") + 1);
    return `${run.slice(0, second)}:*`;
  });
  return redacted.replaceAll(dottedEnd, ":*");
}

/**
 * With `::` in it, or with eight groups (a time has three, a MAC address six). A single group next to a letter is
 * taken for code (`std::string`): it could only be an address like `::1`, which tells nothing of anybody.
 */
function isIpv6(run: string, text: string, offset: number): boolean {
  const groups = run.split(":");
  const told = groups.filter((group) => group !== "").length;
  if (!run.includes("::")) return groups.length >= 8 && told >= 8;
  return told >= 2 || (told === 1 && !isLetter(text.charAt(offset - 1)) && !isLetter(text.charAt(offset + run.length)));
}

function isLetter(character: string): boolean {
  return /[a-z_]/i.test(character);
}
