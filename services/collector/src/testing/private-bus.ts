import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anyFreePort } from "@statwire/embedded-stack/testing";
import { connectEventLog, type EventLog, ensureStreams, readRange } from "@statwire/event-log";
import {
  type CollectorConfigured,
  decodeCollectorConfigured,
  decodeHostSampled,
  decodeInventoryObserved,
  type HostSampled,
  parseTelemetrySubject,
  walkFrames,
} from "@statwire/events";
import { createLogger } from "@statwire/runtime";

const mebibyte = 1024 ** 2;
const day = 86_400_000;

/** An event as it lies in the stream. */
export interface StoredEvent {
  lane: "live" | "backlog";
  family: string;
  bootId: number;
  sequence: number;
  observedAtMs: number;
  /** Of a reading or a survey. */
  host?: HostSampled;
  configuration?: CollectorConfigured;
}

/** A nats-server of the test's own, which it may kill. */
export class PrivateBus {
  readonly url: string;
  readonly #port: number;
  readonly #folder = mkdtempSync(join(tmpdir(), "statwire-bus-"));
  #server: ChildProcess | undefined;
  #log: EventLog | undefined;

  private constructor(port: number) {
    this.#port = port;
    this.url = `nats://127.0.0.1:${port}`;
  }

  /** Starts a server with the streams. */
  static async start(): Promise<PrivateBus> {
    const bus = new PrivateBus(await anyFreePort());
    bus.run();
    bus.#log = await connectEventLog({
      url: bus.url,
      name: "test",
      log: createLogger({ service: "test", level: "silent" }),
    });
    const limits = { bytesMax: 256 * mebibyte, ageMaxMs: day };
    await ensureStreams(bus.#log, { telemetry: limits, logs: limits, deadLetters: limits, replicas: 1 });
    return bus;
  }

  get log(): EventLog {
    if (this.#log === undefined) throw new Error("the bus is not started");
    return this.#log;
  }

  /** Starts the server, or starts it again with what it had stored. */
  run(): void {
    const args = ["--addr", "127.0.0.1", "--port", String(this.#port), "--jetstream", "--store_dir", this.#folder];
    this.#server = spawn("nats-server", args, { stdio: "ignore" });
  }

  kill(): Promise<void> {
    return ended(this.#server);
  }

  /** Everything that the stream holds, in its order. */
  async events(): Promise<StoredEvent[]> {
    const { state } = await this.log.manager.streams.info("TELEMETRY");
    if (state.messages === 0) return [];
    const range = {
      stream: "TELEMETRY",
      first: state.first_seq,
      last: state.last_seq,
      signal: AbortSignal.timeout(20_000),
    };
    return (await readRange(this.log, range)).flatMap(({ subject, payload }) => eventsIn(subject, payload));
  }

  async stop(): Promise<void> {
    await this.#log?.close();
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Kills a process the hard way and waits until it is gone. */
export async function ended(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await exit;
}

function eventsIn(subject: string, payload: Uint8Array): StoredEvent[] {
  const parts = parseTelemetrySubject(subject);
  if (parts === undefined) throw new Error(`unexpected subject ${subject}`);
  const { lane, family } = parts;
  const events: StoredEvent[] = [];
  walkFrames(payload, (start, end) => {
    const { event, ...decoded } = decodeEvent(family, payload.subarray(start, end));
    const { bootId, sequence, observedAtMs } = event;
    const identity = { bootId: Number(bootId), sequence: Number(sequence), observedAtMs: Number(observedAtMs) };
    events.push({ lane, family, ...identity, ...decoded });
  });
  return events;
}

function decodeEvent(family: string, bytes: Uint8Array) {
  if (family === "inventory") return { event: decodeInventoryObserved(bytes) };
  if (family === "configuration") {
    const configuration = decodeCollectorConfigured(bytes);
    return { event: configuration, configuration };
  }
  const host = decodeHostSampled(bytes);
  return { event: host, host };
}
