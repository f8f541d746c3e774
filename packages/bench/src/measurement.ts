/** One thing that is measured: `npm run bench -- NAME …`. */
export interface Measurement {
  name: string;
  /** What it measures, in one line. */
  summary: string;
  /** Runs it with its own arguments and resolves to the exit code. Progress goes to standard error, figures to standard output. */
  run(words: readonly string[], signal: AbortSignal): Promise<number>;
}
