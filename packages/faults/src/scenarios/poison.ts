import { type EventLog, openLane } from "@statwire/event-log";
import { streams } from "@statwire/events";
import { waitFor } from "@statwire/running-product";
import { sleep } from "@statwire/runtime";
import type { Workload } from "../load/workload.js";
import {
  family,
  type Good,
  headersOf,
  node,
  ownSubject,
  type Poison,
  type PoisonKind,
  payloadOf,
  poisonKinds,
  poisonNames,
} from "./poisons.js";
import type { Disturbance, ScenarioDeps } from "./scenario.js";
import { tryOnce } from "./try-once.js";

const intervalMs = 25;
/** One in a hundred, as the issue of every sender with a fault: not so many that the ingester takes it for its own. */
const poisonShare = 0.01;
const dayMs = 86_400_000;
/** Every kind has had its turn within this, whatever the bus does. */
const enoughMs = 150_000;

/** What became of one kind at the bus. */
export interface PoisonTries {
  kind: PoisonKind;
  attempts: number;
  refused: number;
  /** Sequences in TELEMETRY of those that were taken. */
  taken: number[];
}

/** A node that sends nonsense between its events, tries what is too large, and speaks in the name of others. */
export async function beginPoison(workload: Workload, deps: ScenarioDeps): Promise<Disturbance> {
  const log = await workload.connectAsNode(node);
  const sender = new PoisonSender(log, deps);
  workload.acknowledged.also(() => sender.acknowledged);
  // The ingester comes to these with a poison of theirs.
  workload.provocations.set("set a dead letter aside", () => sender.sendNext("malformed"));
  workload.provocations.set("split a cut", () => sender.sendNext("no protobuf"));
  workload.provocations.set("read a message again", () => sender.sendNext("no protobuf"));
  const sending = sender.run();
  const findings: string[] = [];
  sending.catch((error: Error) => findings.push(`the sender of poison ended: ${error.message}`));
  return {
    hold: () => sender.hold(),
    letGo: () => sender.letGo(),
    async enough() {
      const isEnough = () => sender.tries.every(({ attempts }) => attempts > 0) || findings.length > 0;
      await waitFor(isEnough, enoughMs).catch(() => undefined);
    },
    outcome: () => ({ incomplete: new Map(), nodes: [node], poisons: sender.tries, findings }),
    async end() {
      sender.stop();
      await sending.catch(() => undefined);
      await log.close();
    },
  };
}

class PoisonSender {
  /** `node family run number` of what the log acknowledged. */
  readonly acknowledged: string[] = [];
  readonly tries: PoisonTries[] = poisonNames.map((kind) => ({ kind, attempts: 0, refused: 0, taken: [] }));
  readonly #log: EventLog;
  readonly #deps: ScenarioDeps;
  readonly #bootId: bigint;
  readonly #stopping = new AbortController();
  readonly #lanes = new Map<string, ReturnType<typeof openLane>>();
  readonly #wanted: PoisonKind[] = [];
  #turn = 0;
  #isHeld = false;
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(log: EventLog, deps: ScenarioDeps) {
    this.#log = log;
    this.#deps = deps;
    this.#bootId = BigInt(deps.now());
  }

  /** The next message is a poison of this kind. */
  sendNext(kind: PoisonKind): void {
    this.#wanted.push(kind);
  }

  async hold(): Promise<void> {
    this.#isHeld = true;
    await this.#underWay;
  }

  letGo(): void {
    this.#isHeld = false;
  }

  stop(): void {
    this.#stopping.abort();
  }

  /** Sends until it is stopped. */
  async run(): Promise<void> {
    const { signal } = this.#stopping;
    for (let sequence = 1; !signal.aborted; sequence += 1) {
      do await sleep(intervalMs, signal);
      while (this.#isHeld && !signal.aborted);
      if (signal.aborted) return;
      this.#underWay = this.#sendOne(sequence);
      await this.#underWay;
    }
  }

  /** The event of a number, and perhaps a poison before it or in its place. */
  async #sendOne(sequence: number): Promise<void> {
    const tries = this.#drawn();
    if (tries !== undefined) {
      const { end, make } = poisonKinds[tries.kind];
      const poison = make(this.#good(sequence, tries.attempts));
      if (end === "refused") return this.#expectRefusal(tries, poison, sequence);
      const place = await this.#publishUntilStored(poison);
      if (place === undefined) return;
      tries.attempts += 1;
      tries.taken.push(place);
      // It was the event itself.
      if (end === "stored") return this.#told(sequence);
    }
    await this.#sendGood(sequence);
  }

  async #expectRefusal(tries: PoisonTries, poison: Poison, sequence: number): Promise<void> {
    const what = await tryOnce(this.#log, poison, this.#stopping.signal);
    if (what !== "stopped") tries.attempts += 1;
    if (what === "refused") tries.refused += 1;
    await this.#sendGood(sequence);
  }

  async #sendGood(sequence: number): Promise<void> {
    const good = this.#good(sequence, 0);
    const event = { subject: ownSubject, payload: good.payload, headers: headersOf(good) };
    if ((await this.#publishUntilStored(event)) !== undefined) this.#told(sequence);
  }

  #told(sequence: number): void {
    this.acknowledged.push(`${node} ${family} ${this.#bootId} ${sequence}`);
  }

  #drawn(): PoisonTries | undefined {
    const isDrawn = this.#deps.random() < poisonShare;
    const wanted = this.#wanted.shift();
    if (wanted !== undefined) return this.tries.find(({ kind }) => kind === wanted);
    if (!isDrawn) return undefined;
    this.#turn += 1;
    return this.tries[this.#turn % this.tries.length];
  }

  #good(sequence: number, attempt: number): Good {
    const { random, now } = this.#deps;
    // Some are dated tomorrow.
    const atMs = now() + (random() < poisonShare ? dayMs : 0);
    const bootId = this.#bootId;
    return { bootId, sequence, atMs, attempt, payload: payloadOf({ bootId, sequence: BigInt(sequence), atMs }) };
  }

  /** Publishes it once, whatever happens on the way: the lane knows its last message. Undefined when we are stopped before. */
  async #publishUntilStored({ subject, payload, headers }: Poison): Promise<number | undefined> {
    const lane = this.#lanes.get(subject) ?? openLane(this.#log, { stream: streams.TELEMETRY.name, subject });
    this.#lanes.set(subject, lane);
    // Two poisons in a row may be equal, so only what was attempted is looked for.
    for (let isInDoubt = false; !this.#stopping.signal.aborted; isInDoubt = true) {
      try {
        const last = await lane.last();
        if (isInDoubt && last !== undefined && Buffer.compare(last.payload, payload) === 0) return last.sequence;
        const outcome = await lane.publish(payload, headers);
        if (outcome.kind === "stored") return outcome.sequence;
      } catch {
        // the log does not answer now
      }
      await sleep(100, this.#stopping.signal);
    }
    return undefined;
  }
}
