import type { Delivery, OrderedConsumer, StoredMessage } from "@statwire/event-log";

export interface BatchLimits {
  /** A batch is closed at so many messages or bytes, or so long after its first message. */
  messagesMax: number;
  bytesMax: number;
  ageMaxMs: number;
}

/**
 * Takes messages until the batch is full or old enough; undefined when none came within `ageMaxMs`. A delivery is taken
 * whole: the consumer bounds it.
 */
export async function collectBatch(
  consumer: Pick<OrderedConsumer, "next">,
  limits: BatchLimits,
  options: { now(): number; signal: AbortSignal; onDelivery(delivery: Delivery): void },
): Promise<readonly StoredMessage[] | undefined> {
  const messages: StoredMessage[] = [];
  let bytes = 0;
  let closesAtMs = options.now() + limits.ageMaxMs;
  while (!options.signal.aborted) {
    const remainingMs = closesAtMs - options.now();
    if (remainingMs <= 0 || messages.length >= limits.messagesMax || bytes >= limits.bytesMax) break;
    const delivery = await consumer.next(remainingMs);
    if (delivery === undefined) continue;
    options.onDelivery(delivery);
    if (messages.length === 0 && delivery.messages.length > 0) closesAtMs = options.now() + limits.ageMaxMs;
    for (const message of delivery.messages) {
      messages.push(message);
      bytes += message.payload.length;
    }
  }
  // What was taken at a stop is in no cut yet: the next run reads it again.
  return messages.length === 0 || options.signal.aborted ? undefined : messages;
}
