import { batchBytesMax, batchLinesMax, type Gap, type Line, type LineQueue, lineOverheadBytes } from "./line-queue.js";
import type { LinesPerSecond } from "./lines-per-second.js";
import type { Position } from "./position.js";

export interface IntakeDeps {
  queue: LineQueue;
  rate: LinesPerSecond;
  nowMs(): number;
  monotonicMs(): number;
}

/** Counts of this run. */
export interface IntakeCounts {
  read: number;
  droppedByRate: number;
  lost: number;
}

/** How long dropped lines wait for one that is kept, to be told with it. */
const tellDropsAfterMs = 1000;

/**
 * Gathers lines into pieces that fit an event, and gives up those beyond the rate. Positions are asked for only where a
 * piece ends.
 */
export class LineIntake {
  readonly counts: IntakeCounts = { read: 0, droppedByRate: 0, lost: 0 };
  readonly #deps: IntakeDeps;
  #lines: Line[] = [];
  #bytes = 0;
  #gap: Gap | undefined;
  /** The position after the last line, kept or dropped. */
  #end: (() => Position) | undefined;
  #dropsSinceMs: number | undefined;

  constructor(deps: IntakeDeps) {
    this.#deps = deps;
  }

  /**
   * Takes a line; `end` tells the position after it, and is called before the next `endChunk` returns or never.
   * @param mayDrop false for lines that were written while nobody read: the rate is kept by reading them slowly
   */
  add(line: Line, end: () => Position, mayDrop: boolean): void {
    if (!this.#admit(1, end, mayDrop)) return;
    const bytes = bytesOf(line);
    if (this.#bytes + bytes > batchBytesMax || this.#lines.length === batchLinesMax) this.#sealLines();
    this.#lines.push(line);
    this.#bytes += bytes;
    this.#end = end;
  }

  /** Takes lines that have one position together, and therefore go into one event. They have to fit into one. */
  addAll(lines: readonly Line[], end: () => Position, mayDrop: boolean): void {
    if (!this.#admit(lines.length, end, mayDrop)) return;
    const bytes = lines.reduce((sum, line) => sum + bytesOf(line), 0);
    if (this.#bytes + bytes > batchBytesMax || this.#lines.length + lines.length > batchLinesMax) this.#sealLines();
    this.#lines.push(...lines);
    this.#bytes += bytes;
    this.#end = end;
  }

  /** Says that an unknown number of lines before the next one is lost. */
  lose(position: Position): void {
    this.#seal();
    this.counts.lost += 1;
    this.#deps.queue.add({ ...this.#empty(), gap: { lines: 1, why: "lost" }, end: position });
  }

  /** What was taken so far can be published; `end` functions are not called after this. */
  endChunk(): void {
    if (this.#lines.length > 0) {
      this.#seal();
    } else if (this.#gap !== undefined && this.#end !== undefined) {
      const end = this.#end();
      this.#end = () => end;
      this.#dropsSinceMs ??= this.#deps.nowMs();
    }
  }

  /** Tells of dropped lines that no kept one has followed for a while. */
  tellDrops(): void {
    if (this.#dropsSinceMs !== undefined && this.#deps.nowMs() - this.#dropsSinceMs >= tellDropsAfterMs) this.#seal();
  }

  /** Forgets what is not in the queue yet. */
  reset(): void {
    this.#take();
  }

  /** Counts lines, and tells whether the rate allows them. */
  #admit(lines: number, end: () => Position, mayDrop: boolean): boolean {
    const { rate, monotonicMs } = this.#deps;
    this.counts.read += lines;
    if (!rate.isLimited) return true;
    if (!mayDrop) {
      rate.count(lines, monotonicMs());
      return true;
    }
    if (rate.take(lines, monotonicMs())) return true;
    this.#drop(lines, end);
    return false;
  }

  #drop(lines: number, end: () => Position): void {
    this.#sealLines();
    this.#gap = { lines: (this.#gap?.lines ?? 0) + lines, why: "rate" };
    this.counts.droppedByRate += lines;
    this.#end = end;
  }

  /** A gap alone waits for the line that follows it. */
  #sealLines(): void {
    if (this.#lines.length > 0) this.#seal();
  }

  #seal(): void {
    if (this.#end === undefined) return;
    const end = this.#end();
    this.#deps.queue.add({ ...this.#take(), end });
  }

  #take() {
    const taken = { gap: this.#gap, lines: this.#lines, bytes: this.#bytes, readAtMs: this.#deps.nowMs() };
    this.#lines = [];
    this.#bytes = 0;
    this.#gap = undefined;
    this.#end = undefined;
    this.#dropsSinceMs = undefined;
    return taken;
  }

  #empty() {
    return { lines: [], bytes: 0, readAtMs: this.#deps.nowMs() };
  }
}

function bytesOf({ text, origin }: Line): number {
  return Buffer.byteLength(text) + origin.length + lineOverheadBytes;
}
