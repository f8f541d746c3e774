import type { History } from "../connect.js";
import { confirmedGaps } from "./confirmed-gaps.js";
import { countOf } from "./intervals.js";
import { lineGaps, logFamilyPrefix } from "./line-gaps.js";
import { gapWithin } from "./narrow-gap.js";
import type { CompletenessRequest } from "./node-completeness.js";
import { lateAfterMs } from "./node-completeness.js";
import { isOutstanding } from "./outstanding.js";
import { reachedLineGaps } from "./reached-gaps.js";
import { gapsMax, type SequenceGap } from "./sequence-gaps.js";

/** What one log of a node should have of a range, and has. Lines count when they arrived. */
export interface LogCompleteness {
  log: string;
  /** Received lines, and those whose numbers are missing between them. */
  expected: number;
  /** Each number once. */
  received: number;
  /** Of the rows, those that arrived more than `lateAfterMs` after they were written. */
  late: number;
  /** Rows beyond one a number. */
  doubled: number;
  /** Lines that the collector gave up and said so: not expected. */
  givenUp: number;
  /** Median of arrival less the line's own time, milliseconds; null without any. */
  skewMs: number | null;
}

export interface NodeLogs {
  /** By name. */
  logs: LogCompleteness[];
  /** In the order of log and number; their family is the log behind `logFamilyPrefix`. */
  missing: (SequenceGap & { outstanding: boolean })[];
  truncated: boolean;
}

/** How far around the range a line's neighbours are looked for. */
const marginMs = 24 * 3_600_000;
const logsMax = 1_000;

const SCOPE = `workspace = {workspace:String} AND node = {node:String}
    AND received_at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
    AND received_at < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')`;

const SQL = `
  SELECT * FROM (
      SELECT log, groupBitmap(line) AS received, toUInt64(count()) - received AS doubled,
          toUInt64(countIf(delay > {lateAfterMs:Int64})) AS late, 0 AS givenUp, quantileExact(0.5)(delay) AS skewMs
      FROM (
          SELECT log, line, toUnixTimestamp64Milli(received_at) - toUnixTimestamp64Milli(at) AS delay FROM log_lines
          WHERE ${SCOPE}
      )
      GROUP BY log
      UNION ALL
      SELECT log, 0, 0, 0, toUInt64(sum(dropped_lines)), NULL FROM log_drops WHERE ${SCOPE} GROUP BY log
  )
  ORDER BY log LIMIT ${logsMax * 2}`;

/** What the history should have of a node's logs in a range, by the numbers of their lines, and what it has. */
export async function logCompleteness(history: History, request: CompletenessRequest): Promise<NodeLogs> {
  const { workspace, node, fromMs, toMs, nowMs } = request;
  const scope = { fromMs: fromMs - marginMs, toMs: toMs + marginMs, nodes: [{ workspace, node }] };
  const [counts, between, ends] = await Promise.all([
    countsByLog(history, request),
    lineGaps(history, scope),
    reachedLineGaps(history, scope),
  ]);
  const around = [...between, ...ends].sort(
    (one, other) => Number(one.family > other.family) - Number(one.family < other.family) || one.first - other.first,
  );
  const touching = around.flatMap((gap) => gapWithin(gap, { fromMs, toMs }));
  const gaps = await confirmedGaps(history, touching, logsMax);
  const names = new Set([...counts.keys(), ...gaps.map(({ family }) => family.slice(logFamilyPrefix.length))]);
  return {
    logs: [...names].sort().map((log) => {
      const found = counts.get(log) ?? nothing;
      const lost = countOf(gaps.filter(({ family }) => family === `${logFamilyPrefix}${log}`));
      return { log, expected: found.received + lost, ...found };
    }),
    missing: gaps.map((gap) => ({ ...gap, outstanding: isOutstanding(gap, nowMs, []) })),
    truncated: between.length >= gapsMax || ends.length >= gapsMax,
  };
}

type Counts = Omit<LogCompleteness, "log" | "expected">;

const nothing: Counts = { received: 0, late: 0, doubled: 0, givenUp: 0, skewMs: null };

async function countsByLog(
  { client }: History,
  { workspace, node, fromMs, toMs }: CompletenessRequest,
): Promise<Map<string, Counts>> {
  const result = await client.query({
    query: SQL,
    query_params: { workspace, node, fromMs, toMs, lateAfterMs },
    format: "JSONEachRow",
  });
  const counts = new Map<string, Counts>();
  for (const { log, ...row } of await result.json<Counts & { log: string }>()) {
    const known = counts.get(log) ?? nothing;
    counts.set(log, {
      received: known.received + row.received,
      late: known.late + row.late,
      doubled: known.doubled + row.doubled,
      givenUp: known.givenUp + row.givenUp,
      skewMs: row.skewMs ?? known.skewMs,
    });
  }
  return counts;
}
