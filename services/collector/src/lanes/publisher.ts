import { messageBytesMax, type PublishOutcome } from "@statwire/event-log";
import { type Family, isFamily, type SpooledReading } from "@statwire/events";
import { backoffMs } from "@statwire/runtime";
import type { RecordAcknowledged } from "../acknowledged-record.js";
import type { Log } from "../log.js";
import type { LossLedger } from "../losses/loss-ledger.js";
import type { LostEvent } from "../losses/loss-list.js";
import type { Spool } from "../spool/spool.js";
import { FamilyPublisher, type LogLane } from "./family-publisher.js";
import type { HeldReading } from "./held-reading.js";
import type { ReachedLines } from "./reached-lines.js";
import type { LaneName } from "./state.js";

export interface PublisherDeps {
  workspace: string;
  node: string;
  spool: Spool;
  losses: LossLedger;
  reached: ReachedLines;
  log: Log;
  onLaneAhead(bootId: number): void;
  random(): number;
  recordAcknowledged: RecordAcknowledged;
}

export type OpenLogLane = (family: Family, lane: LaneName) => LogLane;

/** The log takes no larger message, and an event travels with its headers and its length. */
const eventBytesMax = messageBytesMax - 8 * 1024;

const pauses = { baseMs: 100, maxMs: 2000 };

/** On the way out, publishes under way are waited for this long; what is not stored by then stays in the spool. */
const finishWithinMs = 1500;

/** Publishes the readings of all families, each on its own two lanes. */
export class Publisher {
  publishedEvents = 0;
  failures = 0;
  readonly #deps: PublisherDeps;
  readonly #families = new Map<Family, FamilyPublisher>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #troubled = new Set<string>();
  #openLane: OpenLogLane | undefined;
  #stopped = false;

  constructor(deps: PublisherDeps) {
    this.#deps = deps;
  }

  /** Begins to publish: what the spool holds, and what is offered from now on. */
  connect(openLane: OpenLogLane): void {
    this.#openLane = openLane;
    for (const family of this.#waitingFamilies()) this.#family(family);
    for (const family of this.#families.values()) family.connect();
  }

  /** Writes a reading to the spool, then publishes it as soon as its lane is free. Never waits. */
  offer(reading: SpooledReading, onSettled?: HeldReading["onSettled"]): void {
    const { bootId, sequence, observedAtMs, event } = reading;
    if (event.length > eventBytesMax) {
      this.#refuse(reading, onSettled);
      return;
    }
    const spooled = this.#deps.spool.append(reading);
    this.#family(reading.family)?.offer({ bootId, sequence, observedAtMs, event, spooled, onSettled });
  }

  /** Families whose backlog waits for a live message of this run. */
  unfenced(): Family[] {
    return this.#waitingFamilies().filter((family) => this.#families.get(family)?.unfenced ?? isFamily(family));
  }

  /** What earlier attempts may have left of a family is known, also of one that this version cannot name. */
  isSettled(family: string): boolean {
    return !isFamily(family) || this.#families.get(family)?.isSettled === true;
  }

  /** Readings whose fate is open, because they are being published. */
  open(): LostEvent[] {
    return [...this.#families].flatMap(([family, { held }]) =>
      held.map(({ bootId, sequence }) => ({ family, bootId, sequence })),
    );
  }

  /** Lets the publishes under way come to their end, and begins no other. */
  async stop(): Promise<void> {
    const deadline = performance.now() + finishWithinMs;
    while ([...this.#families.values()].some(({ busy }) => busy) && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    this.#stopped = true;
    for (const family of this.#families.values()) family.stop();
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /** Families with readings in the spool, or with losses that are not told before a live message fences them. */
  #waitingFamilies(): Family[] {
    return [...new Set([...this.#deps.spool.families(), ...this.#deps.losses.families()])];
  }

  /** No message of the log holds it: it would block its lane for ever. */
  #refuse({ family, event, ...numbers }: SpooledReading, onSettled: HeldReading["onSettled"]): void {
    this.#deps.log.error({ family, bytes: event.length, bytesMax: eventBytesMax }, "reading too large, given up");
    this.#deps.spool.countLost();
    this.#deps.losses.add([{ family, ...numbers }], "too-large");
    onSettled?.("overtaken");
  }

  #family(family: Family): FamilyPublisher | undefined {
    const known = this.#families.get(family);
    // A later version may have left families in the spool that this one cannot name.
    if (known !== undefined || !isFamily(family)) return known;
    const { workspace, node, spool, losses, reached, onLaneAhead, recordAcknowledged } = this.#deps;
    const publisher = new FamilyPublisher({
      family,
      workspace,
      node,
      spool,
      losses,
      reached,
      onLaneAhead,
      openLane: (lane) => this.#open(family, lane),
      pause: (failures, act) => this.#pause(failures, act),
      onStored: (lane, events) => this.#onStored(`${family} ${lane}`, events),
      onAcknowledged: (readings) =>
        recordAcknowledged(readings.map(({ bootId, sequence }) => ({ family, bootId, sequence }))),
      onFailure: (lane, outcome) => this.#onFailure(`${family} ${lane}`, outcome),
    });
    this.#families.set(family, publisher);
    if (this.#openLane !== undefined) publisher.connect();
    return publisher;
  }

  #open(family: Family, lane: LaneName): LogLane {
    if (this.#openLane === undefined) throw new Error("lanes are opened after the connection");
    return this.#openLane(family, lane);
  }

  #pause(failures: number, act: () => void): void {
    if (this.#stopped) return;
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        act();
      },
      backoffMs(failures, { ...pauses, random: this.#deps.random() }),
    );
    this.#timers.add(timer);
  }

  #onStored(lane: string, events: number): void {
    this.publishedEvents += events;
    if (this.#troubled.delete(lane)) this.#deps.log.info({ lane }, "publishing again");
  }

  #onFailure(lane: string, outcome: PublishOutcome): void {
    // A first conflict is how a lane learns of what an earlier run had under way.
    if (outcome.kind === "conflict" && !this.#troubled.has(lane)) return;
    this.failures += 1;
    if (this.#troubled.has(lane)) return;
    this.#troubled.add(lane);
    this.#deps.log.warn({ lane, outcome }, "publish failed, will be tried again");
  }
}
