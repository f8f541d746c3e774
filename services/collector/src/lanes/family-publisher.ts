import type { PublishOutcome } from "@statwire/event-log";
import type { LossLedger } from "../losses/loss-ledger.js";
import { isBefore } from "../spool/pending.js";
import type { Spool } from "../spool/spool.js";
import { decide } from "./decide.js";
import { type Framing, frameReadings, identitiesIn } from "./framing.js";
import type { HeldReading } from "./held-reading.js";
import type { ReachedLines } from "./reached-lines.js";
import { type Effect, type Fact, type FamilyState, initialState, type LaneName, type Numbered } from "./state.js";

/** A lane of the event log, as far as it is used here. */
export interface LogLane {
  last(): Promise<{ payload: Uint8Array } | undefined>;
  publish(payload: Uint8Array, headers: Record<string, string>): Promise<PublishOutcome>;
}

export interface FamilyDeps {
  family: string;
  workspace: string;
  node: string;
  spool: Spool;
  losses: LossLedger;
  reached: ReachedLines;
  openLane(lane: LaneName): LogLane;
  /** Calls back after a pause that grows with the failures in a row; the collector's end cancels it. */
  pause(failures: number, act: () => void): void;
  /** A lane has events of a higher run than this one. */
  onLaneAhead(bootId: number): void;
  onStored(lane: LaneName, events: number): void;
  /** Told of readings that are in the log before the spool lets them go. */
  onAcknowledged(readings: readonly Numbered[]): void;
  onFailure(lane: LaneName, outcome: PublishOutcome): void;
}

/** One message of the backlog has at most this many events and about this many bytes. */
const batchEventsMax = 10;
const batchBytesMax = 256 * 1024;

/** Executes what `decide` decides for one family: talks to its two lanes and to the spool. */
export class FamilyPublisher {
  readonly #deps: FamilyDeps;
  #state: FamilyState<HeldReading> = initialState();
  readonly #facts: Fact<HeldReading>[] = [];
  #lanes: Record<LaneName, LogLane> | undefined;
  /** The bytes of each lane's attempt, kept so that a retry is identical. */
  readonly #framings: Partial<Record<LaneName, Framing>> = {};
  #isBacklogSeen = false;
  #applying = false;
  #stopped = false;

  constructor(deps: FamilyDeps) {
    this.#deps = deps;
  }

  /** Opens the lanes. To be called once, when the log can be reached for the first time. */
  connect(): void {
    if (this.#lanes !== undefined) return;
    this.#lanes = { live: this.#deps.openLane("live"), backlog: this.#deps.openLane("backlog") };
    this.#apply({ type: "connected" });
  }

  offer(reading: HeldReading): void {
    this.#apply({ type: "sampled", reading });
  }

  /** True while no live message of this run has been stored: until then the backlog waits. */
  get unfenced(): boolean {
    return !this.#state.fenced;
  }

  /**
   * What earlier attempts may have left in the log is known: a live message of this run is stored, and the backlog
   * lane's last message was read. (Of a run that was killed, one message of the backlog may still be on its way even
   * then, in the buffers of a connection that is gone.)
   */
  get isSettled(): boolean {
    return this.#state.fenced && this.#isBacklogSeen;
  }

  /** Readings that are being published or wait for the live lane, in memory. */
  get held(): Numbered[] {
    const { live, backlog, next } = this.#state;
    return [...live.attempt, ...backlog.attempt, ...(next === undefined ? [] : [next])];
  }

  get busy(): boolean {
    return this.#state.live.phase === "publishing" || this.#state.backlog.phase === "publishing";
  }

  /** What the log still answers is ignored from now on: the next run asks the lanes. */
  stop(): void {
    this.#stopped = true;
  }

  #apply(fact: Fact<HeldReading>): void {
    if (this.#stopped) return;
    this.#facts.push(fact);
    if (this.#applying) return;
    this.#applying = true;
    for (let next = this.#facts.shift(); next !== undefined; next = this.#facts.shift()) {
      const [state, effects] = decide(this.#state, next);
      this.#state = state;
      for (const effect of effects) this.#execute(effect);
    }
    this.#applying = false;
  }

  #execute(effect: Effect<HeldReading>): void {
    switch (effect.type) {
      case "readLast":
        void this.#readLast(effect.lane);
        break;
      case "publish":
        void this.#publish(effect.lane, effect.readings);
        break;
      case "pause":
        this.#deps.pause(effect.failures, () => this.#apply({ type: "retry", lane: effect.lane }));
        break;
      case "stored":
        this.#stored(effect.lane, effect.readings);
        break;
      case "seen":
        this.#acknowledge((reading) => effect.events.some((event) => isSame(reading, event)));
        break;
      case "seenUpTo":
        this.#acknowledge((reading) => !isBefore(effect.last, reading));
        break;
      case "overtaken":
        if (effect.reading.spooled === undefined) this.#lost(effect.reading);
        effect.reading.onSettled?.("overtaken");
        break;
      case "renumber":
        this.#deps.onLaneAhead(effect.above);
        break;
      case "takeWaiting":
        this.#apply({ type: "waiting", readings: this.#takeWaiting(effect.before) });
        break;
    }
  }

  async #readLast(lane: LaneName): Promise<void> {
    try {
      const message = await this.#lanes?.[lane].last();
      const events = message === undefined ? [] : identitiesIn(this.#deps.family, message.payload);
      this.#found(events);
      this.#isBacklogSeen ||= lane === "backlog";
      this.#apply({ type: "last", lane, events });
    } catch {
      this.#apply({ type: "lastUnknown", lane });
    }
  }

  async #publish(lane: LaneName, readings: readonly HeldReading[]): Promise<void> {
    const outcome = await this.#send(lane, readings);
    if (outcome.kind !== "stored") this.#deps.onFailure(lane, outcome);
    this.#apply({ type: "outcome", lane, outcome: outcome.kind });
  }

  async #send(lane: LaneName, readings: readonly HeldReading[]): Promise<PublishOutcome> {
    try {
      if (this.#framings[lane]?.readings !== readings) this.#framings[lane] = frameReadings(this.#deps, readings);
      const { payload, headers } = this.#framings[lane];
      return (await this.#lanes?.[lane].publish(payload, headers)) ?? { kind: "unknown", reason: "lane not open" };
    } catch (error) {
      return { kind: "unknown", reason: String(error) };
    }
  }

  #stored(lane: LaneName, readings: readonly HeldReading[]): void {
    delete this.#framings[lane];
    this.#deps.onAcknowledged(readings);
    const { family, reached } = this.#deps;
    for (const { bootId, sequence, observedAtMs } of readings) reached.note({ family, bootId, sequence, observedAtMs });
    this.#deps.spool.acknowledge(readings.flatMap(({ spooled }) => (spooled === undefined ? [] : [spooled])));
    this.#found(readings);
    this.#deps.onStored(lane, readings.length);
    for (const reading of readings) reading.onSettled?.(lane);
  }

  /** The disk had refused it, and the lane has passed it. */
  #lost({ bootId, sequence, observedAtMs }: HeldReading): void {
    const { spool, losses, family } = this.#deps;
    spool.countLost();
    losses.add([{ family, bootId, sequence, observedAtMs }], "spool-unwritable");
  }

  /** A reading that was given up on disk while it was being published is not lost. */
  #found(events: readonly Numbered[]): void {
    const { losses, family } = this.#deps;
    losses.found(events.map(({ bootId, sequence }) => ({ family, bootId, sequence })));
  }

  #acknowledge(isStored: (reading: Numbered) => boolean): void {
    const { spool, family, onAcknowledged } = this.#deps;
    const stored = [...spool.waiting(family)].filter(isStored);
    onAcknowledged(stored);
    spool.acknowledge(stored);
  }

  #takeWaiting(before: Numbered | undefined): HeldReading[] {
    const { spool, family } = this.#deps;
    const taken: HeldReading[] = [];
    let bytes = 0;
    for (const spooled of spool.waiting(family)) {
      if (before !== undefined && !isBefore(spooled, before)) break;
      if (taken.length === batchEventsMax || (taken.length > 0 && bytes + spooled.length > batchBytesMax)) break;
      const event = spool.read(spooled);
      if (event === undefined) continue;
      const { bootId, sequence, observedAtMs } = spooled;
      taken.push({ bootId, sequence, observedAtMs, event, spooled });
      bytes += spooled.length;
    }
    return taken;
  }
}

function isSame(one: Numbered, other: Numbered): boolean {
  return one.bootId === other.bootId && one.sequence === other.sequence;
}
