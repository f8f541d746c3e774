export interface LogList {
  node: string;
  /** By name. */
  logs: LogSummary[];
}

export interface LogSummary {
  log: string;
  /**
   * Number of its last line; lines are numbered from 1, over rotations and restarts.
   * @isLong
   */
  total_lines: number;
  /** When that was written. */
  last_at: string;
}

/** Lines of a log, newest first. */
export interface LogPage {
  node: string;
  log: string;
  /**
   * Number of the log's last line.
   * @isLong
   */
  total_lines: number;
  lines: LogLine[];
  /** Pass it as `cursor` for the lines before these; null when there are none. */
  next_cursor: string | null;
}

export interface LogLine {
  /**
   * Its number in the log. A missing one was given up by the node, because lines came faster than is allowed or the file
   * was gone.
   * @isLong
   */
  line: number;
  /** When it was written; when it was read, where the source does not tell. */
  at: string;
  text: string;
  /** As syslog has it; null where the source does not tell. */
  severity: "emergency" | "alert" | "critical" | "error" | "warning" | "notice" | "info" | "debug" | null;
  /** The unit or program that wrote it; null where the source does not tell. */
  origin: string | null;
  /** The line was longer than is kept. */
  truncated: boolean;
}
