import type { Msg, MsgHdrs } from "@nats-io/nats-core";

/** A message as a stream holds it. */
export interface StoredMessage {
  subject: string;
  /** Place in the stream, from 1. */
  sequence: number;
  /** When the stream stored it (Unix milliseconds). The same at every delivery. */
  storedAtMs: number;
  payload: Uint8Array;
  /** Decoded when they are first asked for. */
  readonly headers: MsgHdrs | undefined;
  /** As they came, of a message that arrived with headers and no status; absent where only `headers` is known. */
  headerBytes?: Buffer | undefined;
}

/** What the reply subject of a delivered message says. */
export interface DeliveryInfo {
  sequence: number;
  /** Place in what this consumer has delivered, from 1 without gaps. */
  deliverySequence: number;
  storedAtMs: number;
  /** Messages that the consumer has still to deliver after this one. */
  pending: number;
}

/**
 * Reads `$JS.ACK.[<domain>.<account>.]<stream>.<consumer>.<deliveries>.<sequence>.<delivery sequence>.<time>.<pending>[.<random>]`
 * (NATS ADR-15); undefined for a message that no consumer delivered. The library's reader goes through floating point
 * nanoseconds and builds a list of strings; this one is on the path of every event.
 */
export function parseDelivery(reply: string | undefined): DeliveryInfo | undefined {
  if (reply === undefined || !reply.startsWith("$JS.ACK.")) return undefined;
  const tokens = reply.split(".");
  const first = tokens.length === 9 ? 5 : 7;
  const time = tokens[first + 2];
  if (tokens.length < first + 4 || time === undefined || time.length < 7) return undefined;
  return {
    sequence: Number(tokens[first]),
    deliverySequence: Number(tokens[first + 1]),
    // Nanoseconds exceed 2^53, so the last six digits go before the number is read.
    storedAtMs: Number(time.slice(0, -6)),
    pending: Number(tokens[first + 3]),
  };
}

/**
 * Decoding eight CloudEvents headers takes 11 µs, searching their bytes 1 µs, and hardly any message's headers are ever
 * read: so they are decoded on demand, and what has to be known of each message is looked up in the bytes.
 */
export function toStoredMessage(message: Msg, delivery: DeliveryInfo): StoredMessage {
  return {
    subject: message.subject,
    sequence: delivery.sequence,
    storedAtMs: delivery.storedAtMs,
    payload: message.data,
    get headers() {
      return message.headers;
    },
    headerBytes: headerBytesOf(message),
  };
}

/** The library's messages know how long they are, subject, reply and headers included; its type does not say so. */
type SizedMsg = Msg & { size?(): number };

/** How headers begin when there is no status (NATS ADR-4). */
const headersBegin = Buffer.from("NATS/1.0\r\n");

/** The bytes of the headers, which the protocol puts just before the payload; undefined where they are not found there. */
function headerBytesOf(message: SizedMsg): Buffer | undefined {
  const { data, subject, reply = "" } = message;
  const length = (message.size?.() ?? 0) - Buffer.byteLength(subject) - Buffer.byteLength(reply) - data.length;
  const start = data.byteOffset - length;
  if (length < headersBegin.length || start < 0) return undefined;
  const bytes = Buffer.from(data.buffer as ArrayBuffer, start, length);
  return headersBegin.compare(bytes, 0, headersBegin.length) === 0 ? bytes : undefined;
}

/** Beside their bytes: the objects of a message, and those of each decoded header. */
const messageOverheadBytes = 512;
const headerOverheadBytes = 128;

/** About what a message takes here while it is kept, its headers included. */
export function messageBytes(message: Omit<StoredMessage, "sequence" | "storedAtMs">): number {
  const { subject, payload, headerBytes } = message;
  let bytes = messageOverheadBytes + subject.length + payload.length;
  if (headerBytes !== undefined) return bytes + headerBytes.length;
  for (const [name, values] of message.headers ?? []) {
    bytes += headerOverheadBytes + name.length;
    for (const value of values) bytes += value.length;
  }
  return bytes;
}

/** How the answer to a publish begins (NATS ADR-22). No sequence of events does: a length, then the tag of a field. */
const publishAnswers = ['{"stream":', '{"error":'].map((text) => Buffer.from(text));

/**
 * Whether the stream stored an answer of the log itself, not what a writer published. A request may name any subject
 * for its reply, and the server does not ask whether the requester may publish there: a collector that reads its own
 * last message "towards" another node's subject, or publishes with that subject for the reply, would put it there. A
 * message that was read is marked with where, one that was not found has a status; the answer to a publish has neither.
 */
export function isLogAnswer(message: Pick<StoredMessage, "headers" | "headerBytes" | "payload">): boolean {
  if (isMarkedAsRead(message)) return true;
  return publishAnswers.some((start) => start.equals(message.payload.subarray(0, start.length)));
}

/** A line of its own: no name and no value of a header holds a line break. */
const readMark = Buffer.from("\r\nNats-Stream:");

function isMarkedAsRead(message: Pick<StoredMessage, "headers" | "headerBytes">): boolean {
  const { headerBytes } = message;
  if (headerBytes !== undefined) return headerBytes.includes(readMark);
  const { headers } = message;
  return headers !== undefined && (headers.has("Nats-Stream") || headers.code !== 0);
}
