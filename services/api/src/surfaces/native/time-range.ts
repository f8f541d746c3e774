import { pointsMax } from "@statwire/history-store";
import { invalidField, ProblemError } from "../../http/problem.js";
import { parseDurationMs } from "./parse-duration.js";
import { instantForms, parseInstantMs } from "./parse-instant.js";
import { chooseStepMs } from "./step.js";

/** Half-open, in Unix milliseconds. */
export interface TimeRange {
  fromMs: number;
  toMs: number;
}

const defaultRangeMs = 3_600_000;
/** Ten years, twice what the history keeps by default. */
const rangeMaxMs = 3_660 * 86_400_000;
const stepMinMs = 1_000;

/** The range that `from` and `to` name; the last hour without them. Errors: invalid-input, naming the field. */
export function parseRange(from: string | undefined, to: string | undefined, nowMs: number): TimeRange {
  const toMs = parseBound("to", to, nowMs) ?? nowMs;
  const fromMs = parseBound("from", from, nowMs) ?? toMs - defaultRangeMs;
  if (fromMs >= toMs) throw invalidField("from", "must be before to");
  if (toMs - fromMs > rangeMaxMs)
    throw invalidField("from", `the range may span up to ${rangeMaxMs / 86_400_000} days`);
  return { fromMs, toMs };
}

/** The time that `asOf` names, undefined when it is absent. Errors: invalid-input, naming the field. */
export function parseAsOf(text: string | undefined, nowMs: number): number | undefined {
  const asOfMs = parseBound("asOf", text, nowMs);
  if (asOfMs !== undefined && asOfMs > nowMs) throw invalidField("asOf", "must not be in the future");
  return asOfMs;
}

/** The instant of `from` or `to`, undefined when it is absent. Errors: invalid-input, naming the field. */
export function parseBound(field: "from" | "to" | "asOf", text: string | undefined, nowMs: number): number | undefined {
  if (text === undefined || text === "") return undefined;
  // A plus sign in a query string arrives as a blank: `…T10:00:00 02:00`.
  const repaired = text.replace(/ (\d{2}:\d{2})$/, "+$1");
  const instant = parseInstantMs(/^\d{4}-\d{2}-\d{2}\+/.test(repaired) ? text : repaired, nowMs);
  if (instant === undefined) throw invalidField(field, `expected ${instantForms}`);
  return instant;
}

/**
 * The step in milliseconds: the one asked for, the whole range for `range`, or one that suits range and interval.
 * Errors: invalid-input or too-many-points, naming `step`.
 */
export function parseStep(step: string | undefined, { fromMs, toMs }: TimeRange, intervalMs: number): number {
  const rangeMs = toMs - fromMs;
  if (step === undefined || step === "") return chooseStepMs(rangeMs, intervalMs);
  if (step === "range") return rangeMs;
  const stepMs = parseDurationMs(step);
  if (stepMs === undefined) throw invalidField("step", "expected a duration such as 30s, 5m or 1h, or the word range");
  if (stepMs < stepMinMs) throw invalidField("step", "must be at least 1s");
  const points = Math.ceil(rangeMs / stepMs);
  if (points > pointsMax) throw tooManyPoints(rangeMs, points);
  return stepMs;
}

function tooManyPoints(rangeMs: number, points: number): ProblemError {
  const leastSeconds = Math.ceil(rangeMs / pointsMax / 1_000);
  const message = `gives ${points} points; at most ${pointsMax} are answered, so use at least ${leastSeconds}s`;
  return new ProblemError("too-many-points", `step: ${message}`, { errors: [{ field: "step", message }] });
}
