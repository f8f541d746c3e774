import { consumeOrdered, type Delivery } from "@statwire/event-log";
import { streams, telemetryFilter } from "@statwire/events";
import { readHistories, writeHistories } from "@statwire/snapshot-store";
import { applyNodeEvents, storePatiently, tellUndecodable } from "./fold.js";
import type { JointReplayDeps, WaitingNode } from "./joint-replays.js";
import { NodeReplay } from "./node-replay.js";
import { historyWindowMs, type ScanWindow } from "./scan-window.js";

/** Histories of one round trip. */
const historiesAtOnce = 200;
/** Of what the store lacks, over all nodes; then it is stored before more is read. */
const missingBytesMax = 32 * 1024 ** 2;
/** How long nothing must come, after the server has said that nothing is left, for us to believe it. */
const quietMs = 1_000;
/** Little: the live fold's messages come over the same connection, behind what was asked for here. */
const pendingMax = { messages: 2_000, bytes: 4 * 1024 ** 2 };

interface Scanned {
  waiting: WaitingNode;
  replay: NodeReplay;
}

/** Reads the log once for all nodes of a window: folds their histories in memory, and stores each when it has caught up. */
export class HistoryScan {
  readonly #deps: JointReplayDeps;
  readonly #window: ScanWindow<WaitingNode>;
  /** By subject, those that are not whole. */
  readonly #left = new Map<string, Scanned>();
  /** Before the scan began, the log had the last messages of all its nodes: they are up to here. */
  readonly #endSequence: number;
  /** Everything up to this message has been folded. */
  #scanned = { sequence: 0, storedAtMs: 0 };
  #missingBytes = 0;
  #whole = 0;
  #pending = Number.POSITIVE_INFINITY;

  constructor(deps: JointReplayDeps, window: ScanWindow<WaitingNode>) {
    this.#deps = deps;
    this.#window = window;
    this.#endSequence = window.waiting.reduce((end, { last }) => Math.max(end, last.sequence), 0);
  }

  /** How many histories are whole by now. */
  get whole(): number {
    return this.#whole;
  }

  /** Messages that are still to be read, infinite before the server has said how many. */
  get pending(): number {
    return this.#pending;
  }

  /**
   * Resolves when every history is whole, or what is left belongs into a later window; to the reason why when the log
   * has begun anew, so that what was read may not be there any more.
   */
  async run(signal: AbortSignal): Promise<string | undefined> {
    await this.#open();
    const ended = new AbortController();
    const consumer = consumeOrdered(this.#deps.eventLog, {
      stream: streams.TELEMETRY.name,
      filter: this.#filter(),
      start: { timeMs: this.#window.fromMs },
      signal: AbortSignal.any([signal, ended.signal]),
      pendingMax,
    });
    try {
      while (this.#left.size > 0 && !this.#isOutrun()) {
        const due = this.#due();
        const delivery = await consumer.next(due.length > 0 ? 0 : quietMs);
        signal.throwIfAborted();
        // What left the stream at its front is gone for the live fold, too.
        if (delivery?.gap !== undefined && delivery.gap.reason !== "purged") return delivery.gap.reason;
        if (delivery !== undefined) await this.#fold(delivery);
        // A last message that was deleted since is not waited for.
        else if (due.length === 0 && this.#pending === 0 && consumer.status() === undefined) this.#passEnd();
        if (due.length > 0) await this.#store(due);
      }
      return undefined;
    } finally {
      ended.abort();
    }
  }

  #filter(): string {
    const [only, another] = this.#window.waiting;
    if (only !== undefined && another === undefined) return only.subject;
    return telemetryFilter({ lane: "live", family: "host" });
  }

  async #open(): Promise<void> {
    const { store, appliedParts } = this.#deps;
    const { waiting } = this.#window;
    for (let at = 0; at < waiting.length; at += historiesAtOnce) {
      const some = waiting.slice(at, at + historiesAtOnce);
      const names = some.map(({ node }) => node);
      const histories = await storePatiently(this.#deps, () => readHistories(store, names));
      some.forEach((one, index) => {
        const replay = new NodeReplay(one.node, histories[index] ?? { headlines: [] }, appliedParts.of(one.node));
        this.#left.set(one.subject, { waiting: one, replay });
      });
    }
  }

  async #fold({ messages, pending }: Delivery): Promise<void> {
    this.#pending = pending;
    for (const message of messages) {
      const onProblem = (reason: string) => tellUndecodable(this.#deps, message, [reason]);
      this.#missingBytes += this.#left.get(message.subject)?.replay.fold(message, onProblem) ?? 0;
    }
    this.#scanned = messages.at(-1) ?? this.#scanned;
    this.#deps.metrics.replayed(messages.length);
    if (this.#missingBytes > missingBytesMax) await this.#storeMissing([...this.#left.values()]);
  }

  #passEnd(): void {
    const { sequence, storedAtMs } = this.#scanned;
    this.#scanned = { sequence: Math.max(sequence, this.#endSequence), storedAtMs };
  }

  #isPastEnd(): boolean {
    return this.#scanned.sequence >= this.#endSequence;
  }

  /** Some nodes of which everything has been folded that the live fold came by. */
  #due(): Scanned[] {
    const due: Scanned[] = [];
    if (!this.#isPastEnd()) return due;
    for (const one of this.#left.values()) {
      if (this.#hasCaughtUp(one)) due.push(one);
      if (due.length === historiesAtOnce) break;
    }
    return due;
  }

  #hasCaughtUp({ waiting }: Scanned): boolean {
    return waiting.last.sequence <= this.#scanned.sequence;
  }

  /** Only nodes are left that have reported again since, so long after their window that their histories are others now. */
  #isOutrun(): boolean {
    const isAhead = (one: Scanned) =>
      !this.#hasCaughtUp(one) && one.waiting.last.storedAtMs - this.#scanned.storedAtMs > historyWindowMs;
    return this.#isPastEnd() && [...this.#left.values()].every(isAhead);
  }

  async #store(due: readonly Scanned[]): Promise<void> {
    const { store, options } = this.#deps;
    await this.#storeMissing(due);
    const histories = due.map(({ waiting, replay }) => ({ name: waiting.node, history: replay.history }));
    // A flush is the live fold's to see; what is lost to it is replayed in the next run.
    await storePatiently(this.#deps, () => writeHistories(store, histories, { filling: options().filling }));
    // No await between this look and the mark: the live fold cannot pass in between.
    for (const one of due.filter((candidate) => this.#hasCaughtUp(candidate))) {
      one.waiting.isWhole = true;
      this.#whole += 1;
      this.#left.delete(one.waiting.subject);
    }
  }

  async #storeMissing(of: readonly Scanned[]): Promise<void> {
    const events = of.flatMap(({ replay }) => replay.takeMissing());
    this.#missingBytes = 0;
    await applyNodeEvents(this.#deps, events);
  }
}
