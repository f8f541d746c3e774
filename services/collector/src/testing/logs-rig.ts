import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLane, readRange } from "@statwire/event-log";
import { decodeLogLinesRead, type LogLinesRead, logSubject, streams, walkFrames } from "@statwire/events";
import { createLogger } from "@statwire/runtime";
import { z } from "zod";
import { logsShape, toLogSettings } from "../logs/log-settings.js";
import { Logs } from "../logs/logs.js";
import { RunNumber } from "../run-number.js";
import type { PrivateBus } from "./private-bus.js";

const fields = z.strictObject(logsShape);
const node = { workspace: "default", node: "node.1" };

/** A line as the stream has it. */
export interface StoredLine {
  number: number;
  text: string;
  truncated: boolean;
}

/** The collector's part that reads logs, alone, with a folder for logs and one for its progress. */
export class LogsRig {
  readonly folder = mkdtempSync(join(tmpdir(), "statwire-logs-"));
  readonly dataDir = mkdtempSync(join(tmpdir(), "statwire-progress-"));
  #bus: PrivateBus;
  #logs: Logs | undefined;

  constructor(bus: PrivateBus) {
    this.#bus = bus;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  get logs(): Logs {
    if (this.#logs === undefined) throw new Error("the rig is not started");
    return this.#logs;
  }

  /** Starts to read, as a new run of the collector does. */
  start(settings: z.input<typeof fields>, { connected = true, programs = process.env.PATH } = {}): Logs {
    this.#logs = new Logs(
      {
        ...node,
        folder: join(this.dataDir, "logs"),
        hostRoot: "/",
        path: programs,
        runNumber: new RunNumber(this.dataDir, Date.now(), 0),
        log: createLogger({ service: "test", level: "silent" }),
        nowMs: Date.now,
        monotonicMs: () => performance.now(),
        random: Math.random,
        recordAcknowledged: () => undefined,
      },
      settingsOf(settings),
    );
    if (connected) this.connect();
    this.#logs.start();
    return this.#logs;
  }

  connect(): void {
    this.logs.connect((log) =>
      openLane(this.#bus.log, { stream: streams.LOGS.name, subject: logSubject({ ...node, log }) }),
    );
  }

  apply(settings: z.input<typeof fields>): void {
    this.logs.apply(settingsOf(settings));
  }

  stop(): Promise<void> {
    return this.logs.stop();
  }

  async discard(): Promise<void> {
    await this.#logs?.stop();
    for (const folder of [this.folder, this.dataDir]) rmSync(folder, { recursive: true, force: true });
  }

  events(log: string): Promise<LogLinesRead[]> {
    return storedEvents(this.#bus, log);
  }

  async lines(log: string): Promise<StoredLine[]> {
    return toLines(await this.events(log));
  }

  async texts(log: string): Promise<string[]> {
    return (await this.lines(log)).map(({ text }) => text);
  }
}

/** Every event of a log, in the order of the stream. */
export async function storedEvents(bus: PrivateBus, log: string): Promise<LogLinesRead[]> {
  const stream = streams.LOGS.name;
  const { state } = await bus.log.manager.streams.info(stream);
  if (state.messages === 0) return [];
  const events: LogLinesRead[] = [];
  const range = { stream, first: state.first_seq, last: state.last_seq, signal: AbortSignal.timeout(60_000) };
  for (const { subject, payload } of await readRange(bus.log, range)) {
    if (subject !== logSubject({ ...node, log })) continue;
    walkFrames(payload, (start, end) => events.push(decodeLogLinesRead(payload.subarray(start, end))));
  }
  return events;
}

export function toLines(events: readonly LogLinesRead[]): StoredLine[] {
  return events.flatMap(({ firstLine, lines }) =>
    lines.map(({ text, truncated }, index) => ({ number: Number(firstLine) + index, text, truncated })),
  );
}

function settingsOf(settings: z.input<typeof fields>) {
  return toLogSettings(fields.parse(settings));
}
