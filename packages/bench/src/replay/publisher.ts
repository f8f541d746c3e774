import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type JetStreamClient, jetstream } from "@nats-io/jetstream";
import { connect, credsAuthenticator, headers, type MsgHdrs, type NatsConnection } from "@nats-io/transport-node";
import { keptBusKeys, userCredentials } from "@statwire/credentials";
import { connectEventLog, ensureStreams } from "@statwire/event-log";
import { cloudEventHeaders, encodeFrames, telemetrySubject } from "@statwire/events";
import type { Product } from "@statwire/running-product";
import { createLogger } from "@statwire/runtime";
import { encodeReading } from "../pressure/reading.js";

const workspace = "default";
const family = "host";
const bootId = 1_700_000_000_000;
const gibibyte = 1024 ** 3;
/** Published without an answer in between: the server takes them as fast as it can. */
const unansweredMax = 1_000;

/** Publishes readings of many nodes, as their collectors do, without waiting for each. */
export class Publisher {
  readonly #connection: NatsConnection;
  readonly #log: JetStreamClient;
  #unanswered = 0;

  private constructor(connection: NatsConnection) {
    this.#connection = connection;
    this.#log = jetstream(connection, { timeout: 60_000 });
  }

  /** Connects to servers alone, and makes their streams. */
  static async open({ dataDir, ports }: Product): Promise<Publisher> {
    const credentialsFile = await benchCredentials({ dataDir });
    const log = createLogger({ service: "bench", level: "error" });
    const name = "bench";
    const eventLog = await connectEventLog({ url: `nats://127.0.0.1:${ports.nats}`, credentialsFile, name, log });
    const small = { bytesMax: gibibyte / 16, ageMaxMs: 86_400_000 };
    const telemetry = { bytesMax: 8 * gibibyte, ageMaxMs: 86_400_000 };
    await ensureStreams(eventLog, { telemetry, logs: small, deadLetters: small, integrity: small, replicas: 1 });
    await eventLog.close();
    const authenticator = credsAuthenticator(readFileSync(credentialsFile));
    return new Publisher(await connect({ port: ports.nats, authenticator }));
  }

  /** Publishes one reading; waits for the log now and then. */
  async publish(index: number, sequence: number, observedAtMs: number): Promise<void> {
    const node = `sim-${String(index).padStart(5, "0")}`;
    const subject = telemetrySubject({ workspace, node, lane: "live", family });
    const payload = encodeFrames([encodeReading({ bootId, sequence, observedAtMs })]);
    const place = { bootId: BigInt(bootId), firstSequence: BigInt(sequence), observedAtMs };
    const options = { headers: toHeaders(cloudEventHeaders({ workspace, node, family, ...place })) };
    this.#unanswered += 1;
    if (this.#unanswered < unansweredMax) return this.#connection.publish(subject, payload, options);
    this.#unanswered = 0;
    await this.#log.publish(subject, payload, options);
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}

/** Makes a user of the installation's own account, who stands for all nodes at once, and answers the file of its credential. */
export async function benchCredentials({ dataDir }: Pick<Product, "dataDir">): Promise<string> {
  const { account } = keptBusKeys(join(dataDir, "nats/keys"));
  const credentialsFile = join(dataDir, "bench.creds");
  writeFileSync(credentialsFile, await userCredentials("bench", account, {}), { mode: 0o600 });
  return credentialsFile;
}

function toHeaders(of: Readonly<Record<string, string>>): MsgHdrs {
  const made = headers();
  for (const [name, value] of Object.entries(of)) made.set(name, value);
  return made;
}
