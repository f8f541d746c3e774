import {
  type Cut,
  consumeOrdered,
  type Delivery,
  type EventLog,
  hasMessagesFrom,
  messagesIn,
  streamState,
  type WrappedMessages,
} from "@statwire/event-log";
import { type History, startedAtMs } from "@statwire/history-store";
import { retryForever, type Service, sleep } from "@statwire/runtime";
import { beat } from "./beat.js";
import { clockDifferenceMaxMs, type FormerAttempt } from "./careful-inserts.js";
import { collectBatch, gatherMsOf, pendingOf } from "./collect.js";
import type { AroundFaultPoint } from "./fault-points.js";
import { HoldWatch } from "./hold-watch.js";
import { ingest } from "./ingest.js";
import type { IngestedStream } from "./ingested-streams.js";
import { lagText, StreamLag } from "./lag.js";
import type { CutLedger } from "./ledger.js";
import type { IngesterMetrics } from "./metrics.js";
import type { ingesterSettings } from "./settings.js";
import type { StoreDisk } from "./store-disk.js";
import { type AfterClosing, StreamHousekeeping } from "./stream-housekeeping.js";
import { StreamLanding } from "./stream-landing.js";
import type { HeldStream, Trouble } from "./take-over.js";

export interface IngestRunDeps extends HeldStream {
  eventLog: EventLog;
  history: History;
  /** That of the history, one for all streams. */
  disk: StoreDisk;
  /** Who puts messages into the dead letters. */
  name: string;
  metrics: IngesterMetrics;
  /** Where tests end the process. */
  around: AroundFaultPoint;
}

/** What comes is committed within a few seconds, if the stream has it. */
const stallMs = 3_000;
/** How often it is asked where the stream ends: whatever is stored of it tells, too. */
const lagLookMs = 4_000;

/** A holder's time with one stream: its loops, and what they share. */
export class IngestRun {
  readonly #service: Service<typeof ingesterSettings>;
  readonly #deps: IngestRunDeps;
  readonly #metrics: ReturnType<IngesterMetrics["ofStream"]>;
  readonly #lag: StreamLag;
  readonly #holds: HoldWatch;
  readonly #landing: StreamLanding;
  readonly #housekeeping: StreamHousekeeping;
  /** Since when nothing has come though the stream seems to go on; `isOver` when there is nothing. */
  #stall: { committed: number; lastSequence: number; sinceMs: number; isOver: boolean } | undefined;

  constructor(service: Service<typeof ingesterSettings>, deps: IngestRunDeps) {
    this.#service = service;
    this.#deps = deps;
    this.#lag = new StreamLag({
      record: () => deps.ledger.record,
      lastSequence: () => this.#lastToStore(),
      now: Date.now,
      log: service.log,
    });
    this.#metrics = deps.metrics.ofStream(deps.stream.name, () => ({
      ...this.#lag.standing(),
      isHeld: this.#holds.isHeld,
    }));
    service.addDegradation(`lag ${deps.stream.name}`, () => lagText(this.#lag.standing()));
    const { signal, log, settings } = service;
    this.#landing = new StreamLanding({ ...deps, metrics: this.#metrics, signal, log });
    this.#holds = new HoldWatch({ ...deps, stream: deps.stream.name, signal, log });
    this.#housekeeping = new StreamHousekeeping({
      ...deps,
      lag: this.#lag,
      holds: this.#holds,
      storedUpToMs: () => this.storedUpToMs(),
      intervalMs: settings.HOUSEKEEPING_INTERVAL_SECONDS * 1000,
      closeGraceMs: settings.CLOSE_GRACE_SECONDS * 1000,
      signal,
      log,
    });
  }

  get stream(): IngestedStream {
    return this.#deps.stream;
  }

  get ledger(): CutLedger {
    return this.#deps.ledger;
  }

  get trouble(): Trouble {
    return this.#deps.trouble;
  }

  /** Whether everything that the stream held when it was taken over is stored. */
  async isStored(): Promise<boolean> {
    const { ledger, lastSequence } = this.#deps;
    return ledger.record.committed >= Math.min(lastSequence, await this.#lastToStore());
  }

  /**
   * Until when everything that the stream received is stored (Unix milliseconds); 0 before the first commit of this run
   * while there is something to store.
   */
  async storedUpToMs(): Promise<number> {
    const { ledger } = this.#deps;
    // In this order: what the stream took before now is committed if it was at its end afterwards.
    const nowMs = Date.now();
    const lastSequence = await this.#lastToStore();
    const { committed } = ledger.record;
    return committed >= lastSequence ? nowMs : this.#lag.committedTime.of(committed);
  }

  /** The sequence up to which something is to be stored: what was deleted at the stream's end will not come. */
  async #lastToStore(): Promise<number> {
    const { eventLog, ledger, stream } = this.#deps;
    const { lastSequence } = await streamState(eventLog, stream.name);
    const { committed, cuts } = ledger.record;
    if (committed >= lastSequence || cuts.length > 0) return lastSequence;
    const stall = this.#stall;
    if (stall?.committed !== committed || stall.lastSequence !== lastSequence) {
      this.#stall = { committed, lastSequence, sinceMs: performance.now(), isOver: false };
      return lastSequence;
    }
    // Asked only when nothing has come for a while: usually it is on its way.
    if (!stall.isOver && performance.now() - stall.sinceMs >= stallMs)
      stall.isOver = !(await hasMessagesFrom(eventLog, stream.name, committed + 1));
    return stall.isOver ? committed : lastSequence;
  }

  /**
   * Reads the ranges that a predecessor has recorded again and inserts them under the same tokens. A store that was
   * started since may have lost its memory of the tokens, and one whose disk refused writes may remember a token of rows
   * that are not there, so then the tables are compared with them, too.
   */
  async finishOpenCuts(): Promise<void> {
    const { ledger, around } = this.#deps;
    const { log } = this.#service;
    const storeStartedAtMs = ledger.record.cuts.length === 0 ? 0 : await this.#storeStartedAtMs();
    for (const cut of [...ledger.record.cuts]) {
      const { first, last } = cut;
      const messages = await around("read an open cut again", () => this.#readAgain(cut));
      const missing = last - first + 1 - messages.count;
      const fields = { stream: this.stream.name, first, last, missing };
      log[missing > 0 ? "warn" : "info"](fields, "finishing a cut of the previous run");
      const isStoreNewer = storeStartedAtMs > messages.lastStoredAtMs - clockDifferenceMaxMs;
      await around("finish an open cut", () => this.#land(cut, messages, { isStoreNewer }));
    }
    await around("commit", () => ledger.flush());
  }

  async #readAgain({ first, last }: Cut): Promise<WrappedMessages> {
    const { eventLog, stream } = this.#deps;
    const { signal } = this.#service;
    const messages = stream.newBatch();
    const range = { stream: stream.name, first, last, signal };
    for await (const message of messagesIn(eventLog, range)) messages.add(message);
    return messages;
  }

  /** Starts over when the log lost its end. What is open still is finished first, or the stream stays stopped. */
  async startOverWhereTheLogEnds(): Promise<void> {
    const { ledger, lastSequence, stream, around } = this.#deps;
    const { committed, cuts } = ledger.record;
    if (committed <= lastSequence || cuts.length > 0) return;
    this.#service.log.error(
      { stream: stream.name, committed, lastSequence },
      "the log lost its end: sequences begin again there",
    );
    await around("start over", () => ledger.restart(lastSequence));
  }

  /**
   * Goes on after too many messages were refused: what was left open is inserted again. The count begins anew, so of
   * what is still refused as many messages are set aside as it takes to stop once more.
   */
  async resume(): Promise<void> {
    this.#landing.forgetRefusals();
    await this.finishOpenCuts();
    Object.assign(this.#deps.trouble, { reason: undefined, isStopped: false });
  }

  async ingestUntilStopped(): Promise<void> {
    const { eventLog, ledger, stream, around } = this.#deps;
    const { settings, signal } = this.#service;
    const ended = new AbortController();
    await this.#holds.watch(AbortSignal.any([signal, ended.signal]));
    const limits = {
      messagesMax: settings.INGEST_BATCH_MESSAGES_MAX,
      bytesMax: settings.INGEST_BATCH_BYTES_MAX,
      ageMaxMs: settings.INGEST_FLUSH_INTERVAL_MS,
    };
    const consumer = consumeOrdered(eventLog, {
      stream: stream.name,
      start: { sequence: ledger.record.committed + 1 },
      signal: AbortSignal.any([signal, ended.signal]),
      pendingMax: pendingOf(limits),
      gatherMs: gatherMsOf(limits),
    });
    this.#service.addReadiness(`consumer ${stream.name}`, () => consumer.status());
    const onDelivery = (delivery: Delivery) => this.#heard(delivery);
    try {
      await ingest({
        isHeld: () => this.#holds.isHeld,
        // A close writes to the store, too.
        sitOut: () => this.#housekeeping.closed.then(() => this.#holds.sitOut()),
        nextBatch: () =>
          around("next batch", () =>
            collectBatch(consumer, limits, { newBatch: stream.newBatch, now: Date.now, signal, onDelivery }),
          ),
        openCut: (cut) => around("open a cut", () => ledger.open(cut)),
        land: (cut, messages) => this.#land(cut, messages),
        flush: () => around("commit", () => ledger.flush()),
        signal,
      });
    } finally {
      ended.abort();
      // An orderly stop gives the stream back even when a cut is left open: the next holder finishes it at once.
      if (signal.aborted) await around("give the stream back", () => ledger.release());
    }
  }

  /** Stores what has changed, and signs of life for a standby that may be there, until the service stops. */
  async beat({ isWatched }: { isWatched: boolean }): Promise<void> {
    const { settings, signal, fail } = this.#service;
    const { ledger, around } = this.#deps;
    let lookedAtMs = 0;
    const onLook = () => {
      if (performance.now() - lookedAtMs < lagLookMs) return;
      lookedAtMs = performance.now();
      void this.#lag.look();
    };
    const flush = (options: { beat: boolean }) => around("beat", () => ledger.flush(options));
    const pause = () => sleep(settings.INGEST_TAKEOVER_MS / 6, signal);
    const beating = beat({ changes: () => ledger.record.beat, flush, isWatched, pause, onLook, signal });
    await beating.catch((error: unknown) => signal.aborted || fail(error));
  }

  /** Makes room and closes what is due, until the service stops. */
  keepHouse(afterClosing: AfterClosing): Promise<void> {
    return this.#housekeeping.keep(afterClosing);
  }

  #storeStartedAtMs(): Promise<number> {
    const { signal, log } = this.#service;
    const { history, around } = this.#deps;
    return retryForever(() => around("look when the store was started", () => startedAtMs(history)), {
      signal,
      onFailure: (error) => log.warn({ err: error }, "history store does not say since when it runs"),
    });
  }

  #heard({ messages, pending, gap }: Delivery): void {
    this.#lag.heard((messages.at(-1)?.sequence ?? 0) + pending);
    // Of a bucket it is what its history no longer keeps: nothing that was to be read.
    if (gap !== undefined && !this.stream.isState) {
      this.#metrics.gap();
      this.#service.log.error(
        { stream: this.stream.name, gap },
        "messages are gone from the log before they were ingested",
      );
    }
  }

  #land(cut: Cut, messages: WrappedMessages, former?: FormerAttempt): Promise<void> {
    this.#lag.committedTime.opened(cut, messages.lastStoredAtMs);
    return this.#landing.land(cut, messages, former);
  }
}
