import { randomUUID } from "node:crypto";
import {
  connectEventLog,
  consumeOrdered,
  type Delivery,
  type EventLog,
  ensureStreams,
  openCutRecord,
  publishDeadLetter,
  readRange,
  streamState,
  toStreamLimits,
} from "@statwire/event-log";
import { streams } from "@statwire/events";
import {
  checkDeduplicationWindows,
  connectHistory,
  type History,
  insertLanded,
  migrate,
  toHistoryOptions,
} from "@statwire/history-store";
import { retryForever, type Service, sleep } from "@statwire/runtime";
import { claimStream } from "./claim.js";
import { collectBatch } from "./collect.js";
import { closeDue, relieve } from "./housekeeping.js";
import { ingest } from "./ingest.js";
import { type LandDeps, landCut } from "./land.js";
import { CutLedger } from "./ledger.js";
import { ingesterMetrics } from "./metrics.js";
import { RefusalMeter } from "./refusals.js";
import type { ingesterSettings } from "./settings.js";

type Ingester = Service<typeof ingesterSettings>;

const stream = streams.TELEMETRY.name;
const consumerName = "ingester";

/** Wires the ingester: takes the stream over, finishes what a predecessor left, then ingests until the service stops. */
export async function startIngester(service: Ingester): Promise<void> {
  const { settings, log, signal } = service;
  const eventLog = await connectEventLog({
    url: settings.NATS_URL,
    name: consumerName,
    log,
    signal,
    ...(settings.NATS_CREDS_FILE === undefined ? {} : { credentialsFile: settings.NATS_CREDS_FILE }),
  });
  service.onStop("event log", () => eventLog.close());
  const history = connectHistory(toHistoryOptions(settings));
  service.onStop("history store", () => history.close());
  service.addReadiness("event log", () => eventLog.status());
  const waiting = { reason: "taking the stream over" as string | undefined };
  service.addReadiness("ingest", () => waiting.reason);

  const persevere = <Result>(what: string, act: () => Promise<Result>) =>
    retryForever(act, {
      signal,
      onFailure: (error) => {
        waiting.reason = `${what}: ${(error as Error).message}`;
        log.warn({ err: error }, `${what} failed, trying again`);
      },
    });
  await persevere("creating the streams", () => ensureStreams(eventLog, toStreamLimits(settings)));
  const { created } = await persevere("reading the stream", () => streamState(eventLog, stream));
  const store = openCutRecord(eventLog, stream);
  const record = await claimStream(store, {
    holder: randomUUID(),
    streamCreated: created,
    silenceMs: settings.INGEST_TAKEOVER_MS,
    signal,
    log,
  });
  const ledger = new CutLedger(store, record, shortlyAfter(signal));
  const run = new IngestRun(service, eventLog, history, ledger, waiting);
  // A migration must not change a view between two attempts of one insert: open cuts are finished first.
  if (record.cuts.length === 0) await persevere("migrating", () => migrate(history));
  await persevere("checking the tables", () => checkDeduplicationWindows(history));
  await run.finishOpenCuts();
  if (record.cuts.length > 0) await persevere("migrating", () => migrate(history));
  const ended = run.ingestUntilStopped().catch((error: unknown) => signal.aborted || service.fail(error));
  void run.beat();
  void run.keepHouse();
  service.onStop("ingest", async () => {
    await ended;
  });
}

class IngestRun {
  readonly #service: Ingester;
  readonly #eventLog: EventLog;
  readonly #history: History;
  readonly #ledger: CutLedger;
  readonly #waiting: { reason: string | undefined };
  readonly #metrics;
  readonly #refusals = new RefusalMeter();
  /** What the newest delivery said: how much is still to come, and when its last message was stored. */
  #position = { pending: 0, storedAtMs: 0 };

  constructor(
    service: Ingester,
    eventLog: EventLog,
    history: History,
    ledger: CutLedger,
    waiting: { reason: string | undefined },
  ) {
    this.#service = service;
    this.#eventLog = eventLog;
    this.#history = history;
    this.#ledger = ledger;
    this.#waiting = waiting;
    this.#metrics = ingesterMetrics(service.metrics, () => ({
      pending: this.#position.pending,
      committed: ledger.record.committed,
      openCuts: ledger.record.cuts.length,
    }));
  }

  /** Reads the ranges that a predecessor has recorded again, and inserts them under the same tokens. */
  async finishOpenCuts(): Promise<void> {
    for (const cut of [...this.#ledger.record.cuts]) {
      const { first, last } = cut;
      this.#service.log.info({ first, last }, "finishing a cut of the previous run");
      const messages = await readRange(this.#eventLog, { stream, first, last, signal: this.#service.signal });
      await landCut(this.#landDeps(), cut, messages);
    }
    await this.#ledger.flush();
    this.#waiting.reason = undefined;
  }

  async ingestUntilStopped(): Promise<void> {
    const { settings, signal } = this.#service;
    const limits = {
      messagesMax: settings.INGEST_BATCH_MESSAGES_MAX,
      bytesMax: settings.INGEST_BATCH_BYTES_MAX,
      ageMaxMs: settings.INGEST_FLUSH_INTERVAL_MS,
    };
    const consumer = consumeOrdered(this.#eventLog, {
      stream,
      start: { sequence: this.#ledger.record.committed + 1 },
      signal,
      pendingMax: { messages: limits.messagesMax, bytes: limits.bytesMax },
    });
    this.#service.addReadiness("consumer", () => consumer.status());
    const onDelivery = (delivery: Delivery) => this.#heard(delivery);
    try {
      await ingest({
        nextBatch: () => collectBatch(consumer, limits, { now: Date.now, signal, onDelivery }),
        openCut: (cut) => this.#ledger.open(cut),
        land: async (cut, messages) => {
          const refused = await landCut(this.#landDeps(), cut, messages);
          this.#metrics.messages.inc(messages.length);
          this.#refusals.add(messages.length, refused);
        },
        flush: () => this.#ledger.flush(),
        signal,
      });
    } finally {
      // An orderly stop gives the stream back even when a cut is left open: the next holder finishes it at once.
      if (signal.aborted) await this.#ledger.release();
    }
  }

  /** Shows a standby that we are alive, until the service stops. */
  async beat(): Promise<void> {
    const { settings, signal } = this.#service;
    while (!signal.aborted) {
      await sleep(settings.INGEST_TAKEOVER_MS / 4, signal);
      if (signal.aborted) return;
      await this.#ledger.flush({ beat: true }).catch((error: unknown) => signal.aborted || this.#service.fail(error));
    }
  }

  /** Closes what is due and makes room, until the service stops. A failure is tried again next time. */
  async keepHouse(): Promise<void> {
    const { settings, signal, log } = this.#service;
    while (!signal.aborted) {
      await this.#tidy().catch((error: unknown) => log.warn({ err: error }, "housekeeping failed, trying again later"));
      await sleep(settings.HOUSEKEEPING_INTERVAL_SECONDS * 1000, signal);
    }
  }

  async #tidy(): Promise<void> {
    const { settings, signal, log } = this.#service;
    const { committed, cuts } = this.#ledger.record;
    const nowMs = Date.now();
    const state = await streamState(this.#eventLog, stream);
    const caughtUp = cuts.length === 0 && committed >= state.lastSequence;
    const position = { committedSeq: committed, receivedUpToMs: caughtUp ? nowMs : this.#position.storedAtMs };
    await closeDue(this.#history, position, { graceMs: settings.CLOSE_GRACE_SECONDS * 1000, nowMs, signal, log });
    const purged = await relieve(this.#eventLog, stream, state, { committed, nowMs });
    if (purged > 0)
      log.warn(
        { purged, bytes: state.bytes, bytesMax: state.bytesMax },
        "stream was filling up: stored messages purged",
      );
  }

  #heard({ messages, pending, gap }: Delivery): void {
    const last = messages.at(-1);
    this.#position = { pending, storedAtMs: last?.storedAtMs ?? this.#position.storedAtMs };
    if (gap !== undefined) {
      this.#metrics.gaps.inc();
      this.#service.log.error({ gap }, "messages are gone from the log before they were ingested");
    }
  }

  #landDeps(): LandDeps {
    const { log, signal } = this.#service;
    const retry = { signal, baseMs: 100, maxMs: 5_000 };
    return {
      insert: async (kind, body, token) => {
        const finished = this.#metrics.insertSeconds.startTimer({ kind });
        const outcome = await retryForever(() => insertLanded(this.#history, { kind, body, token }), {
          ...retry,
          onFailure: (error) => {
            this.#waiting.reason = `inserting: ${(error as Error).message}`;
            log.warn({ err: error, token }, "insert failed, repeating it under the same token");
          },
        });
        this.#waiting.reason = undefined;
        finished();
        return outcome;
      },
      deadLetter: async (message, reason) => {
        log.warn({ subject: message.subject, sequence: message.sequence, reason }, "event dead-lettered");
        const { generation } = this.#ledger.record;
        await retryForever(
          () => publishDeadLetter(this.#eventLog, { stream, consumer: consumerName, generation, message, reason }),
          { ...retry, onFailure: (error) => log.warn({ err: error }, "dead letter not stored yet") },
        );
        this.#metrics.deadLetters.inc();
      },
      split: (cut, parts) => this.#ledger.split(cut, parts),
      finish: (cut) => this.#ledger.finish(cut),
      token: ({ first, last }, kind) => `${stream}.${this.#ledger.record.generation}:${first}-${last}:${kind}`,
      log,
    };
  }
}

/** Aborts a few seconds after the signal: what is recorded last at a stop may still be on its way then. */
function shortlyAfter(signal: AbortSignal): AbortSignal {
  const later = new AbortController();
  signal.addEventListener("abort", () => void setTimeout(() => later.abort(signal.reason), 4_000).unref());
  return later.signal;
}
