import { type EventLog, openCutRecord, reachingState } from "@statwire/event-log";
import { type Logger, retryForever } from "@statwire/runtime";
import { claimStream } from "./claim.js";
import type { AroundFaultPoint } from "./fault-points.js";
import type { IngestedStream } from "./ingested-streams.js";
import { CutLedger } from "./ledger.js";

/** Why nothing of a stream is stored right now. */
export interface Trouble {
  reason: string | undefined;
  /** The stream is not ingested now: what is under way, or tries whether it can be again, has nothing to say. */
  isStopped?: boolean;
}

/** Repeats an act until it succeeds. @throws the signal's reason when it aborts. */
export type Persevere = <Result>(what: string, act: () => Promise<Result>) => Promise<Result>;

/** A stream that was taken over. */
export interface HeldStream {
  stream: IngestedStream;
  ledger: CutLedger;
  /** Where the stream ended at that moment. */
  lastSequence: number;
  trouble: Trouble;
}

export interface TakeOverOptions {
  /** Our name; new at each start. */
  holder: string;
  silenceMs: number;
  troubles: ReadonlyMap<IngestedStream, Trouble>;
  persevere: Persevere;
  /** Where tests end the process. */
  around: AroundFaultPoint;
  signal: AbortSignal;
  log: Logger;
}

/**
 * Takes streams over in their order. Only for the first is a silent holder waited for: who has it is the one that may
 * have the others, so that two processes never hold a part each. A holder of those that still lives is fenced.
 */
export async function takeOver(
  eventLog: EventLog,
  streams: readonly IngestedStream[],
  { holder, silenceMs, troubles, persevere, around, signal, log }: TakeOverOptions,
): Promise<HeldStream[]> {
  const held: HeldStream[] = [];
  for (const stream of streams) {
    const store = openCutRecord(eventLog, stream.name);
    const claiming = {
      holder,
      readStream: (committed: number) =>
        persevere("reading the stream", () => reachingState(eventLog, stream.name, committed, { signal })),
      silenceMs: held.length === 0 ? silenceMs : 0,
      signal,
      log,
    };
    const { record, lastSequence } = await around("take over", () => claimStream(store, claiming));
    const ledger = new CutLedger(store, record, shortlyAfter(signal));
    held.push({ stream, ledger, lastSequence, trouble: troubles.get(stream) ?? { reason: undefined } });
  }
  return held;
}

/** Repeats for ever, and says in every stream's trouble what does not succeed. */
export function perseverance(
  troubles: Iterable<Trouble>,
  { signal, log }: { signal: AbortSignal; log: Logger },
): Persevere {
  return (what, act) =>
    retryForever(act, {
      signal,
      onFailure: (error) => {
        for (const trouble of troubles) trouble.reason = `${what}: ${(error as Error).message}`;
        log.warn({ err: error }, `${what} failed, trying again`);
      },
    });
}

/** Aborts a few seconds after the signal: what is recorded last at a stop may still be on its way then. */
function shortlyAfter(signal: AbortSignal): AbortSignal {
  const later = new AbortController();
  signal.addEventListener("abort", () => void setTimeout(() => later.abort(signal.reason), 4_000).unref());
  return later.signal;
}
