import {
  type Cut,
  consumeOrdered,
  type Delivery,
  type EventLog,
  isLogAnswer,
  publishDeadLetter,
  readRange,
  type StoredMessage,
  streamState,
  withdrawMessage,
} from "@statwire/event-log";
import type { LandedBatch, LandedKind } from "@statwire/events";
import {
  type History,
  type InsertOutcome,
  insertLanded,
  type LandedInsert,
  settleLanded,
  startedAtMs,
} from "@statwire/history-store";
import { retryForever, type Service, sleep } from "@statwire/runtime";
import { CarefulInserts, clockDifferenceMaxMs } from "./careful-inserts.js";
import { collectBatch } from "./collect.js";
import type { AroundFaultPoint } from "./fault-points.js";
import { HoldWatch } from "./hold-watch.js";
import { closeDue, relieve } from "./housekeeping.js";
import { ingest } from "./ingest.js";
import type { IngestedStream } from "./ingested-streams.js";
import { lagText, StreamLag } from "./lag.js";
import { type LandDeps, landCut } from "./land.js";
import type { CutLedger } from "./ledger.js";
import type { IngesterMetrics } from "./metrics.js";
import { RefusalMeter } from "./refusals.js";
import type { ingesterSettings } from "./settings.js";
import type { HeldStream, Trouble } from "./take-over.js";

export interface IngestRunDeps extends HeldStream {
  eventLog: EventLog;
  history: History;
  /** Who puts messages into the dead letters. */
  name: string;
  metrics: IngesterMetrics;
  /** Where tests end the process. */
  around: AroundFaultPoint;
}

/** A step of housekeeping that follows the closing of hours. */
export type AfterClosing = () => Promise<void>;

/** A holder's time with one stream: its loops, and what they share. */
export class IngestRun {
  readonly #service: Service<typeof ingesterSettings>;
  readonly #deps: IngestRunDeps;
  readonly #metrics: ReturnType<IngesterMetrics["ofStream"]>;
  readonly #refusals = new RefusalMeter();
  readonly #lag: StreamLag;
  readonly #inserts: CarefulInserts;
  readonly #holds: HoldWatch;
  /** Closes that are under way. */
  #closing: Promise<void> = Promise.resolve();

  constructor(service: Service<typeof ingesterSettings>, deps: IngestRunDeps) {
    this.#service = service;
    this.#deps = deps;
    this.#lag = new StreamLag({
      record: () => deps.ledger.record,
      lastSequence: async () => (await streamState(deps.eventLog, deps.stream.name)).lastSequence,
      now: Date.now,
      log: service.log,
    });
    this.#metrics = deps.metrics.ofStream(deps.stream.name, () => ({
      ...this.#lag.standing(),
      isHeld: this.#holds.isHeld,
    }));
    service.addDegradation(`lag ${deps.stream.name}`, () => lagText(this.#lag.standing()));
    const { history } = deps;
    this.#inserts = new CarefulInserts({
      insert: (insert) => insertLanded(history, insert),
      settle: (insert) => settleLanded(history, insert),
      storeStartedAtMs: () => startedAtMs(history),
      now: Date.now,
      signal: service.signal,
      onFailure: (error, insert) => this.#insertFailed(error, insert),
    });
    this.#holds = new HoldWatch({ ...deps, stream: deps.stream.name, signal: service.signal, log: service.log });
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

  /** Everything that the stream held when it was taken over is stored. */
  get isStored(): boolean {
    return this.#deps.ledger.record.committed >= this.#deps.lastSequence;
  }

  /**
   * Until when everything that the stream received is stored (Unix milliseconds); 0 before the first commit of this run
   * while there is something to store.
   */
  async storedUpToMs(): Promise<number> {
    const { eventLog, ledger, stream } = this.#deps;
    // In this order: what the stream took before now is committed if it was at its end afterwards.
    const nowMs = Date.now();
    const { lastSequence } = await streamState(eventLog, stream.name);
    const { committed } = ledger.record;
    return committed >= lastSequence ? nowMs : this.#lag.committedTime.of(committed);
  }

  /**
   * Reads the ranges that a predecessor has recorded again and inserts them under the same tokens. A store that was
   * started since may have lost its memory of the tokens, so then the tables are compared with them, too.
   */
  async finishOpenCuts(): Promise<void> {
    const { eventLog, ledger, stream } = this.#deps;
    const { log, signal } = this.#service;
    const storeStartedAtMs = ledger.record.cuts.length === 0 ? 0 : await this.#storeStartedAtMs();
    for (const cut of [...ledger.record.cuts]) {
      const { first, last } = cut;
      const messages = await readRange(eventLog, { stream: stream.name, first, last, signal });
      const missing = last - first + 1 - messages.length;
      const fields = { stream: stream.name, first, last, missing };
      log[missing > 0 ? "warn" : "info"](fields, "finishing a cut of the previous run");
      const isInDoubt = storeStartedAtMs > (messages.at(-1)?.storedAtMs ?? 0) - clockDifferenceMaxMs;
      await this.#deps.around("finish an open cut", () => this.#land(cut, messages, isInDoubt));
    }
    await ledger.flush();
  }

  /** Starts over when the log lost its end. To be called when no cut is open any more. */
  async startOverWhereTheLogEnds(): Promise<void> {
    const { ledger, lastSequence, stream } = this.#deps;
    const { committed } = ledger.record;
    if (committed <= lastSequence) return;
    this.#service.log.error(
      { stream: stream.name, committed, lastSequence },
      "the log lost its end: sequences begin again there",
    );
    await ledger.restart(lastSequence);
  }

  /**
   * Goes on after too many messages were refused: what was left open is inserted again. The count begins anew, so of
   * what is still refused as many messages are set aside as it takes to stop once more.
   */
  async resume(): Promise<void> {
    this.#refusals.reset();
    this.#deps.trouble.reason = undefined;
    await this.finishOpenCuts();
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
      pendingMax: { messages: limits.messagesMax, bytes: limits.bytesMax },
    });
    this.#service.addReadiness(`consumer ${stream.name}`, () => consumer.status());
    const onDelivery = (delivery: Delivery) => this.#heard(delivery);
    try {
      await ingest({
        isHeld: () => this.#holds.isHeld,
        // A close writes to the store, too.
        sitOut: () => this.#closing.then(() => this.#holds.sitOut()),
        nextBatch: () => collectBatch(consumer, limits, { now: Date.now, signal, onDelivery }),
        openCut: (cut) => around("open a cut", () => ledger.open(cut)),
        land: (cut, messages) => this.#land(cut, messages),
        flush: () => around("commit", () => ledger.flush()),
        signal,
      });
    } finally {
      ended.abort();
      // An orderly stop gives the stream back even when a cut is left open: the next holder finishes it at once.
      if (signal.aborted) await ledger.release();
    }
  }

  /** Shows a standby that we are alive, until the service stops. */
  async beat(): Promise<void> {
    const { settings, signal } = this.#service;
    while (!signal.aborted) {
      await sleep(settings.INGEST_TAKEOVER_MS / 4, signal);
      if (signal.aborted) return;
      void this.#lag.look();
      const beating = this.#deps.ledger.flush({ beat: true });
      await beating.catch((error: unknown) => signal.aborted || this.#service.fail(error));
    }
  }

  /** Makes room and closes what is due, until the service stops. A failure is tried again next time. */
  async keepHouse(afterClosing: AfterClosing): Promise<void> {
    const { settings, signal, log } = this.#service;
    const later = (what: string) => (error: unknown) => {
      if (!signal.aborted) log.warn({ err: error }, `${what} failed, trying again later`);
    };
    while (!signal.aborted) {
      // Room first, and by itself: it matters most while the history store is away and cannot close anything.
      await this.#makeRoom().catch(later("making room"));
      if (this.stream.hasRollups) {
        // A repair writes to the store like a close.
        const compare = async () => (this.#holds.isHeld ? undefined : afterClosing());
        this.#closing = this.#close().catch(later("closing")).then(compare).catch(later("comparing closed hours"));
        await this.#closing;
      }
      await sleep(settings.HOUSEKEEPING_INTERVAL_SECONDS * 1000, signal);
    }
  }

  #storeStartedAtMs(): Promise<number> {
    const { signal, log } = this.#service;
    return retryForever(() => startedAtMs(this.#deps.history), {
      signal,
      onFailure: (error) => log.warn({ err: error }, "history store does not say since when it runs"),
    });
  }

  async #makeRoom(): Promise<void> {
    const { eventLog, ledger, stream } = this.#deps;
    const state = await streamState(eventLog, stream.name);
    this.#lag.heard(state.lastSequence);
    if (stream.isState) return;
    const { committed } = ledger.record;
    const purged = await relieve(eventLog, stream.name, state, { committed, nowMs: Date.now() });
    const { bytes, bytesMax } = state;
    if (purged === 0) return;
    const fields = { stream: stream.name, purged, bytes, bytesMax };
    this.#service.log.warn(fields, "stream fills up: stored messages purged");
  }

  async #close(): Promise<void> {
    const { history, ledger } = this.#deps;
    if (this.#holds.isHeld) return;
    const { settings, log } = this.#service;
    const signal = AbortSignal.any([this.#service.signal, this.#holds.began]);
    const nowMs = Date.now();
    // Before it: what is committed meanwhile is closed with the next look.
    const { committed } = ledger.record;
    const receivedUpToMs = await this.storedUpToMs();
    const graceMs = settings.CLOSE_GRACE_SECONDS * 1000;
    await closeDue(history, { committedSeq: committed, receivedUpToMs }, { graceMs, nowMs, signal, log });
  }

  #heard({ messages, pending, gap }: Delivery): void {
    this.#lag.heard((messages.at(-1)?.sequence ?? 0) + pending);
    if (gap !== undefined) {
      this.#metrics.gap();
      this.#service.log.error(
        { stream: this.stream.name, gap },
        "messages are gone from the log before they were ingested",
      );
    }
  }

  async #land(cut: Cut, messages: readonly StoredMessage[], isInDoubt = false): Promise<void> {
    this.#lag.committedTime.opened(cut, messages.at(-1)?.storedAtMs ?? 0);
    await landCut(this.#landDeps(isInDoubt), cut, messages);
    this.#metrics.messages(messages.length);
    this.#refusals.seen(messages.length);
  }

  #landDeps(isInDoubt: boolean): LandDeps {
    const { ledger, stream, around } = this.#deps;
    return {
      kinds: stream.kinds,
      wrap: (messages) => stream.wrap(messages),
      insert: (kind, batch, token) => around("insert", () => this.#insert({ kind, batch, token }, isInDoubt)),
      deadLetter: (message, fault) => around("set a dead letter aside", () => this.#deadLetter(message, fault)),
      split: (cut, parts) => around("split a cut", () => ledger.split(cut, parts)),
      finish: (cut) => ledger.finish(cut),
      token: ({ first, last }, kind) => `${stream.name}.${ledger.record.generation}:${first}-${last}:${kind}`,
      log: this.#service.log,
    };
  }

  async #insert(
    { kind, batch, token }: { kind: LandedKind; batch: LandedBatch; token: string },
    isInDoubt: boolean,
  ): Promise<InsertOutcome> {
    const { trouble } = this.#deps;
    const finished = this.#metrics.inserting(kind);
    const outcome = await this.#inserts.insert({ kind, body: batch.bytes(), token }, isInDoubt);
    if (!trouble.isFinal) trouble.reason = undefined;
    finished();
    if (!outcome.ok) return outcome;
    this.#metrics.events(kind, batch.rows);
    const { repaired = [] } = outcome;
    if (repaired.length > 0)
      this.#service.log.warn({ token, repaired }, "earlier attempt of an insert was not exact: repaired");
    return outcome;
  }

  #insertFailed(error: unknown, { token }: LandedInsert): void {
    const { trouble } = this.#deps;
    if (!trouble.isFinal) trouble.reason = `inserting: ${(error as Error).message}`;
    this.#service.log.warn({ err: error, token }, "insert failed, repeating it under the same token");
  }

  async #deadLetter(...[message, { kind, reason }]: Parameters<LandDeps["deadLetter"]>): Promise<void> {
    const { eventLog, ledger, stream, name } = this.#deps;
    const { log, signal } = this.#service;
    log.warn({ subject: message.subject, sequence: message.sequence, reason }, "event dead-lettered");
    const { generation } = ledger.record;
    const letter = { stream: stream.name, consumer: name, generation, message, reason, failedAtMs: Date.now() };
    await retryForever(() => publishDeadLetter(eventLog, letter), {
      signal,
      onFailure: (error) => log.warn({ err: error }, "dead letter not stored yet"),
    });
    // Its subject's own writer cannot see how far it came while somebody else's message is the last one there.
    if (isLogAnswer(message)) {
      await retryForever(() => withdrawMessage(eventLog, stream.name, message.sequence), {
        signal,
        onFailure: (error) => log.warn({ err: error }, "forged message not withdrawn yet"),
      });
    }
    this.#metrics.deadLetter(kind);
    // What we can see ourselves costs nothing and is the sender's fault alone; it must not stop everybody's events.
    if (kind === "refused") this.#refusals.refused();
  }
}
