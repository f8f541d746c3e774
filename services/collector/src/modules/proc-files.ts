import { closeSync, openSync, readSync } from "node:fs";

/** Errors by which the kernel says that a source does not exist here, or is switched off (PSI, a link's speed). */
const absent = new Set(["ENOENT", "ENOTDIR", "EOPNOTSUPP", "ENODEV"]);

/** In how many pieces the kernel renders a file: with more than one, a read can end at any of them. */
type Pieces = "one" | "many";

/**
 * Files of /proc and /sys that are read again and again: opened once, re-read with pread at offset 0, which makes the
 * kernel render them anew. Two modules that read one file on the same tick share the text.
 */
export class ProcFiles {
  readonly #descriptors = new Map<string, number>();
  readonly #texts = new Map<string, string | undefined>();
  #buffer = Buffer.allocUnsafe(65_536);

  /** Starts a tick: texts of the previous one are forgotten. */
  beginTick(): void {
    this.#texts.clear();
  }

  /** The file's text on this tick, undefined when this host has no such file. Throws on any other error. */
  text(path: string): string | undefined {
    return this.#once(path, "many");
  }

  /**
   * The same of a file that the kernel renders in one piece (`single_open`; /proc/stat, but not /proc/diskstats, which is a record a
   * line): one read hands out all of it, and is not followed by one that only finds the end. Half of the reads of a tick are such.
   */
  wholeText(path: string): string | undefined {
    return this.#once(path, "one");
  }

  close(): void {
    for (const descriptor of this.#descriptors.values()) closeSync(descriptor);
    this.#descriptors.clear();
  }

  #once(path: string, pieces: Pieces): string | undefined {
    if (this.#texts.has(path)) return this.#texts.get(path);
    const text = this.#read(path, pieces);
    this.#texts.set(path, text);
    return text;
  }

  #read(path: string, pieces: Pieces): string | undefined {
    try {
      let descriptor = this.#descriptors.get(path);
      if (descriptor === undefined) {
        descriptor = openSync(path, "r");
        this.#descriptors.set(path, descriptor);
      }
      return this.#readWhole(descriptor, pieces);
    } catch (error) {
      this.#forget(path);
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }

  /** Of many pieces the kernel hands out a page or so per call, so it is asked until it has no more. */
  #readWhole(descriptor: number, pieces: Pieces): string {
    let length = 0;
    for (;;) {
      const count = readSync(descriptor, this.#buffer, length, this.#buffer.length - length, length);
      length += count;
      const isWhole = count === 0 || (pieces === "one" && length < this.#buffer.length);
      if (isWhole) return this.#buffer.toString("latin1", 0, length);
      if (length === this.#buffer.length) this.#buffer = Buffer.concat([this.#buffer], length * 2);
    }
  }

  #forget(path: string): void {
    const descriptor = this.#descriptors.get(path);
    if (descriptor === undefined) return;
    this.#descriptors.delete(path);
    closeSync(descriptor);
  }
}

/** True for an error that means "this host has no such source", which is not a failure. */
export function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && absent.has(String(error.code));
}
