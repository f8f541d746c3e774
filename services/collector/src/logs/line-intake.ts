import { batchBytesMax, batchLinesMax, type Gap, type Line, type LineQueue, lineOverheadBytes } from "./line-queue.js";
import type { LinesPerSecond } from "./lines-per-second.js";
import type { Position } from "./position.js";

export interface IntakeDeps {
  queue: LineQueue;
  rate: LinesPerSecond;
  nowMs(): number;
  monotonicMs(): number;
}

export type IntakeLine = Omit<Line, "atMs"> & { atMs?: number };

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
  add(line: IntakeLine, end: () => Position, mayDrop: boolean): void {
    this.addAll([line], end, mayDrop);
  }

  /** Takes lines that have one position together, and therefore go into one event. They have to fit into one. */
  addAll(lines: readonly IntakeLine[], end: () => Position, mayDrop: boolean): void {
    const { rate, monotonicMs, nowMs } = this.#deps;
    this.counts.read += lines.length;
    if (!mayDrop) {
      rate.count(lines.length, monotonicMs());
    } else if (!rate.take(lines.length, monotonicMs())) {
      this.#drop(lines.length, end);
      return;
    }
    let bytes = 0;
    for (const { text, origin } of lines) bytes += Buffer.byteLength(text) + origin.length + lineOverheadBytes;
    const fits = this.#bytes + bytes <= batchBytesMax && this.#lines.length + lines.length <= batchLinesMax;
    if (this.#lines.length > 0 && !fits) this.#seal();
    for (const line of lines) this.#lines.push({ ...line, atMs: line.atMs ?? nowMs() });
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

  #drop(lines: number, end: () => Position): void {
    if (this.#lines.length > 0) this.#seal();
    this.#gap = { lines: (this.#gap?.lines ?? 0) + lines, why: "rate" };
    this.counts.droppedByRate += lines;
    this.#end = end;
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
