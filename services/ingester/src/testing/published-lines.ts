import type { EventLog } from "@statwire/event-log";
import { encodeFrames, encodeLogLinesRead, logSubject } from "@statwire/events";
import { type History, logs } from "@statwire/history-store";
import { readRows } from "./published-events.js";

/** A log as the collector writes it: lines with numbers, some in each message. */
export class PublishedLog {
  readonly #eventLog: EventLog;
  readonly node: string;
  readonly log: string;
  #sequence = 0;
  /** How many lines were published. */
  lines = 0;

  constructor(eventLog: EventLog, node: string, log = "syslog") {
    this.#eventLog = eventLog;
    this.node = node;
    this.log = log;
  }

  async publish(messages: number, linesEach = 5): Promise<void> {
    for (let message = 0; message < messages; message += 1) {
      await this.send(encodeFrames([this.event(linesEach)]));
      this.lines += linesEach;
    }
  }

  /** The next event, which is expected in the tables only when it is published with `publish`. */
  event(lines: number): Uint8Array {
    this.#sequence += 1;
    const observedAtMs = BigInt(Date.now());
    return encodeLogLinesRead({
      bootId: 1n,
      sequence: BigInt(this.#sequence),
      observedAtMs,
      firstLine: BigInt(this.lines + 1),
      lines: Array.from({ length: lines }, (_, index) => ({
        text: `${this.node} says ${this.lines + index + 1}`,
        atMs: observedAtMs,
      })),
    });
  }

  /** Publishes bytes that may or may not be lines. */
  async send(payload: Uint8Array): Promise<void> {
    const { node, log } = this;
    await this.#eventLog.jetstream.publish(logSubject({ workspace: "default", node, log }), payload);
  }
}

/** How many lines of a node's log are stored, each number and text once: undefined where they are not so. */
export async function storedLines(history: History, { node, log }: PublishedLog): Promise<number | undefined> {
  const [row] = await readRows(
    history,
    `SELECT toUInt32(count()) AS n, toUInt32(uniqExact(line, text)) AS lines, toUInt32(max(line)) AS last FROM log_lines
     WHERE node = '${node}' AND log = '${log}' AND endsWith(text, concat(' says ', toString(line)))`,
  );
  const known = (await logs(history, { workspace: "default", node })).find((one) => one.log === log);
  const isOnce = row?.n === row?.lines && row?.n === row?.last && (known?.storedLines ?? 0) === row?.n;
  return isOnce ? Number(row?.n) : undefined;
}
