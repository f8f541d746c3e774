import type { StoredMessage } from "./stored-message.js";

/** A dead letter as DEAD_LETTERS keeps it. */
export interface KeptLetter {
  /** Its own place in DEAD_LETTERS: its number. */
  sequence: number;
  /** Who could not process it, and in which stream it was. */
  consumer: string;
  originalStream: string;
  originalSubject: string;
  originalSequence: number;
  reason: string;
  /** Unix milliseconds; NaN when the letter does not say. */
  failedAtMs: number;
  payload: Uint8Array;
  /** What its publisher sent along, without what the server or a service of ours put there. */
  originalHeaders: Readonly<Record<string, string>>;
  /** The log itself had put the message into the stream, no node: it must not be published for one. */
  isLogAnswer: boolean;
}

/** Reads a message of DEAD_LETTERS; undefined when it is none that `publishDeadLetter` has made. */
export function toKeptLetter({ subject, sequence, payload, headers }: StoredMessage): KeptLetter | undefined {
  const [, , originalStream, consumer] = subject.split(".");
  const header = (name: string) => headers?.get(name) ?? "";
  const originalSubject = header("statwire-original-subject");
  if (!originalStream || !consumer || originalSubject === "") return undefined;
  const own = (headers?.keys() ?? []).filter((name) => !/^(nats-|statwire-|original-(nats|statwire)-)/i.test(name));
  return {
    sequence,
    consumer,
    originalStream,
    originalSubject,
    originalSequence: Number(header("statwire-original-sequence")),
    reason: header("statwire-reason"),
    failedAtMs: Date.parse(header("statwire-failed-at")),
    payload,
    originalHeaders: Object.fromEntries(own.map((name) => [name, header(name)])),
    isLogAnswer: headers?.has("original-Nats-Stream") ?? false,
  };
}
