import { DiscardPolicy, type StreamInfo } from "@nats-io/jetstream";
import { millis } from "@nats-io/nats-core";
import { askConnected, type EventLog } from "./connect.js";
import type { StreamState } from "./stream-state.js";

/** A stream, its limits and what it holds. A limit of 0 is none. */
export interface StreamOverview extends StreamState {
  name: string;
  subjects: readonly string[];
  /** When the last message was stored (Unix milliseconds); absent for an empty stream. */
  lastAtMs?: number;
  ageMaxMs: number;
  /** Whether a full stream refuses what is new or drops what is old. */
  whenFull: "refuses" | "drops the oldest";
  duplicateWindowMs: number;
  replicas: number;
}

/** One server-side consumer: somebody who reads, or has read within the last minutes. */
export interface StreamReader {
  name: string;
  /** Subject filter; empty for everything. */
  filter: string;
  /** Sequence of the last message that was delivered. */
  delivered: number;
  /** Messages that are still to be delivered. */
  pending: number;
  /** A request for more is open. */
  waiting: boolean;
}

/** The most streams, and the most readers of one, that are listed. */
export const listedMax = 1_000;

/** Every stream of the account by name, buckets among them. @throws when the log does not answer or refuses. */
export async function listStreams(log: EventLog): Promise<StreamOverview[]> {
  const found: StreamInfo[] = [];
  const pages = log.manager.streams.list();
  for (let page = await askConnected(log, () => pages.next()); page.length > 0; ) {
    found.push(...page);
    page = found.length < listedMax ? await askConnected(log, () => pages.next()) : [];
  }
  return found.map(toOverview).sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Who reads a stream now. @throws StreamNotFoundError, or when the log does not answer or refuses. */
export async function listReaders(log: EventLog, stream: string): Promise<StreamReader[]> {
  const found: StreamReader[] = [];
  const pages = log.manager.consumers.list(stream);
  for (let page = await askConnected(log, () => pages.next()); page.length > 0; ) {
    for (const { name, config, delivered, num_pending: pending, num_waiting } of page) {
      const { filter_subject: filter = "" } = config;
      found.push({ name, filter, delivered: delivered.stream_seq, pending, waiting: num_waiting > 0 });
    }
    page = found.length < listedMax ? await askConnected(log, () => pages.next()) : [];
  }
  return found;
}

function toOverview({ config, state, created }: StreamInfo): StreamOverview {
  const isEmpty = state.messages === 0;
  return {
    name: config.name,
    subjects: config.subjects,
    created,
    firstSequence: state.first_seq,
    lastSequence: state.last_seq,
    messages: state.messages,
    bytes: state.bytes,
    ...(isEmpty ? {} : { firstAtMs: Date.parse(state.first_ts), lastAtMs: Date.parse(state.last_ts) }),
    bytesMax: Math.max(0, config.max_bytes),
    ageMaxMs: millis(config.max_age),
    whenFull: config.discard === DiscardPolicy.New ? "refuses" : "drops the oldest",
    duplicateWindowMs: millis(config.duplicate_window),
    replicas: config.num_replicas,
  };
}
