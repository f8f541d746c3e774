import type { EventLog, StoredMessage } from "@statwire/event-log";
import { parseTelemetrySubject, type TelemetrySubject } from "@statwire/events";
import type { AppliedParts } from "@statwire/snapshot-store";
import type { FoldDeps, FoldOptions } from "./fold.js";
import { HistoryScan } from "./history-scan.js";
import type { ReplayProgress, Replays } from "./replays.js";
import { type LastPlace, nextWindow } from "./scan-window.js";

export interface JointReplayDeps extends FoldDeps {
  eventLog: EventLog;
  /** What the live fold has written, and what is written here. */
  appliedParts: AppliedParts;
  /** As they are now. */
  options(): FoldOptions;
  signal: AbortSignal;
}

/** A node whose short history the live fold does not know. */
export interface WaitingNode {
  subject: string;
  node: TelemetrySubject;
  /** The last live message that was not folded into it. */
  last: LastPlace;
  isWhole: boolean;
}

/**
 * Replays the short histories of all nodes together: the log is read once, not once for each, because what precedes the
 * last message of one node lies among the messages of all others.
 */
export class JointReplays implements Replays {
  readonly #deps: JointReplayDeps;
  /** By subject, also those that are whole. */
  readonly #nodes = new Map<string, WaitingNode | "whole">();
  readonly #waiting = new Set<WaitingNode>();
  #begun = false;
  #scan: HistoryScan | undefined;
  #running: Promise<void> | undefined;
  #failure: unknown;
  #lost: string | undefined;

  constructor(deps: JointReplayDeps) {
    this.#deps = deps;
  }

  admits({ subject, sequence, storedAtMs }: StoredMessage, { isFirst }: { isFirst: boolean }): boolean {
    const known = this.#nodes.get(subject);
    if (known === "whole") return true;
    if (known !== undefined) {
      if (known.isWhole) this.#nodes.set(subject, "whole");
      else known.last = { sequence, storedAtMs };
      return known.isWhole;
    }
    const node = isFirst ? undefined : parseTelemetrySubject(subject);
    if (node === undefined) {
      this.#nodes.set(subject, "whole");
      return true;
    }
    const waiting = { subject, node, last: { sequence, storedAtMs }, isWhole: false };
    this.#nodes.set(subject, waiting);
    this.#waiting.add(waiting);
    this.#replayWaiting();
    return false;
  }

  begin(): void {
    this.#begun = true;
    this.#replayWaiting();
  }

  isIdle(): boolean {
    if (this.#failure !== undefined) throw this.#failure;
    return this.#running === undefined && this.#waiting.size === 0;
  }

  lost(): string | undefined {
    return this.#lost;
  }

  progress(): ReplayProgress {
    const { whole, pending } = this.#scan ?? { whole: 0, pending: 0 };
    return { waiting: this.#waiting.size - whole, messagesToCome: Number.isFinite(pending) ? pending : 0 };
  }

  async settled(): Promise<void> {
    await this.#running;
  }

  #replayWaiting(): void {
    if (!this.#begun || this.#running !== undefined || this.#waiting.size === 0) return;
    this.#running = this.#replayAll()
      .catch((error: unknown) => {
        this.#failure ??= error;
      })
      .finally(() => {
        this.#running = undefined;
      });
  }

  async #replayAll(): Promise<void> {
    const { signal } = this.#deps;
    while (this.#waiting.size > 0 && this.#lost === undefined && !signal.aborted) {
      const window = nextWindow(this.#waiting);
      this.#scan = new HistoryScan(this.#deps, window);
      this.#lost = await this.#scan.run(signal);
      for (const one of window.waiting) if (one.isWhole) this.#waiting.delete(one);
      this.#scan = undefined;
    }
  }
}
