import { parseEventSubject, retrySubject, streams } from "@statwire/events";
import type { EventLog } from "./connect.js";
import type { KeptLetter } from "./kept-letter.js";
import { openLane } from "./lane.js";

export type RetryOutcome =
  | { kind: "stored"; stream: string; sequence: number }
  /** An earlier retry of the same message is in the stream. */
  | { kind: "already"; stream: string; sequence: number }
  | { kind: "refused"; reason: string };

/**
 * Publishes what a dead letter holds (or `payload`, the part of it that is missing) once more, on the retry subject of
 * the message that it was. That subject takes one message: this one is published as the first, so of two attempts,
 * whenever they are made and whoever makes them, and of two letters of one message, the stream stores one. It holds
 * while the stream keeps the message; whether an attempt that is longer ago has arrived only the history knows, so ask
 * it first.
 * @throws when the log does not answer; then trying again is safe.
 */
export async function retryDeadLetter(log: EventLog, letter: KeptLetter, payload: Uint8Array): Promise<RetryOutcome> {
  const { originalSubject, originalSequence, originalStream } = letter;
  const subject = Number.isSafeInteger(originalSequence) ? retrySubject(originalSubject, originalSequence) : undefined;
  const stream = streamOf(originalSubject);
  if (subject === undefined || stream === undefined) {
    return { kind: "refused", reason: `no kind of event has the subject ${originalSubject}` };
  }
  const lane = openLane(log, { stream, subject });
  let lost: string | undefined;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    // The second time it tells what became of an attempt that was overtaken, or got no answer.
    const there = await lane.last();
    if (there !== undefined) {
      const isSame = Buffer.compare(there.payload, payload) === 0;
      const { sequence } = there;
      // Only a stream that lost its end gives a sequence to two messages.
      return isSame
        ? { kind: "already", stream, sequence }
        : {
            kind: "refused",
            reason: `${stream}:${sequence} is another retry of ${originalStream}:${originalSequence}`,
          };
    }
    if (lost !== undefined) break;
    const outcome = await lane.publish(payload, {
      ...letter.originalHeaders,
      "statwire-retry-of": `${originalStream}:${originalSequence}`,
    });
    if (outcome.kind === "stored") return { ...outcome, stream };
    if (outcome.kind === "refused") return outcome;
    lost = outcome.kind === "unknown" ? outcome.reason : "somebody else retries it";
  }
  return { kind: "refused", reason: lost ?? "no answer" };
}

function streamOf(subject: string): string | undefined {
  const kind = parseEventSubject(subject)?.kind;
  if (kind === undefined) return undefined;
  if (kind === "integrity") return streams.INTEGRITY.name;
  return kind === "log" ? streams.LOGS.name : streams.TELEMETRY.name;
}
