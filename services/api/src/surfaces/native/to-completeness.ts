import { logFamilyPrefix, type NodeCompleteness, type NodeLogs } from "@statwire/history-store";
import type { Completeness } from "./dto-completeness.js";
import type { TimeRange } from "./time-range.js";

const missingMax = 1_000;

/** The answer for one node; sums are over its families. */
export function toCompleteness(
  node: string,
  { fromMs, toMs }: TimeRange,
  found: NodeCompleteness,
  lines: NodeLogs,
): Completeness {
  const { families, missing, truncated } = found;
  const sum = (key: "expected" | "received" | "late" | "doubled") =>
    families.reduce((total, family) => total + family[key], 0);
  const [expected, received] = [sum("expected"), sum("received")];
  return {
    node,
    from: new Date(fromMs).toISOString(),
    to: new Date(toMs).toISOString(),
    expected,
    received,
    ratio: expected === 0 ? 1 : received / expected,
    late: sum("late"),
    doubled: sum("doubled"),
    families: families.map(({ skewMs, ...counts }) => ({
      ...counts,
      clock_skew_seconds: skewMs === null ? null : skewMs / 1_000,
    })),
    missing: missing.slice(0, missingMax).map((gap) => ({
      family: gap.family,
      boot_id: gap.bootId,
      first_sequence: gap.first,
      last_sequence: gap.last,
      count: gap.last - gap.first + 1,
      after: new Date(gap.afterMs).toISOString(),
      before: new Date(gap.beforeMs).toISOString(),
      outstanding: gap.outstanding,
      reason: gap.reason,
    })),
    ...toLogs(lines),
    truncated: truncated || missing.length > missingMax || lines.truncated || lines.missing.length > missingMax,
  };
}

function toLogs({ logs, missing }: NodeLogs): Pick<Completeness, "logs" | "missing_lines"> {
  return {
    logs: logs.map(({ givenUp, skewMs, ...counts }) => ({
      ...counts,
      given_up: givenUp,
      clock_skew_seconds: skewMs === null ? null : skewMs / 1_000,
    })),
    missing_lines: missing.slice(0, missingMax).map(({ family, first, last, afterMs, beforeMs, outstanding }) => ({
      log: family.slice(logFamilyPrefix.length),
      first_line: first,
      last_line: last,
      count: last - first + 1,
      after: new Date(afterMs).toISOString(),
      before: new Date(beforeMs).toISOString(),
      outstanding,
    })),
  };
}
