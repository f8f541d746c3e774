import type { RowResult } from "../row.js";
import { median, percentile } from "../statistics.js";
import { answersOf, faultsOf, type Tally } from "./tally.js";

/** What one load has met, and the processor time that it took the API. */
export interface Phase {
  tally: Tally;
  cpuSeconds: number;
}

export interface Round {
  /** Answers a second when each of a few connections sends the next request once the last is answered. */
  capacity: number;
  atCapacity: Phase;
  /** A little less than that, at a constant rate. */
  calm: Phase;
  /** Much more than that, at a constant rate. */
  over: Phase;
}

/** What was asked for, and how. */
interface Asked {
  name: string;
  text: string;
  calmShare: number;
  overloadConnections: number;
}

/** The figures of the row for one kind of request. */
export function toResult(rounds: readonly Round[], { name, text, calmShare, overloadConnections }: Asked): RowResult {
  const over = rounds.map((round) => round.over.tally);
  const p99 = (tallies: readonly Tally[]) => tallies.map(({ latenciesMs }) => percentile(latenciesMs, 0.99));
  return {
    comparisons: [
      {
        what: `${name}: p99 of what is admitted with 10 times the capacity offered`,
        unit: "ms",
        ours: p99(over),
        baseline: { name: `${calmShare} × capacity`, rounds: p99(rounds.map(({ calm }) => calm.tally)) },
        target: { atMost: 2 },
      },
      {
        what: `${name}: anything but 200, or 429 and 503 with Retry-After`,
        unit: "requests",
        ours: over.map(faultsOf),
        target: { atMost: 0 },
      },
      {
        what: `${name}: offered, and answered one way or the other`,
        unit: "× capacity",
        ours: rounds.map(({ capacity, over: { tally } }) => answersOf(tally) / tally.seconds / capacity),
        target: { atLeast: 9.5 },
      },
      {
        what: `${name}: answered with 200 meanwhile`,
        unit: "× capacity",
        ours: rounds.map(({ capacity, over: { tally } }) => servedOf(tally) / tally.seconds / capacity),
        target: { stated: true },
      },
      {
        what: `${name}: processor time of a refusal`,
        unit: "× an answer's",
        ours: rounds.map(refusalCost),
        target: { stated: true },
      },
    ],
    notes: [
      `${name}: a request is ${text}, with token, rate limit and log as by default; capacity ` +
        `${perSecond(rounds.map(({ capacity }) => capacity))} (closed, p99 ${milliseconds(p99(rounds.map(({ atCapacity }) => atCapacity.tally)))})`,
      `${name}: at ${calmShare} × capacity refused: ${refusedShare(rounds.map(({ calm }) => calm.tally))}; with 10 × it: ${refusedShare(over)}`,
      `${name}: latencies count from when a request was meant to be sent; ${overloadConnections} connections stay open, and ` +
        `${over.reduce((sum, { sentLate }) => sum + sentLate, 0)} of ${over.reduce(meantOf, 0)} requests had to wait for a free one, ` +
        `${over.reduce((sum, { neverSent }) => sum + neverSent, 0)} in vain`,
      `${name}: the client shares the machine: it took ${cores(over.map((tally) => tally.clientCpuSeconds / tally.seconds))}, ` +
        `the API ${cores(rounds.map(({ over: phase }) => phase.cpuSeconds / phase.tally.seconds))}`,
      ...over.flatMap(({ firstFailure }) => (firstFailure === undefined ? [] : [`${name}: failed: ${firstFailure}`])),
    ],
  };
}

/**
 * What a refusal costs the API for each that an answer costs it: the answers of an overload are taken to cost what they cost at capacity,
 * and the rest of its processor time is the refusals'.
 */
export function refusalCost({ atCapacity, over }: Pick<Round, "atCapacity" | "over">): number {
  const ofAnswer = atCapacity.cpuSeconds / servedOf(atCapacity.tally);
  const served = servedOf(over.tally);
  return (over.cpuSeconds - served * ofAnswer) / (answersOf(over.tally) - served) / ofAnswer;
}

function meantOf(sum: number, tally: Tally): number {
  return sum + answersOf(tally) + tally.failed + tally.neverSent;
}

function servedOf({ answered }: Tally): number {
  return answered[200] ?? 0;
}

function refusedShare(tallies: readonly Tally[]): string {
  const shares = tallies.map((tally) => (answersOf(tally) - servedOf(tally)) / answersOf(tally));
  return `${(median(shares) * 100).toFixed(1)} %`;
}

function perSecond(values: readonly number[]): string {
  return `${Math.round(median(values))}/s`;
}

function milliseconds(values: readonly number[]): string {
  return `${median(values).toFixed(1)} ms`;
}

function cores(values: readonly number[]): string {
  return `${median(values).toFixed(2)} cores`;
}
