import { AckPolicy, DeliverPolicy, JetStreamApiError } from "@nats-io/jetstream";
import { nuid } from "@nats-io/nats-core";
import { askConnected, type EventLog } from "./connect.js";
import type { StreamExtent } from "./consumer-position.js";

export interface StreamState extends StreamExtent {
  messages: number;
  /** When the first message was stored (Unix milliseconds); absent for an empty stream. */
  firstAtMs?: number;
  bytes: number;
  /** 0 or less when there is no bound. */
  bytesMax: number;
  /** 0 when there is no bound. */
  ageMaxMs?: number;
  /** Of a cluster: the stream has a leader, and every replica of it is current. */
  isAgreed?: boolean;
}

/**
 * What a stream holds now.
 * @throws StreamNotFoundError, or when the log does not answer.
 */
export async function streamState(log: EventLog, stream: string): Promise<StreamState> {
  const { created, config, state, cluster } = await askConnected(log, () => log.manager.streams.info(stream));
  return {
    created,
    firstSequence: state.first_seq,
    lastSequence: state.last_seq,
    messages: state.messages,
    ...(state.messages > 0 && { firstAtMs: Date.parse(state.first_ts) }),
    bytes: state.bytes,
    bytesMax: config.max_bytes,
    ageMaxMs: config.max_age / 1e6,
    ...(cluster && { isAgreed: cluster.leader !== undefined && (cluster.replicas ?? []).every(isCurrent) }),
  };
}

function isCurrent({ current, offline }: { current: boolean; offline?: boolean }): boolean {
  return current && offline !== true;
}

/**
 * Sequence of the first message stored at `timeMs` or later; one after the stream's last when there is none.
 * @throws StreamNotFoundError, or when the log does not answer.
 */
export async function firstSequenceSince(log: EventLog, stream: string, timeMs: number): Promise<number> {
  // The server looks it up to place a new consumer, and says where it stands: just before the message.
  const { name, delivered } = await log.manager.consumers.add(stream, {
    name: nuid.next(),
    ack_policy: AckPolicy.None,
    mem_storage: true,
    deliver_policy: DeliverPolicy.StartTime,
    opt_start_time: new Date(timeMs).toISOString(),
  });
  await log.manager.consumers.delete(stream, name);
  return delivered.stream_seq + 1;
}

/**
 * Whether the stream has a message of this sequence or a later one: what it had last may be deleted, and its last
 * sequence does not go back.
 * @throws StreamNotFoundError, or when the log does not answer.
 */
export async function hasMessagesFrom(log: EventLog, stream: string, sequence: number): Promise<boolean> {
  const { name, num_pending: pending } = await askConnected(log, () =>
    log.manager.consumers.add(stream, {
      name: nuid.next(),
      ack_policy: AckPolicy.None,
      mem_storage: true,
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: sequence,
    }),
  );
  await log.manager.consumers.delete(stream, name);
  return pending > 0;
}

/** Drops every message before `sequence` to make room; returns how many there were. */
export async function purgeBefore(log: EventLog, stream: string, sequence: number): Promise<number> {
  const { purged } = await log.manager.streams.purge(stream, { seq: sequence });
  return purged;
}

/**
 * Takes one message out of a stream, as if it had never been there: the subject's last message is the one before it
 * again (nats-server 2.9 finds none until the next one is stored). For what nobody may have published there, after it
 * was kept elsewhere. Nothing happens when it is gone.
 */
export async function withdrawMessage(log: EventLog, stream: string, sequence: number): Promise<void> {
  try {
    await log.manager.streams.deleteMessage(stream, sequence, false);
  } catch (error) {
    if (error instanceof JetStreamApiError && isGone(error)) return;
    throw error;
  }
}

/** 10043: no such sequence; 10057: the store says why it could not delete. */
function isGone({ code, message }: JetStreamApiError): boolean {
  return code === 10_043 || (code === 10_057 && /no message found|message deleted/.test(message));
}
