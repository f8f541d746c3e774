import type { Response } from "express";

/** One event of a stream. */
export interface StreamEvent {
  /** What the client repeats as `Last-Event-ID` when it comes back. */
  id?: string;
  /** Its type; `message` when absent. */
  event?: string;
  data: object;
}

export interface EventStreamOptions {
  /** A client whose unread bytes would grow beyond this is cut. */
  bufferBytesMax: number;
  /** How often a comment tells the client, and whatever is between, that the stream lives. */
  heartbeatMs: number;
}

/** How long a client that is cut may take to read why. */
const farewellMs = 2_000;

/**
 * Server-sent events to one client (WHATWG HTML, "Server-sent events"). Ends when the client leaves, when it reads too
 * slowly, or when it is told to; whoever opens one closes it.
 */
export class EventStream {
  readonly #response: Response;
  readonly #options: EventStreamOptions;
  readonly #heartbeat: NodeJS.Timeout;
  readonly #over = new AbortController();

  constructor(response: Response, options: EventStreamOptions) {
    this.#response = response;
    this.#options = options;
    response.on("close", () => this.#stop());
    response.status(200).set({ "Content-Type": "text/event-stream; charset=utf-8", "X-Accel-Buffering": "no" });
    response.flushHeaders();
    this.#heartbeat = setInterval(() => this.#write(": heartbeat\n\n"), options.heartbeatMs);
    this.#heartbeat.unref();
    // A client that has left meanwhile has done so unheard.
    if (response.destroyed) this.#stop();
  }

  /** Aborts when the stream is over, whoever ended it. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  /** Sends an event, or cuts a client that has not read those before it. */
  send({ id, event, data }: StreamEvent): void {
    const fields = [
      ...(id === undefined ? [] : [`id: ${id}`]),
      ...(event === undefined ? [] : [`event: ${event}`]),
      // JSON has no line breaks of its own.
      `data: ${JSON.stringify(data)}`,
    ];
    this.#write(`${fields.join("\n")}\n\n`);
  }

  /** Resolves when the client has read what was sent, or the stream is over. */
  async read(): Promise<void> {
    if (this.#over.signal.aborted || !this.#response.writableNeedDrain) return;
    await new Promise<void>((resolve) => {
      const settle = () => {
        this.#response.off("drain", settle);
        this.#over.signal.removeEventListener("abort", settle);
        resolve();
      };
      this.#response.on("drain", settle);
      this.#over.signal.addEventListener("abort", settle);
    });
  }

  /** Ends the stream, with a last event that says why; without one a client comes back by itself. */
  end(last?: StreamEvent): void {
    if (this.#over.signal.aborted) return;
    if (last !== undefined) this.send(last);
    this.#stop();
    this.#response.end();
    setTimeout(() => this.#response.destroy(), farewellMs).unref();
  }

  #write(text: string): void {
    if (this.#over.signal.aborted) return;
    this.#response.write(text);
    if (this.#response.writableLength <= this.#options.bufferBytesMax) return;
    this.#stop();
    this.#response.end(`event: error\ndata: ${JSON.stringify({ code: "too-slow", detail: tooSlow })}\n\n`);
    setTimeout(() => this.#response.destroy(), farewellMs).unref();
  }

  #stop(): void {
    clearInterval(this.#heartbeat);
    this.#over.abort();
  }
}

const tooSlow = "The events were not read as fast as they came. Come back with the id of the last one.";
