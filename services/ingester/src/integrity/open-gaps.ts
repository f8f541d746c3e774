import {
  common,
  gapWithout,
  type IntegrityEvent,
  type Interval,
  type SequenceGap,
  type SequenceLine,
} from "@statwire/history-store";

/** Gaps that were reported and have not healed, by line, in the order of their numbers. Pure: changes give a new one. */
export type OpenGaps = ReadonlyMap<string, readonly SequenceGap[]>;

/** What a look at the history adds to the reports. */
export interface Change {
  open: OpenGaps;
  events: IntegrityEvent[];
}

/** So many gaps of a node are open at most: it numbers its events itself, and may have made up what seems to be missing. */
export const openOfNodeMax = 1_000;

/** What is open after all reports so far, in their order. A repeated report changes nothing. */
export function openAfter(events: readonly IntegrityEvent[]): OpenGaps {
  return events.reduce<OpenGaps>(
    (open, { event, gap }) => (event === "GapDetected" ? detect(open, [gap]) : heal(open, gap, [gap])).open,
    new Map(),
  );
}

/** Gaps that were found: what of them is not open yet is reported and open from now on. */
export function detect(open: OpenGaps, found: readonly SequenceGap[]): Change {
  const changed = new Map(open);
  const events: IntegrityEvent[] = [];
  for (const gap of found) {
    const known = changed.get(lineKey(gap)) ?? [];
    const fresh = gapWithout(gap, known);
    if (fresh.length === 0) continue;
    events.push(...fresh.map((part): IntegrityEvent => ({ event: "GapDetected", gap: part })));
    changed.set(
      lineKey(gap),
      [...known, ...fresh].sort((one, other) => one.first - other.first),
    );
  }
  return { open: changed, events };
}

/** Numbers of a line that are in the history: what of them was open is reported and open no more. */
export function heal(open: OpenGaps, line: SequenceLine, present: readonly Interval[]): Change {
  const known = open.get(lineKey(line)) ?? [];
  const events = known.flatMap((gap) => {
    const missing = gapWithout(gap, present);
    return common([gap], present).flatMap(({ first, last }) =>
      gapWithout(
        gap,
        [...missing, { first: gap.first, last: first - 1 }, { first: last + 1, last: gap.last }].filter(isSome),
      ),
    );
  });
  const left = known.flatMap((gap) => gapWithout(gap, present));
  const changed = new Map(open);
  if (left.length === 0) changed.delete(lineKey(line));
  else changed.set(lineKey(line), left);
  return { open: changed, events: events.map((gap) => ({ event: "GapHealed", gap })) };
}

/**
 * Of the gaps that were found, what is not open yet, and of nodes that have room for more: one of each node, then a second
 * one of each …, because less than all of them may be looked at. Those of a line stay in their order.
 */
export function freshGaps(open: OpenGaps, found: readonly SequenceGap[]): SequenceGap[] {
  const counts = countsByNode(open);
  const turns = new Map<string, number>();
  return found
    .filter((gap) => (counts.get(nodeKey(gap)) ?? 0) < openOfNodeMax)
    .flatMap((gap) => gapWithout(gap, open.get(lineKey(gap)) ?? []))
    .map((gap) => {
      const turn = turns.get(nodeKey(gap)) ?? 0;
      turns.set(nodeKey(gap), turn + 1);
      return { turn, gap };
    })
    .sort((one, other) => one.turn - other.turn)
    .map(({ gap }) => gap);
}

/** Of gaps that are about to be reported, those for which their nodes have room. */
export function withRoom(open: OpenGaps, gaps: readonly SequenceGap[]): SequenceGap[] {
  const counts = countsByNode(open);
  return gaps.filter((gap) => {
    const count = (counts.get(nodeKey(gap)) ?? 0) + 1;
    counts.set(nodeKey(gap), count);
    return count <= openOfNodeMax;
  });
}

/** The nodes that have no room for more. */
export function fullNodes(open: OpenGaps): number {
  return [...countsByNode(open).values()].filter((count) => count >= openOfNodeMax).length;
}

function countsByNode(open: OpenGaps): Map<string, number> {
  const counts = new Map<string, number>();
  for (const gaps of open.values()) {
    const [line] = gaps;
    if (line === undefined) continue;
    counts.set(nodeKey(line), (counts.get(nodeKey(line)) ?? 0) + gaps.length);
  }
  return counts;
}

/** Without the gaps that ended before a time: nobody can tell any more. */
export function withoutOlder(open: OpenGaps, timeMs: number): OpenGaps {
  const kept = [...open].map(([key, gaps]): [string, SequenceGap[]] => [
    key,
    gaps.filter(({ beforeMs }) => beforeMs >= timeMs),
  ]);
  return new Map(kept.filter(([, gaps]) => gaps.length > 0));
}

function isSome({ first, last }: Interval): boolean {
  return first <= last;
}

function nodeKey({ workspace, node }: SequenceLine): string {
  return JSON.stringify([workspace, node]);
}

function lineKey({ workspace, node, family, bootId }: SequenceLine): string {
  return JSON.stringify([workspace, node, family, bootId]);
}
