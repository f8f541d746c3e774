import type { History } from "../connect.js";

/** What a node's numbers say should be there of some families in a range, and is. */
export interface CountedEvents {
  family: string;
  expected: number;
  received: number;
}

export interface CountRequest {
  workspace: string;
  node: string;
  families: readonly string[];
  /** Half-open, Unix milliseconds, of when events were observed. */
  fromMs: number;
  toMs: number;
  /** Only what was received by then; everything without it. */
  asOfMs?: number | undefined;
}

// What a node has told to be stored counts as expected, as in `reachedGaps`. Of a quarantined event only the number is
// believed: it is there when it is one of those that the others say should be.
const SQL = `
  SELECT family, toUInt64(sum(bitmapCardinality(bitmapSubsetInRange(numbers, first, last + 1)))) AS received,
      toUInt64(sum(last - first + 1)) AS expected
  FROM (
      SELECT family, boot_id, groupBitmapStateIf(sequence, is_there) AS numbers,
          maxIf(sequence, is_dated) AS last, minIf(sequence, is_dated AND is_there) AS lowest,
          multiIf(boot_id >= {fromMs:Int64}, 1, lowest > 0, lowest, last) AS first
      FROM (
          SELECT family, boot_id, sequence, true AS is_there, true AS is_dated FROM host_events
          WHERE workspace = {workspace:String} AND node = {node:String} AND family IN {families:Array(String)}
              AND observed_at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
              AND observed_at < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')
              AND received_at < fromUnixTimestamp64Milli({knownMs:Int64}, 'UTC')
          UNION ALL
          SELECT family, boot_id, sequence, true AS is_there, false AS is_dated FROM quarantined_events
          WHERE workspace = {workspace:String} AND node = {node:String} AND family IN {families:Array(String)}
              AND received_at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
              AND received_at < fromUnixTimestamp64Milli({untilMs:Int64}, 'UTC')
              AND received_at < fromUnixTimestamp64Milli({knownMs:Int64}, 'UTC')
              AND sequence > 0 AND sequence <= {numberMax:UInt64}
          UNION ALL
          SELECT line.family AS family, line.boot_id AS boot_id, line.sequence AS sequence, false AS is_there,
              true AS is_dated
          FROM (SELECT reached FROM host_events
                WHERE workspace = {workspace:String} AND node = {node:String} AND startsWith(family, 'host')
                    AND observed_at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
                    AND observed_at < fromUnixTimestamp64Milli({untilMs:Int64}, 'UTC')
                    AND received_at < fromUnixTimestamp64Milli({knownMs:Int64}, 'UTC') AND notEmpty(reached))
          ARRAY JOIN reached AS line
          WHERE line.family IN {families:Array(String)}
              AND line.observed_at_ms >= {fromMs:Int64} AND line.observed_at_ms < {toMs:Int64}
      )
      GROUP BY family, boot_id HAVING last > 0
  )
  GROUP BY family ORDER BY family
  SETTINGS max_threads = 2`;

/** So long after the range a node is listened to for how far it got in it, and its quarantined events are looked for. */
const toldWithinMs = 3_600_000;
const endOfTimeMs = 4_102_444_800_000;

/**
 * Counts the events of some families of a node, as cheaply as weeks of them can be counted: numbers that are missing at
 * the very edges of the range are not seen, nor why any is missing. `nodeCompleteness` sees both.
 */
export async function countedEvents({ client }: History, request: CountRequest): Promise<CountedEvents[]> {
  const { workspace, node, families, fromMs, toMs, asOfMs } = request;
  const result = await client.query({
    query: SQL,
    query_params: {
      ...{ workspace, node, families, fromMs, toMs },
      ...{ untilMs: toMs + toldWithinMs, knownMs: asOfMs ?? endOfTimeMs, numberMax: Number.MAX_SAFE_INTEGER },
    },
    format: "JSONEachRow",
  });
  return result.json<CountedEvents>();
}
