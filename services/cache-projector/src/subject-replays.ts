import type { Delivery, StoredMessage } from "@statwire/event-log";
import type { ReplayProgress, Replays } from "./replays.js";

/** The first message of a subject that the live fold came by: its last when that began. */
export type LastMessage = Pick<StoredMessage, "subject" | "storedAtMs" | "payload" | "headers">;

/** Reads a subject from the beginning of its history on. */
export type OpenHistory = (signal: AbortSignal) => AsyncIterable<Delivery>;

/** Each waits for the log several times, and does little between. */
const replaysAtOnceMax = 8;

interface History {
  whole: boolean;
  /** Stream sequence of the last live message that was not folded into it. */
  lastSequence: number;
}

export interface SubjectReplayDeps {
  /** How to read what came before a message; thousands wait, so it keeps little of the message. */
  historyBefore(last: LastMessage): OpenHistory;
  /** Folds replayed messages into the history, too. */
  fold(messages: readonly StoredMessage[]): Promise<void>;
  signal: AbortSignal;
}

/**
 * Replays subject by subject, for histories that reach back unlike far: what came before a subject's last message is
 * read beside the live fold, and from then on that goes on alone.
 */
export class SubjectReplays implements Replays {
  readonly #deps: SubjectReplayDeps;
  readonly #histories = new Map<string, History>();
  readonly #waiting: { open: OpenHistory; history: History }[] = [];
  readonly #running = new Set<Promise<void>>();
  #begun = false;
  #failure: unknown;

  constructor(deps: SubjectReplayDeps) {
    this.#deps = deps;
  }

  begin(): void {
    this.#begun = true;
    this.#startWaiting();
  }

  isIdle(): boolean {
    if (this.#failure !== undefined) throw this.#failure;
    return this.#running.size === 0 && this.#waiting.length === 0;
  }

  /** A replay here folds into the store at once, which refuses what is older. */
  lost(): undefined {
    return undefined;
  }

  progress(): ReplayProgress {
    return { waiting: this.#running.size + this.#waiting.length, messagesToCome: 0 };
  }

  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }

  admits(message: StoredMessage, { isFirst }: { isFirst: boolean }): boolean {
    const { subject, sequence } = message;
    const history = this.#histories.get(subject);
    if (history?.whole === true) return true;
    if (history !== undefined) {
      history.lastSequence = sequence;
      return false;
    }
    const begun = { whole: isFirst, lastSequence: sequence };
    this.#histories.set(subject, begun);
    if (isFirst) return true;
    this.#waiting.push({ open: this.#deps.historyBefore(message), history: begun });
    this.#startWaiting();
    return false;
  }

  #startWaiting(): void {
    while (this.#begun && this.#running.size < replaysAtOnceMax && !this.#deps.signal.aborted) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      const replay = this.#replay(next.open, next.history)
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

  async #replay(open: OpenHistory, history: History): Promise<void> {
    const finished = new AbortController();
    const signal = AbortSignal.any([this.#deps.signal, finished.signal]);
    const before = history.lastSequence;
    try {
      for await (const { messages, pending } of open(signal)) {
        await this.#deps.fold(messages);
        // That nothing was pending is no reason: the live fold may have come by a newer message since, and left it to us.
        const isThere = (messages.at(-1)?.sequence ?? 0) >= history.lastSequence;
        const isGone = messages.length === 0 && pending === 0 && history.lastSequence === before;
        // No await between this look and the mark: the live fold cannot pass in between.
        if (isThere || isGone) {
          history.whole = true;
          return;
        }
      }
    } finally {
      finished.abort();
    }
  }
}
