import { type EventLog, type Lane, openLane } from "@statwire/event-log";
import { cloudEventHeaders, encodeFrames, streams, telemetrySubject } from "@statwire/events";
import { encodeReading } from "./reading.js";

export interface FleetCounts {
  sampled: number;
  /** Acknowledged by the log. */
  stored: number;
  /** Waiting in the simulated nodes. */
  waiting: number;
  refused: number;
  unknown: number;
}

export interface SampledReading {
  node: string;
  sequence: number;
  /** Unix milliseconds. */
  observedAtMs: number;
}

interface Node {
  name: string;
  lane: Lane;
  isAdopted: boolean;
  sequence: number;
  waiting: { sequence: number; observedAtMs: number; event: Uint8Array }[];
  attempt: Uint8Array | undefined;
  attempted: number;
  isBusy: boolean;
}

const workspace = "default";
const family = "host";
const inFlightMax = 256;
/** One message has so many readings at most, as a collector's backlog. */
const framedMax = 10;
const turnMs = 50;

/**
 * Many nodes in one process, each with a lane of its own and one message in flight, as a collector has them; what the
 * log does not take waits. A node's readings are counted when the log has acknowledged them.
 */
export class Fleet {
  readonly counts: FleetCounts = { sampled: 0, stored: 0, waiting: 0, refused: 0, unknown: 0 };
  readonly #log: EventLog;
  readonly #bootId: number;
  readonly #onSampled: (reading: SampledReading) => void;
  readonly #nodes: Node[] = [];
  readonly #due: Node[] = [];
  #rate = 0;
  #active = 0;
  #next = 0;
  #owed = 0;
  #inFlight = 0;
  #turnedAtMs = Date.now();
  #isStopped = false;
  readonly #timer: NodeJS.Timeout;

  /** @param onSampled is told of each reading when it is taken, before it is sent */
  constructor(log: EventLog, bootId: number, onSampled: (reading: SampledReading) => void = () => undefined) {
    this.#log = log;
    this.#bootId = bootId;
    this.#onSampled = onSampled;
    this.#timer = setInterval(() => this.#turn(), turnMs);
  }

  /** From now on so many nodes take so many readings a second together, each in its turn. */
  load(nodes: number, readingsPerSecond: number): void {
    while (this.#nodes.length < nodes) this.#nodes.push(this.#openNode(this.#nodes.length));
    this.#active = nodes;
    this.#rate = readingsPerSecond;
    this.#owed = 0;
    this.#turnedAtMs = Date.now();
  }

  /** Every node of the load takes a reading at this moment. */
  allAtOnce(): void {
    for (const node of this.#nodes.slice(0, this.#active)) this.#sample(node);
    this.#send();
  }

  /** No more readings; what waits is still sent. */
  rest(): void {
    this.#rate = 0;
  }

  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#timer);
  }

  #openNode(index: number): Node {
    const name = `sim-${String(index).padStart(5, "0")}`;
    const subject = telemetrySubject({ workspace, node: name, lane: "live", family });
    const lane = openLane(this.#log, { stream: streams.TELEMETRY.name, subject });
    return { name, lane, isAdopted: false, sequence: 0, waiting: [], attempt: undefined, attempted: 0, isBusy: false };
  }

  #turn(): void {
    const nowMs = Date.now();
    this.#owed += ((nowMs - this.#turnedAtMs) / 1000) * this.#rate;
    this.#turnedAtMs = nowMs;
    for (; this.#owed >= 1; this.#owed -= 1) {
      const node = this.#nodes[this.#next % Math.max(1, this.#active)];
      this.#next = (this.#next + 1) % Math.max(1, this.#active);
      if (node !== undefined) this.#sample(node);
    }
    this.#send();
  }

  #sample(node: Node): void {
    node.sequence += 1;
    const place = { bootId: this.#bootId, sequence: node.sequence, observedAtMs: Date.now() };
    this.#onSampled({ node: node.name, sequence: node.sequence, observedAtMs: place.observedAtMs });
    node.waiting.push({ ...place, event: encodeReading(place) });
    this.counts.sampled += 1;
    this.counts.waiting += 1;
    this.#queue(node);
  }

  #queue(node: Node): void {
    if (node.isBusy || node.waiting.length === 0) return;
    node.isBusy = true;
    this.#due.push(node);
  }

  #send(): void {
    while (this.#inFlight < inFlightMax && this.#due.length > 0 && !this.#isStopped) {
      const node = this.#due.shift();
      if (node === undefined) return;
      this.#inFlight += 1;
      void this.#publish(node).finally(() => {
        this.#inFlight -= 1;
        node.isBusy = false;
        this.#queue(node);
        this.#send();
      });
    }
  }

  async #publish(node: Node): Promise<void> {
    const [first] = node.waiting;
    if (first === undefined) return;
    try {
      if (!node.isAdopted && (await this.#adopt(node))) return;
      if (node.attempt === undefined) {
        node.attempted = Math.min(framedMax, node.waiting.length);
        node.attempt = encodeFrames(node.waiting.slice(0, node.attempted).map(({ event }) => event));
      }
      const place = { bootId: BigInt(this.#bootId), firstSequence: BigInt(first.sequence) };
      const headers = cloudEventHeaders({
        workspace,
        node: node.name,
        family,
        ...place,
        observedAtMs: first.observedAtMs,
      });
      const outcome = await node.lane.publish(node.attempt, headers);
      if (outcome.kind === "stored") return this.#stored(node);
      this.counts[outcome.kind === "refused" ? "refused" : "unknown"] += 1;
      node.isAdopted = outcome.kind === "refused";
    } catch {
      this.counts.unknown += 1;
      node.isAdopted = false;
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }

  /** Reads the lane's last message; true when it was the attempt. */
  async #adopt(node: Node): Promise<boolean> {
    const last = await node.lane.last();
    node.isAdopted = true;
    const isOurs = last !== undefined && node.attempt !== undefined && Buffer.from(last.payload).equals(node.attempt);
    if (isOurs) this.#stored(node);
    return isOurs;
  }

  #stored(node: Node): void {
    node.waiting.splice(0, node.attempted);
    this.counts.stored += node.attempted;
    this.counts.waiting -= node.attempted;
    node.attempt = undefined;
    node.attempted = 0;
  }
}
