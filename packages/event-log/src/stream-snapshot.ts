import type { StreamState as ServerState, StreamConfig } from "@nats-io/jetstream";
import type { Msg } from "@nats-io/nats-core";
import { nuid } from "@nats-io/nats-core";
import type { EventLog } from "./connect.js";

/** A copy of a stream as the server makes one: its configuration and state, which go with the bytes. */
export interface StreamSnapshot {
  config: StreamConfig;
  state: ServerState;
  /** Unix time text of the stream's creation, which the copy keeps. */
  created: string;
}

const requestTimeoutMs = 60_000;
const chunkBytes = 128 * 1024;
/** The server waits five seconds for an acknowledgement and then ends the copy, which old versions do without a word. */
const ackWithinMs = 4_000;
const silenceMaxMs = 30_000;

/**
 * Copies a stream with its messages, their sequences and times, without its consumers. The protocol is that of
 * `$JS.API.STREAM.SNAPSHOT` (nats-server, server/jetstream_api.go): the server sends chunks to a subject of ours, each
 * with a subject for its acknowledgement, at most a window of them ahead; an empty message ends it, with a status of 400
 * or more when it failed.
 * @param write gets each chunk in order; the next is asked for when it is done.
 * @throws Error when the server refuses, or the copy breaks off: then what was written is worth nothing.
 */
export async function snapshotStream(
  log: EventLog,
  stream: string,
  write: (chunk: Uint8Array) => Promise<void>,
  signal: AbortSignal,
): Promise<StreamSnapshot> {
  const { connection } = log;
  const { created } = await log.manager.streams.info(stream);
  const subject = `${log.inbox}.snapshot.${nuid.next()}`;
  const copying = receive(log, subject, write, signal);
  // It may break off while the request is still under way, before anybody waits for it.
  copying.whole.catch(() => undefined);
  try {
    const request = { deliver_subject: subject, no_consumers: true, chunk_size: chunkBytes, jsck: false };
    const answer = await connection.request(`$JS.API.STREAM.SNAPSHOT.${stream}`, JSON.stringify(request), {
      timeout: requestTimeoutMs,
    });
    const { config, state, error } = answer.json<StreamSnapshot & { error?: { description: string } }>();
    if (error !== undefined) throw new Error(`copying the stream ${stream}: ${error.description}`);
    await copying.whole;
    return { config, state, created };
  } finally {
    copying.end();
  }
}

function receive(
  { connection }: EventLog,
  subject: string,
  write: (chunk: Uint8Array) => Promise<void>,
  signal: AbortSignal,
): { whole: Promise<void>; end(): void } {
  const subscription = connection.subscribe(subject);
  const readAll = async () => {
    for await (const message of inTime(subscription, signal)) {
      const receivedAtMs = performance.now();
      if (message.data.length === 0) {
        const code = message.headers?.code ?? 0;
        if (code >= 400) throw new Error(`the copy of the stream broke off: ${message.headers?.description}`);
        return;
      }
      await write(message.data);
      if (message.reply !== undefined && message.reply !== "") message.respond();
      if (performance.now() - receivedAtMs > ackWithinMs) throw new Error("writing the copy of a stream is too slow");
    }
    throw new Error("the copy of the stream broke off");
  };
  return { whole: readAll(), end: () => subscription.unsubscribe() };
}

/** Messages, each within the longest silence that a copy under way has. */
async function* inTime(subscription: AsyncIterable<Msg>, signal: AbortSignal): AsyncGenerator<Msg> {
  const messages = subscription[Symbol.asyncIterator]();
  for (;;) {
    let timer: NodeJS.Timeout | undefined;
    let onAbort: () => void = () => undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("the copy of the stream broke off: nothing came")), silenceMaxMs);
      onAbort = () => reject(signal.reason as Error);
      signal.addEventListener("abort", onAbort);
    });
    try {
      signal.throwIfAborted();
      const next = await Promise.race([messages.next(), tooLong]);
      if (next.done) return;
      yield next.value;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
    }
  }
}
