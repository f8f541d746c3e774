/** What a row of the table needs from the run it is part of. */
export interface RowContext {
  /** Fewer and shorter rounds: to see that a row works, not to judge by. */
  quick: boolean;
  signal: AbortSignal;
  /** A line of progress. */
  tell(line: string): void;
}

/** Values of one side, one for each round, in the row's unit. */
export type Rounds = readonly number[];

export interface RowResult {
  /** One line for each thing that was compared; most rows have one. */
  comparisons: Comparison[];
  /** What else was seen: versions of peers, memory, parts. One line each. */
  notes: string[];
}

/**
 * Ours against a baseline of the same run, both interleaved round by round; or ours against a fixed bound when there is no baseline.
 * `ratio` is ours divided by the baseline, round by round.
 */
export interface Comparison {
  what: string;
  unit: string;
  ours: Rounds;
  baseline?: { name: string; rounds: Rounds };
  target: Target;
}

/** Bounds of the ratio when there is a baseline, of the median otherwise. */
export type Target = { atLeast: number } | { atMost: number } | { stated: true };

/** One row of the table: `--only NAME`. */
export interface Row {
  name: string;
  /** What is compared, in one line. */
  summary: string;
  /** Runs it. Throws when it cannot be measured here; the row then says why. */
  run(context: RowContext): Promise<RowResult>;
}
