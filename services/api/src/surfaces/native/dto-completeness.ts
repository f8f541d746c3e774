/**
 * What the history should have of a node in a range, by the numbers of its events, and what it has. The sums are of
 * events; lines of logs are counted by log.
 */
export interface Completeness {
  node: string;
  from: string;
  to: string;
  /** Events that should be there: the received ones, and those whose numbers are missing between them. */
  expected: number;
  /** Events that are there, each once. */
  received: number;
  /** Received as a share of expected; 1 when nothing was expected. */
  ratio: number;
  /** Received events that the log had more than a minute after they were observed. */
  late: number;
  /** Rows beyond one an event: 0 unless something is wrong with the history. */
  doubled: number;
  families: FamilyCompleteness[];
  /** In the order of family, run and number; the first thousand. */
  missing: MissingInterval[];
  /** By name. Lines count when they arrived. */
  logs: LogCompleteness[];
  /** In the order of log and number; the first thousand. */
  missing_lines: MissingLines[];
  /** There are more missing intervals than are shown and counted. */
  truncated: boolean;
}

/** The events of a node that share one numbering. */
export interface FamilyCompleteness {
  /** `host`, `host.containers`, `inventory`, … */
  family: string;
  expected: number;
  received: number;
  late: number;
  doubled: number;
  /**
   * How much later than the node says the log had the events that came live, in the middle: the way there, and the
   * difference of the clocks. Null when none came live.
   */
  clock_skew_seconds: number | null;
}

/** Consecutive numbers of one run of a collector that are not in the history. */
export interface MissingInterval {
  family: string;
  /** The run: Unix milliseconds of when the collector started, about. */
  boot_id: number;
  first_sequence: number;
  last_sequence: number;
  count: number;
  /** When the events around it were observed; before the first of a run, when that began. */
  after: string;
  before: string;
  /** It may still close by itself: it is younger than 30 seconds, or a backlog that has not come to it is being sent. */
  outstanding: boolean;
  /**
   * Why, when the node itself has said that it gave them up: `spool-full`, `spool-unwritable`, `spool-damaged` or
   * `too-large`; `dead-letters-full` and `dead-letters-old` when they were set aside, and that letter went. Null when nobody knows.
   */
  reason: string | null;
}

/** The lines of one log, which share one numbering over all runs of the collector. */
export interface LogCompleteness {
  log: string;
  /** Received lines, and those whose numbers are missing between them. */
  expected: number;
  received: number;
  /** Lines that arrived more than a minute after they were written. */
  late: number;
  /** Rows beyond one a number: a node that has lost its data begins to count again. */
  doubled: number;
  /** Lines that the node gave up and said so, because they came faster than is allowed or the file was gone: not expected. */
  given_up: number;
  /** Arrival less the line's own time, in the middle. Null without lines. */
  clock_skew_seconds: number | null;
}

/** Consecutive numbers of lines that are not in the history. */
export interface MissingLines {
  log: string;
  /** @isLong */
  first_line: number;
  /** @isLong */
  last_line: number;
  count: number;
  /** When the lines around them arrived. */
  after: string;
  before: string;
  outstanding: boolean;
}
