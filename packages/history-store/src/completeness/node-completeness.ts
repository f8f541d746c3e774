import type { History } from "../connect.js";
import { confirmedGaps } from "./confirmed-gaps.js";
import { droppedEvents, explainGap } from "./dropped-events.js";
import { countOf } from "./intervals.js";
import { gapWithin } from "./narrow-gap.js";
import { isOutstanding, outstandingMs } from "./outstanding.js";
import { recentReach } from "./recent-reach.js";
import { gapsMax, type SequenceGap, sequenceGaps } from "./sequence-gaps.js";

export interface CompletenessRequest {
  workspace: string;
  node: string;
  /** Half-open, Unix milliseconds, of when events were observed. */
  fromMs: number;
  toMs: number;
  nowMs: number;
}

/** What one family of a node should have, and has, of a range. */
export interface FamilyCompleteness {
  family: string;
  /** Received events, and those whose numbers are missing between them. */
  expected: number;
  /** Each event once. */
  received: number;
  /** Of the received ones, those that the log had more than `lateAfterMs` after they were observed. */
  late: number;
  /** Rows beyond one an event. */
  doubled: number;
  /** Median of reception less observation of the events that came live; null without any. Milliseconds. */
  skewMs: number | null;
}

/** Numbers that are not there, with one reason. */
export interface MissingEvents extends SequenceGap {
  outstanding: boolean;
  /** As the node says, when it gave them up; null when nobody knows. */
  reason: string | null;
}

export interface NodeCompleteness {
  families: FamilyCompleteness[];
  /** In the order of family, run and number. */
  missing: MissingEvents[];
  /** There are more gaps than were looked at. */
  truncated: boolean;
}

/** An event that arrives so long after its observation is late. */
export const lateAfterMs = 60_000;

/** How far around the range an event's neighbours are looked for: every family has several events a day. */
const marginMs = 24 * 3_600_000;
const linesMax = 200;

// Live is what was newer than everything before it when the log had it; a backlog never is.
const SQL = `
  SELECT family, toUInt64(sum(numbers)) AS received, toUInt64(sum(rows)) - received AS doubled,
      toUInt64(sum(lates)) AS late, if(sum(length(delays)) = 0, NULL, quantileExactArray(0.5)(delays)) AS skewMs
  FROM (
      SELECT family, boot_id, groupBitmap(sequence) AS numbers, count() AS rows,
          countIf(delay > {lateAfterMs:Int64}) AS lates, groupArrayIf(delay, observed_at >= newest) AS delays
      FROM (
          SELECT family, boot_id, sequence, observed_at,
              toUnixTimestamp64Milli(received_at) - toUnixTimestamp64Milli(observed_at) AS delay,
              max(observed_at) OVER (
                  PARTITION BY family ORDER BY event_seq, event_index ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
              ) AS newest
          FROM host_events
          WHERE workspace = {workspace:String} AND node = {node:String}
              AND observed_at >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
              AND observed_at < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')
      )
      GROUP BY family, boot_id
  )
  GROUP BY family ORDER BY family`;

/**
 * What the history should have of a node in a range, by the numbers of its events, and what it has. A gap's numbers
 * count where they would have been observed if readings came evenly. What a node never numbered cannot be missing, nor
 * what it numbered last: that shows with its next event.
 */
export async function nodeCompleteness(history: History, request: CompletenessRequest): Promise<NodeCompleteness> {
  const { workspace, node, fromMs, toMs, nowMs } = request;
  const nodes = [{ workspace, node }];
  const [received, around] = await Promise.all([
    receivedByFamily(history, request),
    sequenceGaps(history, { fromMs: fromMs - marginMs, toMs: toMs + marginMs, nodes }),
  ]);
  const touching = around.flatMap((gap) => gapWithin(gap, { fromMs, toMs }));
  const [gaps, reaches, dropped] = await Promise.all([
    confirmedGaps(history, touching, linesMax),
    recentReach(history, familiesOf(touching), nowMs - outstandingMs),
    droppedEvents(history, touching),
  ]);
  const missing = gaps
    .flatMap((gap) => explainGap(gap, dropped))
    .map((gap) => ({ ...gap, outstanding: gap.reason === null && isOutstanding(gap, nowMs, reaches) }));
  const families = new Set([...received.keys(), ...gaps.map(({ family }) => family)]);
  return {
    families: [...families].sort().map((family) => {
      const found = received.get(family) ?? { received: 0, late: 0, doubled: 0, skewMs: null };
      const lost = countOf(gaps.filter((gap) => gap.family === family));
      return { family, expected: found.received + lost, ...found };
    }),
    missing,
    truncated: around.length >= gapsMax,
  };
}

/** One gap of each family stands for it. */
function familiesOf(gaps: readonly SequenceGap[]): SequenceGap[] {
  return [...new Map(gaps.map((gap) => [gap.family, gap])).values()];
}

type Received = Omit<FamilyCompleteness, "family" | "expected">;

async function receivedByFamily(
  { client }: History,
  { workspace, node, fromMs, toMs }: CompletenessRequest,
): Promise<Map<string, Received>> {
  const result = await client.query({
    query: SQL,
    query_params: { workspace, node, fromMs, toMs, lateAfterMs },
    format: "JSONEachRow",
  });
  const rows = await result.json<Received & { family: string }>();
  return new Map(rows.map(({ family, ...counts }) => [family, counts]));
}
