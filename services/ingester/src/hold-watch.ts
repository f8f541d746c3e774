import { type EventLog, holdMaxMs, type IngestHold, readHold } from "@statwire/event-log";
import { type Logger, retryForever, sleep } from "@statwire/runtime";
import type { AroundFaultPoint } from "./fault-points.js";
import type { CutLedger } from "./ledger.js";
import type { Trouble } from "./take-over.js";

/** Whoever asks waits half a minute. Each of five streams is looked at by itself. */
const lookMs = 2_500;
const pollMs = 100;

/**
 * Whether a hold is in effect, out of what was seen of it (`CutRecord.held`, `readHold`). Pure. An older answer of the
 * log than what was known before is not believed, and nothing is held longer than a hold may last, whatever the clock
 * of whoever asked says.
 */
export class SeenHold {
  #last: IngestHold | undefined;
  #untilMs = 0;

  saw(hold: IngestHold | undefined, nowMs: number): void {
    if (hold === undefined || hold.revision <= (this.#last?.revision ?? 0)) return;
    this.#last = hold;
    this.#untilMs = Math.min(hold.untilMs, nowMs + holdMaxMs);
  }

  current(nowMs: number): IngestHold | undefined {
    return nowMs < this.#untilMs ? this.#last : undefined;
  }
}

export interface HoldWatchDeps {
  eventLog: EventLog;
  stream: string;
  ledger: CutLedger;
  trouble: Trouble;
  /** Where tests end the process. */
  around: AroundFaultPoint;
  signal: AbortSignal;
  log: Logger;
}

/** Keeps one stream's ingestion to the holds that somebody asks for: a copy or an exchange of what is stored. */
export class HoldWatch {
  readonly #deps: HoldWatchDeps;
  readonly #seen = new SeenHold();
  #began = new AbortController();

  constructor(deps: HoldWatchDeps) {
    this.#deps = deps;
    this.#saw(deps.ledger.record.held);
  }

  get isHeld(): boolean {
    return this.#seen.current(Date.now()) !== undefined;
  }

  /** Aborts when a hold begins: whatever else writes to the store leaves off then. Without a hold, of the next one. */
  get began(): AbortSignal {
    // Also of one that was over before it could be kept to.
    if (this.#began.signal.aborted && !this.isHeld) this.#began = new AbortController();
    return this.#began.signal;
  }

  /**
   * Looks once, for as long as that takes, and from then on every few seconds until the signal aborts. To be called after
   * the stream was taken over: whoever asked a predecessor then finds us keeping to it.
   */
  async watch(until: AbortSignal): Promise<void> {
    const { eventLog, stream, signal, log } = this.#deps;
    const look = () => readHold(eventLog, stream);
    const onFailure = (error: unknown) => log.warn({ err: error, stream }, "cannot see whether storing is held");
    this.#saw(await retryForever(look, { signal, onFailure }));
    const goOn = async () => {
      while (!until.aborted) {
        await sleep(lookMs, until);
        // While the log does not answer, what is known counts.
        if (!until.aborted) this.#saw(await look().catch(() => undefined));
      }
    };
    void goOn();
  }

  /** Says in the record that no cut is open and in the trouble why, until nobody holds it. No cut may be open. */
  async sitOut(): Promise<void> {
    const { ledger, trouble, signal } = this.#deps;
    let hold = this.#seen.current(Date.now());
    if (hold === undefined) return;
    // Whoever asks right after another waits to be named in the record.
    for (; hold !== undefined && !signal.aborted; hold = this.#seen.current(Date.now())) await this.#sitOutOne(hold);
    trouble.reason = undefined;
    await ledger.hold(undefined);
  }

  /** Until that hold is over: renewed, it is the same. */
  async #sitOutOne({ by, untilMs, revision }: IngestHold): Promise<void> {
    const { stream, ledger, trouble, around, signal, log } = this.#deps;
    await around("record a hold", () => ledger.hold({ by, untilMs, revision }));
    log.info({ stream, by }, "nothing is stored for a while");
    trouble.reason = `held by ${by}`;
    while (!signal.aborted && this.#seen.current(Date.now())?.by === by) await sleep(pollMs, signal);
  }

  #saw(hold: IngestHold | undefined): void {
    this.#seen.saw(hold, Date.now());
    if (this.isHeld) this.#began.abort();
  }
}
