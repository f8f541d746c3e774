import {
  type Cut,
  type EventLog,
  isLogAnswer,
  publishDeadLetter,
  readRange,
  type WrappedEvents,
  type WrappedMessages,
  withdrawMessage,
} from "@statwire/event-log";
import type { LandedKind } from "@statwire/events";
import {
  type History,
  type InsertOutcome,
  insertLanded,
  isReachable,
  type LandedInsert,
  settleLanded,
  startedAtMs,
} from "@statwire/history-store";
import { type Logger, retryForever } from "@statwire/runtime";
import { CarefulInserts, type FormerAttempt } from "./careful-inserts.js";
import type { AroundFaultPoint } from "./fault-points.js";
import { type LandDeps, landCut } from "./land.js";
import type { IngesterMetrics } from "./metrics.js";
import { RefusalMeter } from "./refusals.js";
import type { StoreDisk } from "./store-disk.js";
import type { HeldStream } from "./take-over.js";

const reachedWithinMs = 2_000;

export interface StreamLandingDeps extends Omit<HeldStream, "lastSequence"> {
  eventLog: EventLog;
  history: History;
  disk: StoreDisk;
  /** Who puts messages into the dead letters. */
  name: string;
  metrics: ReturnType<IngesterMetrics["ofStream"]>;
  /** Where tests end the process. */
  around: AroundFaultPoint;
  signal: AbortSignal;
  log: Logger;
}

/** Stores the cuts of one stream in the history, and sets aside what cannot be stored. */
export class StreamLanding {
  readonly #deps: StreamLandingDeps;
  readonly #refusals = new RefusalMeter();
  readonly #inserts: CarefulInserts;

  constructor(deps: StreamLandingDeps) {
    this.#deps = deps;
    const { history, disk, around, signal } = deps;
    this.#inserts = new CarefulInserts({
      insert: (insert, signal) => insertLanded(history, insert, signal),
      settle: (insert) => around("settle an insert", () => settleLanded(history, insert)),
      isReachable: () => isReachable(history, reachedWithinMs),
      storeStartedAtMs: () => around("look when the store was started", () => startedAtMs(history)),
      disk,
      now: Date.now,
      signal,
      onFailure: (error, insert) => this.#insertFailed(error, insert),
    });
  }

  /** From now on as many messages may be refused again as it takes to stop. */
  forgetRefusals(): void {
    this.#refusals.reset();
  }

  /**
   * Stores every event of a recorded cut, or sets it aside, and finishes the cut.
   * @param former of a cut that a predecessor has recorded
   */
  async land(cut: Cut, messages: WrappedMessages, former?: FormerAttempt): Promise<void> {
    await landCut(this.#landDeps(former), cut, messages);
    this.#deps.metrics.messages(messages.count);
    if (messages.later > 0) this.#deps.metrics.laterVersion(messages.later);
    this.#refusals.seen(messages.count);
  }

  #landDeps(former: FormerAttempt | undefined): LandDeps {
    const { eventLog, ledger, stream, around, signal, log } = this.#deps;
    return {
      kinds: stream.kinds,
      insert: (kind, events, token) => around("insert", () => this.#insert({ kind, events, token }, former)),
      readAgain: async (sequence) => {
        const range = { stream: stream.name, first: sequence, last: sequence, signal };
        const [message] = await around("read a message again", () => readRange(eventLog, range));
        return message;
      },
      deadLetter: (message, fault) => around("set a dead letter aside", () => this.#deadLetter(message, fault)),
      lost: () => this.#deps.metrics.lost(),
      split: (cut, parts) => around("split a cut", () => ledger.split(cut, parts)),
      finish: (cut) => ledger.finish(cut),
      token: ({ first, last }, kind) => `${stream.name}.${ledger.record.generation}:${first}-${last}:${kind}`,
      log,
    };
  }

  async #insert(
    { kind, events, token }: { kind: LandedKind; events: WrappedEvents; token: string },
    former: FormerAttempt | undefined,
  ): Promise<InsertOutcome> {
    const { trouble, metrics, log } = this.#deps;
    const finished = metrics.inserting(kind);
    const outcome = await this.#inserts.insert({ kind, body: events.bytes(), token }, former);
    if (!trouble.isStopped) trouble.reason = undefined;
    finished();
    if (!outcome.ok) return outcome;
    metrics.events(kind, events.rows);
    const { repaired = [] } = outcome;
    if (repaired.length > 0) log.warn({ token, repaired }, "earlier attempt of an insert was not exact: repaired");
    return outcome;
  }

  #insertFailed(error: unknown, { token }: LandedInsert): void {
    const { trouble, log } = this.#deps;
    if (!trouble.isStopped) trouble.reason = `inserting: ${(error as Error).message}`;
    log.warn({ err: error, token }, "insert failed, repeating it under the same token");
  }

  async #deadLetter(...[message, { kind, reason }]: Parameters<LandDeps["deadLetter"]>): Promise<void> {
    const { eventLog, ledger, stream, name, metrics, around, log, signal } = this.#deps;
    log.warn({ subject: message.subject, sequence: message.sequence, reason }, "event dead-lettered");
    const { generation } = ledger.record;
    const letter = { stream: stream.name, consumer: name, generation, message, reason, failedAtMs: Date.now() };
    await retryForever(() => publishDeadLetter(eventLog, letter), {
      signal,
      onFailure: (error) => log.warn({ err: error }, "dead letter not stored yet"),
    });
    // Its subject's own writer cannot see how far it came while somebody else's message is the last one there.
    if (isLogAnswer(message)) {
      const withdraw = () => withdrawMessage(eventLog, stream.name, message.sequence);
      await retryForever(() => around("withdraw a forged message", withdraw), {
        signal,
        onFailure: (error) => log.warn({ err: error }, "forged message not withdrawn yet"),
      });
    }
    metrics.deadLetter(kind);
    // What we can see ourselves costs nothing and is the sender's fault alone; it must not stop everybody's events.
    if (kind === "refused") this.#refusals.refused();
  }
}
