import type { IdentifiedMessage } from "@statwire/event-log";
import {
  encodeFrames,
  encodeIntegrityReported,
  escapeToken,
  integrityEventHeaders,
  integritySubject,
  isFamily,
  rollupFindingHeaders,
} from "@statwire/events";
import { type IntegrityEvent, logFamilyPrefix } from "@statwire/history-store";
import type { RollupEvent } from "./rollup-watch.js";

/**
 * The message that reports an event of integrity, found at a time (Unix milliseconds).
 * @throws SubjectError on a family that nobody could have had events of.
 */
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

/** The message that reports what was found of a closed hour or day, or done about it. */
export function toRollupFinding(found: RollupEvent, observedAtMs: number): IdentifiedMessage {
  const { event, level, version, difference } = found;
  const { workspace, node, startMs, series, examples } = difference;
  const told = { level, startMs: BigInt(startMs), version: BigInt(version), series: BigInt(series) };
  const [example] = examples;
  const encoded = encodeIntegrityReported({
    observedAtMs: BigInt(observedAtMs),
    ...(event === "RollupRepaired"
      ? { rollupRepaired: told }
      : {
          rollupMismatchFound: {
            ...told,
            metric: example?.metric ?? "",
            attribute: example?.attribute ?? "",
            storedCount: BigInt(example?.stored?.n ?? 0),
            storedTotal: example?.stored?.total ?? 0,
            computedCount: BigInt(example?.computed?.n ?? 0),
            computedTotal: example?.computed?.total ?? 0,
          },
        }),
  });
  const finding = event === "RollupRepaired" ? "rollup-repaired" : "rollup-mismatch-found";
  return {
    subject: integritySubject({ workspace, node }),
    payload: encodeFrames([encoded]),
    headers: rollupFindingHeaders({ workspace, node, finding, level, startMs, version, observedAtMs }),
  };
}

/**
 * A log's name may be anything, and so may be a family that a node made up; headers are plain ASCII.
 * @throws SubjectError on a name that cannot be a token.
 */
export function idPart(family: string): string {
  if (family.startsWith(logFamilyPrefix)) return logFamilyPrefix + escapeToken(family.slice(logFamilyPrefix.length));
  return isFamily(family) ? family : escapeToken(family);
}
