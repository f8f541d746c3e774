import type { History } from "../connect.js";
import { logFamilyPrefix } from "./line-gaps.js";
import { type GapScope, NODES_IN_TURN, type SequenceGap } from "./sequence-gaps.js";

const within = (column: string) => `${column} >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
          AND ${column} < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')`;

// Of each line the highest number that a node has told, when that event was observed, and since when it was told.
const told = (nodes: string, ofLogs: boolean) => `
      SELECT workspace, node, line.family AS name, line.boot_id AS run,
          max((line.sequence, -toUnixTimestamp64Milli(received_at), line.observed_at_ms)) AS highest
      FROM (SELECT workspace, node, received_at, reached FROM host_events
            WHERE ${within("observed_at")} AND notEmpty(reached) ${nodes})
      ARRAY JOIN reached AS line
      WHERE line.observed_at_ms >= {fromMs:Int64} AND line.observed_at_ms < {toMs:Int64}
          AND ${ofLogs ? "" : "NOT "}startsWith(line.family, '${logFamilyPrefix}')
      GROUP BY workspace, node, name, run`;

const presentEvents = (nodes: string) => `
      SELECT workspace, node, family AS name, boot_id AS run, max(sequence) AS number, max(observed_at) AS at
      FROM host_events WHERE ${within("observed_at")} ${nodes}
      GROUP BY workspace, node, name, run`;

const presentLines = (nodes: string) => `
      SELECT workspace, node, concat('${logFamilyPrefix}', log) AS name, toUInt64(0) AS run, max(line) AS number,
          max(received_at) AS at
      FROM log_lines WHERE ${within("received_at")} ${nodes}
      GROUP BY workspace, node, name, run`;

// A run that began within the range must have its number 1 there; of an older one nothing before the told number is known.
const sql = (toldLines: string, present: string) => `
  SELECT workspace, node, name AS family, run AS bootId,
      multiIf(there.number > 0, there.number + 1, run >= {fromMs:Int64}, 1, highest.1) AS first, highest.1 AS last,
      multiIf(there.number > 0, toUnixTimestamp64Milli(there.at), run >= {fromMs:Int64}, least(toInt64(run), highest.3),
          highest.3) AS afterMs,
      greatest(afterMs, highest.3) AS beforeMs, -highest.2 AS visibleAtMs
  FROM (${toldLines}) AS told
  LEFT JOIN (${present}) AS there USING (workspace, node, name, run)
  WHERE highest.1 > there.number
  ${NODES_IN_TURN}`;

const ONLY_NODES = `AND (workspace, node) IN (
              SELECT arrayJoin(arrayZip({workspaces:Array(String)}, {names:Array(String)})))`;

/**
 * Numbers that nodes have told to be stored, behind the last ones that are there: of a run that has ended, or of what is
 * sent seldom. Looks at events that were observed in the range and told by others of it. As with `sequenceGaps`, whoever
 * reports one looks first whether the numbers are elsewhere.
 */
export function reachedGaps(history: History, scope: GapScope): Promise<SequenceGap[]> {
  return read(history, scope, false);
}

/** The same of the lines of logs, which count when they arrive. */
export function reachedLineGaps(history: History, scope: GapScope): Promise<SequenceGap[]> {
  return read(history, scope, true);
}

async function read({ client }: History, { fromMs, toMs, nodes }: GapScope, ofLogs: boolean): Promise<SequenceGap[]> {
  const ofNodes = nodes === undefined ? "" : ONLY_NODES;
  const result = await client.query({
    query: sql(told(ofNodes, ofLogs), ofLogs ? presentLines(ofNodes) : presentEvents(ofNodes)),
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
