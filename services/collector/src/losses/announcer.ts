import type { PublishOutcome } from "@statwire/event-log";
import { encodeEventsDropped, encodeFrames, integrityEventHeaders } from "@statwire/events";
import { backoffMs, sleep } from "@statwire/runtime";
import type { RecordAcknowledged } from "../acknowledged-record.js";
import type { LogLane } from "../lanes/family-publisher.js";
import type { Log } from "../log.js";
import type { LossLedger } from "./loss-ledger.js";
import type { Loss, LostEvent } from "./loss-list.js";

export interface AnnouncerDeps {
  workspace: string;
  node: string;
  ledger: LossLedger;
  /** Everything that earlier attempts at a family's events may have left in the log is known. */
  isReady(family: string): boolean;
  /** Events that are being published, which may have been given up on disk meanwhile. */
  open(): readonly LostEvent[];
  log: Log;
  random(): number;
  recordAcknowledged: RecordAcknowledged;
}

/** A refusal lasts: a credential of an older version may not announce anything. */
const pauses = { baseMs: 200, maxMs: 60_000 };

/** Whether more can be told is looked at this often while something waits. */
const lookMs = 500;

/** On the way out a publish under way is waited for this long. */
const finishWithinMs = 1500;

/**
 * Tells the log what this node gave up. One message in flight, each published after the one before it; after an unknown
 * end the last message of the subject tells whether the attempt arrived. It is in the ledger until then.
 */
export class LossAnnouncer {
  readonly #deps: AnnouncerDeps;
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;
  #wake: () => void = () => undefined;
  #failures = 0;

  constructor(deps: AnnouncerDeps) {
    this.#deps = deps;
    deps.ledger.onAdded = () => this.#wake();
  }

  /** Begins to announce; once. */
  connect(lane: LogLane): void {
    this.#running ??= this.#run(lane);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wake();
    await Promise.race([this.#running, sleep(finishWithinMs)]);
  }

  async #run(lane: LogLane): Promise<void> {
    const { ledger, isReady, open } = this.#deps;
    const { signal } = this.#stopping;
    let isAdopted = false;
    while (!signal.aborted) {
      if (ledger.unannounced === 0) await this.#waitForLosses();
      else if (!isAdopted) isAdopted = await this.#adopt(lane);
      else if (ledger.attempt.length > 0 || ledger.takeAttempt(isReady, open()).length > 0) {
        isAdopted = await this.#publish(lane);
      } else await sleep(lookMs, signal);
    }
  }

  /** Reads what was announced last: the attempt, perhaps, whose answer was lost. */
  async #adopt(lane: LogLane): Promise<boolean> {
    const { ledger } = this.#deps;
    try {
      const last = await lane.last();
      const { attempt } = ledger;
      if (last !== undefined && attempt.length > 0 && toPayload(attempt).equals(last.payload)) this.#stored();
      return true;
    } catch (error) {
      await this.#failed({ kind: "unknown", reason: String(error) });
      return false;
    }
  }

  async #publish(lane: LogLane): Promise<boolean> {
    const { attempt } = this.#deps.ledger;
    let outcome: PublishOutcome;
    try {
      outcome = await lane.publish(toPayload(attempt), this.#headers(attempt));
    } catch (error) {
      outcome = { kind: "unknown", reason: String(error) };
    }
    if (outcome.kind === "stored") this.#stored();
    else await this.#failed(outcome);
    return outcome.kind === "stored" || outcome.kind === "refused";
  }

  #headers(attempt: readonly Loss[]): Record<string, string> {
    const { workspace, node } = this.#deps;
    const { family = "", bootId = 0, first = 0, last = 0, atMs = 0 } = attempt[0] ?? {};
    const numbers = { family, bootId, firstSequence: first, lastSequence: last };
    return integrityEventHeaders({ workspace, node, finding: "events-dropped", ...numbers, observedAtMs: atMs });
  }

  #stored(): void {
    const { ledger, log, recordAcknowledged } = this.#deps;
    recordAcknowledged(
      ledger.attempt.map(({ family, bootId, first }) => ({ family: `dropped/${family}`, bootId, sequence: first })),
    );
    const events = ledger.attempt.reduce((sum, { count }) => sum + count, 0);
    ledger.announced();
    this.#failures = 0;
    log.info({ events }, "dropped readings announced");
  }

  async #failed(outcome: PublishOutcome): Promise<void> {
    this.#failures += 1;
    if (this.#failures === 3) this.#deps.log.warn({ outcome }, "dropped readings cannot be announced yet");
    await sleep(backoffMs(this.#failures, { ...pauses, random: this.#deps.random() }), this.#stopping.signal);
  }

  #waitForLosses(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}

/** The same bytes for the same losses, always. */
function toPayload(losses: readonly Loss[]): Buffer {
  const events = losses.map(({ family, bootId, first, last, count, firstMs, lastMs, reason, atMs }) =>
    encodeEventsDropped({
      observedAtMs: BigInt(atMs),
      family,
      bootId: BigInt(bootId),
      firstSequence: BigInt(first),
      lastSequence: BigInt(last),
      count: BigInt(count),
      firstObservedAtMs: BigInt(firstMs),
      lastObservedAtMs: BigInt(lastMs),
      reason,
    }),
  );
  return Buffer.from(encodeFrames(events));
}
