import type { Msg, MsgHdrs } from "@nats-io/nats-core";

/** A message as a stream holds it. */
export interface StoredMessage {
  subject: string;
  /** Place in the stream, from 1. */
  sequence: number;
  /** When the stream stored it (Unix milliseconds). The same at every delivery. */
  storedAtMs: number;
  payload: Uint8Array;
  headers: MsgHdrs | undefined;
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

export function toStoredMessage(message: Msg, delivery: DeliveryInfo): StoredMessage {
  return {
    subject: message.subject,
    sequence: delivery.sequence,
    storedAtMs: delivery.storedAtMs,
    payload: message.data,
    headers: message.headers,
  };
}

/** Beside their bytes: the objects of a message, and those of each header. */
const messageOverheadBytes = 512;
const headerOverheadBytes = 128;

/** About what a message takes here while it is kept, its decoded headers included. */
export function messageBytes({ subject, payload, headers }: Omit<StoredMessage, "sequence" | "storedAtMs">): number {
  let bytes = messageOverheadBytes + subject.length + payload.length;
  for (const [name, values] of headers ?? []) {
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
export function isLogAnswer({ headers, payload }: Pick<StoredMessage, "headers" | "payload">): boolean {
  if (headers !== undefined && (headers.has("Nats-Stream") || headers.code !== 0)) return true;
  return publishAnswers.some((start) => start.equals(payload.subarray(0, start.length)));
}
