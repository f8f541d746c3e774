import type { Position } from "./position.js";

export interface Line {
  text: string;
  atMs: number;
  severity: number;
  origin: string;
  truncated: boolean;
}

/** Lines that were given up, and why. */
export interface Gap {
  lines: number;
  why: "rate" | "lost";
}

/** Lines that follow each other, after a gap perhaps, and the position after them. */
export interface Piece {
  gap: Gap | undefined;
  lines: readonly Line[];
  bytes: number;
  readAtMs: number;
  end: Position;
}

/** What one event takes. */
export interface Batch extends Piece {
  /** Of the queue. */
  pieces: number;
}

/** One event has at most this many lines, and about this many bytes of text. */
export const batchLinesMax = 5000;
export const batchBytesMax = 256 * 1024;

/** A line of a slow log waits so long for others. */
const lingerMs = 250;

/** What a line takes beside its text, in a message and in memory. */
export const lineOverheadBytes = 48;

/** Memory that the queues of all logs share. */
export class MemoryBudget {
  bytes = 0;
  readonly bytesMax: number;

  constructor(bytesMax: number) {
    this.bytesMax = bytesMax;
  }
}

/** What was read of a log and is not stored yet, in memory; the file is the spool, so it may be forgotten. */
export class LineQueue {
  /** Called when something was added. */
  onAdded: () => void = () => undefined;
  /** Called when something was removed. */
  onRemoved: () => void = () => undefined;
  readonly #bytesMax: number;
  readonly #budget: MemoryBudget;
  #pieces: Piece[] = [];
  #bytes = 0;
  #accepts = true;

  constructor(bytesMax: number, budget: MemoryBudget) {
    this.#bytesMax = bytesMax;
    this.#budget = budget;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** No more is to be read now. A log that has nothing in memory may always read, whatever the others take. */
  get isFull(): boolean {
    return this.#bytes > 0 && (this.#bytes >= this.#bytesMax || this.#budget.bytes >= this.#budget.bytesMax);
  }

  add(piece: Piece): void {
    if (!this.#accepts) return;
    this.#pieces.push(piece);
    this.#count(piece.bytes);
    this.onAdded();
  }

  /** What can be published now: the first pieces as far as one event takes them, undefined when they shall wait. */
  next(nowMs: number): Batch | undefined {
    const [first, ...others] = this.#pieces.slice(0, 64);
    if (first === undefined) return undefined;
    const merged = [first];
    let { bytes } = first;
    let count = first.lines.length;
    for (const piece of others) {
      if (piece.gap !== undefined) break;
      if (bytes + piece.bytes > batchBytesMax || count + piece.lines.length > batchLinesMax) break;
      merged.push(piece);
      bytes += piece.bytes;
      count += piece.lines.length;
    }
    const isWhole = merged.length < this.#pieces.length || bytes >= batchBytesMax / 2 || count >= batchLinesMax / 2;
    if (!isWhole && nowMs - first.readAtMs < lingerMs) return undefined;
    const { readAtMs, end } = merged.at(-1) ?? first;
    return { gap: first.gap, lines: merged.flatMap(({ lines }) => lines), bytes, readAtMs, end, pieces: merged.length };
  }

  /** When `next` has something, if nothing is added: milliseconds from now; undefined when the queue is empty. */
  waitMs(nowMs: number): number | undefined {
    const [first] = this.#pieces;
    return first && Math.max(0, first.readAtMs + lingerMs - nowMs);
  }

  /** Removes what `next` gave. */
  remove(batch: Batch): void {
    const removed = this.#pieces.splice(0, batch.pieces);
    this.#count(-removed.reduce((sum, { bytes }) => sum + bytes, 0));
    this.onRemoved();
  }

  /** Forgets everything and takes nothing more until `accept`: it is read again from elsewhere. */
  discard(): void {
    this.#accepts = false;
    this.#pieces = [];
    this.#count(-this.#bytes);
    this.onRemoved();
  }

  /** Called by whoever reads, when what it adds from now on is what shall follow. */
  accept(): void {
    this.#accepts = true;
  }

  #count(bytes: number): void {
    this.#bytes += bytes;
    this.#budget.bytes += bytes;
  }
}
