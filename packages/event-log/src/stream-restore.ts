import type { StreamInfo } from "@nats-io/jetstream";
import type { EventLog } from "./connect.js";
import type { StreamSnapshot } from "./stream-snapshot.js";

/** A chunk is answered when it was written; the last one when the whole stream was checked and opened. */
const chunkTimeoutMs = 60_000;
const openTimeoutMs = 600_000;
const chunkBytes = 128 * 1024;

/**
 * Makes a stream out of a copy (`snapshotStream`): messages, sequences, times and the time of creation as they were. The
 * protocol is that of `$JS.API.STREAM.RESTORE`: the server names a subject that takes chunks, one at a time, and an empty
 * one for the end. One that breaks off leaves no stream: the server gives it up after five seconds.
 * @throws Error when there is a stream of that name, or the server refuses.
 */
export async function restoreStream(
  { connection }: EventLog,
  { config, state }: Pick<StreamSnapshot, "config" | "state">,
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<{ created: string; lastSequence: number; messages: number }> {
  const ask = async <Answer>(subject: string, payload: string | Uint8Array, timeout: number): Promise<Answer> => {
    signal.throwIfAborted();
    const answer = await connection.request(subject, payload, { timeout });
    const { error, ...rest } = answer.data.length === 0 ? {} : answer.json<{ error?: { description: string } }>();
    if (error !== undefined) throw new Error(`restoring the stream ${config.name}: ${error.description}`);
    return rest as Answer;
  };
  const begin = JSON.stringify({ config, state });
  const { deliver_subject: subject } = await ask<{ deliver_subject: string }>(
    `$JS.API.STREAM.RESTORE.${config.name}`,
    begin,
    chunkTimeoutMs,
  );
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += chunkBytes) {
      await ask(subject, chunk.subarray(at, at + chunkBytes), chunkTimeoutMs);
    }
  }
  const { created, state: restored } = await ask<StreamInfo>(subject, "", openTimeoutMs);
  return { created, lastSequence: restored.last_seq, messages: restored.messages };
}
