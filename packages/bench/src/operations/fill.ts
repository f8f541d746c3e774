import { join } from "node:path";
import { type JetStreamClient, jetstream } from "@nats-io/jetstream";
import { connect, credsAuthenticator, type NatsConnection } from "@nats-io/transport-node";
import { keptBusKeys, userCredentials } from "@statwire/credentials";
import { encodeFrames, type Lane, telemetrySubject } from "@statwire/events";
import { daysToClose, type History, hoursToClose, monthsToClose } from "@statwire/history-store";
import { type Product, waitFor } from "@statwire/running-product";
import { cpuSecondsOf } from "../load/cpu-seconds.js";
import { HostLoad } from "../load/host-load.js";
import { pidOf } from "../pressure/observer.js";
import { benchHistory, closesOf, hourMs, totalsOf } from "./totals.js";

const intervalMs = 10_000;
const dayMs = 24 * hourMs;
const eventsPerMessage = 20;
const inFlightMax = 64;

export interface Filled {
  nodes: number;
  events: number;
  samples: number;
  samplesPerEvent: number;
  /** The days with readings, as `2026-01-31`, and their beginning (Unix milliseconds). */
  days: string[];
  fromMs: number;
  hoursOfDay: number;
  /** Until everything was in the log, then in the tables, then in closed hours and days. */
  published: Took;
  stored: Took;
  closed: Took;
  /** How often an hour was closed: more often than there are hours, because closing goes on while readings come in. */
  closes: number;
}

/** Since the filling began: seconds, and those of the processor that ClickHouse took. */
export interface Took {
  seconds: number;
  historyCpuSeconds: number;
}

export interface FillOptions {
  /** At least so many. */
  samples: number;
  seed: number;
  /** How many past days (UTC) have readings, and how many hours of each, from its beginning. */
  days: number;
  hoursOfDay: number;
  /** Nodes with a latest state, too. */
  liveNodes: number;
  nowMs: number;
  signal: AbortSignal;
  tell(text: string): void;
}

/**
 * Publishes readings of past days on the nodes' backlog lanes, as collectors do after an outage, and waits until the
 * ingester has stored all of them and closed every hour and day. Some nodes also read once now, for the snapshots.
 */
export async function fill(product: Product, options: FillOptions): Promise<Filled> {
  const { samples, seed, days, hoursOfDay, nowMs, signal, tell } = options;
  const ticks = (hoursOfDay * hourMs) / intervalMs;
  const { samplesPerEvent } = new HostLoad({ seed, nodes: 1, firstAtMs: 0, intervalMs });
  const nodes = Math.ceil(samples / samplesPerEvent / (ticks * days));
  const fromMs = Math.floor(nowMs / dayMs) * dayMs - days * dayMs;
  const beginMs = Date.now();
  const pid = pidOf(product, "clickhouse");
  const cpuBefore = cpuSecondsOf(pid);
  const took = (): Took => ({
    seconds: (Date.now() - beginMs) / 1e3,
    historyCpuSeconds: cpuSecondsOf(pid) - cpuBefore,
  });
  const starts = Array.from({ length: days }, (_, day) => fromMs + day * dayMs);
  const publisher = await Publisher.open(product, signal);
  try {
    for (const [day, firstAtMs] of starts.entries()) {
      const load = new HostLoad({ seed: seed + day, nodes, firstAtMs, intervalMs, firstSequence: day * ticks + 1 });
      await publisher.publish(load, { lane: "backlog", ticks, eventsPerMessage });
      tell(`published day ${day + 1} of ${days} after ${took().seconds.toFixed(0)} s`);
    }
    const live = new HostLoad({ seed, nodes: options.liveNodes, firstAtMs: nowMs, intervalMs, prefix: "live-" });
    await publisher.publish(live, { lane: "live", ticks: 1, eventsPerMessage: 1 });
  } finally {
    await publisher.close();
  }
  const published = took();
  const events = nodes * ticks * days;
  const history = benchHistory(product);
  try {
    await untilStored(history, events, signal);
    const stored = took();
    tell(`all events are stored after ${stored.seconds.toFixed(0)} s; waiting until every hour is closed`);
    await untilClosed(history, signal);
    return {
      ...{ nodes, events, samples: events * samplesPerEvent, samplesPerEvent, fromMs, hoursOfDay },
      days: starts.map((startMs) => new Date(startMs).toISOString().slice(0, 10)),
      ...{ published, stored, closed: took() },
      closes: await closesOf(history),
    };
  } finally {
    await history.close();
  }
}

async function untilStored(history: History, events: number, signal: AbortSignal): Promise<void> {
  let stored = 0;
  await waitFor(
    async () => {
      signal.throwIfAborted();
      await pause();
      stored = (await totalsOf(history, { nodes: "load-" })).events;
      return stored >= events;
    },
    1_800_000,
    () => `${stored} of ${events} events are stored`,
  );
}

/** Waits until no hour, day or month is to be closed, as the ingester asks it. */
export async function untilClosed(history: History, signal: AbortSignal): Promise<void> {
  await waitFor(
    async () => {
      signal.throwIfAborted();
      await pause();
      const position = { committedSeq: Number.MAX_SAFE_INTEGER, receivedUpToMs: Date.now() };
      const hours = await hoursToClose(history, position, { graceMs: 300_000, nowMs: Date.now() });
      const days = await daysToClose(history, Date.now());
      const months = await monthsToClose(history, { nowMs: Date.now(), monthsMax: 1 });
      return hours.length + days.length + months.length === 0;
    },
    3_600_000,
    () => "not every hour is closed",
  );
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 1_000));

interface Published {
  lane: Lane;
  ticks: number;
  eventsPerMessage: number;
}

/** Publishes as many nodes at once, which a bench stands for. */
class Publisher {
  readonly #connection: NatsConnection;
  readonly #log: JetStreamClient;
  readonly #signal: AbortSignal;
  readonly #inFlight: Promise<void>[] = [];

  private constructor(connection: NatsConnection, signal: AbortSignal) {
    this.#connection = connection;
    this.#log = jetstream(connection, { timeout: 60_000 });
    this.#signal = signal;
  }

  /** Connects as a user of the installation's own account. */
  static async open({ dataDir, ports }: Product, signal: AbortSignal): Promise<Publisher> {
    const { account } = keptBusKeys(join(dataDir, "nats/keys"));
    const authenticator = credsAuthenticator(await userCredentials("bench", account, {}));
    return new Publisher(await connect({ port: ports.nats, authenticator }), signal);
  }

  /** Publishes the next ticks of a load; resolves when the log has all of them. */
  async publish(load: HostLoad, { lane, ticks, eventsPerMessage: perMessage }: Published): Promise<void> {
    const waiting = new Map<string, Uint8Array[]>();
    for (let tick = 0; tick < ticks; tick += 1) {
      this.#signal.throwIfAborted();
      for (const { node, bytes } of load.next()) {
        const frames = waiting.get(node) ?? [];
        waiting.set(node, frames);
        frames.push(bytes);
        if (frames.length >= perMessage) await this.#send(lane, node, frames.splice(0));
      }
    }
    for (const [node, frames] of waiting) if (frames.length > 0) await this.#send(lane, node, frames);
    await Promise.all(this.#inFlight.splice(0));
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  async #send(lane: Lane, node: string, frames: readonly Uint8Array[]): Promise<void> {
    if (this.#inFlight.length >= inFlightMax) await this.#inFlight.shift();
    const storing = this.#store(telemetrySubject({ workspace: "default", node, lane, family: "host" }), frames);
    // Its failure is met where it is waited for, perhaps later.
    storing.catch(() => undefined);
    this.#inFlight.push(storing);
  }

  /** A full stream refuses until what is stored was purged from it: tried again, as a collector does. */
  async #store(subject: string, frames: readonly Uint8Array[]): Promise<void> {
    const payload = encodeFrames(frames);
    for (;;) {
      this.#signal.throwIfAborted();
      try {
        await this.#log.publish(subject, payload);
        return;
      } catch (error) {
        if (!/maximum bytes/.test(String(error))) throw error;
        await pause();
      }
    }
  }
}
