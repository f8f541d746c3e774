const newline = 0x0a;
const carriageReturn = 0x0d;

/** Hears of a line: its bytes without the end of line, whether it was longer than what is kept, and where it ended. */
export type OnLine = (line: Buffer, cut: boolean, end: number) => void;

/**
 * Cuts a sequence of chunks into lines. A line without its end waits for the next chunk; of one that is longer than
 * `bytesMax` only the beginning is held, however long it is.
 */
export class LineSplitter {
  readonly #bytesMax: number;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #cut = false;
  #atFileStart = true;

  /** @param bytesMax what is kept of a line */
  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  /** Bytes of the line that has not ended yet, as far as they are held. */
  get heldBytes(): number {
    return this.#heldBytes;
  }

  /** Calls back for each line that ends in `bytes`, with the index after its newline. Lines are valid during the call. */
  push(bytes: Buffer, onLine: OnLine): void {
    let start = this.#atFileStart ? this.#afterHole(bytes) : 0;
    for (let end = bytes.indexOf(newline, start); end !== -1; end = bytes.indexOf(newline, start)) {
      this.#end(bytes.subarray(start, end), end + 1, onLine);
      start = end + 1;
    }
    this.#hold(bytes.subarray(start));
  }

  /** Ends the file: what waits is its last line. `end` is passed on. */
  finish(end: number, onLine: OnLine): void {
    if (this.#heldBytes > 0) this.#end(Buffer.alloc(0), end, onLine);
    this.#atFileStart = true;
  }

  /** Forgets what waits; `atFileStart` when the next chunk is the first of a file. */
  reset(atFileStart: boolean): void {
    this.#forget();
    this.#atFileStart = atFileStart;
  }

  /**
   * A program that writes at its own offset (not at the end) goes on there after a truncation, and leaves a hole,
   * which reads as NULs: no part of its first line.
   */
  #afterHole(bytes: Buffer): number {
    let start = 0;
    while (start < bytes.length && bytes[start] === 0) start += 1;
    this.#atFileStart = start === bytes.length;
    return start;
  }

  #end(rest: Buffer, end: number, onLine: OnLine): void {
    if (this.#heldBytes === 0 && rest.length <= this.#bytesMax) {
      onLine(withoutCarriageReturn(rest), false, end);
      return;
    }
    this.#hold(rest);
    const line = Buffer.concat(this.#held);
    const cut = this.#cut;
    this.#forget();
    onLine(cut ? line : withoutCarriageReturn(line), cut, end);
  }

  #hold(bytes: Buffer): void {
    const room = this.#bytesMax - this.#heldBytes;
    if (bytes.length > room) this.#cut = true;
    if (bytes.length === 0 || room === 0) return;
    // A copy: the chunk's memory is used again.
    const kept = Buffer.from(bytes.subarray(0, room));
    this.#held.push(kept);
    this.#heldBytes += kept.length;
  }

  #forget(): void {
    this.#held = [];
    this.#heldBytes = 0;
    this.#cut = false;
  }
}

function withoutCarriageReturn(line: Buffer): Buffer {
  return line.at(-1) === carriageReturn ? line.subarray(0, -1) : line;
}
