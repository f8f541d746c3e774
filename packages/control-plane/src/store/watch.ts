import {
  bucketStream,
  configurationBuckets,
  consumeOrdered,
  type EventLog,
  type StoredMessage,
  valueKey,
} from "@statwire/event-log";
import { type DocumentKey, parseDocumentKey } from "../documents/keys.js";
import { decodeRevision, type StoredRevision } from "../documents/revision.js";
import { Documents } from "./documents.js";

const bucket = configurationBuckets.config;
const waitMs = 1_000;

/** The documents in memory, kept up to date from the log. */
export class DocumentWatch {
  readonly #log: EventLog;
  readonly #signal: AbortSignal;
  readonly #listeners = new Set<(revision: StoredRevision) => void>();
  readonly #waiting = new Set<{ revision: number; seen: () => void }>();
  #documents = new Documents();
  #seen = 0;
  #isWhole = false;
  #status: () => string | undefined = () => "the configuration was not read yet";
  #heardAtMs: () => number;

  constructor(log: EventLog, signal: AbortSignal) {
    this.#log = log;
    this.#signal = signal;
    const openedAtMs = performance.now();
    this.#heardAtMs = () => openedAtMs;
  }

  get documents(): Documents {
    return this.#documents;
  }

  onRevision(listener: (revision: StoredRevision) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  status(): string | undefined {
    return this.#isWhole ? this.#status() : "the configuration is being read";
  }

  /** Counts from the last heartbeat or message; there is one every two seconds. */
  silentMs(): number {
    return performance.now() - this.#heardAtMs();
  }

  /** Resolves when a revision is known here: false when that takes too long. */
  async seen(revision: number, patienceMs: number): Promise<boolean> {
    if (this.#seen >= revision) return true;
    return new Promise((resolve) => {
      const finish = (isSeen: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(waiter);
        resolve(isSeen);
      };
      const timer = setTimeout(() => finish(false), patienceMs);
      const waiter = { revision, seen: () => finish(true) };
      this.#waiting.add(waiter);
    });
  }

  /** Reads until the signal aborts. `onWhole` is called when everything that was there is known, each time it was read anew. */
  async run(onWhole: () => void): Promise<void> {
    while (!this.#signal.aborted) await this.#readUntilGap(onWhole);
  }

  /** What was missed may have been a deletion, so everything is read anew, beside what is known until then. */
  async #readUntilGap(onWhole: () => void): Promise<void> {
    const ended = new AbortController();
    const consumer = consumeOrdered(this.#log, {
      stream: bucketStream(bucket),
      filter: `$KV.${bucket}.>`,
      start: { lastPerSubject: true },
      signal: AbortSignal.any([this.#signal, ended.signal]),
    });
    const documents = new Documents();
    let isWhole = false;
    while (!this.#signal.aborted) {
      const delivery = await consumer.next(waitMs);
      if (delivery === undefined) continue;
      if (delivery.gap !== undefined) break;
      for (const message of delivery.messages) this.#take(documents, message, isWhole);
      if (!isWhole && delivery.pending === 0) {
        isWhole = true;
        this.#documents = documents;
        this.#seen = 0;
        this.#isWhole = true;
        this.#status = () => consumer.status();
        // While it is read anew, the one before is not heard of any more: what was missed is not known yet.
        const wholeAtMs = performance.now();
        this.#heardAtMs = () => consumer.heardAtMs() ?? wholeAtMs;
        onWhole();
      }
      if (isWhole) this.#reached(delivery.messages.at(-1)?.sequence ?? 0);
    }
    ended.abort();
  }

  #take(documents: Documents, message: StoredMessage, isNews: boolean): void {
    const key = parseDocumentKey(valueKey(bucket, message.subject));
    if (key === undefined) return;
    const revision = toStoredRevision(key, message);
    if (revision === undefined) {
      const { subject, sequence } = message;
      this.#log.log.warn({ subject, sequence }, "a document cannot be read: is it of a later version?");
    } else if (revision === "purged") documents.forget(key);
    else if (documents.apply(revision) && isNews) for (const listener of this.#listeners) listener(revision);
  }

  #reached(sequence: number): void {
    this.#seen = Math.max(this.#seen, sequence);
    for (const { revision, seen } of [...this.#waiting]) if (revision <= this.#seen) seen();
  }
}

/** What a message of the bucket says; undefined when it is no revision of the document that its key names. */
export function toStoredRevision(
  key: DocumentKey,
  { payload, sequence }: Pick<StoredMessage, "payload" | "sequence">,
): StoredRevision | "purged" | undefined {
  if (payload.length === 0) return "purged";
  const decoded = decodeRevision(payload);
  if (!decoded.ok) return undefined;
  const { revision } = decoded;
  const isItsOwn = revision.kind === key.kind && revision.id === key.id && revision.workspace === key.workspace;
  return isItsOwn ? { ...revision, revision: sequence } : undefined;
}
