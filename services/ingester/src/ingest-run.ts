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
import type { EventKind, LandedBatch } from "@statwire/events";
import {
  type History,
  type InsertOutcome,
  insertLanded,
  type LandedInsert,
  type RepairedTable,
  settleLanded,
  startedAtMs,
} from "@statwire/history-store";
import { retryForever, type Service, sleep } from "@statwire/runtime";
import { collectBatch } from "./collect.js";
import { CommittedTime } from "./committed-time.js";
import { HoldWatch } from "./hold-watch.js";
import { closeDue, relieve } from "./housekeeping.js";
import { ingest } from "./ingest.js";
import type { IngestedStream } from "./ingested-streams.js";
import { type LandDeps, landCut } from "./land.js";
import type { CutLedger } from "./ledger.js";
import type { IngesterMetrics, Standing } from "./metrics.js";
import { RefusalMeter } from "./refusals.js";
import type { ingesterSettings } from "./settings.js";
import type { HeldStream, Trouble } from "./take-over.js";

export interface IngestRunDeps extends HeldStream {
  eventLog: EventLog;
  history: History;
  /** Who puts messages into the dead letters. */
  name: string;
  metrics: IngesterMetrics;
}

/** Between the clocks of the log and of the history store. */
const clockDifferenceMaxMs = 5_000;

/** Stores a batch; in doubt, it also makes exact what was stored of it before. */
type StoreInsert = (
  history: History,
  insert: LandedInsert,
) => Promise<InsertOutcome & { repaired?: readonly RepairedTable[] }>;

/** A holder's time with one stream: its loops, and what they share. */
export class IngestRun {
  readonly #service: Service<typeof ingesterSettings>;
  readonly #deps: IngestRunDeps;
  readonly #metrics: ReturnType<IngesterMetrics["ofStream"]>;
  readonly #refusals = new RefusalMeter();
  readonly #committedTime = new CommittedTime();
  readonly #holds: HoldWatch;
  /** Closes that are under way. */
  #closing: Promise<void> = Promise.resolve();
  /** Sequence of the last message in the stream, as far as is known. */
  #streamEnd = 0;

  constructor(service: Service<typeof ingesterSettings>, deps: IngestRunDeps) {
    this.#service = service;
    this.#deps = deps;
    this.#holds = new HoldWatch({ ...deps, stream: deps.stream.name, signal: service.signal, log: service.log });
    this.#metrics = deps.metrics.ofStream(deps.stream.name, () => this.#standing());
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
    return committed >= lastSequence ? nowMs : this.#committedTime.of(committed);
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
      await this.#land(cut, messages, isInDoubt ? settleLanded : insertLanded);
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

  async ingestUntilStopped(): Promise<void> {
    const { eventLog, ledger, stream } = this.#deps;
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
        openCut: (cut) => ledger.open(cut),
        land: (cut, messages) => this.#land(cut, messages),
        flush: () => ledger.flush(),
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
      const beating = this.#deps.ledger.flush({ beat: true });
      await beating.catch((error: unknown) => signal.aborted || this.#service.fail(error));
    }
  }

  /** Makes room and closes what is due, until the service stops. A failure is tried again next time. */
  async keepHouse(): Promise<void> {
    const { settings, signal, log } = this.#service;
    const later = (what: string) => (error: unknown) => {
      if (!signal.aborted) log.warn({ err: error }, `${what} failed, trying again later`);
    };
    while (!signal.aborted) {
      // Room first, and by itself: it matters most while the history store is away and cannot close anything.
      await this.#makeRoom().catch(later("making room"));
      if (this.stream.hasRollups) {
        this.#closing = this.#close().catch(later("closing"));
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
    this.#streamEnd = Math.max(this.#streamEnd, state.lastSequence);
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
    this.#streamEnd = Math.max(this.#streamEnd, (messages.at(-1)?.sequence ?? 0) + pending);
    if (gap !== undefined) {
      this.#metrics.gap();
      this.#service.log.error(
        { stream: this.stream.name, gap },
        "messages are gone from the log before they were ingested",
      );
    }
  }

  #standing(): Standing {
    const { committed, cuts } = this.#deps.ledger.record;
    const behind = Math.max(0, this.#streamEnd - committed);
    const atMs = this.#committedTime.of(committed);
    const behindSeconds = behind === 0 || atMs === 0 ? 0 : Math.max(0, Date.now() - atMs) / 1000;
    return { behind, behindSeconds, committed, openCuts: cuts.length, isHeld: this.#holds.isHeld };
  }

  async #land(cut: Cut, messages: readonly StoredMessage[], store: StoreInsert = insertLanded): Promise<void> {
    this.#committedTime.opened(cut, messages.at(-1)?.storedAtMs ?? 0);
    await landCut(this.#landDeps(store), cut, messages);
    this.#metrics.messages(messages.length);
    this.#refusals.seen(messages.length);
  }

  #landDeps(store: StoreInsert): LandDeps {
    const { ledger, stream } = this.#deps;
    return {
      kinds: stream.kinds,
      insert: (kind, batch, token) => this.#insert(store, { kind, batch, token }),
      deadLetter: (message, fault) => this.#deadLetter(message, fault),
      split: (cut, parts) => ledger.split(cut, parts),
      finish: (cut) => ledger.finish(cut),
      token: ({ first, last }, kind) => `${stream.name}.${ledger.record.generation}:${first}-${last}:${kind}`,
      log: this.#service.log,
    };
  }

  async #insert(
    store: StoreInsert,
    { kind, batch, token }: { kind: EventKind; batch: LandedBatch; token: string },
  ): Promise<InsertOutcome> {
    const { history, trouble } = this.#deps;
    const finished = this.#metrics.inserting(kind);
    const outcome = await retryForever(() => store(history, { kind, body: batch.bytes(), token }), {
      signal: this.#service.signal,
      onFailure: (error) => {
        if (!trouble.isFinal) trouble.reason = `inserting: ${(error as Error).message}`;
        this.#service.log.warn({ err: error, token }, "insert failed, repeating it under the same token");
      },
    });
    if (!trouble.isFinal) trouble.reason = undefined;
    finished();
    if (!outcome.ok) return outcome;
    this.#metrics.events(kind, batch.rows);
    if (outcome.repaired !== undefined && outcome.repaired.length > 0) {
      this.#service.log.warn(
        { token, repaired: outcome.repaired },
        "insert of the previous run was not exact: repaired",
      );
    }
    return outcome;
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
