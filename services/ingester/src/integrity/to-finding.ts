import type { IdentifiedMessage } from "@statwire/event-log";
import {
  encodeFrames,
  encodeIntegrityReported,
  escapeToken,
  integrityEventHeaders,
  integritySubject,
} from "@statwire/events";
import { type IntegrityEvent, logFamilyPrefix } from "@statwire/history-store";

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
    headers: integrityEventHeaders({ workspace, node, finding, ...numbers, family: idPart(family), observedAtMs }),
  };
}

/** A log's name may be anything; headers are plain ASCII. */
function idPart(family: string): string {
  if (!family.startsWith(logFamilyPrefix)) return family;
  return logFamilyPrefix + escapeToken(family.slice(logFamilyPrefix.length));
}
