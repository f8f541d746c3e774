import { headers, type MsgHdrs } from "@nats-io/nats-core";
import { askConnected, type EventLog } from "./connect.js";
import { ForeignMessageError, type LastMessage, readLastMessage } from "./last-message.js";
import { type NotStored, toNotStored } from "./publish-outcome.js";
import { messageBytesMax } from "./streams.js";

export type PublishOutcome = { kind: "stored"; sequence: number } | NotStored;

/**
 * One writer's ordered line of messages on one subject, one message in flight.
 *
 * Why a message is stored once: each carries the sequence of the message that it follows on the subject
 * (`Nats-Expected-Last-Subject-Sequence`), and the stream's leader stores it only after exactly that one. Two attempts
 * of one record carry the same expectation, so the first to arrive, whenever that is, makes the other a conflict.
 * `last()` may be answered by a replica that is behind, with an older message: then the expectation adopted from it is
 * older than the truth and the next publish is a conflict, never a second copy. A stale answer costs one round more.
 *
 * What a writer owes in return: after `unknown` it reads `last()`, and sends the same record again on the same lane
 * when it is not there. An attempt may still be under way then (in a dead connection's buffer), so a record that was
 * attempted must not be moved to another lane or given up before this lane has stored it or something after it.
 */
export interface Lane {
  /**
   * Reads the lane's last message and adopts it as the one that the next publish must follow; undefined when the
   * stream holds none.
   * @throws when the log does not answer, at once when there is no connection; ForeignMessageError when the last message
   * is not the writer's. Then nothing is adopted, and it is to be asked again: the message will be withdrawn.
   */
  last(): Promise<LastMessage | undefined>;
  /**
   * Publishes after the adopted message. `stored` adopts the new one; the other outcomes leave the expectation as it
   * was, so trying again is always safe.
   * @throws Error when nothing was adopted yet, or another publish is under way.
   */
  publish(payload: Uint8Array, messageHeaders?: Readonly<Record<string, string>>): Promise<PublishOutcome>;
}

/** Opens the lane of a subject. Call `last()` before the first publish. */
export function openLane(log: EventLog, { stream, subject }: { stream: string; subject: string }): Lane {
  let expected: number | undefined;
  let inFlight = false;
  let isForeignSaid = false;

  async function publish(payload: Uint8Array, messageHeaders?: MsgHdrs): Promise<PublishOutcome> {
    if (payload.length > messageBytesMax) {
      return { kind: "refused", reason: `message of ${payload.length} bytes, at most ${messageBytesMax} are taken` };
    }
    try {
      const { seq } = await askConnected(log, () =>
        log.jetstream.publish(subject, payload, {
          ...(messageHeaders === undefined ? {} : { headers: messageHeaders }),
          expect: { streamName: stream, lastSubjectSequence: expected ?? 0 },
        }),
      );
      expected = seq;
      return { kind: "stored", sequence: seq };
    } catch (error) {
      return toNotStored(error);
    }
  }

  return {
    async last() {
      const message = await readLastMessage(log, { stream, subject }).catch((error: unknown) => {
        if (error instanceof ForeignMessageError && !isForeignSaid) {
          isForeignSaid = true;
          log.log.warn({ subject }, "somebody had the log send a message here: waiting until it is withdrawn");
        }
        throw error;
      });
      isForeignSaid = false;
      expected = message?.sequence ?? 0;
      return message;
    },
    async publish(payload, messageHeaders) {
      if (expected === undefined) throw new Error(`lane ${subject}: publish before last()`);
      if (inFlight) throw new Error(`lane ${subject}: publish while another is under way`);
      inFlight = true;
      try {
        return await publish(payload, messageHeaders && toHeaders(messageHeaders));
      } finally {
        inFlight = false;
      }
    },
  };
}

function toHeaders(fields: Readonly<Record<string, string>>): MsgHdrs {
  const messageHeaders = headers();
  for (const [name, value] of Object.entries(fields)) messageHeaders.set(name, value);
  return messageHeaders;
}
