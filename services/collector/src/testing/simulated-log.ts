import { decide } from "../lanes/decide.js";
import {
  type Effect,
  type Fact,
  type FamilyState,
  initialState,
  type LaneName,
  type Numbered,
} from "../lanes/state.js";
import { isBefore } from "../spool/pending.js";

/** What becomes of a request to the log. `delayed` means that it arrives at some later time, unanswered. */
export type Fate = "answered" | "answer lost" | "delayed" | "lost";

interface Message {
  lane: LaneName;
  events: readonly Numbered[];
  expected: number;
}

type Operation =
  | { type: "readLast"; lane: LaneName }
  | ({ type: "publish" } & Message)
  | { type: "pause"; lane: LaneName };

/** At most this many readings in one message of the backlog. */
const batchMax = 3;

/**
 * A collector's family and a log that can lose, delay and reorder everything between them: the whole of publishing
 * without a clock or a network. What the collector keeps over a crash is the spool and the number of its run.
 */
export class SimulatedLog {
  readonly stored: Record<LaneName, Message[]> = { live: [], backlog: [] };
  readonly sampled: Numbered[] = [];
  readonly #spool: Numbered[] = [];
  #delayed: Message[] = [];
  #operations: Operation[] = [];
  #expected: Record<LaneName, number> = { live: 0, backlog: 0 };
  #state: FamilyState<Numbered> = initialState();
  #bootId = 0;
  #sequence = 0;

  constructor() {
    this.restart();
  }

  /** The collector dies and starts again. What it had sent may have arrived, may arrive later or never. */
  restart(fate: Fate = "lost"): void {
    for (const operation of this.#operations) this.#send(operation, fate);
    this.#operations = [];
    this.#state = initialState();
    this.#expected = { live: 0, backlog: 0 };
    this.#bootId += 1;
    this.#sequence = 0;
    this.#apply({ type: "connected" });
  }

  sample(): void {
    this.#sequence += 1;
    const reading = { bootId: this.#bootId, sequence: this.#sequence };
    this.sampled.push(reading);
    this.#spool.push(reading);
    this.#apply({ type: "sampled", reading });
  }

  get busy(): boolean {
    return this.#operations.length > 0;
  }

  get waiting(): number {
    return this.#spool.length;
  }

  /** Lets one of the open requests, or one of the pauses, come to its end. */
  step(choice: number, fate: Fate): void {
    const [operation] = this.#operations.splice(choice % Math.max(1, this.#operations.length), 1);
    if (operation !== undefined) this.#apply(this.#finish(operation, fate));
  }

  #finish(operation: Operation, fate: Fate): Fact<Numbered> {
    const { type, lane } = operation;
    if (type === "pause") return { type: "retry", lane };
    const sequence = this.#send(operation, fate);
    if (type === "readLast") {
      if (fate !== "answered") return { type: "lastUnknown", lane };
      const messages = this.stored[lane];
      this.#expected[lane] = messages.length;
      return { type: "last", lane, events: messages.at(-1)?.events ?? [] };
    }
    if (fate !== "answered") return { type: "outcome", lane, outcome: "unknown" };
    if (sequence !== undefined) this.#expected[lane] = sequence;
    return { type: "outcome", lane, outcome: sequence === undefined ? "conflict" : "stored" };
  }

  /** One of the delayed messages arrives after all. */
  arrive(choice: number): void {
    const [message] = this.#delayed.splice(choice % Math.max(1, this.#delayed.length), 1);
    if (message !== undefined) this.#store(message);
  }

  get delayed(): number {
    return this.#delayed.length;
  }

  #send(operation: Operation, fate: Fate): number | undefined {
    if (operation.type !== "publish" || fate === "lost") return undefined;
    if (fate !== "delayed") return this.#store(operation);
    this.#delayed.push(operation);
    return undefined;
  }

  /** Sequences of a lane count its own messages here, as nothing else is in the simulated stream. */
  #store(message: Message): number | undefined {
    const lane = this.stored[message.lane];
    if (lane.length !== message.expected) return undefined;
    lane.push(message);
    return lane.length;
  }

  #apply(fact: Fact<Numbered>): void {
    const [state, effects] = decide(this.#state, fact);
    this.#state = state;
    for (const effect of effects) this.#execute(effect);
  }

  #execute(effect: Effect<Numbered>): void {
    switch (effect.type) {
      case "readLast":
      case "pause":
        this.#operations.push({ type: effect.type, lane: effect.lane });
        break;
      case "publish": {
        const { lane, readings } = effect;
        this.#operations.push({ type: "publish", lane, events: readings, expected: this.#expected[lane] });
        break;
      }
      case "stored":
        this.#acknowledge((reading) => effect.readings.some((event) => isSame(reading, event)));
        break;
      case "seen":
        this.#acknowledge((reading) => effect.events.some((event) => isSame(reading, event)));
        break;
      case "seenUpTo":
        this.#acknowledge((reading) => !isBefore(effect.last, reading));
        break;
      case "takeWaiting": {
        const { before } = effect;
        const readings = this.#spool.filter((reading) => before === undefined || isBefore(reading, before));
        this.#apply({ type: "waiting", readings: readings.slice(0, batchMax) });
        break;
      }
      case "overtaken":
        break;
      case "renumber":
        this.#bootId = Math.max(this.#bootId, effect.above + 1);
        this.#sequence = 0;
    }
  }

  #acknowledge(isStored: (reading: Numbered) => boolean): void {
    const left = this.#spool.filter((reading) => !isStored(reading));
    this.#spool.splice(0, this.#spool.length, ...left);
  }
}

function isSame(one: Numbered, other: Numbered): boolean {
  return one.bootId === other.bootId && one.sequence === other.sequence;
}
