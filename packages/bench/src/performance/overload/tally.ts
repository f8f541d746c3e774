/** What a load has met, told from one process to another. */
export interface Tally {
  /** Answers by status. */
  answered: Record<number, number>;
  /** 429 and 503 that do not say when to come back. */
  withoutRetryAfter: number;
  /** Connections that broke, answers that could not be read, and what was not answered in time. */
  failed: number;
  /** What the first failure was. */
  firstFailure?: string;
  /** Sent later than meant because every connection was in use; their latency counts from when they were meant. */
  sentLate: number;
  /** Meant, but never sent: there was no free connection until the end. Nobody has been asked these. */
  neverSent: number;
  /** From the first request that was meant to the last one. */
  seconds: number;
  /** Milliseconds from when a request was meant to be sent to its whole answer, of those with status 200. */
  latenciesMs: number[];
  /** Processor time of the client. */
  clientCpuSeconds: number;
}

export function emptyTally(): Tally {
  return {
    ...{ answered: {}, withoutRetryAfter: 0, failed: 0, sentLate: 0, neverSent: 0, seconds: 0, clientCpuSeconds: 0 },
    latenciesMs: [],
  };
}

/** All answers, whatever their status. */
export function answersOf({ answered }: Tally): number {
  return Object.values(answered).reduce((sum, count) => sum + count, 0);
}

/**
 * Everything that an overload must not cause: connections that break, requests without an answer, other statuses than 200, 429 and
 * 503, and refusals without `Retry-After`.
 */
export function faultsOf(tally: Tally): number {
  const { answered, failed, withoutRetryAfter } = tally;
  const { 200: served = 0, 429: limited = 0, 503: refused = 0 } = answered;
  return failed + withoutRetryAfter + (answersOf(tally) - served - limited - refused);
}
