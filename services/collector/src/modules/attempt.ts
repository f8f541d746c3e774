import type { Module } from "@statwire/events";
import type { Source, SourceName } from "../sources/source.js";
import { within } from "../within.js";

/** A source that takes longer than this has failed; it is not asked again until it has come to an end. */
const answerWithinMs: Record<SourceName, number> = { direct: 3000, systeminformation: 12_000, netdata: 11_000 };

/**
 * After a failure, so that a source that hangs does not cost its time-out on each tick. A little less than 30 s, so that
 * a module that is read every 30 s is tried every time.
 */
const pauseMs = 29_500;

/** After there was nothing. A file is looked for each time; to start programs for what is not there is not worth it. */
const absentPauseMs: Record<SourceName, number> = { direct: 0, systeminformation: 3_600_000, netdata: pauseMs };

/** How one source fares with one module. */
export class Attempt {
  busy = false;
  /** Of the last reading, empty when it worked or there is nothing to read. */
  error = "";
  /** When the reading began that failed last. */
  failedAtMs = Number.NEGATIVE_INFINITY;
  /** The source is not asked before. */
  pausesUntilMs = 0;
  readonly #name: SourceName;

  constructor(name: SourceName) {
    this.#name = name;
  }

  /** A reading, or undefined when there is none for whatever reason. Never throws, and is as synchronous as the source. */
  read(source: Source, module: Module, startMs: number): unknown | Promise<unknown> {
    if (this.busy) return this.#failed(startMs, new Error("still busy with the reading before"));
    try {
      const reading = source.read(module, startMs);
      return reading instanceof Promise ? this.#finish(reading, startMs) : this.#said(reading, startMs);
    } catch (error) {
      return this.#failed(startMs, error);
    }
  }

  /** Notes an error, also that of a reading which was taken for good at first. */
  fail(error: unknown, nowMs: number): void {
    this.error = (error instanceof Error ? error.message : String(error)) || "failed";
    this.pausesUntilMs = nowMs + pauseMs;
  }

  async #finish(reading: Promise<unknown>, startMs: number): Promise<unknown> {
    this.busy = true;
    const ended = reading.finally(() => {
      this.busy = false;
    });
    try {
      return this.#said(await within(answerWithinMs[this.#name], ended), startMs);
    } catch (error) {
      return this.#failed(startMs, error);
    }
  }

  #said(reading: unknown, startMs: number): unknown {
    this.error = "";
    this.pausesUntilMs = reading === undefined ? startMs + absentPauseMs[this.#name] : 0;
    return reading;
  }

  #failed(startMs: number, error: unknown): undefined {
    this.failedAtMs = startMs;
    this.fail(error, startMs);
    return undefined;
  }
}
