import { consumeOrdered, type Delivery, type EventLog, type OrderedConsumer } from "@statwire/event-log";
import { retryForever, sleep } from "@statwire/runtime";
import { advanceFilling, beginFilling, type Filling, readReadiness } from "@statwire/snapshot-store";
import type { FoldDeps } from "./fold.js";
import type { Fold, Projection } from "./projection.js";
import type { Replays } from "./replays.js";

export interface ProjectorDeps extends FoldDeps {
  eventLog: EventLog;
  /** A text unlike any other: marks one filling of the store. */
  newToken(): string;
}

export interface Projector {
  /** Resolves when the signal has aborted and nothing runs any more; rejects when it cannot go on. */
  readonly stopped: Promise<void>;
  /** Why the store does not hold the latest states, undefined when it does. */
  problem(): string | undefined;
  /** What of the histories is not there yet, undefined when all of them are. */
  progress(): string | undefined;
}

/**
 * Keeps the snapshot store at the latest messages of one stream until the signal aborts. Start, restart and recovery are
 * one path: read the last message of each subject, then what follows, for ever; when the store turns out to be
 * flushed, or the log lost messages, begin again.
 */
export function startProjector(deps: ProjectorDeps, projection: Projection, signal: AbortSignal): Projector {
  let run: Run | undefined;
  async function projectForever(): Promise<void> {
    while (!signal.aborted) {
      run = new Run(deps, projection, signal);
      const reason = await run.untilOver();
      if (signal.aborted) return;
      deps.log.warn({ stream: projection.stream, reason }, "snapshots are rebuilt from the log");
      await sleep(againAfterMs, signal);
    }
  }
  return {
    stopped: projectForever(),
    problem: () => (run === undefined ? "starting" : run.problem()),
    progress: () => run?.progress(),
  };
}

const againAfterMs = 50;
/** How often an idle log lets us look whether the store was flushed. */
const idleMs = 1_000;
/** The same while histories are replayed, whose end is seen then. */
const replayingMs = 100;

/** One reading of the stream from each subject's last message. */
class Run {
  readonly #deps: ProjectorDeps;
  readonly #projection: Projection;
  readonly #readyKey: string;
  readonly #foldInto: Fold;
  readonly #startedAtMs: number;
  readonly #over = new AbortController();
  readonly #signal: AbortSignal;
  readonly #replays: Replays;
  #filling: Filling;
  #consumer: OrderedConsumer | undefined;
  /** The last message of every subject has been folded; and every history, too. */
  #reached: { latest: boolean; whole: boolean } = { latest: false, whole: false };

  constructor(deps: ProjectorDeps, projection: Projection, signal: AbortSignal) {
    this.#deps = deps;
    this.#projection = projection;
    this.#readyKey = projection.readyKey(deps.store);
    this.#filling = { stage: "filling", key: this.#readyKey, mark: "" };
    this.#startedAtMs = deps.now();
    this.#signal = AbortSignal.any([signal, this.#over.signal]);
    const options = () => this.#options();
    const { fold, replays } = projection.begin({ ...deps, signal: this.#signal, options });
    this.#foldInto = fold;
    this.#replays = replays;
  }

  problem(): string | undefined {
    if (!this.#reached.latest) return "reading the latest states from the log";
    return this.#consumer?.status();
  }

  progress(): string | undefined {
    const { waiting, messagesToCome } = this.#replays.progress();
    if (!this.#reached.latest || waiting === 0) return undefined;
    return `${waiting} are being read from the log, ${messagesToCome} messages to come`;
  }

  /** Folds until it has to begin again and returns the reason; also when the signal aborts. */
  async untilOver(): Promise<string> {
    const { store, newToken, metrics } = this.#deps;
    metrics.rebuilding();
    try {
      this.#filling = await this.#patiently(() => beginFilling(store, newToken(), this.#readyKey));
      this.#consumer = consumeOrdered(this.#deps.eventLog, {
        stream: this.#projection.stream,
        filter: this.#projection.filter,
        start: { lastPerSubject: true },
        signal: this.#signal,
      });
      return await this.#foldUntilOver(this.#consumer);
    } catch (error) {
      if (this.#signal.aborted) return "stopping";
      throw error;
    } finally {
      this.#over.abort();
      await this.#replays.settled();
    }
  }

  async #foldUntilOver(consumer: OrderedConsumer): Promise<string> {
    for (;;) {
      const delivery = await consumer.next(this.#reached.whole ? idleMs : replayingMs);
      this.#signal.throwIfAborted();
      if (delivery?.gap !== undefined) return `the log has lost messages (${delivery.gap.reason})`;
      const isThere = delivery === undefined ? await this.#isStillThere() : await this.#fold(delivery);
      if (!isThere || !(await this.#advance())) return "the snapshot store was flushed";
      const lost = this.#replays.lost();
      if (lost !== undefined) return `the log has lost messages (${lost})`;
      this.#deps.metrics.replaying(this.#replays.progress());
    }
  }

  /** False when the store was flushed. */
  async #fold({ messages, pending }: Delivery): Promise<boolean> {
    const snapshotEnd = this.#consumer?.snapshotEnd() ?? Number.POSITIVE_INFINITY;
    const whole: (typeof messages)[number][] = [];
    const latestOnly: (typeof messages)[number][] = [];
    for (const message of messages) {
      const isFirst = message.sequence > snapshotEnd;
      const isReplayed = this.#projection.hasHistory(message.subject) && !this.#replays.admits(message, { isFirst });
      (isReplayed ? latestOnly : whole).push(message);
    }
    const options = this.#options();
    const isThere =
      (await this.#foldInto(latestOnly, { ...options, withHistory: false })) &&
      (await this.#foldInto(whole, { ...options, withHistory: true }));
    if (this.#reached.latest) this.#observeLag(messages);
    // Not only when nothing is pending: more may come in for ever than is folded in the same time.
    else if (pending === 0 || (messages.at(-1)?.sequence ?? 0) >= snapshotEnd) {
      this.#reach("latest");
      this.#replays.begin();
    }
    return isThere;
  }

  #options() {
    return { filling: this.#filling, signal: this.#signal };
  }

  /** Lets readers in as soon as may be. False when the store was flushed. */
  async #advance(): Promise<boolean> {
    if (this.#reached.latest && this.#filling.stage === "filling" && !(await this.#mark("latest"))) return false;
    if (!this.#reached.latest || this.#reached.whole || !this.#replays.isIdle()) return true;
    if (this.#filling.stage === "latest" && !(await this.#mark("whole"))) return false;
    this.#reach("whole");
    return true;
  }

  async #mark(stage: "latest" | "whole"): Promise<boolean> {
    const advanced = await this.#patiently(() => advanceFilling(this.#deps.store, this.#filling, stage));
    if (advanced !== undefined) this.#filling = advanced;
    return advanced !== undefined;
  }

  async #isStillThere(): Promise<boolean> {
    // While it is filled it is not ready for anybody; a flush then shows when the filling advances.
    if (this.#filling.stage === "filling") return true;
    return (await this.#patiently(() => readReadiness(this.#deps.store, this.#readyKey))) !== "absent";
  }

  #reach(stage: "latest" | "whole"): void {
    this.#reached = { ...this.#reached, [stage]: true };
    const tookSeconds = (this.#deps.now() - this.#startedAtMs) / 1e3;
    this.#deps.metrics.rebuilt(stage, tookSeconds);
    this.#deps.log.info({ stream: this.#projection.stream, stage, tookSeconds }, "snapshots read from the log");
  }

  #observeLag(messages: Delivery["messages"]): void {
    const nowMs = this.#deps.now();
    for (const { storedAtMs } of messages) this.#deps.metrics.lag(Math.max(0, nowMs - storedAtMs) / 1e3);
  }

  #patiently<Result>(act: () => Promise<Result>): Promise<Result> {
    return retryForever(act, {
      signal: this.#signal,
      baseMs: 50,
      maxMs: 1_000,
      onFailure: (error, attempt) => {
        if (attempt % 20 === 1) this.#deps.log.warn({ err: error, attempt }, "snapshot store does not answer");
      },
    });
  }
}
