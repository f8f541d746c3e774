import type { IdentifiedMessage } from "@statwire/event-log";
import { encodeFrames, encodeIntegrityReported, integrityEventHeaders, integritySubject } from "@statwire/events";
import type { IntegrityEvent } from "@statwire/history-store";

/** The message that reports an event of integrity, found at a time (Unix milliseconds). */
export function toFinding({ event, gap }: IntegrityEvent, observedAtMs: number): IdentifiedMessage {
  const { workspace, node, family, bootId, first, last, afterMs, beforeMs } = gap;
  const numbers = { family, bootId: BigInt(bootId), firstSequence: BigInt(first), lastSequence: BigInt(last) };
  const told = { ...numbers, afterMs: BigInt(afterMs), beforeMs: BigInt(beforeMs) };
  const isDetected = event === "GapDetected";
  const encoded = encodeIntegrityReported({
    observedAtMs: BigInt(observedAtMs),
    ...(isDetected ? { gapDetected: told } : { gapHealed: told }),
  });
  const finding = isDetected ? "gap-detected" : "gap-healed";
  return {
    subject: integritySubject({ workspace, node }),
    payload: encodeFrames([encoded]),
    headers: integrityEventHeaders({ workspace, node, finding, ...numbers, observedAtMs }),
  };
}
