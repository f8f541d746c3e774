import { type EventLog, streamState } from "@statwire/event-log";
import { streams } from "@statwire/events";
import { type Service, sleep } from "@statwire/runtime";
import type { IngestRun } from "./ingest-run.js";
import { FencedError } from "./ledger.js";
import { TooManyRefusedError } from "./refusals.js";
import type { ingesterSettings } from "./settings.js";

/** So long after it had to stop, a stream is tried again. */
const pauseMs = 5_000;

/**
 * Each try sets some refused messages aside. They take this share of the dead letters' room at most, so that none of
 * them, nor any other letter, is pushed out before somebody has looked.
 */
const lettersShareMax = 0.5;

type Ingester = Service<typeof ingesterSettings>;

/**
 * Finishes the cuts that a predecessor has left open. When too much of a stream that is not vital is refused, it is left
 * to `ingestUntilStopped` as it is, so that the others can go on.
 */
export async function finishOrPause(service: Ingester, run: IngestRun): Promise<void> {
  try {
    await run.finishOpenCuts();
  } catch (error) {
    if (run.stream.isVital || !(error instanceof TooManyRefusedError)) throw error;
    pause(service, run, error);
  }
}

/**
 * Ingests a stream until the service stops. One that cannot go on ends the process when it is vital, and so does
 * whoever is fenced from one of them. Another one of which too much was refused pauses alone, and goes on by itself when
 * the cause has gone; after any other failure it stays stopped.
 */
export async function ingestUntilStopped(
  service: Ingester,
  run: IngestRun,
  { eventLog }: { eventLog: EventLog },
): Promise<void> {
  const { signal, log, fail } = service;
  const stream = run.stream.name;
  for (;;) {
    try {
      if (run.trouble.isStopped) {
        await pauseUntilRoom(eventLog, signal);
        if (signal.aborted) return;
        await run.resume();
        log.info({ stream }, "what was refused is done with: going on");
      }
      return await run.ingestUntilStopped();
    } catch (error) {
      if (signal.aborted) return;
      if (run.stream.isVital || error instanceof FencedError) return fail(error);
      if (!(error instanceof TooManyRefusedError)) {
        Object.assign(run.trouble, { reason: `stopped: ${(error as Error).message}`, isStopped: true });
        return log.error({ err: error, stream }, "this stream is not stored any more; start anew to try again");
      }
      pause(service, run, error);
    }
  }
}

function pause({ log }: Ingester, { trouble, stream }: IngestRun, error: TooManyRefusedError): void {
  const reason = `stopped: ${error.message}; tried again every ${pauseMs / 1_000} s`;
  Object.assign(trouble, { reason, isStopped: true });
  log.error({ err: error, stream: stream.name }, "too much of this stream is refused: pausing");
}

/** Waits, and further while the dead letters have no room for more. */
async function pauseUntilRoom(eventLog: EventLog, signal: AbortSignal): Promise<void> {
  do {
    await sleep(pauseMs, signal);
  } while (!signal.aborted && !(await haveLettersRoom(eventLog)));
}

async function haveLettersRoom(eventLog: EventLog): Promise<boolean> {
  try {
    const { bytes, bytesMax } = await streamState(eventLog, streams.DEAD_LETTERS.name);
    return bytesMax <= 0 || bytes < bytesMax * lettersShareMax;
  } catch {
    // Without the log nothing can be set aside either.
    return false;
  }
}
