import type { KeptSince } from "../schema/retention-changes.js";
import type { ClosedUntil } from "./closed-until.js";
import { aheadMaxMs } from "./known-readings.js";
import type { SeriesPlan } from "./plan-series.js";

/** Why it cannot be told any more what was known at a time. */
export type AsOfRefusal =
  /** Versions that were current before this time (Unix milliseconds) may be gone. */
  | { lacks: "versions"; keptSinceMs: number }
  /** From this time of the range on, nothing was closed yet, and the finer detail that told of it has left. */
  | { lacks: "detail"; fromMs: number };

/**
 * Whether a plan's range can be answered as of a time: hours and days closed by then from their versions, while those
 * are kept, and what was not closed then from hours and readings, while those are. Undefined: yes.
 * @param closed how far the rollups reached at that time
 */
export function asOfRefusal(
  { source, fromMs, toMs }: SeriesPlan,
  asOfMs: number,
  { kept, closed }: { kept: KeptSince; closed: ClosedUntil },
): AsOfRefusal | undefined {
  if (source === "raw") return undefined;
  if (asOfMs < kept.versionsMs) return { lacks: "versions", keptSinceMs: kept.versionsMs };
  const hoursFromMs = source === "daily" ? Math.max(fromMs, closed.daysMs) : fromMs;
  const hoursToMs = Math.min(toMs, closed.hoursMs);
  if (hoursFromMs < hoursToMs && hoursFromMs < kept.hourlyMs) return { lacks: "detail", fromMs: hoursFromMs };
  const readingsFromMs = Math.max(hoursFromMs, closed.hoursMs);
  const readingsToMs = Math.min(toMs, asOfMs + aheadMaxMs);
  return readingsFromMs < readingsToMs && readingsFromMs < kept.rawMs
    ? { lacks: "detail", fromMs: readingsFromMs }
    : undefined;
}
