import { closeSync, openSync, readSync } from "node:fs";

/** Errors by which the kernel says that a source does not exist here, or is switched off (PSI, a link's speed). */
const absent = new Set(["ENOENT", "ENOTDIR", "EOPNOTSUPP", "ENODEV"]);

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
    if (this.#texts.has(path)) return this.#texts.get(path);
    const text = this.#read(path);
    this.#texts.set(path, text);
    return text;
  }

  close(): void {
    for (const descriptor of this.#descriptors.values()) closeSync(descriptor);
    this.#descriptors.clear();
  }

  #read(path: string): string | undefined {
    try {
      let descriptor = this.#descriptors.get(path);
      if (descriptor === undefined) {
        descriptor = openSync(path, "r");
        this.#descriptors.set(path, descriptor);
      }
      return this.#readWhole(descriptor);
    } catch (error) {
      this.#forget(path);
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }

  /** The kernel hands out a page or so per call, so it is asked until it has no more. */
  #readWhole(descriptor: number): string {
    let length = 0;
    for (;;) {
      const count = readSync(descriptor, this.#buffer, length, this.#buffer.length - length, length);
      if (count === 0) return this.#buffer.toString("latin1", 0, length);
      length += count;
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
