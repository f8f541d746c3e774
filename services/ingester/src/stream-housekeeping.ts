import { type EventLog, streamState } from "@statwire/event-log";
import type { History } from "@statwire/history-store";
import { type Logger, sleep } from "@statwire/runtime";
import type { AroundFaultPoint } from "./fault-points.js";
import type { HoldWatch } from "./hold-watch.js";
import { closeDue, relieve } from "./housekeeping.js";
import type { IngestedStream } from "./ingested-streams.js";
import type { StreamLag } from "./lag.js";
import type { CutLedger } from "./ledger.js";

/** A step of housekeeping that follows the closing of hours. */
export type AfterClosing = () => Promise<void>;

export interface StreamHousekeepingDeps {
  eventLog: EventLog;
  history: History;
  stream: IngestedStream;
  ledger: CutLedger;
  lag: StreamLag;
  holds: HoldWatch;
  /** Until when everything that the stream received is stored (Unix milliseconds). */
  storedUpToMs(): Promise<number>;
  intervalMs: number;
  closeGraceMs: number;
  /** Where tests end the process. */
  around: AroundFaultPoint;
  signal: AbortSignal;
  log: Logger;
}

/** Room in one stream, and the hours, days and months that are closed out of it. */
export class StreamHousekeeping {
  readonly #deps: StreamHousekeepingDeps;
  #closing: Promise<void> = Promise.resolve();

  constructor(deps: StreamHousekeepingDeps) {
    this.#deps = deps;
  }

  /** Resolves when no close is under way. */
  get closed(): Promise<void> {
    return this.#closing;
  }

  /** Makes room and closes what is due, until the service stops. A failure is tried again next time. */
  async keep(afterClosing: AfterClosing): Promise<void> {
    const { stream, holds, intervalMs, signal, log } = this.#deps;
    const later = (what: string) => (error: unknown) => {
      if (!signal.aborted) log.warn({ err: error }, `${what} failed, trying again later`);
    };
    while (!signal.aborted) {
      // Room first, and by itself: it matters most while the history store is away and cannot close anything.
      await this.#makeRoom().catch(later("making room"));
      if (stream.hasRollups) {
        // A repair writes to the store like a close.
        const compare = async () => (holds.isHeld ? undefined : afterClosing());
        this.#closing = this.#close().catch(later("closing")).then(compare).catch(later("comparing closed hours"));
        await this.#closing;
      }
      await sleep(intervalMs, signal);
    }
  }

  async #makeRoom(): Promise<void> {
    const { eventLog, ledger, stream, lag, log } = this.#deps;
    const state = await streamState(eventLog, stream.name);
    await lag.look();
    if (stream.isState) return;
    const { committed } = ledger.record;
    const purged = await relieve(eventLog, stream.name, state, { committed, nowMs: Date.now() });
    const { bytes, bytesMax } = state;
    if (purged === 0) return;
    log.warn({ stream: stream.name, purged, bytes, bytesMax }, "stream fills up: stored messages purged");
  }

  async #close(): Promise<void> {
    const { history, ledger, holds, storedUpToMs, closeGraceMs: graceMs, around, log } = this.#deps;
    if (holds.isHeld) return;
    const signal = AbortSignal.any([this.#deps.signal, holds.began]);
    const nowMs = Date.now();
    // Before it: what is committed meanwhile is closed with the next look.
    const { committed } = ledger.record;
    const receivedUpToMs = await storedUpToMs();
    await closeDue(history, { committedSeq: committed, receivedUpToMs }, { graceMs, nowMs, around, signal, log });
  }
}
