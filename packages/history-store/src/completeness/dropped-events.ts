import type { History } from "../connect.js";
import { common, type Interval, without } from "./intervals.js";
import { gapWithout } from "./narrow-gap.js";
import type { SequenceGap, SequenceLine } from "./sequence-gaps.js";

/** Numbers that were given up, as the node itself has said, or the ingester of a dead letter. */
export interface DroppedEvents extends SequenceLine, Interval {
  /** `spool-full`, `spool-unwritable`, `spool-damaged`, `too-large`, `dead-letters-full`, `dead-letters-old`, or what a later version says. */
  reason: string;
}

const rowsMax = 100_000;

// What a node could not name has the number 0 and explains no gap.
const SQL = `
  SELECT workspace, node, family, boot_id AS bootId, first_sequence AS first, last_sequence AS last, reason
  FROM integrity_events
  WHERE event = 'EventsDropped' AND last_sequence > 0 AND (workspace, node, family) IN (
      SELECT arrayJoin(arrayZip({workspaces:Array(String)}, {nodes:Array(String)}, {families:Array(String)})))
  ORDER BY received_at DESC, event_seq DESC, event_index DESC LIMIT ${rowsMax}`;

/** What the nodes of some gaps have said that they gave up of the same families; of very much the latest. */
export async function droppedEvents(
  { client }: History,
  gaps: readonly Pick<SequenceLine, "workspace" | "node" | "family">[],
): Promise<DroppedEvents[]> {
  const lines = [...new Map(gaps.map((gap) => [JSON.stringify([gap.workspace, gap.node, gap.family]), gap])).values()];
  if (lines.length === 0) return [];
  const result = await client.query({
    query: SQL,
    query_params: {
      workspaces: lines.map(({ workspace }) => workspace),
      nodes: lines.map(({ node }) => node),
      families: lines.map(({ family }) => family),
    },
    format: "JSONEachRow",
  });
  return result.json<DroppedEvents>();
}

/** A gap as its parts: what the node said it gave up, with the reason, and what nobody has explained. */
export function explainGap(
  gap: SequenceGap,
  dropped: readonly DroppedEvents[],
): (SequenceGap & { reason: string | null })[] {
  const ofLine = dropped.filter((one) => isSameLine(one, gap) && one.first <= gap.last && one.last >= gap.first);
  const parts: (SequenceGap & { reason: string | null })[] = [];
  let left: Interval[] = [gap];
  for (const reason of new Set(ofLine.map((one) => one.reason))) {
    const explained = common(
      left,
      ofLine.filter((one) => one.reason === reason),
    );
    left = without(left, explained);
    parts.push(...gapWithout(gap, without([gap], explained)).map((part) => ({ ...part, reason })));
  }
  const unexplained = gapWithout(gap, without([gap], left)).map((part) => ({ ...part, reason: null }));
  return [...parts, ...unexplained].sort((one, other) => one.first - other.first);
}

function isSameLine(one: SequenceLine, other: SequenceLine): boolean {
  return (
    one.workspace === other.workspace &&
    one.node === other.node &&
    one.family === other.family &&
    one.bootId === other.bootId
  );
}
