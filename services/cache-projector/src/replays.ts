import type { StoredMessage } from "@statwire/event-log";

/**
 * What the live fold does not know because it begins with the last message of each subject: what came before that,
 * read again beside it.
 */
export interface Replays {
  /**
   * Whether the live fold may fold this message into the history of its subject now. Otherwise a replay will come
   * past it.
   * @param options.isFirst there is nothing before it on its subject, unless the live fold came by it
   */
  admits(message: StoredMessage, options: { isFirst: boolean }): boolean;
  /** Lets replays run. Until then subjects are only noted, so that the latest state of all comes first. */
  begin(): void;
  /** No subject waits for its history. @throws what a replay threw. */
  isIdle(): boolean;
  /** Why what was replayed cannot be relied on, undefined when it can: then everything is read again. */
  lost(): string | undefined;
  progress(): ReplayProgress;
  /** Resolves when no replay runs any more, after the signal has aborted. */
  settled(): Promise<void>;
}

export interface ReplayProgress {
  /** Subjects whose history is not whole. */
  waiting: number;
  /** Messages that the replay under way has still to read to where the log is now, as far as it knows. */
  messagesToCome: number;
}
