import type { History } from "../connect.js";
import {
  type KeptSince,
  keptAtBest,
  keptSinceOf,
  type RetentionChanges,
  retentionChanges,
} from "../schema/retention-changes.js";
import { changeMark } from "./change-mark.js";
import { closesRange } from "./closed-tiles.js";
import { type ClosedUntil, closedUntil } from "./closed-until.js";
import type { SeriesRequest } from "./metric-series.js";
import { planSeries, type SeriesPlan } from "./plan-series.js";

/** A plan, and what the store said that it follows from. */
export interface ChosenPlan {
  plan: SeriesPlan;
  kept: KeptSince;
  /** Of a plan of readings nothing. */
  closed: ClosedUntil;
}

/**
 * The plan as it would be by the last answers; undefined when there are none, or of what was known at a time. It may be out
 * of date: `choosePlan` tells.
 */
export function recallPlan(history: History, request: SeriesRequest, nowMs: number): ChosenPlan | undefined {
  const answers = lastAnswers.get(history);
  if (answers?.changes === undefined || request.asOfMs !== undefined) return undefined;
  const kept = keptSinceOf(history, answers.changes, nowMs);
  const plan = planOf(request, kept);
  const closed = plan.source === "raw" ? nothingClosed : answers.closed.get(keyOf(plan));
  return closed && { plan, kept, closed };
}

/**
 * A plan by what is kept and closed now: the recalled one when nothing has changed since, or another by new answers. Errors:
 * as `planSeries`, and the server's.
 */
export async function choosePlan(
  history: History,
  request: SeriesRequest,
  { nowMs, recalled }: { nowMs: number; recalled: ChosenPlan | undefined },
): Promise<ChosenPlan> {
  if (request.asOfMs !== undefined) return (await askPlan(history, request, nowMs)).chosen;
  const markBefore = lastAnswers.get(history)?.mark;
  if (recalled !== undefined || markBefore === undefined) {
    const mark = await changeMark(history);
    if (recalled !== undefined && mark === markBefore) return recalled;
    return remembered(history, mark, await askPlan(history, request, nowMs));
  }
  const [mark, asked] = await Promise.all([changeMark(history), askPlan(history, request, nowMs)]);
  if (mark === markBefore) return remembered(history, mark, asked);
  // Which of the two was answered first is not known.
  lastAnswers.set(history, { mark, closed: new Map() });
  return asked.chosen;
}

interface Asked {
  chosen: ChosenPlan;
  changes: RetentionChanges;
}

/** Asks what is kept and closed, both at once when an answer from rollups is certain. */
async function askPlan(history: History, request: SeriesRequest, nowMs: number): Promise<Asked> {
  const { asOfMs } = request;
  const ask = (plan: SeriesPlan) => closedUntil(history, asOfMs === undefined ? closesRange(plan) : { asOfMs });
  const atBest = planOf(request, keptAtBest(history, nowMs));
  const [changes, asked] = await Promise.all([
    retentionChanges(history),
    atBest.source === "raw" ? undefined : ask(atBest),
  ]);
  const kept = keptSinceOf(history, changes, nowMs);
  const plan = planOf(request, kept);
  const closed = plan.source === "raw" ? nothingClosed : (asked ?? (await ask(plan)));
  return { chosen: { plan, kept, closed }, changes };
}

const nothingClosed: ClosedUntil = { hoursMs: 0, daysMs: 0 };

/** Answers that were asked for after a mark was. */
interface Answers {
  mark: string;
  changes?: RetentionChanges;
  /** By plan, the one that was asked for last at the end. */
  closed: Map<string, ClosedUntil>;
}

const lastAnswers = new WeakMap<History, Answers>();
/** So many ranges are looked at again and again; each has up to 2 500 records of closes. */
const plansMax = 16;

function remembered(history: History, mark: string, { chosen, changes }: Asked): ChosenPlan {
  const { plan, closed } = chosen;
  const last = lastAnswers.get(history);
  const answers = { mark, changes, closed: last?.mark === mark ? last.closed : new Map<string, ClosedUntil>() };
  lastAnswers.set(history, answers);
  if (plan.source === "raw") return chosen;
  answers.closed.delete(keyOf(plan));
  answers.closed.set(keyOf(plan), closed);
  for (const key of [...answers.closed.keys()].slice(0, -plansMax)) answers.closed.delete(key);
  return chosen;
}

function planOf(request: SeriesRequest, kept: Pick<KeptSince, "rawMs" | "hourlyMs">): SeriesPlan {
  return planSeries({ ...request, metric: request.metric[0] }, kept);
}

function keyOf({ source, fromMs, toMs, stepMs }: SeriesPlan): string {
  return `${source} ${fromMs} ${toMs} ${stepMs}`;
}
