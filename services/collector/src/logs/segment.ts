import type { FileHandle } from "node:fs/promises";
import { fingerprint, windowBytes, windowLength } from "./fingerprint.js";
import type { FilePosition } from "./position.js";

/** What is read at a time. */
export const chunkBytes = 128 * 1024;

export interface SegmentFile {
  handle: FileHandle;
  device: bigint;
  inode: bigint;
}

/** Bytes that were read, valid until the next read into the same memory. */
export interface Chunk {
  bytes: Buffer;
  /** The position after so many of the bytes. */
  positionAt(end: number): FilePosition;
}

/**
 * A file that is read from an offset on. Each read also reads the bytes before it again, and says `changed` when they
 * are not those that were there: the file was truncated, and perhaps has grown beyond the offset since.
 */
export class Segment {
  readonly file: SegmentFile;
  /** False for one that nobody writes to any more. */
  stillWritten: boolean;
  /** The size that was last seen. */
  size = 0;
  #offset: number;
  #head: Buffer;
  #tail: Buffer;

  private constructor(file: SegmentFile, offset: number, windows: { head: Buffer; tail: Buffer }, written: boolean) {
    this.file = file;
    this.stillWritten = written;
    this.#offset = offset;
    this.#head = windows.head;
    this.#tail = windows.tail;
  }

  /**
   * @param seen the first bytes of the file when it was chosen; others by now are found by `look` and `read`
   * @throws when the file cannot be read, or is shorter than the offset.
   */
  static async open(file: SegmentFile, offset: number, seen: Buffer, stillWritten: boolean): Promise<Segment> {
    const length = windowLength(offset);
    const tail = await readAt(file.handle, offset - length, length);
    if (tail.length < length) throw new Error(`the file is shorter than ${offset} bytes`);
    const head = offset === 0 ? seen : seen.subarray(0, length);
    return new Segment(file, offset, { head, tail }, stillWritten);
  }

  get offset(): number {
    return this.#offset;
  }

  get unread(): number {
    return Math.max(0, this.size - this.#offset);
  }

  isFile({ device, inode }: Pick<SegmentFile, "device" | "inode">): boolean {
    return this.file.device === device && this.file.inode === inode;
  }

  /** Reads on into `memory`, which is at least `windowBytes` larger than what it shall read. */
  async read(memory: Buffer): Promise<Chunk | "end" | "changed"> {
    const start = this.#tail.length;
    const from = this.#offset;
    const { bytesRead } = await this.file.handle.read(memory, 0, memory.length, from - start);
    if (bytesRead < start || !memory.subarray(0, start).equals(this.#tail)) return "changed";
    // At the beginning of the file, what was seen there before stands in for the tail.
    if (from === 0 && !memory.subarray(0, Math.min(bytesRead, this.#head.length)).equals(this.#head)) return "changed";
    if (bytesRead === start) return "end";
    const bytes = memory.subarray(start, bytesRead);
    // What was only looked at before is read now.
    if (from < windowBytes) {
      const head = this.#head.subarray(0, from);
      this.#head = Buffer.concat([head, bytes.subarray(0, windowBytes - from)]);
    }
    this.#offset = from + bytes.length;
    this.size = Math.max(this.size, this.#offset);
    this.#tail = Buffer.from(memory.subarray(bytesRead - windowLength(this.#offset), bytesRead));
    const positionAt = (end: number) => {
      const offset = from + end;
      return this.#position(offset, memory.subarray(start + end - windowLength(offset), start + end));
    };
    return { bytes, positionAt };
  }

  /** The position up to which was read. */
  here(): FilePosition {
    return this.#position(this.#offset, this.#tail);
  }

  /** Looks at the size and, when nothing was read yet, at the first bytes. False when it is not the content it was. */
  async look(): Promise<boolean> {
    const { size } = await this.file.handle.stat();
    if (size < this.#offset || size < this.size) return false;
    const seen = this.#offset > 0 ? this.#tail : this.#head;
    const before = await readAt(this.file.handle, Math.max(0, this.#offset - seen.length), seen.length);
    if (!before.equals(seen)) return false;
    this.size = size;
    if (this.#offset === 0 && this.#head.length < windowBytes) {
      this.#head = await readAt(this.file.handle, 0, windowBytes);
    }
    return true;
  }

  /** A position by which the file's content is found elsewhere: where reading is, or after the first bytes seen. */
  probe(): FilePosition {
    return this.#offset > 0 ? this.here() : this.#position(this.#head.length, this.#head);
  }

  #position(offset: number, tail: Buffer): FilePosition {
    const { device, inode } = this.file;
    const head = this.#head.subarray(0, windowLength(offset));
    return { kind: "file", device, inode, offset, fingerprint: fingerprint({ head, tail }) };
  }
}

/** Bytes of a file; fewer at its end. */
export async function readAt(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const memory = Buffer.alloc(length);
  if (length === 0) return memory;
  const { bytesRead } = await handle.read(memory, 0, length, offset);
  return memory.subarray(0, bytesRead);
}
