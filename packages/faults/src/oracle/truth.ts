import {
  decodeCollectorConfigured,
  decodeHostSampled,
  decodeInventoryObserved,
  decodeLogLinesRead,
  type HostSampled,
  parseEventSubject,
  parseTelemetrySubject,
  walkFrames,
} from "@statwire/events";
import {
  isLater,
  type NodeEvent,
  toConfigurationEvent,
  toHostEvent,
  toInventoryEvent,
  UnusableEventError,
} from "@statwire/snapshot-store";
import { rowsOfEvent } from "./table-rows.js";

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
  /** Sequences in the streams of messages that belong into the dead letters. */
  readonly unreadable = { TELEMETRY: new Set<number>(), LOGS: new Set<number>() };
  readonly position = { TELEMETRY: 0, LOGS: 0 };

  /** Takes the next message of a stream, in order. */
  take(stream: "TELEMETRY" | "LOGS", message: LogMessage): void {
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

  #read(stream: "TELEMETRY" | "LOGS", { subject, sequence, storedAtMs, data }: LogMessage, keep: (() => void)[]): void {
    const address = parseEventSubject(subject);
    const belongs = address !== undefined && (stream === "LOGS") === (address.kind === "log");
    if (!belongs) throw new Error("no kind of event of this stream");
    const { node, family, kind, workspace } = address;
    const isLive = parseTelemetrySubject(subject)?.lane === "live";
    let index = 0;
    walkFrames(data, (start, end) => {
      const bytes = data.subarray(start, end);
      const place = `${sequence}/${index}`;
      index += 1;
      if (kind === "log") {
        const { firstLine, lines } = decodeLogLinesRead(bytes);
        const read = lines.map(({ text }, at) => ({ line: Number(firstLine) + at, text }));
        keep.push(() => this.#lines(`${node} ${family}`).push(...read));
        return;
      }
      const name = { workspace, node };
      if (kind === "host" || kind === "survey") {
        const event = decodeHostSampled(bytes);
        keep.push(() => {
          if (isLive) this.#fold(() => toHostEvent(name, family, event));
          if (this.#event({ node, family, place, storedAtMs }, event)) this.#sum(node, event);
        });
      } else if (kind === "inventory") {
        const event = decodeInventoryObserved(bytes);
        keep.push(() => {
          if (isLive) this.#fold(() => toInventoryEvent(name, family, event));
          this.#event({ node, family, place, storedAtMs }, event);
        });
      } else if (kind === "configuration") {
        const event = decodeCollectorConfigured(bytes);
        keep.push(() => {
          if (isLive) this.#fold(() => toConfigurationEvent(name, family, event));
          this.#event({ node, family, place, storedAtMs }, event);
        });
      }
    });
  }

  /** False when the event is quarantined. */
  #event(at: { node: string; family: string; place: string; storedAtMs: number }, event: Numbered): boolean {
    const key = identityText({ ...at, ...event });
    const isBelieved = isPlausible(event, at.storedAtMs);
    const among = isBelieved ? this.events : this.quarantined;
    among.set(key, [...(among.get(key) ?? []), at.place]);
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

  #fold(read: () => NodeEvent): void {
    let event: NodeEvent;
    try {
      event = read();
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

interface Numbered {
  bootId: bigint;
  sequence: bigint;
  observedAtMs: bigint;
}

const futureMaxMs = 300_000n;
const retentionMs = 1_826n * 86_400_000n;

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
