import type { Sample } from "./observer.js";

export interface PhaseFigures {
  phase: string;
  seconds: number;
  /** Highest resident bytes of each process, and of the first sample that had it. */
  rss: Record<string, { first: number; max: number }>;
  lagMax: { messages: number; seconds: number };
  /** What /readyz said while it was not simply ready, the last of it. */
  readiness: string;
}

export interface Recovery {
  /** Seconds from the end of the cause until the ingester was ready, its lag fell, and nothing was behind any more. */
  readySeconds: number | undefined;
  fallingSeconds: number | undefined;
  emptySeconds: number | undefined;
}

/** With a reading stored a second after it came, a few seconds of load are always under way. */
const emptyMessages = 1_000;

/** The figures of a phase from its samples. */
export function toPhaseFigures(phase: string, samples: readonly Sample[]): PhaseFigures {
  const rss: PhaseFigures["rss"] = {};
  const lagMax = { messages: 0, seconds: 0 };
  let readiness = "";
  for (const sample of samples) {
    for (const [name, bytes] of sample.rss) {
      const known = rss[name] ?? { first: bytes, max: bytes };
      rss[name] = { first: known.first, max: Math.max(known.max, bytes) };
    }
    lagMax.messages = Math.max(lagMax.messages, sample.lag?.messages ?? 0);
    lagMax.seconds = Math.max(lagMax.seconds, sample.lag?.seconds ?? 0);
    if (sample.readiness !== "") readiness = sample.readiness;
  }
  const seconds = ((samples.at(-1)?.atMs ?? 0) - (samples[0]?.atMs ?? 0)) / 1000;
  return { phase, seconds, rss, lagMax, readiness };
}

/** How the ingester came back after `causeGoneMs`, from the samples behind it. */
export function toRecovery(causeGoneMs: number, samples: readonly Sample[]): Recovery {
  const after = samples.filter(({ atMs }) => atMs >= causeGoneMs);
  const before = samples.findLast(({ atMs, lag }) => atMs < causeGoneMs && lag !== undefined);
  const highest = before?.lag?.messages ?? 0;
  const since = (sample: Sample | undefined) => sample && (sample.atMs - causeGoneMs) / 1000;
  return {
    readySeconds: since(after.find(({ isReady }) => isReady)),
    fallingSeconds: since(after.find(({ lag }) => lag !== undefined && lag.messages < highest)),
    emptySeconds: since(after.find(({ lag }) => lag !== undefined && lag.messages <= emptyMessages)),
  };
}
