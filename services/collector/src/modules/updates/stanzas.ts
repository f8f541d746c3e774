import { open } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";

const chunkBytes = 256 * 1024;

/** A list of all packages of Debian has 60 MB. */
const bytesMax = 512 * 1024 ** 2;

/** Other work gets its turn when finding paragraphs has taken this long. */
const sliceMs = 8;

const separator = Buffer.from("\n\n");
const key = Buffer.from("Package: ");
const newline = 0x0a;

/**
 * Reads a file of paragraphs that an empty line separates (deb822(5)) and hands over those whose `Package` is wanted, a
 * piece at a time, so that ticks are not held up. Most paragraphs of a list are of packages that are not installed: of
 * those not even a string is made. @throws Error when the file is larger than half a gibibyte or cannot be read.
 */
export async function eachStanza(
  path: string,
  wants: (name: string) => boolean,
  take: (stanza: string) => void,
): Promise<void> {
  const file = await open(path, "r");
  try {
    let rest: Buffer = Buffer.alloc(0);
    let total = 0;
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, null);
      if (bytesRead === 0) break;
      total += bytesRead;
      if (total > bytesMax) throw new Error(`${path}: larger than ${bytesMax / 1024 ** 2} MiB`);
      rest = await takeWhole(Buffer.concat([rest, buffer.subarray(0, bytesRead)]), wants, take);
    }
    takeOne(rest, wants, take);
  } finally {
    await file.close();
  }
}

/** Hands over the whole paragraphs and returns what is left. */
async function takeWhole(
  bytes: Buffer,
  wants: (name: string) => boolean,
  take: (stanza: string) => void,
): Promise<Buffer> {
  let start = 0;
  let sliceEndMs = performance.now() + sliceMs;
  for (let end = bytes.indexOf(separator); end >= 0; end = bytes.indexOf(separator, start)) {
    takeOne(bytes.subarray(start, end), wants, take);
    start = end + separator.length;
    if (performance.now() > sliceEndMs) {
      await setImmediate();
      sliceEndMs = performance.now() + sliceMs;
    }
  }
  return bytes.subarray(start);
}

function takeOne(stanza: Buffer, wants: (name: string) => boolean, take: (stanza: string) => void): void {
  const at = stanza.indexOf(key);
  // The name comes first in every file that apt or dpkg writes; a later line may only continue a field.
  if (at < 0 || (at > 0 && stanza[at - 1] !== newline)) return;
  const end = stanza.indexOf(newline, at);
  const name = stanza.toString("latin1", at + key.length, end < 0 ? stanza.length : end).trimEnd();
  if (wants(name)) take(stanza.toString("utf8"));
}
