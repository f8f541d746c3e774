/**
 * Compares two version numbers as Debian policy 5.6.12 orders them: negative when `one` is older, 0 when they are the same.
 * Epoch first, then the upstream version, then the revision.
 */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [split(one), split(other)];
  return a.epoch - b.epoch || comparePart(a.upstream, b.upstream) || comparePart(a.revision, b.revision);
}

function split(version: string): { epoch: number; upstream: string; revision: string } {
  const colon = version.indexOf(":");
  const rest = version.slice(colon + 1);
  const hyphen = rest.lastIndexOf("-");
  return {
    epoch: colon < 0 ? 0 : Number(version.slice(0, colon)) || 0,
    upstream: hyphen < 0 ? rest : rest.slice(0, hyphen),
    // No revision is the same as revision 0.
    revision: hyphen < 0 ? "0" : rest.slice(hyphen + 1),
  };
}

/** Takes turns: a part without digits, compared letter by letter, and a number. */
function comparePart(one: string, other: string): number {
  let a = 0;
  let b = 0;
  while (a < one.length || b < other.length) {
    while ((a < one.length && !isDigit(one, a)) || (b < other.length && !isDigit(other, b))) {
      const difference = weight(one, a) - weight(other, b);
      if (difference !== 0) return difference;
      a += 1;
      b += 1;
    }
    const [numberA, endA] = number(one, a);
    const [numberB, endB] = number(other, b);
    // Without leading zeros the longer number is the greater, however many digits it has.
    if (numberA.length !== numberB.length) return numberA.length - numberB.length;
    if (numberA !== numberB) return numberA < numberB ? -1 : 1;
    a = endA;
    b = endB;
  }
  return 0;
}

/** Tilde before everything, even the end; letters before all other characters. */
function weight(text: string, at: number): number {
  if (at >= text.length || isDigit(text, at)) return 0;
  const code = text.charCodeAt(at);
  if (code === 0x7e) return -1;
  const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return isLetter ? code : code + 256;
}

function number(text: string, start: number): [digits: string, end: number] {
  let end = start;
  while (isDigit(text, end)) end += 1;
  return [text.slice(start, end).replace(/^0+/, ""), end];
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}
