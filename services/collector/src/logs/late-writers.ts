import { windowBytes } from "./fingerprint.js";
import type { LineIntake } from "./line-intake.js";
import { LineSplitter } from "./line-splitter.js";
import { marginBytes, type ToLineText } from "./line-text.js";
import type { FilePosition } from "./position.js";
import type { Segment } from "./segment.js";

interface LateFile {
  segment: Segment;
  splitter: LineSplitter;
  untilMs: number;
}

export interface LateDeps {
  lineBytesMax: number;
  toLineText: ToLineText;
  intake: LineIntake;
  monotonicMs(): number;
}

/** A process that serves its last requests writes to the old file for so long. */
const lateForMs = 60_000;
const lateFilesMax = 4;
const chunkBytes = 64 * 1024;

/**
 * Files that were rotated away and read to their end, kept open for a while: of several processes that write to one log
 * each lets go of the old file in its own time. What still comes is read in between, with the position of the new file;
 * so a collector that is killed in that minute does not read it.
 */
export class LateWriters {
  readonly #deps: LateDeps;
  #memory: Buffer | undefined;
  #files: LateFile[] = [];

  constructor(deps: LateDeps) {
    this.#deps = deps;
  }

  /** Takes a file over. */
  add(segment: Segment): void {
    const untilMs = this.#deps.monotonicMs() + (segment.stillWritten ? lateForMs : 0);
    this.#files.push({ segment, splitter: new LineSplitter(this.#deps.lineBytesMax + marginBytes), untilMs });
  }

  /** Reads what has come since. */
  async read(position: FilePosition | undefined): Promise<void> {
    const { intake, toLineText, monotonicMs } = this.#deps;
    // Most of the time there is nothing to read, and no memory is taken.
    this.#memory = this.#files.length === 0 ? undefined : (this.#memory ?? Buffer.alloc(windowBytes + chunkBytes));
    for (const file of [...this.#files]) {
      if (this.#memory === undefined) return;
      const chunk = await file.segment.read(this.#memory);
      if (typeof chunk === "object" && position !== undefined) {
        file.splitter.push(chunk.bytes, (line, cut) => {
          intake.add({ ...toLineText(line, cut), severity: 0, origin: "" }, () => position, false);
        });
        intake.endChunk();
      }
      const isOver = monotonicMs() >= file.untilMs || this.#files.length > lateFilesMax || chunk === "changed";
      if (isOver && typeof chunk !== "object") await this.#remove(file);
    }
  }

  async close(): Promise<void> {
    for (const file of [...this.#files]) await this.#remove(file);
  }

  async #remove(file: LateFile): Promise<void> {
    this.#files = this.#files.filter((other) => other !== file);
    await file.segment.file.handle.close();
  }
}
