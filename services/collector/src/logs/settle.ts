import { isLater, type Progress } from "./position.js";

/**
 * What the last message of a log means for the event whose publishing had an unknown end, or for the next one.
 * - `stored`: it is the event itself.
 * - `again`: the event is not there; it, and nothing else, is to be published.
 * - `adopt`: it is further than what we know of (an attempt of a run that was killed has arrived late, or the position
 *   that we had read on from was an old one): reading goes on behind it.
 * An older message than we know of is no news: the stream has lost what followed, or the answer came from a replica
 * that is behind.
 */
export function settle(
  known: Progress,
  attempt: Progress | undefined,
  last: Progress | undefined,
): "stored" | "again" | "adopt" {
  if (last === undefined) return "again";
  const isAttempt = attempt !== undefined && last.bootId === attempt.bootId && last.sequence === attempt.sequence;
  if (isAttempt) return "stored";
  return isLater(last, known) ? "adopt" : "again";
}
