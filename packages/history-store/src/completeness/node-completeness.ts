import type { History } from "../connect.js";
import { areOfMoreLines, confirmedGaps } from "./confirmed-gaps.js";
import { droppedEvents, explainGap } from "./dropped-events.js";
import { countOf } from "./intervals.js";
import { gapWithin } from "./narrow-gap.js";
import { isOutstanding, outstandingMs } from "./outstanding.js";
import { reachedGaps } from "./reached-gaps.js";
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

// What came live took least time; a backlog waited. Most runs have no gap, and a count of their numbers says so.
const SQL = `
  SELECT family, toUInt64(sum(numbers)) AS received, toUInt64(sum(rows)) - received AS doubled,
      toUInt64(sum(lates)) AS late,
      if(received = 0, NULL, quantileExactArray(0.5)(
          arrayFilter(delay -> delay < arrayMin(delays) + {lateAfterMs:Int64}, delays))) AS skewMs,
      groupArrayIf(boot_id, has_gaps) AS runsWithGaps
  FROM (
      SELECT family, boot_id, groupBitmapIf(sequence, within) AS numbers, countIf(within) AS rows,
          countIf(within AND delay > {lateAfterMs:Int64}) AS lates, groupArrayIf(delay, within) AS delays,
          groupBitmap(sequence) < max(sequence) - if(boot_id >= {aroundMs:Int64}, 0, min(sequence) - 1) AS has_gaps
      FROM (
          SELECT family, boot_id, sequence,
              toUnixTimestamp64Milli(observed_at) >= {fromMs:Int64}
                  AND toUnixTimestamp64Milli(observed_at) < {toMs:Int64} AS within,
              toUnixTimestamp64Milli(received_at) - toUnixTimestamp64Milli(observed_at) AS delay
          FROM host_events
          WHERE workspace = {workspace:String} AND node = {node:String}
              AND observed_at >= fromUnixTimestamp64Milli({aroundMs:Int64}, 'UTC')
              AND observed_at < fromUnixTimestamp64Milli({untilMs:Int64}, 'UTC')
      )
      GROUP BY family, boot_id
  )
  GROUP BY family ORDER BY family
  SETTINGS max_threads = 1`;

/**
 * What the history should have of a node in a range, by the numbers of its events, and what it has. A gap's numbers
 * count where they would have been observed if readings came evenly. What a node never numbered cannot be missing, nor
 * what it numbered last, before one of its later events tells of it.
 */
export async function nodeCompleteness(history: History, request: CompletenessRequest): Promise<NodeCompleteness> {
  const { workspace, node, fromMs, toMs, nowMs } = request;
  const around = { fromMs: fromMs - marginMs, toMs: toMs + marginMs };
  const nodes = [{ workspace, node }];
  const [counted, ends] = await Promise.all([
    countFamilies(history, request, around),
    reachedGaps(history, { ...around, nodes }),
  ]);
  const suspects = counted.flatMap(({ family, runsWithGaps }) => runsWithGaps.map((bootId) => ({ family, bootId })));
  const [between, reaches] = await Promise.all([
    suspects.length === 0 ? [] : sequenceGaps(history, { ...around, nodes, lines: suspects }),
    recentReach(history, familiesOf(request, [...suspects, ...ends]), nowMs - outstandingMs),
  ]);
  const found = inOrder([...between, ...ends]);
  const touching = found.flatMap((gap) => gapWithin(gap, { fromMs, toMs }));
  const [gaps, dropped] = await Promise.all([
    confirmedGaps(history, touching, linesMax),
    droppedEvents(history, touching),
  ]);
  const missing = gaps
    .flatMap((gap) => explainGap(gap, dropped))
    .map((gap) => ({ ...gap, outstanding: gap.reason === null && isOutstanding(gap, nowMs, reaches) }));
  const received = new Map(
    counted.filter((one) => one.received > 0).map(({ family, runsWithGaps: _, ...counts }) => [family, counts]),
  );
  const families = new Set([...received.keys(), ...gaps.map(({ family }) => family)]);
  return {
    families: [...families].sort().map((family) => {
      const counts = received.get(family) ?? { received: 0, late: 0, doubled: 0, skewMs: null };
      const lost = countOf(gaps.filter((gap) => gap.family === family));
      return { family, expected: counts.received + lost, ...counts };
    }),
    missing,
    truncated: between.length >= gapsMax || ends.length >= gapsMax || areOfMoreLines(touching, linesMax),
  };
}

function inOrder(gaps: readonly SequenceGap[]): SequenceGap[] {
  return gaps.toSorted(
    (one, other) =>
      Number(one.family > other.family) - Number(one.family < other.family) ||
      one.bootId - other.bootId ||
      one.first - other.first,
  );
}

function familiesOf({ workspace, node }: CompletenessRequest, lines: readonly { family: string }[]) {
  return [...new Set(lines.map(({ family }) => family))].map((family) => ({ workspace, node, family }));
}

interface CountedFamily extends Omit<FamilyCompleteness, "expected"> {
  /** Runs of which numbers are missing between those in and around the range. */
  runsWithGaps: number[];
}

/** Counts in one pass what is in the range, and which runs have gaps in it or around it. */
async function countFamilies(
  { client }: History,
  { workspace, node, fromMs, toMs }: CompletenessRequest,
  around: { fromMs: number; toMs: number },
): Promise<CountedFamily[]> {
  const result = await client.query({
    query: SQL,
    query_params: { workspace, node, fromMs, toMs, lateAfterMs, aroundMs: around.fromMs, untilMs: around.toMs },
    format: "JSONEachRow",
  });
  return result.json<CountedFamily>();
}
