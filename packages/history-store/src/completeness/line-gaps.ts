import { logFamilyPrefix } from "@statwire/events";
import type { History } from "../connect.js";
import type { Interval } from "./intervals.js";
import { type GapScope, NODES_IN_TURN, type SequenceGap, type SequenceLine } from "./sequence-gaps.js";

export { logFamilyPrefix };

const SCOPE = `received_at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
    AND received_at < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')`;

// Lines arrive in the order of their numbers, so a range of arrivals has no false gaps. What was given up right before a
// line is no gap when it is all of it; the rest is told by `presentLines`.
const sql = (nodes: string) => `
  SELECT workspace, node, concat('${logFamilyPrefix}', log) AS family, 0 AS bootId,
      previous + 1 AS first, line - 1 AS last, toUnixTimestamp64Milli(previous_at) AS afterMs,
      toUnixTimestamp64Milli(arrived_at) AS beforeMs, toUnixTimestamp64Milli(arrived_at) AS visibleAtMs
  FROM (
      SELECT workspace, node, log, line, arrived_at,
          lagInFrame(line) OVER numbers AS previous, lagInFrame(arrived_at) OVER numbers AS previous_at
      FROM (
          SELECT workspace, node, log, line, min(received_at) AS arrived_at FROM log_lines
          WHERE ${SCOPE} ${nodes} AND (workspace, node, log) IN (
              SELECT workspace, node, log FROM log_lines WHERE ${SCOPE} ${nodes}
              GROUP BY workspace, node, log HAVING groupBitmap(line) < max(line) - min(line) + 1
          )
          GROUP BY workspace, node, log, line
      )
      WINDOW numbers AS (
          PARTITION BY workspace, node, log ORDER BY line ROWS BETWEEN 1 PRECEDING AND CURRENT ROW
      )
  )
  WHERE previous > 0 AND line > previous + 1
      AND (workspace, node, log, line, line - previous - 1) NOT IN (
          SELECT workspace, node, log, before_line, dropped_lines FROM log_drops WHERE ${SCOPE} ${nodes}
      )
  ${NODES_IN_TURN}`;

const ONLY_NODES = `AND (workspace, node) IN (
              SELECT arrayJoin(arrayZip({workspaces:Array(String)}, {names:Array(String)})))`;

/**
 * Numbers of lines that are missing between lines that arrived in a range. What was given up in several pieces is among
 * them: whoever reports one looks first whether `presentLines` has it.
 */
export async function lineGaps({ client }: History, { fromMs, toMs, nodes }: GapScope): Promise<SequenceGap[]> {
  const result = await client.query({
    query: sql(nodes === undefined ? "" : ONLY_NODES),
    query_params: {
      fromMs,
      toMs,
      workspaces: nodes?.map(({ workspace }) => workspace) ?? [],
      names: nodes?.map(({ node }) => node) ?? [],
    },
    format: "JSONEachRow",
  });
  return result.json<SequenceGap>();
}

/** So many intervals are answered at most. */
const intervalsMax = 10_000;

const NAMED = "workspace = {workspace:String} AND node = {node:String}";

const PRESENT = `
  SELECT * FROM (
      SELECT toInt64(min(number)) AS first, toInt64(max(number)) AS last
      FROM (
          SELECT number, number - row_number() OVER (ORDER BY number) AS run
          FROM (
              SELECT DISTINCT line AS number FROM log_lines
              WHERE ${NAMED} AND log = {log:String} AND line >= {first:UInt64} AND line <= {last:UInt64}
          )
      )
      GROUP BY run
      UNION ALL
      SELECT toInt64(before_line) - toInt64(dropped_lines) AS first, toInt64(before_line) - 1 AS last FROM log_drops
      WHERE ${NAMED} AND log = {log:String} AND dropped_lines < before_line
          AND before_line > {first:UInt64} AND before_line - dropped_lines <= {last:UInt64}
      UNION ALL
      SELECT toInt64(from_line) AS first, toInt64(from_line + lines) - 1 AS last
      FROM (
          SELECT JSONExtractUInt(event, 'first_line') AS from_line, JSONLength(event, 'lines') AS lines
        FROM quarantined_events WHERE ${NAMED} AND family = {family:String}
      )
      WHERE from_line > 0 AND lines > 0 AND from_line <= {last:UInt64} AND from_line + lines > {first:UInt64}
  )
  ORDER BY first LIMIT ${intervalsMax}`;

/** Which numbers of a log are accounted for: their lines are in the history or set apart there, or were given up. */
export async function presentLines(
  { client }: History,
  { workspace, node, family }: SequenceLine,
  { first, last }: Interval,
): Promise<Interval[]> {
  const log = family.slice(logFamilyPrefix.length);
  const result = await client.query({
    query: PRESENT,
    query_params: { workspace, node, family, log, first, last },
    format: "JSONEachRow",
  });
  return result.json<Interval>();
}
