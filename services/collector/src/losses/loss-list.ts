import { isBefore } from "../spool/pending.js";

/** Why events were given up; `spool-damaged` may not know which. */
export type LossReason = "spool-full" | "spool-unwritable" | "spool-damaged" | "too-large";

/** Consecutive numbers of one family and run that were given up. Plain, so that it can be kept as JSON. */
export interface Loss {
  /** Empty, with all numbers 0, when a damaged place hides which events it held. */
  family: string;
  bootId: number;
  first: number;
  last: number;
  /** How many of the numbers; fewer than all of them only where losses had to be joined. */
  count: number;
  /** When the first and the last were observed (Unix milliseconds). */
  firstMs: number;
  lastMs: number;
  reason: LossReason;
  /** When they were given up (Unix milliseconds). */
  atMs: number;
}

/** One event among them. */
export interface LostEvent {
  family: string;
  bootId: number;
  sequence: number;
}

/** So many are kept apart; what comes on top is joined with what is there. */
export const lossesMax = 1_000;

/** Adds a loss to those in their order: what follows the last one of its line becomes one with it. */
export function withLoss(losses: readonly Loss[], loss: Loss, max = lossesMax): Loss[] {
  const at = losses.findLastIndex((one) => isSameLine(one, loss));
  const before = losses[at];
  if (before === undefined) return losses.length < max ? [...losses, loss] : withoutOldest(losses, loss);
  const follows = loss.family === "" || (before.last + 1 === loss.first && isExact(before));
  if (!follows && losses.length < max) return [...losses, loss];
  return losses.with(at, joined(before, loss));
}

/** The losses without one number: it is in the log after all. */
export function withoutEvent(losses: readonly Loss[], event: LostEvent): Loss[] {
  return losses.flatMap((loss) => (holds(loss, event) ? around(loss, event.sequence) : [loss]));
}

/** Which of the losses can be told, and which have a number whose fate is open. */
export function apart(losses: readonly Loss[], open: readonly LostEvent[]): { told: Loss[]; kept: Loss[] } {
  const [told, kept]: [Loss[], Loss[]] = [[], []];
  for (const loss of losses) {
    const within = new Set(open.filter((event) => holds(loss, event)).map(({ sequence }) => sequence));
    if (within.size > 0 && !isExact(loss)) {
      kept.push(loss);
      continue;
    }
    told.push(...[...within].reduce<Loss[]>((parts, sequence) => withoutEvent(parts, { ...loss, sequence }), [loss]));
    for (const sequence of within) kept.push(part(loss, sequence, sequence));
  }
  return { told, kept };
}

/** Runs of consecutive numbers among events of any families, in order. */
export function toLosses(
  events: readonly (LostEvent & { observedAtMs: number })[],
  { reason, atMs }: { reason: LossReason; atMs: number },
): Loss[] {
  const ordered = events.toSorted((one, other) =>
    one.family === other.family ? (isBefore(one, other) ? -1 : 1) : one.family < other.family ? -1 : 1,
  );
  const losses: Loss[] = [];
  for (const { family, bootId, sequence, observedAtMs } of ordered) {
    const loss = { family, bootId, first: sequence, last: sequence, count: 1, reason, atMs };
    const whole = { ...loss, firstMs: observedAtMs, lastMs: observedAtMs };
    const before = losses.at(-1);
    if (before !== undefined && isSameLine(before, whole) && before.last + 1 === sequence) {
      losses[losses.length - 1] = joined(before, whole);
    } else losses.push(whole);
  }
  return losses;
}

function isSameLine(one: Loss, other: Loss): boolean {
  return one.family === other.family && one.bootId === other.bootId && one.reason === other.reason;
}

function isExact({ family, first, last, count }: Loss): boolean {
  return family !== "" && count === last - first + 1;
}

function holds({ family, bootId, first, last }: Loss, event: LostEvent): boolean {
  return family === event.family && bootId === event.bootId && first <= event.sequence && event.sequence <= last;
}

function joined(one: Loss, other: Loss): Loss {
  return {
    ...one,
    first: Math.min(one.first, other.first),
    last: Math.max(one.last, other.last),
    count: one.count + other.count,
    firstMs: Math.min(one.firstMs, other.firstMs),
    lastMs: Math.max(one.lastMs, other.lastMs),
    atMs: other.atMs,
  };
}

/** The oldest loses its numbers, not its count. */
function withoutOldest(losses: readonly Loss[], loss: Loss): Loss[] {
  const oldest = losses.findIndex(({ family }) => family !== "");
  const found = losses[oldest];
  if (found === undefined) return [...losses];
  const unnamed = { ...found, family: "", bootId: 0, first: 0, last: 0 };
  return [...withLoss(losses.toSpliced(oldest, 1), unnamed, Number.POSITIVE_INFINITY), loss];
}

function around(loss: Loss, sequence: number): Loss[] {
  if (!isExact(loss)) return loss.count === 1 ? [] : [{ ...loss, count: loss.count - 1 }];
  return [part(loss, loss.first, sequence - 1), part(loss, sequence + 1, loss.last)].filter(({ count }) => count > 0);
}

/** Times within are taken for even. */
function part(loss: Loss, first: number, last: number): Loss {
  const at = (sequence: number) =>
    Math.round(
      loss.firstMs + ((loss.lastMs - loss.firstMs) * (sequence - loss.first)) / Math.max(1, loss.last - loss.first),
    );
  return { ...loss, first, last, count: last - first + 1, firstMs: at(first), lastMs: at(last) };
}
