import { headers, type MsgHdrs } from "@nats-io/nats-core";
import { askConnected, type EventLog } from "./connect.js";
import { readLastMessage } from "./last-message.js";
import { type NotStored, toNotStored } from "./publish-outcome.js";
import { scan } from "./scan.js";
import type { StoredMessage } from "./stored-message.js";

/** A value of a bucket, and its revision: the sequence in the bucket's stream. */
export interface StoredValue {
  revision: number;
  payload: Uint8Array;
}

/** Which value. */
export interface ValueAddress {
  bucket: string;
  /** Escaped tokens, with dots between. */
  key: string;
}

/** How often a write without an answer is tried: each attempt may take as long as a request. */
const attemptsMax = 3;

/** The stream that holds a bucket. */
export function bucketStream(bucket: string): string {
  return `KV_${bucket}`;
}

/** The key of a message of a bucket. */
export function valueKey(bucket: string, subject: string): string {
  return subject.slice(`$KV.${bucket}.`.length);
}

/**
 * The last value of a key; undefined when it never had one.
 * @throws when the log does not answer.
 */
export async function readValue(log: EventLog, address: ValueAddress): Promise<StoredValue | undefined> {
  const last = await readLastMessage(log, { stream: bucketStream(address.bucket), subject: subjectOf(address) });
  return last && { revision: last.sequence, payload: last.payload };
}

/**
 * Writes the value of a key if its last revision is still `follows` (0: it has none). An attempt without an answer is made
 * again: with the same expectation it cannot be stored twice, and whether it had been stored shows in the value, so each
 * must differ from any other (by a time or an id in it).
 * @param address.purges takes the past of the key out of the bucket, too
 */
export async function replaceValue(
  log: EventLog,
  address: ValueAddress & { payload: Uint8Array; follows: number; purges?: boolean },
): Promise<{ kind: "stored"; revision: number } | NotStored> {
  const { payload, follows } = address;
  const subject = subjectOf(address);
  let outcome: NotStored = { kind: "unknown", reason: "not tried" };
  for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
    const inDoubt = attempt > 0;
    try {
      const { seq } = await askConnected(log, () =>
        log.jetstream.publish(subject, payload, {
          ...(address.purges === true ? { headers: purgeHeaders() } : {}),
          expect: { streamName: bucketStream(address.bucket), lastSubjectSequence: follows },
        }),
      );
      return { kind: "stored", revision: seq };
    } catch (error) {
      outcome = toNotStored(error);
    }
    if (outcome.kind === "conflict") return inDoubt ? whoWasFirst(log, address) : outcome;
    // Refused at once is certain only when no attempt before it is in doubt.
    if (outcome.kind === "refused") return inDoubt ? { kind: "unknown", reason: outcome.reason } : outcome;
  }
  return outcome;
}

/** What became of attempts of which one got no answer, and a later one was told that something was there already. */
async function whoWasFirst(
  log: EventLog,
  address: ValueAddress & { payload: Uint8Array; follows: number },
): Promise<{ kind: "stored"; revision: number } | NotStored> {
  try {
    const last = await readValue(log, address);
    // A replica that is behind: something has followed.
    if (last === undefined || last.revision <= address.follows)
      return { kind: "unknown", reason: "the log does not say yet what became of it" };
    const isOurs = Buffer.compare(last.payload, address.payload) === 0;
    return isOurs ? { kind: "stored", revision: last.revision } : { kind: "conflict" };
  } catch (error) {
    return { kind: "unknown", reason: (error as Error).message };
  }
}

/**
 * Every value of a key that the bucket still holds, the oldest first.
 * @throws when the log does not answer, or the signal's reason when it aborts.
 */
export async function valuesOf(log: EventLog, address: ValueAddress, signal: AbortSignal): Promise<StoredMessage[]> {
  const found: StoredMessage[] = [];
  const stream = bucketStream(address.bucket);
  const messages = scan(log, { stream, filter: subjectOf(address), start: { sequence: 1 }, signal });
  for await (const message of messages) found.push(message);
  return found;
}

/** As every client of a bucket writes them (NATS ADR-8). */
function purgeHeaders(): MsgHdrs {
  const purge = headers();
  purge.set("KV-Operation", "PURGE");
  purge.set("Nats-Rollup", "sub");
  return purge;
}

function subjectOf({ bucket, key }: ValueAddress): string {
  return `$KV.${bucket}.${key}`;
}
