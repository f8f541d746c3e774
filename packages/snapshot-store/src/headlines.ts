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
  const last = { bootId: event.bootId, sequence: event.sequence };
  const slot = slotOf(event.headline);
  const kept = event.clearsHistory
    ? []
    : history.headlines.filter((headline) => headline.observedAtMs <= event.headline.observedAtMs);
  const newest = kept.at(-1);
  if (!event.requested && newest !== undefined && slotOf(newest) === slot) return { last, headlines: kept };
  const within = kept.filter((headline) => slotOf(headline) > slot - headlinesMax);
  return { last, headlines: [...within, event.headline].slice(-headlinesMax) };
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
