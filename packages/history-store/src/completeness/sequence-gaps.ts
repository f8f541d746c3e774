import type { History } from "../connect.js";
import type { Interval } from "./intervals.js";

/** What numbers its events without gaps: one family of a node in one run of its collector. */
export interface SequenceLine {
  workspace: string;
  node: string;
  family: string;
  bootId: number;
}

/** Numbers of a line that are not among the events looked at, between two that are. */
export interface SequenceGap extends SequenceLine, Interval {
  /** Times of the events around it; before number 1 that of the run's start. Unix milliseconds. */
  afterMs: number;
  beforeMs: number;
  /** When the log had the event behind the gap: from then on it could be seen. */
  visibleAtMs: number;
  /** The log had them by then: none of them waits in a backlog. */
  isAcknowledged?: true;
}

/** Which events are looked at: observed in the half-open range, of some nodes or of all. */
export interface GapScope {
  fromMs: number;
  toMs: number;
  nodes?: readonly { workspace: string; node: string }[];
  /** Of these lines only; without them a count tells which have gaps at all. */
  lines?: readonly Pick<SequenceLine, "family" | "bootId">[];
}

/** A look at the numbers finds so many gaps at most, the first ones of each node by line and number. */
export const gapsMax = 10_000;

/** One gap of each node, then a second one of each …, so that a node with very many leaves room for those of the others. */
export const NODES_IN_TURN = `
  ORDER BY row_number() OVER (PARTITION BY workspace, node ORDER BY family, bootId, first), workspace, node
  LIMIT ${gapsMax}`;

const SCOPE = `observed_at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
    AND observed_at < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')`;

// Whole days are skipped by partition. A run that began within the range must begin with number 1; of an older one, number 1 may be
// before the range or beyond retention.
const sql = (nodes: string, lines: string) => `
  SELECT workspace, node, family, boot_id AS bootId, previous + 1 AS first, sequence - 1 AS last,
      if(previous = 0, least(boot_id, toUnixTimestamp64Milli(observed_at)), toUnixTimestamp64Milli(previous_at))
          AS afterMs,
      toUnixTimestamp64Milli(observed_at) AS beforeMs,
      toUnixTimestamp64Milli(received_at) AS visibleAtMs
  FROM (
      SELECT workspace, node, family, boot_id, sequence, observed_at, received_at,
          lagInFrame(sequence) OVER line AS previous, lagInFrame(observed_at) OVER line AS previous_at
      FROM host_events
      WHERE ${SCOPE} ${nodes} ${lines}
      WINDOW line AS (
          PARTITION BY workspace, node, family, boot_id ORDER BY sequence ROWS BETWEEN 1 PRECEDING AND CURRENT ROW
      )
  )
  WHERE sequence > previous + 1 AND (previous > 0 OR boot_id >= {fromMs:Int64})
  ${NODES_IN_TURN}`;

// Most lines have no gap, and a count of their numbers says so: only the others are put in order.
const onlySuspects = (nodes: string) => `
          AND (workspace, node, family, boot_id) IN (
              SELECT workspace, node, family, boot_id FROM host_events
              WHERE ${SCOPE} ${nodes}
              GROUP BY workspace, node, family, boot_id
              HAVING groupBitmap(sequence) < max(sequence) - if(boot_id >= {fromMs:Int64}, 0, min(sequence) - 1)
          )`;

const ONLY_LINES = `AND (family, boot_id) IN (
              SELECT arrayJoin(arrayZip({families:Array(String)}, {bootIds:Array(UInt64)})))`;

const ONLY_NODES = `AND (workspace, node) IN (
              SELECT arrayJoin(arrayZip({workspaces:Array(String)}, {names:Array(String)})))`;

/**
 * Numbers that are missing between the events of a range. The range's edges make no gaps, but a clock that was set back
 * within a run can: whoever reports one looks first whether `presentSequences` has its numbers elsewhere.
 */
export async function sequenceGaps(
  { client }: History,
  { fromMs, toMs, nodes, lines }: GapScope,
): Promise<SequenceGap[]> {
  const names = nodes && {
    workspaces: nodes.map(({ workspace }) => workspace),
    names: nodes.map(({ node }) => node),
  };
  const ofNodes = nodes === undefined ? "" : ONLY_NODES;
  const result = await client.query({
    query: sql(ofNodes, lines === undefined ? onlySuspects(ofNodes) : ONLY_LINES),
    query_params: {
      ...{ fromMs, toMs, ...names },
      families: lines?.map(({ family }) => family) ?? [],
      bootIds: lines?.map(({ bootId }) => bootId) ?? [],
    },
    format: "JSONEachRow",
    // One node's events are fewer than it costs to share them out.
    ...(lines === undefined ? {} : { clickhouse_settings: { max_threads: 1 } }),
  });
  return result.json<SequenceGap>();
}
