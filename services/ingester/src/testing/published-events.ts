import type { EventLog } from "@statwire/event-log";
import { encodeFrames, encodeHostSampled, telemetrySubject } from "@statwire/events";
import type { History } from "@statwire/history-store";

/** A collector dates no two events of a family to one millisecond. */
const firstObservedAtMs = Date.now();

export function hostEvent(sequence: number, load = 100): Uint8Array {
  return encodeHostSampled({
    bootId: 1n,
    sequence: BigInt(sequence),
    observedAtMs: BigInt(firstObservedAtMs + sequence),
    load: { intervalMs: 4000, oneMinuteE2: load },
  });
}

/** Publishes events and remembers how many each node has, to be compared with the tables. */
export class PublishedEvents {
  readonly #log: EventLog;
  readonly #counts = new Map<string, number>();

  constructor(log: EventLog) {
    this.#log = log;
  }

  async publish(node: string, count: number, from = 1): Promise<void> {
    for (let sequence = from; sequence < from + count; sequence += 1) {
      await this.send(node, hostEvent(sequence));
      this.count(node, 1);
    }
  }

  /** Publishes bytes that may or may not be an event; `count` says that they are expected in the tables. */
  async send(node: string, bytes: Uint8Array): Promise<void> {
    await this.#log.jetstream.publish(subjectOf(node), encodeFrames([bytes]));
  }

  count(node: string, more: number): void {
    this.#counts.set(node, (this.#counts.get(node) ?? 0) + more);
  }

  get perNode(): Record<string, number> {
    return Object.fromEntries([...this.#counts].sort());
  }
}

export function subjectOf(node: string): string {
  return telemetrySubject({ workspace: "default", node, lane: "live", family: "host" });
}

export async function storedPerNode(history: History): Promise<Record<string, number>> {
  const rows = await readRows(
    history,
    "SELECT node, toUInt32(count()) AS n FROM host_events GROUP BY node ORDER BY node",
  );
  return Object.fromEntries(rows.map(({ node, n }) => [node, n]));
}

/** Readings of the load, which a view of its own writes: it must agree with the table of events. */
export async function loadsPerNode(history: History): Promise<Record<string, number>> {
  const rows = await readRows(
    history,
    "SELECT node, toUInt32(count()) AS n FROM host_load GROUP BY node ORDER BY node",
  );
  return Object.fromEntries(rows.map(({ node, n }) => [node, n]));
}

export async function readRows(history: History, query: string): Promise<Record<string, unknown>[]> {
  return (await history.client.query({ query, format: "JSONEachRow" })).json();
}
