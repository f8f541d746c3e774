import {
  type EventLog,
  openCutRecord,
  type StoredMessage,
  scan,
  streamState,
  type WrappedEvents,
  wrapEvents,
} from "@statwire/event-log";
import { type EventKind, streams } from "@statwire/events";
import {
  type DayComparison,
  type FreshTables,
  freshEvents,
  type History,
  insertFresh,
  rebuiltKinds,
} from "@statwire/history-store";
import { CommandError, type Outside } from "../command.js";

const stream = streams.TELEMETRY.name;
/** One insert, as the ingester makes them. */
export const batchMessagesMax = 20_000;
export const batchBytesMax = 16_777_216;
/** Events may be observed so long in the future of their reception. */
export const futureMs = 300_000;
const pollMs = 500;

/** What was read so far. */
export interface FillProgress {
  messages: number;
  /** Sequence of the last message that was read or passed over. */
  upTo: number;
  /** Messages that no table takes: they are in the dead letters. */
  refused: number;
  /** The ingester has not stored all of that yet. */
  isWaiting: boolean;
}

/** Fills the fresh tables of a range out of the log, and knows how far it has come. */
export class FreshHistory {
  readonly progress: FillProgress = { messages: 0, upTo: 0, refused: 0, isWaiting: false };
  readonly #log: EventLog;
  readonly #history: History;
  readonly #fresh: FreshTables;
  readonly #outside: Outside;

  constructor(log: EventLog, history: History, fresh: FreshTables, outside: Outside) {
    this.#log = log;
    this.#history = history;
    this.#fresh = fresh;
    this.#outside = outside;
  }

  /** Reads what the log holds of events observed at `fromMs` or later, to its end. */
  async fill(fromMs: number): Promise<void> {
    const { lastSequence } = await streamState(this.#log, stream);
    await this.#take({ timeMs: fromMs - futureMs });
    this.progress.upTo = Math.max(this.progress.upTo, lastSequence);
  }

  /**
   * Reads on to the end of the log as it is now, and waits until the ingester has stored all of that.
   * @returns whether events of the range were among it
   * @throws CommandError when the log was created anew meanwhile
   */
  async catchUp(): Promise<boolean> {
    const before = await freshEvents(this.#history, this.#fresh);
    const { lastSequence } = await streamState(this.#log, stream);
    if (lastSequence < this.progress.upTo)
      throw new CommandError("the log lost its end meanwhile: nothing more is changed");
    if (lastSequence > this.progress.upTo) await this.#take({ sequence: this.progress.upTo + 1 });
    this.progress.upTo = Math.max(this.progress.upTo, lastSequence);
    await this.#stored(this.progress.upTo);
    return (await freshEvents(this.#history, this.#fresh)) > before;
  }

  /**
   * Reads on to a message that the ingester has stored, and no further.
   * @returns whether events of the range were among it
   * @throws CommandError when more than that was read already: the log was created anew, or lost its end
   */
  async takeUpTo(stored: number): Promise<boolean> {
    if (stored < this.progress.upTo) throw new CommandError("the log lost its end meanwhile: nothing more is changed");
    const before = await freshEvents(this.#history, this.#fresh);
    if (stored > this.progress.upTo) await this.#take({ sequence: this.progress.upTo + 1 }, stored);
    this.progress.upTo = stored;
    return (await freshEvents(this.#history, this.#fresh)) > before;
  }

  async #stored(sequence: number): Promise<void> {
    const record = openCutRecord(this.#log, stream);
    while ((await record.load()).record.committed < sequence) {
      this.progress.isWaiting = true;
      await this.#outside.sleep(pollMs);
    }
    this.progress.isWaiting = false;
  }

  async #take(start: { sequence: number } | { timeMs: number }, last = Number.MAX_SAFE_INTEGER): Promise<void> {
    let batch: StoredMessage[] = [];
    let bytes = 0;
    for await (const message of scan(this.#log, { stream, start, signal: this.#outside.signal })) {
      if (message.sequence > last) break;
      batch.push(message);
      bytes += message.payload.length;
      if (batch.length < batchMessagesMax && bytes < batchBytesMax) continue;
      await this.#insert(batch);
      batch = [];
      bytes = 0;
    }
    await this.#insert(batch);
  }

  async #insert(messages: readonly StoredMessage[]): Promise<void> {
    const { byKind, unreadable } = wrapEvents(messages, rebuiltKinds);
    this.progress.refused += unreadable.length;
    for (const [kind, wrapped] of byKind) await this.#insertKind(kind, wrapped);
    this.progress.messages += messages.length;
    this.progress.upTo = messages.at(-1)?.sequence ?? this.progress.upTo;
  }

  /** A refused batch leaves nothing behind, and is halved until the bad message is alone. */
  async #insertKind(kind: EventKind, wrapped: WrappedEvents): Promise<void> {
    const outcome = await insertFresh(this.#history, this.#fresh, { kind, body: wrapped.bytes() });
    if (outcome.ok) return;
    const { sequences } = wrapped;
    if (sequences.length === 1) {
      this.progress.refused += 1;
      return;
    }
    const middle = sequences[Math.floor(sequences.length / 2)] ?? 0;
    for (const half of [wrapped.within(0, middle - 1), wrapped.within(middle, Number.MAX_SAFE_INTEGER)]) {
      if (half !== undefined) await this.#insertKind(kind, half);
    }
  }
}

/** A day is to be swapped when rows differ, unless the log lacks events that the history has. */
export function isToBeSwapped({ differences, eventsBeyondLog }: DayComparison): boolean {
  return differences.length > 0 && eventsBeyondLog === 0;
}

/**
 * From when on (Unix milliseconds, the start of a UTC day) the log holds every event observed; -Infinity when nothing
 * has ever left it. An event is received at most five minutes before the time that it says it was observed.
 * @param first when the stream took the first message that it holds, undefined when nothing has left it
 */
export function completeSince(firstStoredAtMs: number | undefined): number {
  const dayMs = 86_400_000;
  if (firstStoredAtMs === undefined) return Number.NEGATIVE_INFINITY;
  return Math.ceil((firstStoredAtMs + futureMs) / dayMs) * dayMs;
}
