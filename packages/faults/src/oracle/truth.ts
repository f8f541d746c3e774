import {
  decodeCollectorConfigured,
  decodeEventsDropped,
  decodeHostSampled,
  decodeIntegrityReported,
  decodeInventoryObserved,
  decodeLogLinesRead,
  type EventAddress,
  type EventKind,
  type HostSampled,
  parseEventSubject,
  parseTelemetrySubject,
  walkFrames,
} from "@statwire/events";
import {
  isLater,
  type NodeEvent,
  type NodeName,
  toConfigurationEvent,
  toHostEvent,
  toInventoryEvent,
  UnusableEventError,
} from "@statwire/snapshot-store";
import { rowsOfEvent } from "./table-rows.js";

/** Every stream that is copied into the history; a test compares them with the ingester's. */
export const truthStreams = ["TELEMETRY", "LOGS", "INTEGRITY", "KV_config", "AUDIT"] as const;
export type TruthStream = (typeof truthStreams)[number];

/** A message as the log gives it to whoever reads it. */
export interface LogMessage {
  subject: string;
  sequence: number;
  /** When the log took it, Unix milliseconds. */
  storedAtMs: number;
  data: Uint8Array;
}

/** Rows of one table of one node: how many, and the sum of their times, so that one lost and one doubled do not even out. */
export interface RowSum {
  rows: number;
  timesMs: bigint;
}

/** One module of a node as it has to be in its snapshot. */
export interface LatestPart {
  bootId: number;
  sequence: number;
  observedAtMs: number;
  state: unknown;
}

/** A line of a log and where the log of events has it. */
export interface TrueLine {
  line: number;
  text: string;
}

/**
 * What follows from the log alone: every event by its identity, how many rows each table has of them, the latest part
 * of every node, and the lines. Messages that nobody may store (of no kind, or no protobuf) are counted apart.
 */
export class Truth {
  /** `stream sequence/index` of each event by its identity; more than one when the log itself has it twice. */
  readonly events = new Map<string, string[]>();
  readonly rows = new Map<string, RowSum>();
  readonly latest = new Map<string, LatestPart>();
  readonly lines = new Map<string, TrueLine[]>();
  /** Every event of a node that has closed hours: utilization of the processor by time. */
  readonly utilization = new Map<string, { atMs: number; value: number }[]>();
  /** As `events`, of those whose own times or numbers cannot be true: they are stored apart. */
  readonly quarantined = new Map<string, string[]>();
  /** Places of each event by `node family run number`, as whoever sent it knows it; of a log's lines `log/<name>`. */
  readonly numbers = new Map<string, string[]>();
  /** How many raw rows each message of a stream has to have, by its sequence. */
  readonly rowsAt = byStream(() => new Map<number, number>());
  /** Sequences in the streams of messages that belong into the dead letters. */
  readonly unreadable = byStream(() => new Set<number>());
  readonly position = byStream(() => 0);

  /** Takes the next message of a stream, in order. */
  take(stream: TruthStream, message: LogMessage): void {
    this.position[stream] = message.sequence;
    // A message is stored whole or not at all.
    const keeps: (() => void)[] = [];
    try {
      this.#read(stream, message, keeps);
    } catch {
      this.unreadable[stream].add(message.sequence);
      return;
    }
    for (const keep of keeps) keep();
  }

  get eventCount(): number {
    let count = 0;
    for (const places of this.events.values()) count += places.length;
    return count;
  }

  get lineCount(): number {
    let count = 0;
    for (const lines of this.lines.values()) count += lines.length;
    return count;
  }

  #read(stream: TruthStream, { subject, sequence, storedAtMs, data }: LogMessage, keep: (() => void)[]): void {
    if (stream === "KV_config") {
      // A key that was purged is no revision.
      if (data.length === 0) return;
      keep.push(() => {
        this.rowsAt[stream].set(sequence, 1);
        this.numbers.set(`config revision 0 ${sequence}`, [`${stream} ${sequence}/0`]);
      });
      return;
    }
    if (stream === "AUDIT") {
      keep.push(() => this.rowsAt[stream].set(sequence, 1));
      return;
    }
    const address = parseEventSubject(subject);
    if (address === undefined || streamOf[address.kind] !== stream) throw new Error("no kind of event of this stream");
    const isLive = parseTelemetrySubject(subject)?.lane === "live";
    let index = 0;
    walkFrames(data, (start, end) => {
      const place = { ...address, stream, sequence, index, storedAtMs, isLive };
      index += 1;
      keep.push(this.#take[address.kind](place, data.subarray(start, end)));
    });
  }

  /** Reads an event, or throws; answers what keeps it. */
  readonly #take: Record<EventKind, (at: Place, bytes: Uint8Array) => () => void> = {
    host: (at, bytes) => this.#takeReading(at, bytes),
    survey: (at, bytes) => this.#takeReading(at, bytes),
    inventory: (at, bytes) => {
      const event = decodeInventoryObserved(bytes);
      return () => {
        this.#fold(at, (name) => toInventoryEvent(name, at.family, event));
        this.#event(at, event);
      };
    },
    configuration: (at, bytes) => {
      const event = decodeCollectorConfigured(bytes);
      return () => {
        this.#fold(at, (name) => toConfigurationEvent(name, at.family, event));
        this.#event(at, event);
      };
    },
    log: (at, bytes) => {
      const { bootId, sequence, firstLine, lines } = decodeLogLinesRead(bytes);
      const read = lines.map(({ text }, index) => ({ line: Number(firstLine) + index, text }));
      return () => {
        this.#lines(`${at.node} ${at.family}`).push(...read);
        this.#number(at, `${at.node} log/${at.family} ${bootId} ${sequence}`, lines.length);
      };
    },
    integrity: (at, bytes) => {
      decodeIntegrityReported(bytes);
      return () => this.#countRows(at, 1);
    },
    dropped: (at, bytes) => {
      const { family, bootId, firstSequence } = decodeEventsDropped(bytes);
      return () => this.#number(at, `${at.node} dropped/${family} ${bootId} ${firstSequence}`, 1);
    },
  };

  #takeReading(at: Place, bytes: Uint8Array): () => void {
    const event = decodeHostSampled(bytes);
    return () => {
      this.#fold(at, (name) => toHostEvent(name, at.family, event));
      if (this.#event(at, event)) this.#sum(at.node, event);
    };
  }

  #number(at: Place, name: string, rows: number): void {
    this.numbers.set(name, [...(this.numbers.get(name) ?? []), `${at.stream} ${placeText(at)}`]);
    this.#countRows(at, rows);
  }

  #countRows({ stream, sequence }: Place, rows: number): void {
    this.rowsAt[stream].set(sequence, (this.rowsAt[stream].get(sequence) ?? 0) + rows);
  }

  /** False when the event is quarantined. */
  #event(at: Place, event: Numbered): boolean {
    const key = identityText({ ...at, ...event });
    this.#number(at, numberText(key), 1);
    const isBelieved = isPlausible(event, at.storedAtMs);
    const among = isBelieved ? this.events : this.quarantined;
    among.set(key, [...(among.get(key) ?? []), placeText(at)]);
    return isBelieved;
  }

  #sum(node: string, event: HostSampled): void {
    for (const [table, count] of Object.entries(rowsOfEvent)) {
      const rows = count(event);
      if (rows === 0) continue;
      const key = `${table} ${node}`;
      const sum = this.rows.get(key) ?? { rows: 0, timesMs: 0n };
      sum.rows += rows;
      sum.timesMs += event.observedAtMs * BigInt(rows);
      this.rows.set(key, sum);
    }
    if (event.cpu === undefined) return;
    const readings = this.utilization.get(node) ?? [];
    readings.push({ atMs: Number(event.observedAtMs), value: event.cpu.utilizationE4 });
    this.utilization.set(node, readings);
  }

  #fold({ workspace, node: of, isLive }: Place, read: (name: NodeName) => NodeEvent): void {
    if (!isLive) return;
    let event: NodeEvent;
    try {
      event = read({ workspace, node: of });
    } catch (error) {
      if (error instanceof UnusableEventError) return;
      throw error;
    }
    const { node, bootId, sequence, observedAtMs } = event;
    const parts: [string, unknown][] = Object.entries(event.modules).map(([module, reading]) => [
      module,
      reading.state,
    ]);
    if (event.inventory !== undefined) parts.push(["inventory", event.inventory]);
    if (event.configuration !== undefined) parts.push(["configuration", event.configuration]);
    for (const [part, state] of parts) {
      const key = `${node} ${part}`;
      const known = this.latest.get(key);
      if (known === undefined || isLater(event, known)) this.latest.set(key, { bootId, sequence, observedAtMs, state });
    }
  }

  #lines(log: string): TrueLine[] {
    const lines = this.lines.get(log) ?? [];
    this.lines.set(log, lines);
    return lines;
  }
}

const streamOf: Record<EventKind, TruthStream> = {
  ...{ host: "TELEMETRY", survey: "TELEMETRY", inventory: "TELEMETRY", configuration: "TELEMETRY" },
  ...{ log: "LOGS", integrity: "INTEGRITY", dropped: "INTEGRITY" },
};

/** An event of a message, and whose it is. */
interface Place extends EventAddress {
  stream: TruthStream;
  sequence: number;
  index: number;
  storedAtMs: number;
  isLive: boolean;
}

function placeText({ sequence, index }: Place): string {
  return `${sequence}/${index}`;
}

function byStream<Value>(make: () => Value): Record<TruthStream, Value> {
  return Object.fromEntries(truthStreams.map((stream) => [stream, make()])) as Record<TruthStream, Value>;
}

interface Numbered {
  bootId: bigint;
  sequence: bigint;
  observedAtMs: bigint;
}

const futureMaxMs = 300_000n;
const retentionMs = 1_826n * 86_400_000n;

/** `node family run number` of an identity: as whoever sent it knows it. */
export function numberText(identity: string): string {
  return identity.slice(0, identity.lastIndexOf(" "));
}

/** Whether an event's own time and numbers can be true (docs of the history's landing tables). */
function isPlausible({ bootId, sequence, observedAtMs }: Numbered, storedAtMs: number): boolean {
  const receivedAtMs = BigInt(storedAtMs);
  const isNumber = (value: bigint) => value > 0n && value <= BigInt(Number.MAX_SAFE_INTEGER);
  return (
    observedAtMs <= receivedAtMs + futureMaxMs &&
    observedAtMs >= receivedAtMs - retentionMs &&
    isNumber(bootId) &&
    isNumber(sequence)
  );
}

/** An event as a text, the same for the log and for the history. */
export function identityText(event: {
  node: string;
  family: string;
  bootId: bigint | string;
  sequence: bigint | string;
  observedAtMs: bigint | string;
}): string {
  return `${event.node} ${event.family} ${event.bootId} ${event.sequence} ${event.observedAtMs}`;
}
