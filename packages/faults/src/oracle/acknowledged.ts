import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";

/** `node family run number` of events that their senders were told to be in the log. */
export type Numbers = Iterable<string>;

/**
 * What the log has acknowledged, as the senders recorded it when they were told: the collectors in files that outlive
 * them (`COLLECTOR_ACKNOWLEDGED_TO`), senders of our own in memory. This, not the log, is what must be neither lost nor
 * doubled.
 */
export class Acknowledged {
  readonly #folder: string;
  readonly #own: (() => Numbers)[] = [];
  readonly #fromFiles = new Set<string>();
  /** How far each file was read, and the bytes of the line that was not whole. */
  readonly #read = new Map<string, { bytes: number; rest: string }>();

  /** @param folder of the collectors' files */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Has a sender of our own remembered, too. */
  also(own: () => Numbers): void {
    this.#own.push(own);
  }

  /** Settings of a collector that make it record what it is told. */
  settingsOf(node: string): Record<string, string> {
    return { MODE: "dev", COLLECTOR_ACKNOWLEDGED_TO: join(this.#folder, node) };
  }

  /** All that was acknowledged until now. */
  now(): ReadonlySet<string> {
    for (const name of readdirSync(this.#folder)) this.#readOn(name);
    const all = new Set(this.#fromFiles);
    for (const own of this.#own) for (const number of own()) all.add(number);
    return all;
  }

  #readOn(name: string): void {
    const { bytes, rest } = this.#read.get(name) ?? { bytes: 0, rest: "" };
    const added = readFrom(join(this.#folder, name), bytes);
    const lines = (rest + added.toString("latin1")).split("\n");
    this.#read.set(name, { bytes: bytes + added.length, rest: lines.pop() ?? "" });
    for (const line of lines) {
      const number = toNumber(Buffer.from(line, "latin1").toString());
      if (number !== undefined) this.#fromFiles.add(number);
    }
  }
}

/** The number that a line names; undefined for one that a killed process has left half. */
export function toNumber(line: string): string | undefined {
  try {
    const parts: unknown = JSON.parse(line);
    return Array.isArray(parts) && parts.length === 4 ? parts.join(" ") : undefined;
  } catch {
    return undefined;
  }
}

function readFrom(path: string, position: number): Buffer {
  const file = openSync(path, "r");
  try {
    const parts: Buffer[] = [];
    for (let at = position; ; ) {
      const part = Buffer.alloc(256 * 1024);
      const length = readSync(file, part, 0, part.length, at);
      if (length === 0) return Buffer.concat(parts);
      parts.push(part.subarray(0, length));
      at += length;
    }
  } finally {
    closeSync(file);
  }
}
