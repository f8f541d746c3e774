import type { Delivery, OrderedConsumer, WrappedMessages } from "@statwire/event-log";

export interface BatchLimits {
  /** A batch is closed at so many messages or bytes, or so long after its first message. */
  messagesMax: number;
  bytesMax: number;
  ageMaxMs: number;
}

/** What waits in the consumer while a batch waits for its insert: enough for a turn to a busy log and back. */
const pendingMax = { messages: 5_000, bytes: 8 * 1024 ** 2 };

/** How much the consumer may hold of messages that are in no batch yet. A batch gets that much too large at most. */
export function pendingOf({ messagesMax, bytesMax }: BatchLimits): typeof pendingMax {
  return { messages: Math.min(pendingMax.messages, messagesMax), bytes: Math.min(pendingMax.bytes, bytesMax) };
}

const gatherMaxMs = 1_000;

/**
 * How long messages gather before they are asked for: as long as a batch waits for more, which needs none of them before. Of a hundred
 * messages a second, one look for ten (and fewer other requests, `beat.ts`) takes a quarter of the ingester's processor time and a
 * tenth of the log's.
 */
export function gatherMsOf({ ageMaxMs }: Pick<BatchLimits, "ageMaxMs">): number {
  return Math.min(gatherMaxMs, ageMaxMs);
}

/**
 * Takes messages until the batch is full or old enough; undefined when none came within `ageMaxMs`. Each is wrapped as
 * it is taken and let go. A delivery is taken whole: the consumer bounds it. A batch ends with the look that brings what
 * has come until it is old enough, and a tenth of a look later when none does.
 * @param options.newBatch what wraps them
 */
export async function collectBatch(
  consumer: Pick<OrderedConsumer, "next">,
  limits: BatchLimits,
  options: { newBatch(): WrappedMessages; now(): number; signal: AbortSignal; onDelivery(delivery: Delivery): void },
): Promise<WrappedMessages | undefined> {
  const batch = options.newBatch();
  const gatherMs = gatherMsOf(limits);
  let closesAtMs = options.now() + limits.ageMaxMs;
  while (!options.signal.aborted) {
    const remainingMs = closesAtMs - options.now();
    if (remainingMs <= 0 || batch.count >= limits.messagesMax || batch.byteLength >= limits.bytesMax) break;
    const delivery = await consumer.next(remainingMs);
    if (delivery === undefined) continue;
    options.onDelivery(delivery);
    const { messages, pending, gatheredMs = 0 } = delivery;
    if (batch.count === 0 && messages.length > 0) {
      closesAtMs = options.now() - gatheredMs + limits.ageMaxMs + gatherMs / 10;
    }
    for (const message of messages) batch.add(message);
    const isLookOver = gatheredMs > 0 && pending === 0;
    if (isLookOver && options.now() + gatherMs > closesAtMs) break;
  }
  // What was taken at a stop is in no cut yet: the next run reads it again.
  return batch.count === 0 || options.signal.aborted ? undefined : batch;
}
