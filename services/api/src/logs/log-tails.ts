import type { LogEvent, StoredLine } from "@statwire/snapshot-store";
import type { Response } from "express";
import { EventStream } from "../http/event-stream.js";
import { ProblemError } from "../http/problem.js";
import type { LogReader } from "./log-reader.js";
import { tailLog } from "./tail.js";

export interface LogTailsDeps {
  reader: Pick<LogReader, "after">;
  /** Hears the events of a log from now on; returns what ends it. */
  follow(node: string, log: string, onEvent: (event: LogEvent) => void): () => void;
  /** How many are open at once. */
  tailsMax: number;
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface TailRequest {
  node: string;
  log: string;
  /** The line after which it begins. */
  sinceLine: number;
  /** When it ends by itself. */
  forMs: number | undefined;
  /** Asked each half second: whether the client may still follow it. Absent: it may. Throws ProblemError when it cannot be told. */
  isAllowed?: (() => boolean | Promise<boolean>) | undefined;
  /** A line as the client gets it. */
  toData(line: StoredLine): object;
}

const askEveryMs = 500;

const streamOptions = { bufferBytesMax: 1024 ** 2, heartbeatMs: 15_000 };

/** Every log that a client follows live. */
export class LogTails {
  readonly #open = new Set<EventStream>();
  #hasEnded = false;

  constructor(private readonly deps: LogTailsDeps) {}

  /**
   * Sends the lines of a log as server-sent events, each with its number as the event's id, until the client leaves,
   * the time is over or the process stops. Errors: too-many-tails before anything is sent.
   */
  async serve(response: Response, request: TailRequest): Promise<void> {
    const { node, log, sinceLine, forMs, isAllowed, toData } = request;
    if (this.#hasEnded || this.#open.size >= this.deps.tailsMax) {
      const detail = this.#hasEnded ? "This server is stopping." : `${this.deps.tailsMax} are open; try again later.`;
      throw new ProblemError("too-many-tails", detail, { headers: { "Retry-After": "5" } });
    }
    const stream = new EventStream(response, streamOptions);
    this.#open.add(stream);
    const timer = forMs === undefined ? undefined : setTimeout(() => stream.end(), forMs);
    stream.send({ id: String(sinceLine), event: "start", data: { node, log, since_line: sinceLine } });
    try {
      await Promise.all([
        tailLog(this.#depsOf(stream, request, toData), sinceLine, stream.over),
        isAllowed && this.#endUnlessAllowed(stream, isAllowed),
      ]);
    } finally {
      clearTimeout(timer);
      this.#open.delete(stream);
      stream.end();
    }
  }

  /** Ends all of them, so that their clients come back elsewhere, and opens no more. */
  end(): void {
    this.#hasEnded = true;
    for (const stream of this.#open) stream.end();
  }

  async #endUnlessAllowed(stream: EventStream, isAllowed: () => boolean | Promise<boolean>): Promise<void> {
    for (let isStill = true; isStill && !stream.over.aborted; ) {
      await this.deps.sleep(askEveryMs, stream.over);
      isStill = await Promise.resolve()
        .then(isAllowed)
        .catch((error: unknown) => {
          if (error instanceof ProblemError) return false;
          throw error;
        });
    }
    stream.end();
  }

  #depsOf(stream: EventStream, { node, log }: TailRequest, toData: TailRequest["toData"]) {
    const { reader, follow, now, sleep } = this.deps;
    return {
      // While no store can be read the live events alone are sent.
      linesAfter: (options: Parameters<LogReader["after"]>[2]) =>
        reader.after(node, log, options).catch((error: unknown) => {
          if (error instanceof ProblemError && error.code === "unavailable") return { lines: [], isHeldBack: false };
          throw error;
        }),
      follow: (onEvent: (event: LogEvent) => void) => follow(node, log, onEvent),
      send: (lines: readonly StoredLine[]) => {
        for (const line of lines) stream.send({ id: String(line.line), data: toData(line) });
      },
      read: () => stream.read(),
      sleep,
      now,
    };
  }
}
