import { consumeOrdered, type EventLog, type StoredMessage } from "@statwire/event-log";
import { streams } from "@statwire/events";
import { headlineSlotMs, headlinesMax } from "@statwire/snapshot-store";

/**
 * How far before a node's last message its short history may reach: 60 slots by the node's clock, and some minutes for
 * messages that took unlike times to be stored. A longer window gives the same history.
 */
const windowMs = headlinesMax * headlineSlotMs + 300_000;

const replaysAtOnceMax = 4;

interface NodeHistory {
  whole: boolean;
  /** Stream sequence of the last live message that was folded without its headline. */
  lastSequence: number;
}

export interface ReplayDeps {
  eventLog: EventLog;
  /** Folds replayed messages, headlines included. */
  fold(messages: readonly StoredMessage[]): Promise<void>;
  signal: AbortSignal;
}

/**
 * The short histories of all nodes, as far as the log can tell them again. The live fold begins with the last message
 * of each node; what came before it is replayed beside, node by node, and from then on the live fold goes on alone.
 * The replays also bring back a module that a node's last message happens to lack.
 */
export class Replays {
  readonly #deps: ReplayDeps;
  /** By the subject of the node's live `host` events. */
  readonly #nodes = new Map<string, NodeHistory>();
  readonly #waiting: { subject: string; history: NodeHistory; storedAtMs: number }[] = [];
  readonly #running = new Set<Promise<void>>();
  #begun = false;
  #failure: unknown;

  constructor(deps: ReplayDeps) {
    this.#deps = deps;
  }

  /** Lets replays run. Until then nodes are only noted, so that the latest state of all comes first. */
  begin(): void {
    this.#begun = true;
    this.#startWaiting();
  }

  /** No node waits for its history. @throws what a replay threw. */
  isIdle(): boolean {
    if (this.#failure !== undefined) throw this.#failure;
    return this.#running.size === 0 && this.#waiting.length === 0;
  }

  /** Resolves when no replay runs any more, after the signal has aborted. */
  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }

  /**
   * Whether the live fold may fold this `host` message's headline now. Otherwise a replay, begun with the first
   * message of its node, will come past it.
   */
  admits({ subject, sequence, storedAtMs }: StoredMessage): boolean {
    const history = this.#nodes.get(subject);
    if (history?.whole === true) return true;
    if (history !== undefined) {
      history.lastSequence = sequence;
      return false;
    }
    const begun = { whole: false, lastSequence: sequence };
    this.#nodes.set(subject, begun);
    this.#waiting.push({ subject, history: begun, storedAtMs });
    this.#startWaiting();
    return false;
  }

  #startWaiting(): void {
    while (this.#begun && this.#running.size < replaysAtOnceMax && !this.#deps.signal.aborted) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      const replay = this.#replay(next.subject, next.history, next.storedAtMs)
        .catch((error: unknown) => {
          this.#failure ??= error;
        })
        .finally(() => {
          this.#running.delete(replay);
          this.#startWaiting();
        });
      this.#running.add(replay);
    }
  }

  async #replay(subject: string, history: NodeHistory, storedAtMs: number): Promise<void> {
    const finished = new AbortController();
    const signal = AbortSignal.any([this.#deps.signal, finished.signal]);
    const start = { timeMs: Math.max(0, storedAtMs - windowMs) };
    try {
      for await (const { messages, pending } of consumeOrdered(this.#deps.eventLog, {
        stream: streams.TELEMETRY.name,
        filter: subject,
        start,
        signal,
      })) {
        await this.#deps.fold(messages);
        // No await between this look and the mark: the live fold cannot pass in between.
        if (pending === 0 || (messages.at(-1)?.sequence ?? 0) >= history.lastSequence) {
          history.whole = true;
          return;
        }
      }
    } finally {
      finished.abort();
    }
  }
}
