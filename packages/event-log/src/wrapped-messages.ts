import { LandedBatch, type LandedKind } from "@statwire/events";
import { messageBytes, type StoredMessage } from "./stored-message.js";

/** A message that is nothing that belongs in the stream. */
export interface UnreadableMessage {
  message: StoredMessage;
  reason: string;
}

/**
 * Appends the rows that one message is to those of their kind, and answers why there are none; then it has appended
 * nothing. The same message gives the same bytes at any time.
 * @param countLater to be called for what a later version wrote, of which only a part is told
 */
export type WrapMessage<Kind extends LandedKind> = (
  message: StoredMessage,
  rowsOf: (kind: Kind) => WrappedEvents,
  countLater: () => void,
) => string | undefined;

/**
 * Messages as rows, one after the other as they come. A message that was wrapped is not kept, because its objects take
 * many times its bytes.
 */
export class WrappedMessages<Kind extends LandedKind = LandedKind> {
  readonly unreadable: UnreadableMessage[] = [];
  readonly #wrap: WrapMessage<Kind>;
  readonly #byKind = new Map<Kind, WrappedEvents>();
  #count = 0;
  #later = 0;
  #unreadableBytes = 0;
  #firstSequence = 0;
  #lastSequence = 0;
  #lastStoredAtMs = 0;

  constructor(wrap: WrapMessage<Kind>) {
    this.#wrap = wrap;
  }

  /** The rows of each kind that there are any of. */
  get byKind(): Map<Kind, WrappedEvents> {
    return new Map([...this.#byKind].filter(([, { rows }]) => rows > 0));
  }

  /** Messages that came, the unreadable ones among them. */
  get count(): number {
    return this.#count;
  }

  /** Messages of a later version. */
  get later(): number {
    return this.#later;
  }

  /** What is kept of them. */
  get byteLength(): number {
    let bytes = this.#unreadableBytes;
    for (const events of this.#byKind.values()) bytes += events.byteLength;
    return bytes;
  }

  /** Sequences of the first and the last message; 0 when none came. */
  get range(): { first: number; last: number } {
    return { first: this.#firstSequence, last: this.#lastSequence };
  }

  /** When the stream stored the last message (Unix milliseconds); 0 when none came. */
  get lastStoredAtMs(): number {
    return this.#lastStoredAtMs;
  }

  /** Messages must come in the order of their sequences. */
  add(message: StoredMessage): void {
    if (this.#count === 0) this.#firstSequence = message.sequence;
    this.#count += 1;
    this.#lastSequence = message.sequence;
    this.#lastStoredAtMs = message.storedAtMs;
    const countLater = () => {
      this.#later += 1;
    };
    const reason = this.#wrap(message, (kind) => this.#rowsOf(kind), countLater);
    if (reason === undefined) return;
    this.unreadable.push({ message, reason });
    this.#unreadableBytes += messageBytes(message);
  }

  #rowsOf(kind: Kind): WrappedEvents {
    const known = this.#byKind.get(kind);
    if (known !== undefined) return known;
    const rows = new WrappedEvents();
    this.#byKind.set(kind, rows);
    return rows;
  }
}

/** Where in a batch the events of a message end. */
interface MessageEnd {
  sequence: number;
  bytes: number;
  rows: number;
}

/** Wrapped events of one kind, whole messages in their order: the body of one insert. */
export class WrappedEvents {
  readonly #batch: LandedBatch;
  readonly #ends: MessageEnd[];
  /** Where the part begins that this is of the batch. */
  readonly #begin: Omit<MessageEnd, "sequence">;

  constructor(batch = new LandedBatch(), ends: MessageEnd[] = [], begin = { bytes: 0, rows: 0 }) {
    this.#batch = batch;
    this.#ends = ends;
    this.#begin = begin;
  }

  /** Sequences of the messages. */
  get sequences(): number[] {
    return this.#ends.map(({ sequence }) => sequence);
  }

  /** Events in them. */
  get rows(): number {
    return this.#end.rows - this.#begin.rows;
  }

  get byteLength(): number {
    return this.#end.bytes - this.#begin.bytes;
  }

  /** The landed messages, as a view. */
  bytes(): Uint8Array {
    return this.#batch.bytes().subarray(this.#begin.bytes, this.#end.bytes);
  }

  /** Those of the messages with sequences from `first` to `last`, undefined when there are none; shares the memory. */
  within(first: number, last: number): WrappedEvents | undefined {
    const from = this.#ends.findIndex(({ sequence }) => sequence >= first);
    const ends = this.#ends.filter(({ sequence }) => sequence >= first && sequence <= last);
    return ends.length === 0 ? undefined : new WrappedEvents(this.#batch, ends, this.#ends[from - 1] ?? this.#begin);
  }

  /**
   * Appends the rows of one message.
   * @param append answers why there are none; then it has appended nothing
   */
  append({ sequence }: StoredMessage, append: (batch: LandedBatch) => string | undefined): string | undefined {
    const fault = append(this.#batch);
    if (fault === undefined) this.#ends.push({ sequence, bytes: this.#batch.byteLength, rows: this.#batch.rows });
    return fault;
  }

  get #end(): Omit<MessageEnd, "sequence"> {
    return this.#ends.at(-1) ?? this.#begin;
  }
}
