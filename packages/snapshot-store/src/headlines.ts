import type { Headline, Position } from "./snapshot.js";
import { isLater } from "./version.js";

/** The short history has one sample per slot of this length, and every requested one. */
export const headlineSlotMs = 30_000;

/** How many slots back from the newest sample the history reaches, and the most samples it holds. */
export const headlinesMax = 60;

export interface HeadlineHistory {
  /** Of the last event that was folded, whether or not it left a sample. */
  last?: Position;
  /** Oldest first. */
  headlines: readonly Headline[];
}

export interface HeadlineEvent extends Position {
  requested: boolean;
  clearsHistory: boolean;
  headline: Headline;
}

/**
 * The history after one more event of the live `host` family. `apply-script.ts` does the same in Redis.
 *
 * The first event of each slot leaves a sample, and every requested one does; one that clears the history does so
 * before it. A clock that was set back takes the samples of the future with it, so that times ascend. After an
 * append only the newest 60 slots and 60 samples stay: so the result depends on no event that was observed more than
 * 30 minutes before the last, and a replay of that window rebuilds it exactly.
 */
export function foldHeadline(history: HeadlineHistory, event: HeadlineEvent): HeadlineHistory {
  if (history.last !== undefined && !isLater(event, history.last)) return history;
  const folded: FoldingHistory = { headlines: [...history.headlines] };
  foldInto(folded, event);
  return folded;
}

/** A history that one owner folds in place: of many nodes at once, a new one for each event would be garbage that lives long. */
export interface FoldingHistory {
  last?: { bootId: number; sequence: number };
  headlines: Headline[];
}

/** The same as `foldHeadline`, in place. */
export function foldInto(history: FoldingHistory, event: HeadlineEvent): void {
  if (history.last !== undefined && !isLater(event, history.last)) return;
  setLast(history, event);
  const { headlines } = history;
  const { observedAtMs } = event.headline;
  const slot = slotOf(event.headline);
  if (event.clearsHistory) headlines.length = 0;
  if (headlines.some((headline) => headline.observedAtMs > observedAtMs)) {
    history.headlines = headlines.filter((headline) => headline.observedAtMs <= observedAtMs);
    append(history.headlines, event, slot);
    return;
  }
  append(headlines, event, slot);
}

function append(headlines: Headline[], { requested, headline }: HeadlineEvent, slot: number): void {
  const newest = headlines.at(-1);
  if (!requested && newest !== undefined && slotOf(newest) === slot) return;
  headlines.push(headline);
  const firstWithin = headlines.findIndex((one) => slotOf(one) > slot - headlinesMax);
  headlines.splice(0, Math.max(firstWithin, headlines.length - headlinesMax));
}

/** Makes an event the last one, whatever it read. */
export function setLast(history: FoldingHistory, { bootId, sequence }: Position): void {
  if (history.last === undefined) history.last = { bootId, sequence };
  else {
    history.last.bootId = bootId;
    history.last.sequence = sequence;
  }
}

/**
 * Whether an event that comes after all of the history would change its samples. Otherwise it only becomes the last:
 * what it read need not be known.
 */
export function changesSamples(
  { headlines }: HeadlineHistory,
  event: { observedAtMs: number; requested: boolean; clearsHistory: boolean },
): boolean {
  const newest = headlines.at(-1);
  if (newest === undefined || event.requested || event.clearsHistory) return true;
  return newest.observedAtMs > event.observedAtMs || slotOf(newest) !== slotOf(event);
}

function slotOf({ observedAtMs }: Pick<Headline, "observedAtMs">): number {
  return Math.floor(observedAtMs / headlineSlotMs);
}
