import { AckPolicy, type ConsumerConfig, DeliverPolicy } from "@nats-io/jetstream";
import { nanos, nuid } from "@nats-io/nats-core";
import { backoffMs, sleep } from "@statwire/runtime";
import { askConnected, type EventLog } from "./connect.js";
import { type Gap, initialProgress, missingBefore, type Progress, resume, type Start } from "./consumer-position.js";
import { type PullSession, startPullSession } from "./pull-session.js";
import { reachingState } from "./reaching-state.js";
import { messageBytes, type StoredMessage } from "./stored-message.js";
import { streamState } from "./stream-state.js";

export interface ConsumeOptions {
  stream: string;
  /** Subject filter; without one everything in the stream. */
  filter?: string;
  start: Start;
  /** Ends the consumer when it aborts. */
  signal: AbortSignal;
  /** Most messages, and most bytes that they and their headers take, that wait here to be taken. */
  pendingMax?: { messages: number; bytes: number };
  /**
   * A reader that is caught up lets messages gather for so long [0: it is told of each as soon as it is stored], so that neither it nor the
   * server is woken for each. The first after a pause is told of at once.
   */
  gatherMs?: number;
}

/** Messages that have arrived, in the order of the stream. */
export interface Delivery {
  messages: readonly StoredMessage[];
  /** Messages in the stream, as of this delivery's last, that are still to come; 0 says: caught up. */
  pending: number;
  /** What is missing just before these messages. */
  gap?: Gap;
  /** How long at most the first of them had waited for the look that brought it; absent when it came by itself. */
  gatheredMs?: number;
}

/** Reads a stream in order, without holes, for ever. Also an async iterable of deliveries, which ends with the signal. */
export interface OrderedConsumer extends AsyncIterable<Delivery> {
  /**
   * What has arrived since the last call, waiting up to `waitMs` for something; undefined when nothing came, or the
   * signal aborted. The first delivery of an empty stream has no messages and says `pending: 0`.
   */
  next(waitMs: number): Promise<Delivery | undefined>;
  /** Why nothing can arrive right now, undefined while the stream is being read. */
  status(): string | undefined;
  /** When the stream was last heard of, if only that there is nothing new (`performance.now()`); undefined: never. */
  heardAtMs(): number | undefined;
  /**
   * With `lastPerSubject`: the last message of every subject that the stream had when the reading began is among those up
   * to this sequence, so what comes later on another subject is the first there. Undefined before the first message.
   */
  snapshotEnd(): number | undefined;
}

/** What waits here at most when nothing else is said. */
export const pendingDefault = { messages: 2_000, bytes: 16 * 1024 ** 2 };
/** Room for at least one message of the largest size is asked for, or the server would never send it. */
const pullBytesMin = 2 * 1024 ** 2;
const consumerInactiveMs = 300_000;

/**
 * Consumes a stream in order. Whenever the server, the connection or the consumer fails, it goes on after the last
 * message that arrived; when messages between are gone for good, the next delivery says so in `gap`. It keeps no state
 * on the server: who reads remembers how far it came. What waits to be taken is bounded; beyond it, it stops asking.
 *
 * The library's ordered consumer is not used because it waits for ever, silently, for a sequence that a recreated
 * stream does not have, and replays everything when it is interrupted before the first message of `lastPerSubject`.
 */
export function consumeOrdered(log: EventLog, options: ConsumeOptions): OrderedConsumer {
  const consumer = new Consumer(log, options);
  void consumer.run();
  return consumer;
}

interface Segment extends Delivery {
  messages: StoredMessage[];
  /** What the messages take. */
  bytes: number;
}

class Consumer implements OrderedConsumer {
  readonly #log: EventLog;
  readonly #options: ConsumeOptions;
  readonly #pendingMax: { messages: number; bytes: number };
  #progress: Progress;
  /** What waits: a new segment begins with a gap. */
  #segments: Segment[] = [];
  #waitingMessages = 0;
  #waitingBytes = 0;
  #session: PullSession | undefined;
  #heardAtMs: number | undefined;
  #snapshotEnd: number | undefined;
  #trouble: string | undefined = "not begun";
  #wake: () => void = () => undefined;

  constructor(log: EventLog, options: ConsumeOptions) {
    this.#log = log;
    this.#options = options;
    this.#pendingMax = options.pendingMax ?? pendingDefault;
    this.#progress = initialProgress(options.start);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Delivery> {
    while (!this.#options.signal.aborted) {
      const delivery = await this.next(60_000);
      if (delivery !== undefined) yield delivery;
    }
  }

  async next(waitMs: number): Promise<Delivery | undefined> {
    if (this.#segments.length === 0) await this.#arrival(waitMs);
    const segment = this.#segments.shift();
    if (segment === undefined) return undefined;
    const { bytes, ...delivery } = segment;
    this.#waitingMessages -= delivery.messages.length;
    this.#waitingBytes -= bytes;
    this.#session?.pull();
    return delivery;
  }

  status(): string | undefined {
    return this.#session === undefined ? this.#trouble : undefined;
  }

  heardAtMs(): number | undefined {
    return this.#session?.heardAtMs() ?? this.#heardAtMs;
  }

  snapshotEnd(): number | undefined {
    return this.#snapshotEnd;
  }

  #arrival(waitMs: number): Promise<void> {
    const { signal } = this.#options;
    if (signal.aborted || waitMs <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#wake(), waitMs);
      const onAbort = () => this.#wake();
      signal.addEventListener("abort", onAbort);
      this.#wake = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", onAbort);
        this.#wake = () => undefined;
        resolve();
      };
    });
  }

  async run(): Promise<void> {
    const { signal, stream } = this.#options;
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      try {
        const reason = await this.#readUntilBroken(() => {
          attempt = 0;
        });
        this.#trouble = reason;
        if (!signal.aborted) this.#log.log.info({ stream, reason }, "consumer begins again");
      } catch (error) {
        this.#trouble = error instanceof Error ? error.message : String(error);
        if (!signal.aborted) this.#log.log.warn({ stream, attempt, err: error }, "consumer cannot begin");
      }
      await sleep(backoffMs(attempt, { baseMs: 50, maxMs: 2_000, random: Math.random() }), signal);
    }
  }

  async #readUntilBroken(onMessage: () => void): Promise<string> {
    const { signal, stream } = this.#options;
    const { progress, from, gap } = resume(
      this.#progress,
      await reachingState(this.#log, stream, this.#progress.lastSequence, { signal, created: this.#progress.created }),
    );
    const name = nuid.next();
    const { num_pending: pending } = await askConnected(this.#log, () =>
      this.#log.manager.consumers.add(stream, this.#config(name, from)),
    );
    // Looked at when the server has noted each subject's last message: what it stores later can only be after this.
    if ("lastPerSubject" in from) this.#snapshotEnd = (await streamState(this.#log, stream)).lastSequence;
    this.#begin(progress, pending, gap);
    const session = startPullSession(this.#log, {
      stream,
      consumer: name,
      room: () => this.#room(),
      gatherMs: this.#options.gatherMs,
      onMessage: (message, { pending }, gatheredMs) => {
        onMessage();
        this.#accept(message, pending, gatheredMs);
      },
    });
    const onAbort = () => session.end("stopped");
    signal.addEventListener("abort", onAbort);
    if (signal.aborted) onAbort();
    this.#session = session;
    session.pull();
    const reason = await session.broken;
    this.#heardAtMs = this.heardAtMs();
    this.#session = undefined;
    signal.removeEventListener("abort", onAbort);
    // Best effort: the server forgets an idle consumer by itself.
    if (!this.#log.connection.isClosed()) this.#log.manager.consumers.delete(stream, name).catch(() => undefined);
    return reason;
  }

  #begin(progress: Progress, pending: number, gap: Gap | undefined): void {
    const first = this.#progress.created === undefined;
    this.#progress = progress;
    if (gap !== undefined) {
      this.#reportGap(gap, pending);
    } else if (first && pending === 0) {
      this.#segments.push({ messages: [], pending: 0, bytes: 0 });
      this.#wake();
    }
  }

  #reportGap(gap: Gap, pending: number): void {
    this.#log.log.warn({ stream: this.#options.stream, ...gap }, "messages are missing from the stream");
    this.#segments.push({ messages: [], pending, bytes: 0, gap });
    this.#wake();
  }

  /** Only without a filter does every message of the stream come by, so that a hole means something is missing. */
  #hole(sequence: number): Gap | undefined {
    const { filter } = this.#options;
    const { lastSequence, start } = this.#progress;
    if (filter !== undefined || "lastPerSubject" in start) return undefined;
    return missingBefore(lastSequence, sequence);
  }

  #accept(message: StoredMessage, pending: number, gatheredMs: number): void {
    // A snapshot that begins again repeats what it had brought before.
    if (message.sequence <= this.#progress.lastSequence) return;
    const gap = this.#hole(message.sequence);
    this.#progress.lastSequence = message.sequence;
    // Nothing left to come: the snapshot is complete wherever the stream ended when it began.
    if (pending === 0) delete this.#progress.snapshotEnd;
    if (gap !== undefined) this.#reportGap(gap, pending);
    let segment = this.#segments.at(-1);
    if (segment === undefined) {
      segment = { messages: [], pending, bytes: 0 };
      this.#segments.push(segment);
    }
    segment.messages.push(message);
    segment.pending = pending;
    if (gatheredMs > 0) segment.gatheredMs = gatheredMs;
    this.#waitingMessages += 1;
    const bytes = messageBytes(message);
    segment.bytes += bytes;
    this.#waitingBytes += bytes;
    this.#wake();
  }

  /** Asks in large portions: only when half of the room is free again. */
  #room(): { messages: number; bytes: number } {
    const { messages, bytes } = this.#pendingMax;
    if (this.#waitingMessages * 2 > messages || this.#waitingBytes * 2 > bytes) return { messages: 0, bytes: 0 };
    return { messages: messages - this.#waitingMessages, bytes: Math.max(bytes - this.#waitingBytes, pullBytesMin) };
  }

  #config(name: string, from: Start): Partial<ConsumerConfig> {
    return {
      name,
      ack_policy: AckPolicy.None,
      mem_storage: true,
      num_replicas: 1,
      inactive_threshold: nanos(consumerInactiveMs),
      ...(this.#options.filter === undefined ? {} : { filter_subject: this.#options.filter }),
      ...deliverPolicy(from, this.#options.filter),
    };
  }
}

function deliverPolicy(from: Start, filter: string | undefined): Partial<ConsumerConfig> {
  if ("sequence" in from) return { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: from.sequence };
  if ("timeMs" in from) {
    return { deliver_policy: DeliverPolicy.StartTime, opt_start_time: new Date(from.timeMs).toISOString() };
  }
  // The server wants a filter with this policy.
  return { deliver_policy: DeliverPolicy.LastPerSubject, filter_subject: filter ?? ">" };
}
