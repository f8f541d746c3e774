import { JetStreamApiCodes, JetStreamApiError } from "@nats-io/jetstream";
import { errors } from "@nats-io/nats-core";
import { NotConnectedError } from "./connect.js";

/** What became of a publish that was not stored, as far as the answer tells. */
export type NotStored =
  /** The subject's last message is not the expected one: somebody, perhaps an earlier attempt of ours, was first. */
  | { kind: "conflict" }
  /** No answer: stored or not, or stored later still. */
  | { kind: "unknown"; reason: string }
  /** Certainly not stored: the stream is full, is not there or is not for us; or there is no connection to ask. */
  | { kind: "refused"; reason: string };

/** JetStream's codes for "not the expected last sequence" (10164: the servers of a cluster do not know it). */
const conflictCodes: readonly number[] = [
  JetStreamApiCodes.StreamWrongLastSequence,
  JetStreamApiCodes.StreamWrongLastSequenceUnknown,
];

/** Sorts the errors of a publish: an answer that refuses is one thing, no answer another. */
export function toNotStored(error: unknown): NotStored {
  // The library wraps some answers, so the causes are looked at, too.
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof JetStreamApiError) {
      if (conflictCodes.includes(cause.code)) return { kind: "conflict" };
      return { kind: "refused", reason: `${cause.message} (${cause.code})` };
    }
    if (cause instanceof NotConnectedError) return { kind: "refused", reason: cause.message };
    if (cause instanceof errors.NoRespondersError) return { kind: "refused", reason: "no stream takes this subject" };
    if (cause instanceof errors.PermissionViolationError || cause instanceof errors.InvalidArgumentError) {
      return { kind: "refused", reason: cause.message };
    }
  }
  return { kind: "unknown", reason: error instanceof Error ? error.message : String(error) };
}
