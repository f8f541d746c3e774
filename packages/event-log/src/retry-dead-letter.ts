import { parseEventSubject, retrySubject, streams } from "@statwire/events";
import type { EventLog } from "./connect.js";
import type { KeptLetter } from "./kept-letter.js";
import { openLane } from "./lane.js";

export type RetryOutcome =
  | { kind: "stored"; sequence: number }
  /** An earlier retry of this letter is in the stream. */
  | { kind: "already"; sequence: number }
  | { kind: "refused"; reason: string };

/**
 * Publishes what a dead letter holds (or `payload`, a part of it) once more, on the letter's own retry subject. The
 * subject takes one message: it is published as the first there is, so of two attempts, whenever they are made and
 * whoever makes them, the stream stores one. That holds while the stream keeps the message; who retries a letter that
 * an earlier attempt has left behind for longer has to ask the history whether its events are there.
 * @throws when the log does not answer; then trying again is safe.
 */
export async function retryDeadLetter(log: EventLog, letter: KeptLetter, payload: Uint8Array): Promise<RetryOutcome> {
  const subject = retrySubject(letter.originalSubject, letter.sequence);
  const stream = streamOf(letter.originalSubject);
  if (subject === undefined || stream === undefined) {
    return { kind: "refused", reason: `no kind of event has the subject ${letter.originalSubject}` };
  }
  const lane = openLane(log, { stream, subject });
  const earlier = await lane.last();
  if (earlier !== undefined) return { kind: "already", sequence: earlier.sequence };
  const outcome = await lane.publish(payload, { ...letter.originalHeaders, "statwire-retry-of": letterName(letter) });
  if (outcome.kind === "stored" || outcome.kind === "refused") return outcome;
  // Somebody else retries the letter now, or the answer was lost: the subject's message tells.
  const there = await lane.last();
  if (there !== undefined) return { kind: "already", sequence: there.sequence };
  return { kind: "refused", reason: outcome.kind === "unknown" ? outcome.reason : "somebody else retries it" };
}

function letterName({ sequence, originalStream, originalSequence }: KeptLetter): string {
  return `${streams.DEAD_LETTERS.name}:${sequence} ${originalStream}:${originalSequence}`;
}

function streamOf(subject: string): string | undefined {
  const kind = parseEventSubject(subject)?.kind;
  if (kind === undefined) return undefined;
  return kind === "log" ? streams.LOGS.name : streams.TELEMETRY.name;
}
