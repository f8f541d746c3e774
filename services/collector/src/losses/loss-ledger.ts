import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { z } from "zod";
import type { Log } from "../log.js";
import { apart, type Loss, type LossReason, type LostEvent, toLosses, withLoss, withoutEvent } from "./loss-list.js";

export interface LossLedgerOptions {
  /** A file of its own; absent before the first loss. */
  path: string;
  log: Log;
  /** Unix milliseconds. */
  nowMs(): number;
}

/** One announcement names so many losses at most. */
const announcedMax = 100;

const count = z.number().int().nonnegative();
const lossSchema = z.object({
  family: z.string(),
  bootId: count,
  first: count,
  last: count,
  count,
  firstMs: z.number().int(),
  lastMs: z.number().int(),
  reason: z.enum(["spool-full", "spool-unwritable", "spool-damaged", "too-large"]),
  atMs: z.number().int(),
});
const fileSchema = z.object({ attempt: z.array(lossSchema), waiting: z.array(lossSchema) });

/**
 * What this node gave up and has not told the log yet: on disk before the events are deleted, until the log has stored
 * the announcement. An announcement that was attempted stays what it is, so that it is recognized when it arrived.
 */
export class LossLedger {
  /** Called when there is something new to tell. */
  onAdded: () => void = () => undefined;
  readonly #options: LossLedgerOptions;
  readonly #totals = new Map<LossReason, number>();
  #attempt: readonly Loss[] = [];
  #waiting: readonly Loss[] = [];
  #isWritable = true;

  constructor(options: LossLedgerOptions) {
    this.#options = options;
    this.#read();
  }

  /** Events that were given up and are not announced. */
  get unannounced(): number {
    return [...this.#attempt, ...this.#waiting].reduce((sum, { count }) => sum + count, 0);
  }

  /** Events given up in this run, by reason. */
  get totals(): ReadonlyMap<LossReason, number> {
    return this.#totals;
  }

  /** Families with something to announce. */
  families(): string[] {
    return [...new Set(this.#waiting.map(({ family }) => family))].filter((family) => family !== "");
  }

  /** Notes events that nobody has any more, before they are deleted. */
  add(events: readonly (LostEvent & { observedAtMs: number })[], reason: LossReason): void {
    this.#addAll(toLosses(events, { reason, atMs: this.#options.nowMs() }));
  }

  /** Notes damaged places whose events are not known; does nothing without any. */
  addUnnamed(places: number): void {
    if (places === 0) return;
    const atMs = this.#options.nowMs();
    const unnamed = { family: "", bootId: 0, first: 0, last: 0, firstMs: 0, lastMs: 0 };
    this.#addAll([{ ...unnamed, count: places, reason: "spool-damaged", atMs }]);
  }

  /** Events that the log has after all, or that are still here: they are not lost. */
  found(events: Iterable<LostEvent>): void {
    if (this.#waiting.length === 0) return;
    const before = this.#waiting;
    for (const event of events) this.#waiting = withoutEvent(this.#waiting, event);
    if (before.length !== this.#waiting.length || before.some((loss, index) => loss !== this.#waiting[index])) {
      this.#write();
    }
  }

  /** The announcement that was attempted and is not settled; empty when there is none. */
  get attempt(): readonly Loss[] {
    return this.#attempt;
  }

  /** Takes what can be told now for the next announcement, without the events whose fate is open. */
  takeAttempt(isReady: (family: string) => boolean, open: readonly LostEvent[]): readonly Loss[] {
    const ready = this.#waiting.filter(({ family }) => isReady(family));
    const { told, kept } = apart(ready, open);
    if (told.length === 0) return [];
    const notReady = this.#waiting.filter((loss) => !ready.includes(loss));
    this.#attempt = told.slice(0, announcedMax);
    this.#waiting = [...notReady, ...told.slice(announcedMax), ...kept];
    this.#write();
    return this.#attempt;
  }

  /** The log has stored the attempt. */
  announced(): void {
    this.#attempt = [];
    this.#write();
  }

  #addAll(losses: readonly Loss[]): void {
    if (losses.length === 0) return;
    for (const loss of losses) {
      this.#totals.set(loss.reason, (this.#totals.get(loss.reason) ?? 0) + loss.count);
      this.#waiting = withLoss(this.#waiting, loss);
    }
    this.#write();
    this.onAdded();
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
      const { attempt, waiting } = fileSchema.parse(JSON.parse(text));
      this.#attempt = attempt;
      this.#waiting = waiting;
    } catch (error) {
      // The history finds the numbers missing all the same, without knowing why.
      log.warn({ path, error: String(error) }, "record of dropped readings cannot be read, beginning a new one");
    }
  }

  /** A disk that refuses leaves it in memory, for as long as this run lasts. */
  #write(): void {
    const { path, log } = this.#options;
    try {
      const descriptor = openSync(`${path}.new`, "w", 0o600);
      try {
        writeSync(descriptor, JSON.stringify({ attempt: this.#attempt, waiting: this.#waiting }));
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
      renameSync(`${path}.new`, path);
      this.#isWritable = true;
    } catch (error) {
      if (this.#isWritable) log.error({ error: String(error) }, "record of dropped readings cannot be written");
      this.#isWritable = false;
    }
  }
}
