import { closeSync, fdatasync, fstatSync, ftruncateSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const synchronize = promisify(fdatasync);

/** One file of the spool. It only grows, until all in it is settled and it is deleted whole. */
export class Segment {
  readonly number: number;
  /** Readings in it that the log has not stored. */
  waiting = 0;
  bytes: number;
  readonly #path: string;
  readonly #descriptor: number;
  #unsynchronized = true;
  #synchronizing: Promise<void> | undefined;

  constructor(folder: string, number: number) {
    this.number = number;
    this.#path = join(folder, `${String(number).padStart(10, "0")}${suffix}`);
    this.#descriptor = openSync(this.#path, "a+", 0o600);
    this.bytes = fstatSync(this.#descriptor).size;
  }

  /** Writes at the end and returns the offset. A write that fails half-way leaves nothing behind. */
  append(record: Buffer): number {
    const offset = this.bytes;
    try {
      for (let written = 0; written < record.length; ) written += writeSync(this.#descriptor, record, written);
    } catch (error) {
      this.truncate(offset);
      throw error;
    }
    this.bytes += record.length;
    this.#unsynchronized = true;
    return offset;
  }

  read(offset = 0, length = this.bytes - offset): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    return bytes.subarray(0, readSync(this.#descriptor, bytes, 0, length, offset));
  }

  truncate(length: number): void {
    ftruncateSync(this.#descriptor, length);
    this.bytes = length;
    this.#unsynchronized = true;
  }

  /** Resolves when all that has been written so far survives a power cut. */
  async makeDurable(): Promise<void> {
    await this.#synchronizing;
    if (!this.#unsynchronized) return;
    this.#unsynchronized = false;
    this.#synchronizing = synchronize(this.#descriptor);
    try {
      await this.#synchronizing;
    } catch (error) {
      this.#unsynchronized = true;
      throw error;
    } finally {
      this.#synchronizing = undefined;
    }
  }

  delete(): void {
    this.close();
    unlinkSync(this.#path);
  }

  /** The descriptor stays until the disk is done with it: its number could otherwise be another file's by then. */
  close(): void {
    const close = () => closeSync(this.#descriptor);
    if (this.#synchronizing === undefined) close();
    else this.#synchronizing.then(close, close);
  }
}

const suffix = ".segment";

/** The number in a segment's file name, undefined for other files. */
export function segmentNumber(fileName: string): number | undefined {
  return fileName.endsWith(suffix) ? Number.parseInt(fileName, 10) : undefined;
}
