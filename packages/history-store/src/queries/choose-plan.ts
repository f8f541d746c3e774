import type { History } from "../connect.js";
import { type KeptSince, keptAtBest, keptSince } from "../schema/retention-changes.js";
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

/** Asks what is kept and closed, both at once when an answer from rollups is certain. Errors: as `planSeries`, and the server's. */
export async function choosePlan(history: History, request: SeriesRequest, nowMs: number): Promise<ChosenPlan> {
  const { asOfMs } = request;
  const ask = (plan: SeriesPlan) => closedUntil(history, asOfMs === undefined ? closesRange(plan) : { asOfMs });
  const atBest = planOf(request, keptAtBest(history, nowMs));
  const [kept, asked] = await Promise.all([
    keptSince(history, nowMs),
    atBest.source === "raw" ? undefined : ask(atBest),
  ]);
  const plan = planOf(request, kept);
  const closed = plan.source === "raw" ? nothingClosed : (asked ?? (await ask(plan)));
  if (asOfMs === undefined) remember(history, { plan, kept, closed });
  return { plan, kept, closed };
}

/**
 * The plan as it would be by the last answers; undefined when there are none, or of what was known at a time. It may be out
 * of date: whoever uses it has to choose the plan as well, and to see whether that is the same.
 */
export function recallPlan(history: History, request: SeriesRequest): ChosenPlan | undefined {
  const answers = lastAnswers.get(history);
  if (answers === undefined || request.asOfMs !== undefined) return undefined;
  const { kept } = answers;
  const plan = planOf(request, kept);
  const closed = plan.source === "raw" ? nothingClosed : answers.closed.get(keyOf(plan));
  return closed && { plan, kept, closed };
}

const nothingClosed: ClosedUntil = { hoursMs: 0, daysMs: 0 };

interface Answers {
  kept: KeptSince;
  /** By plan, the one that was asked for last at the end. */
  closed: Map<string, ClosedUntil>;
}

const lastAnswers = new WeakMap<History, Answers>();
/** So many ranges are looked at again and again; each has up to 2 500 records of closes. */
const plansMax = 16;

function remember(history: History, { plan, kept, closed }: ChosenPlan): void {
  const answers = { kept, closed: lastAnswers.get(history)?.closed ?? new Map<string, ClosedUntil>() };
  lastAnswers.set(history, answers);
  if (plan.source === "raw") return;
  answers.closed.delete(keyOf(plan));
  answers.closed.set(keyOf(plan), closed);
  for (const key of [...answers.closed.keys()].slice(0, -plansMax)) answers.closed.delete(key);
}

function planOf(request: SeriesRequest, kept: Pick<KeptSince, "rawMs" | "hourlyMs">): SeriesPlan {
  return planSeries({ ...request, metric: request.metric[0] }, kept);
}

function keyOf({ source, fromMs, toMs, stepMs }: SeriesPlan): string {
  return `${source} ${fromMs} ${toMs} ${stepMs}`;
}
