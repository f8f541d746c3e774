import type { SpoolPlace } from "@statwire/events";

/** A reading in the spool that the log may not have stored yet. Its bytes are on disk. */
export interface PendingReading extends SpoolPlace {
  length: number;
  family: string;
  bootId: number;
  sequence: number;
  observedAtMs: number;
  settled: boolean;
}

/** True when `one` came before `other`: runs are numbered upwards, and readings within a run. */
export function isBefore(
  one: { bootId: number; sequence: number },
  other: { bootId: number; sequence: number },
): boolean {
  return one.bootId < other.bootId || (one.bootId === other.bootId && one.sequence < other.sequence);
}

/** The readings of one family that wait, oldest first. Those settled in the middle are passed over. */
export class PendingQueue {
  #readings: PendingReading[] = [];
  #head = 0;

  push(reading: PendingReading): void {
    this.#readings.push(reading);
  }

  /** Waiting readings, oldest first. */
  *[Symbol.iterator](): Iterator<PendingReading> {
    this.#skipSettled();
    for (let at = this.#head; at < this.#readings.length; at += 1) {
      const reading = this.#readings[at];
      if (reading !== undefined && !reading.settled) yield reading;
    }
  }

  #skipSettled(): void {
    while (this.#readings[this.#head]?.settled) this.#head += 1;
    // Moving what is left costs as much as was passed over since the last time.
    if (this.#head > 64 && this.#head * 2 > this.#readings.length) {
      this.#readings = this.#readings.slice(this.#head);
      this.#head = 0;
    }
  }
}
