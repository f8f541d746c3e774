import type { LogEvent, StoredLine } from "@statwire/snapshot-store";

/** What a tail of one log needs. */
export interface TailDeps {
  /** The lines after a number, in order: see `LogReader.after`. Rejects while neither store can be read. */
  linesAfter(options: {
    sinceLine: number;
    limit: number;
    believe: boolean;
  }): Promise<{ lines: readonly StoredLine[]; isHeldBack: boolean }>;
  /** Hears the log's events from now on, at most once each; returns what ends it. */
  follow(onEvent: (event: LogEvent) => void): () => void;
  /** Hands lines to the client. */
  send(lines: readonly StoredLine[]): void;
  /** Resolves when the client has read what was sent. */
  read(): Promise<void>;
  /** Waits, or until the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  now(): number;
}

/** Lines of one read. */
const pageLines = 500;
/** Lines that are kept from the live events while the stores do not have them. */
const heldLinesMax = 1_000;
/** How often the stores are looked at while something is missing, and how long before the gap is believed. */
const missingEveryMs = 100;
const missingMaxMs = 3_000;
/** How often they are looked at without any news: an event may have been missed. */
const idleMs = 2_000;

/**
 * Follows one log for one client from a line on until the signal aborts: each line once, in order, from the stores
 * until they have no more, then from the live events. Whenever an event does not continue what was sent, the stores are
 * asked for what is between.
 */
export async function tailLog(deps: TailDeps, sinceLine: number, signal: AbortSignal): Promise<void> {
  const tail = new Tail(deps, sinceLine, signal);
  await tail.run();
}

class Tail {
  readonly #deps: TailDeps;
  readonly #signal: AbortSignal;
  #lastLine: number;
  #bootId = 0;
  /** Reading the stores: live events are only noted meanwhile. */
  #isCatchingUp = true;
  #target = 0;
  #held: StoredLine[] = [];
  #wake = new AbortController();

  constructor(deps: TailDeps, sinceLine: number, signal: AbortSignal) {
    this.#deps = deps;
    this.#lastLine = sinceLine;
    this.#signal = signal;
  }

  async run(): Promise<void> {
    const unfollow = this.#deps.follow((event) => this.#hear(event));
    const wakeUp = () => this.#wake.abort();
    this.#signal.addEventListener("abort", wakeUp);
    try {
      while (!this.#signal.aborted) {
        this.#isCatchingUp = true;
        await this.#catchUp();
        if (this.#signal.aborted) return;
        this.#wake = new AbortController();
        this.#isCatchingUp = false;
        // An event may have come between the last look and now.
        if (this.#target <= this.#lastLine) await this.#deps.sleep(idleMs, this.#wake.signal);
      }
    } finally {
      this.#signal.removeEventListener("abort", wakeUp);
      unfollow();
    }
  }

  #hear(event: LogEvent): void {
    const { bootId, firstLine, droppedLines, totalLines, lines } = event;
    if (bootId > this.#bootId && this.#bootId > 0 && totalLines < this.#lastLine) {
      // The collector has lost its position: its numbers begin again.
      this.#lastLine = firstLine - 1;
      this.#held = [];
    }
    this.#bootId = Math.max(this.#bootId, bootId);
    if (totalLines <= this.#lastLine) return;
    const isNext = firstLine - droppedLines <= this.#lastLine + 1;
    if (isNext && !this.#isCatchingUp) {
      this.#send(lines);
      // Also when it has no line and only says which were given up.
      this.#lastLine = totalLines;
      return;
    }
    this.#target = Math.max(this.#target, totalLines);
    this.#held = [...this.#held, ...lines].slice(-heldLinesMax);
    this.#wake.abort();
  }

  /** Reads the stores until they have no more, and everything that was heard of is sent. */
  async #catchUp(): Promise<void> {
    let missingSinceMs: number | undefined;
    while (!this.#signal.aborted) {
      const nowMs = this.#deps.now();
      const isMissingForLong = missingSinceMs !== undefined && nowMs - missingSinceMs >= missingMaxMs;
      const request = { sinceLine: this.#lastLine, limit: pageLines, believe: isMissingForLong };
      const { lines, isHeldBack } = await this.#deps.linesAfter(request);
      if (lines.length > 0) {
        this.#send(lines);
        missingSinceMs = undefined;
        await this.#deps.read();
        continue;
      }
      if (!isHeldBack && this.#target <= this.#lastLine) return;
      if (isMissingForLong) return this.#giveUp();
      missingSinceMs ??= nowMs;
      await this.#deps.sleep(missingEveryMs, this.#signal);
    }
  }

  /** The stores do not have what was heard of: what the events themselves have brought is sent. */
  #giveUp(): void {
    this.#send(this.#held.toSorted((one, other) => one.line - other.line));
    this.#lastLine = Math.max(this.#lastLine, this.#target);
  }

  #send(lines: readonly StoredLine[]): void {
    const news: StoredLine[] = [];
    for (const line of lines) {
      if (line.line <= this.#lastLine) continue;
      news.push(line);
      this.#lastLine = line.line;
    }
    if (news.length > 0) this.#deps.send(news);
    if (this.#target <= this.#lastLine) this.#held = [];
  }
}
