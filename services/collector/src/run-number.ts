import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Family } from "@statwire/events";

/**
 * Numbers the events of this run. The run's own number (`boot_id`) is higher than that of every run before, and on disk
 * before it is used: the start time does for that, unless the clock was set back.
 */
export class RunNumber {
  #bootId: number;
  readonly #path: string;
  readonly #sequences = new Map<Family, number>();

  /** @param above the highest run number that is known from elsewhere, such as the spool */
  constructor(dataDir: string, startMs: number, above: number) {
    this.#path = join(dataDir, "run.json");
    this.#bootId = Math.max(startMs, readRunNumber(this.#path) + 1, above + 1);
    mkdirSync(dataDir, { recursive: true });
    writeRunNumber(this.#path, this.#bootId);
  }

  get bootId(): number {
    return this.#bootId;
  }

  /** The next sequence number of a family, from 1 without gaps. */
  next(family: Family): number {
    const sequence = (this.#sequences.get(family) ?? 0) + 1;
    this.#sequences.set(family, sequence);
    return sequence;
  }

  /** Begins a new run number when this one is not above `bootId`: a lane holds events of a run that we have forgotten. */
  raiseAbove(bootId: number): boolean {
    if (this.#bootId > bootId) return false;
    this.#bootId = bootId + 1;
    this.#sequences.clear();
    writeRunNumber(this.#path, this.#bootId);
    return true;
  }
}

/** 0 when there is none, or none that can be read: the start time is the next best. */
function readRunNumber(path: string): number {
  try {
    const { bootId } = JSON.parse(readFileSync(path, "utf8"));
    return Number.isSafeInteger(bootId) ? bootId : 0;
  } catch {
    return 0;
  }
}

function writeRunNumber(path: string, bootId: number): void {
  const descriptor = openSync(`${path}.new`, "w", 0o600);
  try {
    writeSync(descriptor, `${JSON.stringify({ bootId })}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(`${path}.new`, path);
}
