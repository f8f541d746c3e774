import {
  type EventAddress,
  type EventKind,
  FrameError,
  LandedBatch,
  parseEventSubject,
  walkFrames,
} from "@statwire/events";
import { isLogAnswer, messageBytes, type StoredMessage } from "./stored-message.js";

/** A message that is no sequence of events that belong in the stream. */
export interface UnreadableMessage {
  message: StoredMessage;
  reason: string;
}

/**
 * The events of messages, one after the other as they come, wrapped without reading them. The same messages give the
 * same bytes at any time: identity comes from the subject, times from the stream. A message that was wrapped is not
 * kept, because its objects take many times its bytes.
 */
export class WrappedMessages {
  readonly byKind = new Map<EventKind, WrappedEvents>();
  readonly unreadable: UnreadableMessage[] = [];
  readonly #kinds: readonly EventKind[];
  /** A node's subjects come again and again. */
  readonly #addresses = new Map<string, EventAddress | undefined>();
  #count = 0;
  #unreadableBytes = 0;
  #firstSequence = 0;
  #lastSequence = 0;
  #lastStoredAtMs = 0;

  /** @param kinds the kinds of events that belong in the stream; others cannot be read */
  constructor(kinds: readonly EventKind[]) {
    this.#kinds = kinds;
  }

  /** Messages that came, the unreadable ones among them. */
  get count(): number {
    return this.#count;
  }

  /** What is kept of them. */
  get byteLength(): number {
    let bytes = this.#unreadableBytes;
    for (const events of this.byKind.values()) bytes += events.byteLength;
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
    const reason = this.#wrap(message);
    if (reason === undefined) return;
    this.unreadable.push({ message, reason });
    this.#unreadableBytes += messageBytes(message);
  }

  /** Answers why it cannot be read. */
  #wrap(message: StoredMessage): string | undefined {
    const { subject } = message;
    if (!this.#addresses.has(subject)) this.#addresses.set(subject, parseEventSubject(subject));
    const address = this.#addresses.get(subject);
    if (address === undefined || !this.#kinds.includes(address.kind))
      return `no kind of event has the subject ${subject}`;
    if (isLogAnswer(message)) return "sent by the log in answer to a request, not published by the node";
    const events = this.byKind.get(address.kind) ?? new WrappedEvents();
    const fault = events.append(address, message);
    if (fault === undefined) this.byKind.set(address.kind, events);
    return fault;
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

  /** Answers why the payload is no sequence of events; then nothing of it is appended. */
  append({ workspace, node, family }: EventAddress, message: StoredMessage): string | undefined {
    const { sequence, storedAtMs, payload } = message;
    const identity = { workspace, node, family, eventSeq: sequence, eventIndex: 0, receivedAtMs: storedAtMs };
    try {
      walkFrames(payload, (start, end) => {
        this.#batch.append(identity, payload, start, end);
        identity.eventIndex += 1;
      });
    } catch (error) {
      if (error instanceof FrameError) return error.message;
      throw error;
    }
    this.#ends.push({ sequence, bytes: this.#batch.byteLength, rows: this.#batch.rows });
    return undefined;
  }

  get #end(): Omit<MessageEnd, "sequence"> {
    return this.#ends.at(-1) ?? this.#begin;
  }
}

/** Wraps some messages at once. */
export function wrapEvents(messages: Iterable<StoredMessage>, kinds: readonly EventKind[]): WrappedMessages {
  const wrapped = new WrappedMessages(kinds);
  for (const message of messages) wrapped.add(message);
  return wrapped;
}
