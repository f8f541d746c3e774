import { isBefore } from "../spool/pending.js";
import {
  type Effect,
  type Fact,
  type FamilyState,
  type LaneName,
  type LaneState,
  type Numbered,
  newest,
} from "./state.js";

/**
 * How one family of one node is published on its two lanes, so that each reading is stored once and in order.
 *
 * 1. One message is in flight per lane, published with the lane's expected last sequence. When its outcome is unknown,
 *    the lane's last message tells: either it is ours, or ours has not arrived *yet*. In the second case the same bytes
 *    are published again with the same expectation, so that of the two copies one at most is stored.
 * 2. A reading that was attempted on the live lane stays there until it is settled. Then the newest goes live; those
 *    between were overtaken and belong to the backlog lane for good.
 * 3. The backlog lane takes readings in spool order, and only those older than an unsettled live reading. So whatever
 *    is not newer than the last message of the backlog lane has been stored, on one lane or the other.
 * 4. The fence. The run before this one may have died with a live message on its way: a ghost, whose reading lies in
 *    the spool, unacknowledged. It expects the last sequence that its run knew, and no message was stored behind that
 *    one in its run. As soon as this run has stored one message on the live lane, the ghost's expectation fails for
 *    ever; if the ghost comes first, our publish conflicts, and the last message shows the ghost, which is then
 *    acknowledged. Either way its fate is known once a live publish of this run is stored, and not before. Therefore
 *    the backlog lane starts only then: earlier it could store the ghost's reading a second time. A ghost of the backlog
 *    lane needs no fence of its own, as the first publish there is refused or refuses it, and rule 3 settles its readings.
 * 5. The live lane never goes back: what is not newer than its last message goes to the backlog lane, and if that
 *    message has a higher run number than ours (the data directory was lost and the clock is behind), this run takes
 *    a still higher one.
 */
export function decide<R extends Numbered>(state: FamilyState<R>, fact: Fact<R>): [FamilyState<R>, Effect<R>[]] {
  switch (fact.type) {
    case "connected":
      return [
        withLanes(state, "reading"),
        [
          { type: "readLast", lane: "live" },
          { type: "readLast", lane: "backlog" },
        ],
      ];
    case "sampled":
      return offer(state, fact.reading);
    case "last":
      return fact.lane === "live" ? settleLive(state, fact.events) : settleBacklog(state, fact.events);
    case "outcome":
      return fact.outcome === "stored" ? stored(state, fact.lane) : notStored(state, fact.lane, fact.outcome);
    case "lastUnknown":
      return pause(state, fact.lane);
    case "retry":
      return [withLane(state, fact.lane, { phase: "reading" }), [{ type: "readLast", lane: fact.lane }]];
    case "waiting":
      return takeBacklog(state, fact.readings);
  }
}

/** A new reading waits for the live lane; the one that waited before it is overtaken. */
function offer<R extends Numbered>(state: FamilyState<R>, reading: R): [FamilyState<R>, Effect<R>[]] {
  const overtaken: Effect<R>[] = state.next === undefined ? [] : [{ type: "overtaken", reading: state.next }];
  return proceed({ ...state, next: reading }, overtaken);
}

function stored<R extends Numbered>(state: FamilyState<R>, lane: LaneName): [FamilyState<R>, Effect<R>[]] {
  const { attempt } = state[lane];
  const settled = withLane(state, lane, { phase: "idle", attempt: [], failures: 0 });
  const effects: Effect<R>[] = [{ type: "stored", lane, readings: attempt }];
  if (lane === "backlog") return proceed(settled, effects);
  return proceed(withLastLive({ ...settled, fenced: true }, attempt), effects);
}

/** A first conflict is what a ghost causes, and the lane's last message explains it at once. The rest takes time. */
function notStored<R extends Numbered>(
  state: FamilyState<R>,
  lane: LaneName,
  outcome: "conflict" | "unknown" | "refused",
): [FamilyState<R>, Effect<R>[]] {
  if (outcome !== "conflict" || state[lane].failures > 0) return pause(state, lane);
  const failed = withLane(state, lane, { phase: "reading", failures: 1 });
  return [failed, [{ type: "readLast", lane }]];
}

function pause<R extends Numbered>(state: FamilyState<R>, lane: LaneName): [FamilyState<R>, Effect<R>[]] {
  const failures = state[lane].failures + 1;
  return [withLane(state, lane, { phase: "pausing", failures }), [{ type: "pause", lane, failures }]];
}

/** The live lane's last message settles the attempt if it is that very reading. */
function settleLive<R extends Numbered>(
  state: FamilyState<R>,
  events: readonly Numbered[],
): [FamilyState<R>, Effect<R>[]] {
  const { attempt } = state.live;
  const arrived = attempt.filter((reading) => events.some((event) => isSame(reading, event)));
  const effects: Effect<R>[] = [{ type: "seen", lane: "live", events }];
  if (arrived.length > 0) effects.push({ type: "stored", lane: "live", readings: arrived });
  const settled = withLane(state, "live", {
    phase: "idle",
    attempt: arrived.length > 0 ? [] : attempt,
    failures: arrived.length > 0 ? 0 : state.live.failures,
  });
  const fenced = state.fenced || arrived.length > 0;
  return proceed(withLastLive({ ...settled, fenced }, events), effects);
}

/** By rule 3 everything up to the backlog lane's last event is stored; what is left of an attempt is framed anew. */
function settleBacklog<R extends Numbered>(
  state: FamilyState<R>,
  events: readonly Numbered[],
): [FamilyState<R>, Effect<R>[]] {
  const last = newest(undefined, events);
  const { attempt } = state.backlog;
  const left = last === undefined ? attempt : attempt.filter((reading) => isBefore(last, reading));
  const arrived = attempt.filter((reading) => !left.includes(reading));
  const effects: Effect<R>[] = last === undefined ? [] : [{ type: "seenUpTo", lane: "backlog", last }];
  if (arrived.length > 0) effects.push({ type: "stored", lane: "backlog", readings: arrived });
  const failures = arrived.length > 0 ? 0 : state.backlog.failures;
  // The same array is the same framing: it is published again byte for byte.
  const changed = { phase: "idle" as const, attempt: arrived.length > 0 ? left : attempt, failures };
  return proceed(withLane(state, "backlog", changed), effects);
}

function takeBacklog<R extends Numbered>(state: FamilyState<R>, readings: readonly R[]): [FamilyState<R>, Effect<R>[]] {
  if (readings.length === 0 || !state.fenced || state.backlog.phase !== "idle" || state.backlog.attempt.length > 0) {
    return [state, []];
  }
  return proceed(withLane(state, "backlog", { attempt: readings }), []);
}

/** Starts whatever can be started now. */
function proceed<R extends Numbered>(
  state: FamilyState<R>,
  before: readonly Effect<R>[],
): [FamilyState<R>, Effect<R>[]] {
  const [live, liveEffects] = proceedLive(state);
  const [both, backlogEffects] = proceedBacklog(live);
  return [both, [...before, ...liveEffects, ...backlogEffects]];
}

function proceedLive<R extends Numbered>(state: FamilyState<R>): [FamilyState<R>, Effect<R>[]] {
  const { live, next, lastLive } = state;
  if (live.phase !== "idle") return [state, []];
  const reading = live.attempt[0] ?? next;
  if (reading === undefined) return [state, []];
  const taken = live.attempt.length > 0 ? state : withoutNext(state);
  if (lastLive !== undefined && !isBefore(lastLive, reading)) {
    const effects: Effect<R>[] = [{ type: "overtaken", reading }];
    if (lastLive.bootId >= reading.bootId) effects.push({ type: "renumber", above: lastLive.bootId });
    const [rest, restEffects] = proceedLive(withLane(taken, "live", { attempt: [] }));
    return [rest, [...effects, ...restEffects]];
  }
  const attempt = live.attempt.length > 0 ? live.attempt : [reading];
  const effects: Effect<R>[] = [{ type: "publish", lane: "live", readings: attempt }];
  return [withLane(taken, "live", { phase: "publishing", attempt }), effects];
}

function proceedBacklog<R extends Numbered>(state: FamilyState<R>): [FamilyState<R>, Effect<R>[]] {
  const { backlog, fenced, live, next } = state;
  if (backlog.phase !== "idle" || !fenced) return [state, []];
  const { attempt } = backlog;
  if (attempt.length === 0) {
    const before = live.attempt[0] ?? next;
    return [state, [{ type: "takeWaiting", ...(before === undefined ? {} : { before }) }]];
  }
  return [
    withLane(state, "backlog", { phase: "publishing" }),
    [{ type: "publish", lane: "backlog", readings: attempt }],
  ];
}

function withLane<R>(state: FamilyState<R>, lane: LaneName, change: Partial<LaneState<R>>): FamilyState<R> {
  return { ...state, [lane]: { ...state[lane], ...change } };
}

function withLanes<R>(state: FamilyState<R>, phase: LaneState<R>["phase"]): FamilyState<R> {
  return withLane(withLane(state, "live", { phase }), "backlog", { phase });
}

function withLastLive<R>(state: FamilyState<R>, events: readonly Numbered[]): FamilyState<R> {
  const lastLive = newest(state.lastLive, events);
  return lastLive === undefined ? state : { ...state, lastLive };
}

function withoutNext<R>({ next: _, ...rest }: FamilyState<R>): FamilyState<R> {
  return rest;
}

function isSame(one: Numbered, other: Numbered): boolean {
  return one.bootId === other.bootId && one.sequence === other.sequence;
}
