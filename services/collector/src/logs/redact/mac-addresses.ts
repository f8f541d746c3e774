const colons = /([0-9a-f]{2}[:-][0-9a-f]{2}[:-][0-9a-f]{2})([:-])[0-9a-f]{2}[:-][0-9a-f]{2}[:-][0-9a-f]{2}/gi;
const dots = /([0-9a-f]{4}\.[0-9a-f]{2})[0-9a-f]{2}\.[0-9a-f]{4}/gi;

/** Keeps the maker's half: `aa:bb:cc:dd:ee:ff` becomes `aa:bb:cc:*:*:*`, `aabb.ccdd.eeff` becomes `aabb.cc*`. */
export function redactMacAddresses(text: string): string {
  const withoutColons =
    repeats(text, ":", 3, 3) || repeats(text, "-", 3, 3) ? text.replaceAll(colons, "$1$2*$2*$2*") : text;
  return repeats(text, ".", 5, 2) ? withoutColons.replaceAll(dots, "$1*") : withoutColons;
}

/**
 * True when a mark is followed by others of these addresses' marks so many times, at this distance: only then is the
 * whole pattern worth its time.
 */
function repeats(text: string, mark: string, distance: number, times: number): boolean {
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
    let count = 1;
    while (count < times && isMark(text.charCodeAt(at + count * distance))) count += 1;
    if (count === times) return true;
  }
  return false;
}

function isMark(code: number): boolean {
  // : - .
  return code === 0x3a || code === 0x2d || code === 0x2e;
}
