import { metricSum } from "./ops.js";

/** How far the snapshots are behind the log, as the projector itself has measured within a short time. */
export type ProjectorLag =
  | { known: true; secondsBehind: number; events: number }
  /** Nobody answers, or no live event came meanwhile. */
  | { known: false; reason: string };

/** Two looks at the projector's metrics, and what happened between them. */
export function toProjectorLag(before: string | undefined, after: string | undefined): ProjectorLag {
  if (before === undefined || after === undefined) {
    return { known: false, reason: "the projector's ops port does not answer" };
  }
  const events = difference(before, after, "statwire_projector_lag_seconds_count");
  const seconds = difference(before, after, "statwire_projector_lag_seconds_sum");
  if (events === undefined || seconds === undefined) return { known: false, reason: "no metrics of a projector" };
  if (events <= 0) return { known: false, reason: "no live event came within the time of looking" };
  return { known: true, secondsBehind: seconds / events, events };
}

function difference(before: string, after: string, name: string): number | undefined {
  const [from, to] = [metricSum(before, name), metricSum(after, name)];
  return from === undefined || to === undefined ? undefined : to - from;
}
