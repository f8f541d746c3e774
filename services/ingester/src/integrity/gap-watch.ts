import {
  acknowledgedApart,
  confirmedGaps,
  droppedEvents,
  explainGap,
  type GapScope,
  type History,
  type IntegrityEvent,
  integrityEvents,
  isOutstanding,
  lineGaps,
  type NodeName,
  nodesAfter,
  outstandingMs,
  presentSequences,
  reachedGaps,
  reachedLineGaps,
  recentReach,
  type SequenceGap,
  sequenceGaps,
} from "@statwire/history-store";
import { detect, freshGaps, fullNodes, heal, type OpenGaps, openAfter, withoutOlder, withRoom } from "./open-gaps.js";
import { nextSweepSize, sweptNodes } from "./sweep-size.js";

export interface GapWatchDeps {
  history: History;
  /** Puts an event into the log; repeats that until it is stored. What cannot be told is taken for told. */
  report(event: IntegrityEvent): Promise<void>;
  now(): number;
}

/** How far back every pass looks, at all nodes at once. */
const recentMs = 2 * 3_600_000;
/** Events may be observed up to five minutes in the future of their reception. */
const futureMs = 600_000;
/** A sweep goes on in the next pass when it takes longer. */
const sweepBudgetMs = 500;
/** So many passes after its end nothing is swept: of few nodes a sweep is over with each pass, and costs as much as all the rest of it. */
const passesBetweenSweeps = 2;
/** Gaps that a backlog may still be on its way to are told from the others, so many in one pass. */
const reachesMax = 2_000;
/** Lines whose gaps are confirmed, and lines that are looked at for healing, in one pass. */
const linesMax = 100;

/**
 * Looks for numbers that are missing between the events in the history, and behind the last ones of a line as far as
 * the node has told how far it got, reports them, and reports when they are there after all. Each pass looks at the last
 * hours of every node. Some nodes after the other are looked at from their first event on, all of them again and again, so
 * that nothing that goes missing later stays unseen. One pass at a time.
 */
export class GapWatch {
  readonly #deps: GapWatchDeps;
  #open: OpenGaps | undefined;
  #swept: NodeName = { workspace: "", node: "" };
  #sweepSize: number = sweptNodes.min;
  #passesUntilSweep = 0;
  #healedUpTo = 0;

  constructor(deps: GapWatchDeps) {
    this.#deps = deps;
  }

  /** Gaps that were reported and have not healed. */
  get openGaps(): readonly SequenceGap[] {
    return [...(this.#open?.values() ?? [])].flat();
  }

  /** How many nodes have so many open gaps that no more are reported. */
  get fullNodes(): number {
    return fullNodes(this.#open ?? new Map());
  }

  /**
   * One look, and its reports.
   * @param storedUpToMs until when everything that the stream of telemetry received is stored
   * @param linesStoredUpToMs the same of the stream of logs; 0 while that is not known: lines are left out then
   * @throws when the history does not answer; the next pass does what this one has not.
   */
  async pass(storedUpToMs: number, linesStoredUpToMs: number): Promise<IntegrityEvent[]> {
    const { history } = this.#deps;
    const keptSinceMs = storedUpToMs - history.options.retention.rawDays * 86_400_000 + 3_600_000;
    this.#open = withoutOlder(this.#open ?? openAfter(await integrityEvents(history, keptSinceMs)), keptSinceMs);
    const recent = { fromMs: Math.max(keptSinceMs, storedUpToMs - recentMs), toMs: storedUpToMs + futureMs };
    const events = await this.#found(await this.#gaps(recent), storedUpToMs);
    if (linesStoredUpToMs > 0) events.push(...(await this.#missingLines(linesStoredUpToMs)));
    if (this.#passesUntilSweep > 0) this.#passesUntilSweep -= 1;
    else events.push(...(await this.#sweepOn(keptSinceMs, storedUpToMs)));
    events.push(...(await this.#healed()));
    return events;
  }

  /** Numbers that are missing between events, and those that nodes tell of behind the last of a line. */
  async #gaps(scope: GapScope): Promise<SequenceGap[]> {
    const { history } = this.#deps;
    const [between, ends] = await Promise.all([sequenceGaps(history, scope), reachedGaps(history, scope)]);
    return [...between, ...ends.flatMap(acknowledgedApart)];
  }

  /** Lines of logs, of the last hours alone: they have one lane each, so nothing fills a gap of theirs later. */
  async #missingLines(storedUpToMs: number): Promise<IntegrityEvent[]> {
    const { history } = this.#deps;
    const scope = { fromMs: storedUpToMs - recentMs, toMs: storedUpToMs + futureMs };
    const [between, ends] = await Promise.all([lineGaps(history, scope), reachedLineGaps(history, scope)]);
    const gaps = [...between, ...ends.map((gap) => ({ ...gap, isAcknowledged: true as const }))];
    const fresh = freshGaps(this.#open ?? new Map(), gaps);
    const due = fresh.filter((gap) => !isOutstanding(gap, storedUpToMs, []));
    return this.#report(await confirmedGaps(history, due, linesMax));
  }

  /** Goes on with the sweep, as far as one pass may. */
  async #sweepOn(keptSinceMs: number, storedUpToMs: number): Promise<IntegrityEvent[]> {
    const deadlineMs = this.#deps.now() + sweepBudgetMs;
    const events: IntegrityEvent[] = [];
    do {
      const old = await this.#sweep(keptSinceMs, storedUpToMs + futureMs);
      events.push(...(await this.#found(old, storedUpToMs)));
      if (this.#swept.node === "") this.#passesUntilSweep = passesBetweenSweeps;
    } while (this.#swept.node !== "" && this.#deps.now() < deadlineMs);
    return events;
  }

  /** Gaps of the next nodes; after the last ones it starts over. */
  async #sweep(fromMs: number, toMs: number): Promise<SequenceGap[]> {
    const { history, now } = this.#deps;
    const [limit, startedAtMs] = [this.#sweepSize, now()];
    const nodes = await nodesAfter(history, { after: this.#swept, sinceMs: fromMs, limit });
    const swept = nodes.length < limit ? { workspace: "", node: "" } : (nodes.at(-1) ?? this.#swept);
    // Should it fail: it may be too much, so fewer are looked at next, from the same on. The fewest are passed over until the next sweep.
    this.#sweepSize = sweptNodes.min;
    if (limit === sweptNodes.min) this.#swept = swept;
    const gaps = nodes.length === 0 ? [] : await this.#gaps({ fromMs, toMs, nodes });
    this.#swept = swept;
    this.#sweepSize = nextSweepSize(limit, now() - startedAtMs);
    return gaps;
  }

  /** Reports what of the gaps is new and will not close by itself. */
  async #found(gaps: readonly SequenceGap[], storedUpToMs: number): Promise<IntegrityEvent[]> {
    const { history } = this.#deps;
    const fresh = freshGaps(this.#open ?? new Map(), gaps);
    const settled = fresh.filter((gap) => !isOutstanding(gap, storedUpToMs, []));
    const looked = settled.slice(0, reachesMax);
    const reaches = await recentReach(history, looked, storedUpToMs - outstandingMs);
    const due = looked.filter((gap) => !isOutstanding(gap, storedUpToMs, reaches));
    return this.#report(await confirmedGaps(history, due, linesMax));
  }

  async #report(gaps: readonly SequenceGap[]): Promise<IntegrityEvent[]> {
    // What the node itself has said it gave up is reported, and will not come.
    const dropped = await droppedEvents(this.#deps.history, gaps);
    const unexplained = gaps.flatMap((gap) =>
      explainGap(gap, dropped).flatMap(({ reason, ...part }) => (reason === null ? [part] : [])),
    );
    const open = this.#open ?? new Map();
    const events: IntegrityEvent[] = [];
    for (const gap of withRoom(open, freshGaps(open, unexplained))) {
      const change = detect(this.#open ?? new Map(), [gap]);
      for (const event of change.events) await this.#deps.report(event);
      this.#open = change.open;
      events.push(...change.events);
    }
    return events;
  }

  /** Looks whether open gaps have closed, some lines in each pass. */
  async #healed(): Promise<IntegrityEvent[]> {
    const lines = [...(this.#open ?? new Map<string, SequenceGap[]>()).values()];
    if (this.#healedUpTo >= lines.length) this.#healedUpTo = 0;
    const looked = lines.slice(this.#healedUpTo, this.#healedUpTo + linesMax);
    this.#healedUpTo += linesMax;
    const events: IntegrityEvent[] = [];
    for (const gaps of looked) {
      const [first, last] = [gaps[0], gaps.at(-1)];
      if (first === undefined || last === undefined) continue;
      const range = { first: first.first, last: last.last };
      const present = await presentSequences(this.#deps.history, first, range);
      const change = heal(this.#open ?? new Map(), first, present);
      for (const event of change.events) await this.#deps.report(event);
      this.#open = change.open;
      events.push(...change.events);
    }
    return events;
  }
}
