import type { PublishOutcome } from "@statwire/event-log";
import { backoffMs, sleep } from "@statwire/runtime";
import type { LogLane } from "../lanes/family-publisher.js";
import type { Log } from "../log.js";
import type { LineQueue } from "./line-queue.js";
import { type LogIdentity, type LogMessage, progressIn, toMessage } from "./log-event.js";
import type { Progress } from "./position.js";
import { settle } from "./settle.js";

export interface LogPublisherDeps {
  identity: LogIdentity;
  queue: LineQueue;
  runNumber: { readonly bootId: number; raiseAbove(bootId: number): boolean };
  /** The log has come further than was known: it is to be read on from there. */
  onAdopted(progress: Progress): void;
  onStored(progress: Progress): void;
  log: Log;
  nowMs(): number;
  random(): number;
}

const pauses = { baseMs: 100, maxMs: 2000 };

/** On the way out a publish under way is waited for this long; what is not stored by then is read again. */
const finishWithinMs = 1500;

/**
 * Publishes what the queue holds, one message in flight. Each event is stored once: it carries the sequence of the
 * message that it follows, and after an unknown end the last message of the log tells what was stored.
 */
export class LogPublisher {
  failures = 0;
  readonly #deps: LogPublisherDeps;
  readonly #stopping = new AbortController();
  #known: Progress;
  #attempt: LogMessage | undefined;
  #isSettled = false;
  #failuresInARow = 0;
  #running: Promise<void> | undefined;
  #wake: () => void = () => undefined;

  constructor(known: Progress, deps: LogPublisherDeps) {
    this.#known = known;
    this.#deps = deps;
    deps.queue.onAdded = () => this.#wake();
  }

  /** How far the log is stored. */
  get known(): Progress {
    return this.#known;
  }

  /** Begins to publish; once. */
  connect(lane: LogLane): void {
    this.#running ??= this.#run(lane);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wake();
    await Promise.race([this.#running, sleep(finishWithinMs)]);
  }

  async #run(lane: LogLane): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      if (!this.#isSettled) await this.#settle(lane);
      else if (this.#takeNext() !== undefined) await this.#publish(lane);
      else await this.#waitForLines();
    }
  }

  async #settle(lane: LogLane): Promise<void> {
    const { queue, onAdopted, log, identity } = this.#deps;
    let last: Progress | undefined;
    try {
      const message = await lane.last();
      last = message && progressIn(message.payload);
    } catch {
      return this.#pause();
    }
    switch (settle(this.#known, this.#attempt?.after, last)) {
      case "stored":
        this.#stored();
        break;
      case "adopt":
        if (last === undefined) break;
        log.info({ log: identity.log, line: last.nextLine }, "log is further than was known, reading on from there");
        this.#known = last;
        this.#attempt = undefined;
        queue.discard();
        onAdopted(last);
        break;
      case "again":
        break;
    }
    this.#isSettled = true;
  }

  /** The event that is to be published, which stays the same until it is known to be stored. */
  #takeNext(): LogMessage | undefined {
    const { identity, queue, runNumber, nowMs } = this.#deps;
    if (this.#attempt !== undefined) return this.#attempt;
    const batch = queue.next(nowMs());
    if (batch === undefined) return undefined;
    if (this.#known.bootId > runNumber.bootId) runNumber.raiseAbove(this.#known.bootId);
    const { bootId } = runNumber;
    const sequence = bootId === this.#known.bootId ? this.#known.sequence + 1 : 1;
    this.#attempt = toMessage(identity, { bootId, sequence }, this.#known, batch);
    queue.remove(batch);
    return this.#attempt;
  }

  async #publish(lane: LogLane): Promise<void> {
    if (this.#attempt === undefined) return;
    const { payload, headers } = this.#attempt;
    let outcome: PublishOutcome;
    try {
      outcome = await lane.publish(payload, headers);
    } catch (error) {
      outcome = { kind: "unknown", reason: String(error) };
    }
    if (outcome.kind === "stored") return this.#stored();
    this.#isSettled = outcome.kind === "refused";
    this.#failed(outcome);
    await this.#pause();
  }

  #stored(): void {
    if (this.#attempt === undefined) return;
    const { log, identity, onStored } = this.#deps;
    this.#known = this.#attempt.after;
    this.#attempt = undefined;
    if (this.#failuresInARow > 1) log.info({ log: identity.log }, "log is published again");
    this.#failuresInARow = 0;
    onStored(this.#known);
  }

  #failed(outcome: PublishOutcome): void {
    // A first conflict is how a log learns of what an earlier run had under way.
    if (outcome.kind === "conflict" && this.#failuresInARow === 0) return;
    this.failures += 1;
    if (this.#failuresInARow === 1) {
      this.#deps.log.warn({ log: this.#deps.identity.log, outcome }, "publish of a log failed, will be tried again");
    }
  }

  async #pause(): Promise<void> {
    this.#failuresInARow += 1;
    const random = this.#deps.random();
    await sleep(backoffMs(this.#failuresInARow, { ...pauses, random }), this.#stopping.signal);
  }

  async #waitForLines(): Promise<void> {
    const waitMs = this.#deps.queue.waitMs(this.#deps.nowMs());
    await new Promise<void>((resolve) => {
      const timer = waitMs === undefined ? undefined : setTimeout(resolve, Math.max(waitMs, 5));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = () => undefined;
  }
}
