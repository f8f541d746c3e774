import { errors } from "@nats-io/nats-core";
import { askConnected, type EventLog } from "./connect.js";
import { isLogAnswer } from "./stored-message.js";

export interface LastMessage {
  sequence: number;
  payload: Uint8Array;
}

/**
 * The last message of a subject is an answer of the log that somebody had sent there, so what the writer stored before
 * it cannot be seen. Whoever reads the stream sets it aside and withdraws it (`withdrawMessage`).
 */
export class ForeignMessageError extends Error {
  override readonly name = "ForeignMessageError";
}

const timeoutMs = 5_000;
const notFound = 404;

/**
 * Reads the last message of a subject (`$JS.API.DIRECT.GET.<stream>.<subject>`, NATS ADR-31); undefined when there is
 * none. The server appends its marks to the headers that are stored. A stored answer has marks of its own, in front,
 * and perhaps a status, so only the last mark is believed. The library takes the first: another message's sequence.
 * @throws ForeignMessageError when the message is an answer of the log; Error when the log does not answer.
 */
export async function readLastMessage(
  log: EventLog,
  { stream, subject }: { stream: string; subject: string },
): Promise<LastMessage | undefined> {
  const request = `$JS.API.DIRECT.GET.${stream}.${subject}`;
  const answer = await askConnected(log, () => log.connection.request(request, undefined, { timeout: timeoutMs }));
  const { headers, data: payload } = answer;
  const marks = headers?.values("Nats-Sequence") ?? [];
  if (headers === undefined || marks.length === 0) {
    if (headers?.code === notFound) return undefined;
    throw new errors.RequestError(`no message of ${subject}: ${headers?.status || "answer without a sequence"}`);
  }
  const isCopy = marks.length > 1 || headers.code !== 0;
  if (isCopy || isLogAnswer({ headers: undefined, payload })) {
    throw new ForeignMessageError(`the last message of ${subject} was sent by the log, not by its writer`);
  }
  return { sequence: Number(marks.at(-1)), payload };
}
