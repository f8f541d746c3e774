import {
  decodeHostSampled,
  decodeInventoryObserved,
  type EventKind,
  encodeHostSampled,
  encodeInventoryObserved,
  LandedBatch,
} from "@statwire/events";
import { type History, insertLanded } from "@statwire/history-store";
import { readBytes } from "../repository/repository-files.js";

const tickMs = 10_000;
const ticks = 60;

/** Ten minutes of readings, in the middle of an hour of today or yesterday. */
export const hourMs = Math.floor(Date.now() / 3_600_000 - 2) * 3_600_000;
const firstReadingMs = hourMs + 20 * 60_000;
export const lastReadingMs = firstReadingMs + (ticks - 1) * tickMs;

/**
 * Lands ten minutes of complete readings of two nodes, an inventory of each, and an event that cannot be true. Every counter
 * grows from one reading to the next.
 */
export async function seedReadings(history: History): Promise<void> {
  const full = decodeHostSampled(readBytes("packages/events/fixtures/v1/host-sampled-full.bin"));
  const inventory = decodeInventoryObserved(readBytes("packages/events/fixtures/v1/inventory-observed.bin"));
  for (const node of ["node-1", "node-2"]) {
    const events = Array.from({ length: ticks }, (_, tick) =>
      encodeHostSampled({
        ...grown(full, BigInt(tick)),
        bootId: 1n,
        sequence: BigInt(tick + 1),
        observedAtMs: BigInt(firstReadingMs + tick * tickMs),
      }),
    );
    await land(history, "host", node, events);
    await land(history, "inventory", node, [
      encodeInventoryObserved({ ...inventory, bootId: 1n, sequence: 1n, observedAtMs: BigInt(firstReadingMs) }),
    ]);
  }
  await land(history, "host", "node-1", [
    encodeHostSampled({ bootId: 1n, sequence: 1000n, observedAtMs: BigInt(lastReadingMs + 86_400_000) }),
  ]);
}

let lastSeq = 0;

async function land(history: History, kind: EventKind, node: string, events: readonly Uint8Array[]): Promise<void> {
  const batch = new LandedBatch();
  for (const event of events) {
    lastSeq += 1;
    const place = { eventSeq: lastSeq, eventIndex: 0, receivedAtMs: lastReadingMs + 1_000 };
    batch.append({ workspace: "default", node, family: kind, ...place }, event, 0, event.length);
  }
  const outcome = await insertLanded(history, { kind, body: batch.bytes(), token: `SEED:${lastSeq}:${kind}` });
  if (!outcome.ok) throw new Error(outcome.reason);
}

/** The same reading with every 64-bit number, which are the counters and the bytes, greater by 1000 a tick. */
function grown<Value>(value: Value, tick: bigint): Value {
  if (typeof value === "bigint") return (value + tick * 1000n) as Value;
  if (Array.isArray(value)) return value.map((item) => grown(item, tick)) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, grown(inside, tick)])) as Value;
}
