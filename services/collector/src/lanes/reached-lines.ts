import { closeSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { z } from "zod";
import type { Log } from "../log.js";

/** The highest number of a line that the log has acknowledged: of a family in one run, or of the lines of a log (run 0). */
export interface ReachedLine {
  family: string;
  bootId: number;
  sequence: number;
  /** When that event was observed (Unix milliseconds). */
  observedAtMs: number;
}

/** A line as it was told the last time. */
export interface KnownLine extends ReachedLine {
  told?: { sequence: number; atMs: number };
}

/** Of a family so many runs are remembered, and so many lines in all. */
const runsMax = 5;
const linesMax = 1_000;
/** One event tells of so many lines. */
const toldMax = 50;
/** What has changed is told at most this often, and everything again after a longer time: an event that told it may be lost. */
const changedAfterMs = 5_000;
const againAfterMs = 600_000;

/** The lines with one more; the oldest runs of a family, and then the oldest lines, are forgotten. */
export function withReached(lines: readonly KnownLine[], line: ReachedLine): readonly KnownLine[] {
  const at = lines.findIndex((one) => isSameLine(one, line));
  const known = lines[at];
  const { family, bootId, sequence, observedAtMs } = line;
  const plain = { family, bootId, sequence, observedAtMs };
  if (known !== undefined) return known.sequence >= sequence ? lines : lines.with(at, { ...known, ...plain });
  const runs = lines.filter((one) => one.family === family);
  const oldest =
    runs.length < runsMax ? undefined : runs.reduce((one, other) => (other.bootId < one.bootId ? other : one));
  if (oldest !== undefined && oldest.bootId > bootId) return lines;
  const others = lines.filter((one) => one !== oldest);
  return [...others.slice(Math.max(0, others.length - linesMax + 1)), plain];
}

/** What an event is to tell at a time, those that were told longest ago first. Its own line it tells by being there. */
export function dueLines(
  lines: readonly KnownLine[],
  carrier: { family: string; bootId: number },
  nowMs: number,
): KnownLine[] {
  return lines
    .filter((line) => {
      if (isSameLine(line, carrier)) return false;
      if (line.told === undefined) return true;
      // Also when the clock was set back.
      const sinceMs = Math.abs(nowMs - line.told.atMs);
      return sinceMs >= (line.told.sequence === line.sequence ? againAfterMs : changedAfterMs);
    })
    .sort((one, other) => (one.told?.atMs ?? 0) - (other.told?.atMs ?? 0))
    .slice(0, toldMax);
}

const whole = z.number().int().nonnegative();
const fileSchema = z.object({
  lines: z.array(z.object({ family: z.string(), bootId: whole, sequence: whole, observedAtMs: z.number().int() })),
});

/**
 * How far the lines of this node are stored, over its runs, for its events to tell. What the spool still shows is not on
 * disk a second time: it is saved before the spool deletes a segment, and at the end.
 */
export class ReachedLines {
  readonly #options: { path: string; log: Log };
  #lines: readonly KnownLine[] = [];
  #isWritable = true;

  constructor(options: { path: string; log: Log }) {
    this.#options = options;
    this.#read();
  }

  /** Notes that the log has stored this number of a line. */
  note(line: ReachedLine): void {
    this.#lines = withReached(this.#lines, line);
  }

  /** What an event of a family and run is to tell; it then counts as told. */
  take(carrier: { family: string; bootId: number }, nowMs: number): ReachedLine[] {
    const due = dueLines(this.#lines, carrier, nowMs);
    if (due.length === 0) return [];
    this.#lines = this.#lines.map((line) =>
      due.includes(line) ? { ...line, told: { sequence: line.sequence, atMs: nowMs } } : line,
    );
    return due.map(({ told: _, ...line }) => line);
  }

  /** Without waiting for the disk: after a power cut less is known. */
  save(): void {
    const { path, log } = this.#options;
    const lines = this.#lines.map(({ told: _, ...line }) => line);
    try {
      const descriptor = openSync(`${path}.new`, "w", 0o600);
      try {
        writeSync(descriptor, JSON.stringify({ lines }));
      } finally {
        closeSync(descriptor);
      }
      renameSync(`${path}.new`, path);
      this.#isWritable = true;
    } catch (error) {
      if (this.#isWritable) log.warn({ path, error: String(error) }, "how far lines are stored cannot be kept");
      this.#isWritable = false;
    }
  }

  #read(): void {
    const { path, log } = this.#options;
    let text: string;
    try {
      text = readFileSync(path, "utf8");
    } catch {
      return;
    }
    try {
      for (const line of fileSchema.parse(JSON.parse(text)).lines) this.note(line);
    } catch (error) {
      log.warn({ path, error: String(error) }, "how far lines were stored cannot be read, beginning anew");
    }
  }
}

function isSameLine(one: { family: string; bootId: number }, other: { family: string; bootId: number }): boolean {
  return one.family === other.family && one.bootId === other.bootId;
}
