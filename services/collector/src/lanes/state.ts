import { isBefore } from "../spool/pending.js";

export type LaneName = "live" | "backlog";

/** What identifies a reading within its family. */
export interface Numbered {
  bootId: number;
  sequence: number;
}

export interface LaneState<R> {
  /**
   * `closed` before the first connection; `reading` the lane's last message; `publishing` the attempt; `pausing` after
   * a failure; `idle` when the lane's last message is known, so that something may be published.
   */
  phase: "closed" | "reading" | "idle" | "publishing" | "pausing";
  /** What was or is to be published and is not settled: one reading live, several as one message of the backlog. */
  attempt: readonly R[];
  /** In a row. */
  failures: number;
}

export interface FamilyState<R> {
  live: LaneState<R>;
  backlog: LaneState<R>;
  /** The newest reading, waiting for the live lane. */
  next?: R;
  /** This run has stored a message on the live lane. */
  fenced: boolean;
  /** The newest event known to be on the live lane. */
  lastLive?: Numbered;
}

export type Fact<R> =
  | { type: "connected" }
  | { type: "sampled"; reading: R }
  /** The events in a lane's last message, none of an empty lane. */
  | { type: "last"; lane: LaneName; events: readonly Numbered[] }
  | { type: "lastUnknown"; lane: LaneName }
  | { type: "outcome"; lane: LaneName; outcome: "stored" | "conflict" | "unknown" | "refused" }
  | { type: "retry"; lane: LaneName }
  /** The oldest readings in the spool, the answer to `takeWaiting`. */
  | { type: "waiting"; readings: readonly R[] };

export type Effect<R> =
  | { type: "readLast"; lane: LaneName }
  | { type: "publish"; lane: LaneName; readings: readonly R[] }
  | { type: "pause"; lane: LaneName; failures: number }
  /** Readings of an attempt of this run are in the log. */
  | { type: "stored"; lane: LaneName; readings: readonly R[] }
  /** These events are in the log, whichever run sent them. */
  | { type: "seen"; lane: LaneName; events: readonly Numbered[] }
  /** All events up to this one are in the log. */
  | { type: "seenUpTo"; lane: LaneName; last: Numbered }
  /** The reading will not go live: it waits in the spool for the backlog lane. */
  | { type: "overtaken"; reading: R }
  /** Later readings need a run number above this one. */
  | { type: "renumber"; above: number }
  /** Asks for the oldest waiting readings, all of them older than `before`. */
  | { type: "takeWaiting"; before?: R };

export function initialState<R>(): FamilyState<R> {
  const lane: LaneState<R> = { phase: "closed", attempt: [], failures: 0 };
  return { live: lane, backlog: lane, fenced: false };
}

/** The latest of `events` and `known`. */
export function newest(known: Numbered | undefined, events: readonly Numbered[]): Numbered | undefined {
  return events.reduce<Numbered | undefined>(
    (latest, event) => (latest === undefined || isBefore(latest, event) ? event : latest),
    known,
  );
}
