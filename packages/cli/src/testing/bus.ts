import { dirname } from "node:path";
import { startPrivateNats } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog, ensureStreams } from "@statwire/event-log";
import {
  encodeFrames,
  encodeHostSampled,
  encodeLogLinesRead,
  type Lane,
  logSubject,
  telemetrySubject,
} from "@statwire/events";
import { createLogger } from "@statwire/runtime";

const mebibyte = 1024 ** 2;
const hourMs = 3_600_000;

/** A bus as an installation has it: its streams, the collector of `default`/`node-1`, and an operator's environment. */
export interface TestBus {
  url: string;
  dataDir: string;
  /** What `statwire` is called with. */
  environment: Record<string, string>;
  /** The service that owns the streams. */
  ingester: EventLog;
  /** The node's collector. */
  collector: EventLog;
  /** Publishes bytes as the collector, on a lane or a log's subject. */
  publish(subject: string, payload: Uint8Array): Promise<{ sequence: number }>;
  /** One `HostSampled` of boot 1 on a lane. */
  sample(sequence: number, options?: { lane?: Lane; observedAtMs?: number; utilizationE4?: number }): Promise<number>;
  /** One `LogLinesRead` with lines of `syslog`. */
  lines(sequence: number, firstLine: number, texts: readonly string[]): Promise<number>;
  discard(): Promise<void>;
}

export const hostSubject = (lane: Lane = "live") =>
  telemetrySubject({ workspace: "default", node: "node-1", lane, family: "host" });

export const syslogSubject = logSubject({ workspace: "default", node: "node-1", log: "syslog" });

export function hostSampled(sequence: number, observedAtMs = Date.now(), utilizationE4 = 5_000): Uint8Array {
  const cpu = { intervalMs: 4_000, utilizationE4, userMs: 1n, idleMs: 1n };
  return encodeHostSampled({ bootId: 1n, sequence: BigInt(sequence), observedAtMs: BigInt(observedAtMs), cpu });
}

/** Starts a NATS server of the test's own with the product's streams and credentials. */
export async function startBus(): Promise<TestBus> {
  const nats = await startPrivateNats();
  const { url, credentialsFile } = nats.server;
  const log = createLogger({ service: "test", level: "silent" });
  const ingester = await connectEventLog({ url, credentialsFile: credentialsFile("ingester"), name: "ingester", log });
  await ensureStreams(ingester, {
    telemetry: { bytesMax: 64 * mebibyte, ageMaxMs: 72 * hourMs },
    logs: { bytesMax: 32 * mebibyte, ageMaxMs: 72 * hourMs },
    integrity: { bytesMax: 16 * mebibyte, ageMaxMs: 720 * hourMs },
    deadLetters: { bytesMax: 16 * mebibyte, ageMaxMs: 720 * hourMs },
    replicas: 1,
  });
  const scope = ["default", "node-1"];
  const own = { url, credentialsFile: credentialsFile("collector"), name: "collector", scope, log };
  const collector = await connectEventLog(own);
  const publish = async (subject: string, payload: Uint8Array) => {
    const { seq } = await collector.jetstream.publish(subject, payload);
    return { sequence: seq };
  };
  return {
    url,
    dataDir: dirname(dirname(dirname(credentialsFile("operator")))),
    environment: { NATS_URL: url, NATS_CREDS_FILE: credentialsFile("operator") },
    ingester,
    collector,
    publish,
    async sample(sequence, { lane = "live", observedAtMs, utilizationE4 } = {}) {
      const payload = encodeFrames([hostSampled(sequence, observedAtMs, utilizationE4)]);
      return (await publish(hostSubject(lane), payload)).sequence;
    },
    async lines(sequence, firstLine, texts) {
      const event = encodeLogLinesRead({
        bootId: 1n,
        sequence: BigInt(sequence),
        observedAtMs: BigInt(Date.now()),
        log: "syslog",
        firstLine: BigInt(firstLine),
        lines: texts.map((text) => ({ text })),
      });
      return (await publish(syslogSubject, encodeFrames([event]))).sequence;
    },
    async discard() {
      await Promise.all([collector.close(), ingester.close()]);
      await nats.discard();
    },
  };
}
