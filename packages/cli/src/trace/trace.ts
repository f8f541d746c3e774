import type { EventKind } from "@statwire/events";
import type { GivenUpLines, ReportOfEvent, RollupOfEvent, StoredEvent, TypedRows } from "@statwire/history-store";

/** What is looked for: a number of a family in one run, or a line of a log, which has its number in every run. */
export interface Sought {
  workspace: string;
  node: string;
  kind: EventKind;
  /** The family; of a log's lines the name of the log. */
  family: string;
  number: number;
  /** The run; undefined: the newest that has the number. Not of lines. */
  bootId: number | undefined;
}

/** A place that could not be looked at. */
export interface Unknown {
  state: "unknown";
  reason: string;
}

/** The collector's spool. Lines of logs have none: their file is it. */
export type SpoolPlace =
  | { state: "waiting" | "acknowledged"; segment: number; offset: number; bytes: number; bootId: number }
  | { state: "absent" }
  | Unknown;

/** Numbers that a message of the lane holds. */
export interface Neighbour {
  sequence: number;
  bootId: number | undefined;
  first: number;
  last: number;
}

/** The stream. */
export type StreamPlace =
  | {
      state: "there";
      stream: string;
      sequence: number;
      subject: string;
      lane: "live" | "backlog" | "retry" | "log";
      storedAtMs: number;
      bytes: number;
      /** Which of the message's events it is, from 0, and of how many; absent where they cannot be read. */
      frame?: number;
      frames?: number;
      unreadable?: string;
      /** As the event has it, Unix milliseconds. */
      observedAtMs?: number;
      /** Names of its sub-messages. */
      parts: string[];
      /** The message says that the collector has given the line up, and why. */
      givenUp?: string;
    }
  /** The history names its message, and the stream has it no more. */
  | { state: "left"; stream: string; sequence: number; how: "dropped by age or for room" | "deleted" }
  | { state: "absent"; stream: string; before?: Neighbour; after?: Neighbour; isCutShort: boolean }
  | Unknown;

/** How far the ingester's record is. */
export type CutPlace =
  | { state: "committed"; committed: number }
  | { state: "open"; committed: number; first: number; last: number }
  | { state: "not taken"; committed: number; messagesBefore: number }
  | { state: "no message" }
  | Unknown;

/** The history. */
export type HistoryPlace =
  | {
      state: "stored" | "quarantined";
      /** One, unless it is doubled. */
      rows: Pick<StoredEvent, "eventSeq" | "eventIndex" | "observedAtMs" | "receivedAtMs" | "quarantined">[];
      tables: TypedRows[];
      rollup?: RollupOfEvent;
      report?: ReportOfEvent;
    }
  | { state: "absent"; report?: ReportOfEvent; givenUp?: GivenUpLines }
  | Unknown;

export interface LetterPlace {
  number: number;
  streamSequence: number;
  reason: string;
}

/** A part of the snapshot, compared with the event. */
export interface SnapshotPart {
  part: string;
  is: "this event" | "newer" | "older" | "absent";
  bootId?: number;
  number?: number;
}

export type SnapshotPlace = { state: "known"; parts: SnapshotPart[] } | Unknown;

/** Where an event is, place by place in the order of its way. */
export interface Trace {
  sought: Sought;
  /** Other runs of which the history has the number. */
  otherRuns: number[];
  spool: SpoolPlace;
  stream: StreamPlace;
  cut: CutPlace;
  history: HistoryPlace;
  deadLetters: LetterPlace[] | Unknown;
  snapshot: SnapshotPlace;
}

/** True for a place that could not be looked at. */
export function isUnknown(place: object): place is Unknown {
  return "state" in place && place.state === "unknown";
}
