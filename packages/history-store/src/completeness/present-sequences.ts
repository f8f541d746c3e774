import type { History } from "../connect.js";
import type { Interval } from "./intervals.js";
import { logFamilyPrefix, presentLines } from "./line-gaps.js";
import type { SequenceLine } from "./sequence-gaps.js";

/** So many intervals are answered at most. */
const intervalsMax = 10_000;

// Each number less its rank is the same all through an interval without gaps. Quarantined events did arrive.
const SQL = `
  SELECT min(sequence) AS first, max(sequence) AS last
  FROM (
      SELECT sequence, sequence - row_number() OVER (ORDER BY sequence) AS run
      FROM (
          SELECT DISTINCT sequence FROM (
              SELECT sequence FROM host_events
              WHERE workspace = {workspace:String} AND node = {node:String} AND family = {family:String}
                  AND boot_id = {bootId:UInt64} AND sequence >= {first:UInt64} AND sequence <= {last:UInt64}
              UNION ALL
              SELECT sequence FROM quarantined_events
              WHERE workspace = {workspace:String} AND node = {node:String} AND family = {family:String}
                  AND boot_id = {bootId:UInt64} AND sequence >= {first:UInt64} AND sequence <= {last:UInt64}
          )
      )
  )
  GROUP BY run ORDER BY first LIMIT ${intervalsMax}`;

/**
 * Which numbers of a line within an interval are in the history, whenever observed, quarantined ones among them. Of a log
 * also those that were given up.
 */
export async function presentSequences(history: History, line: SequenceLine, interval: Interval): Promise<Interval[]> {
  if (line.family.startsWith(logFamilyPrefix)) return presentLines(history, line, interval);
  const { workspace, node, family, bootId } = line;
  const { first, last } = interval;
  const result = await history.client.query({
    query: SQL,
    query_params: { workspace, node, family, bootId, first, last },
    format: "JSONEachRow",
    // One line is less than it costs to share it out.
    clickhouse_settings: { max_threads: 1 },
  });
  return result.json<Interval>();
}
