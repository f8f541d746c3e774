const colons = /([0-9a-f]{2}[:-][0-9a-f]{2}[:-][0-9a-f]{2})([:-])[0-9a-f]{2}[:-][0-9a-f]{2}[:-][0-9a-f]{2}/gi;
const dots = /([0-9a-f]{4}\.[0-9a-f]{2})[0-9a-f]{2}\.[0-9a-f]{4}/gi;

/** Keeps the maker's half: `aa:bb:cc:dd:ee:ff` becomes `aa:bb:cc:*:*:*`, `aabb.ccdd.eeff` becomes `aabb.cc*`. */
export function redactMacAddresses(text: string): string {
  return text.replaceAll(colons, "$1$2*$2*$2*").replaceAll(dots, "$1*");
}
