/** Longest local part that is looked for; RFC 5321 allows 64. */
const localPartMax = 256;

const localCharacter = /[\p{L}\p{N}.!#$%&*+/=?^_`{|}~-]/u;
const domainCharacter = /[\p{L}\p{N}.-]/u;
const letterOrDigit = /[\p{L}\p{N}]/u;

/**
 * `jane.doe@example.com` becomes `[email]`, and so does an address without a dot (`root@host`). From each `@` to both
 * sides; an apostrophe ends it, because addresses stand in quotes more often than they hold them.
 */
export function redactEmails(text: string): string {
  let redacted = "";
  let done = 0;
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const start = startOfLocalPart(text, at, done);
    if (start === at) continue;
    const end = endOfDomain(text, at + 1);
    if (end === at + 1) continue;
    redacted += `${text.slice(done, start)}[email]`;
    done = end;
  }
  return redacted + text.slice(done);
}

function startOfLocalPart(text: string, at: number, from: number): number {
  let start = at;
  const earliest = Math.max(from, at - localPartMax);
  while (start > earliest && localCharacter.test(text.charAt(start - 1))) start -= 1;
  return start;
}

/** Without a dot or a hyphen at its end, which belongs to the sentence; the start when there is no letter or digit. */
function endOfDomain(text: string, start: number): number {
  let end = start;
  while (end < text.length && domainCharacter.test(text.charAt(end))) end += 1;
  while (end > start && !letterOrDigit.test(text.charAt(end - 1))) end -= 1;
  return end;
}
