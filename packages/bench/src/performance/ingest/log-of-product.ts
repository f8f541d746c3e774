import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type JetStreamClient, jetstream } from "@nats-io/jetstream";
import { connect, credsAuthenticator, headers, type NatsConnection } from "@nats-io/transport-node";
import { keptBusKeys, userCredentials } from "@statwire/credentials";
import { connectEventLog, type EventLog, listReaders, streamState, whileHeld } from "@statwire/event-log";
import {
  cloudEventHeaders,
  encodeFrames,
  encodeHostSampled,
  type Lane,
  streams,
  telemetrySubject,
} from "@statwire/events";
import type { Product } from "@statwire/running-product";
import { createLogger, sleep } from "@statwire/runtime";
import { nodeName } from "../../load/host-load.js";

const workspace = "default";
const family = "host";
/** Published without an answer in between: the server takes them as fast as it can. */
const unansweredMax = 500;
const stream = streams.TELEMETRY.name;

/** Readings of a node that travel in one message, oldest first. */
export interface Message {
  node: number;
  lane: Lane;
  firstSequence: number;
  observedAtMs: number;
  readings: readonly object[];
}

/** Publishes as many nodes at once, which a bench stands for, and holds the ingester back meanwhile. */
export class LogOfProduct {
  readonly #connection: NatsConnection;
  readonly #jetstream: JetStreamClient;
  readonly #log: EventLog;
  readonly credentialsFile: string;
  #unanswered = 0;

  private constructor(connection: NatsConnection, log: EventLog, credentialsFile: string) {
    this.#connection = connection;
    this.#jetstream = jetstream(connection, { timeout: 60_000 });
    this.#log = log;
    this.credentialsFile = credentialsFile;
  }

  /** Connects as a user of the installation's own account. */
  static async open({ dataDir, natsUrl }: Pick<Product, "dataDir" | "natsUrl">): Promise<LogOfProduct> {
    const { account } = keptBusKeys(join(dataDir, "nats/keys"));
    const credentialsFile = join(dataDir, "bench.creds");
    writeFileSync(credentialsFile, await userCredentials("bench", account, {}), { mode: 0o600 });
    const log = createLogger({ service: "bench", level: "error" });
    const eventLog = await connectEventLog({ url: natsUrl, credentialsFile, name: "bench", log });
    const authenticator = credsAuthenticator(readFileSync(credentialsFile));
    return new LogOfProduct(await connect({ servers: natsUrl, authenticator }), eventLog, credentialsFile);
  }

  /**
   * Publishes a message. Now and then there is a promise to be waited for, that the log has it and those before; without one
   * nobody should wait: the messages of one turn of the event loop are sent together.
   */
  publish({ node: index, lane, firstSequence, observedAtMs, readings }: Message): Promise<unknown> | undefined {
    const node = nodeName(index);
    const payload = encodeFrames(readings.map(encodeHostSampled));
    const place = { bootId: 1n, firstSequence: BigInt(firstSequence), observedAtMs };
    const made = headers();
    for (const [name, value] of Object.entries(cloudEventHeaders({ workspace, node, family, ...place })))
      made.set(name, value);
    const subject = telemetrySubject({ workspace, node, lane, family });
    this.#unanswered += 1;
    if (this.#unanswered < unansweredMax) {
      this.#connection.publish(subject, payload, { headers: made });
      return undefined;
    }
    this.#unanswered = 0;
    return this.#jetstream.publish(subject, payload, { headers: made });
  }

  /** The sequence of the last message that the log has stored. */
  async lastSequence(): Promise<number> {
    await this.#connection.flush();
    return (await streamState(this.#log, stream)).lastSequence;
  }

  /** What the log holds, in messages and bytes. */
  state(): Promise<{ messages: number; bytes: number }> {
    return streamState(this.#log, stream);
  }

  /** The sequence up to which the reader that is furthest has been given messages: the ingester. */
  async delivered(): Promise<number> {
    return Math.max(0, ...(await listReaders(this.#log, stream)).map(({ delivered }) => delivered));
  }

  /** Does something while the ingester stores nothing; it goes on afterwards. */
  whileHeld<Result>(signal: AbortSignal, act: () => Promise<Result>): Promise<Result> {
    const pause = async (ms: number) => {
      await sleep(ms, signal);
      signal.throwIfAborted();
    };
    const options = { streams: [stream], by: `bench ${randomUUID()}`, now: Date.now, sleep: pause, signal };
    return whileHeld(this.#log, options, act);
  }

  async close(): Promise<void> {
    await this.#connection.close();
    await this.#log.close();
  }
}
