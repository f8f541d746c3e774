import { sleep } from "@statwire/runtime";
import type { ReadAnswer } from "./answer-reader.js";
import { type Connection, openConnections } from "./connections.js";
import { emptyTally, type Tally } from "./tally.js";

/** Requests to one port of this machine. */
export interface Load {
  port: number;
  /** The requests as they are sent, one after the other and again from the first. */
  requests: readonly string[];
  connections: number;
  seconds: number;
  /** Requests a second, whatever becomes of them; absent: each connection sends the next when the last is answered. */
  ratePerSecond?: number;
}

/** What is not answered by then counts as failed. */
const answeredWithinMs = 10_000;
/** The finest that timers have; what was meant in between is sent together. */
const turnMs = 1;

/**
 * Sends the load and tells what came of it. With a rate it is open: requests are meant at their times whether or not earlier ones are
 * answered, and one that finds no free connection waits for one, its latency counting from when it was meant.
 */
export async function runLoad(load: Load): Promise<Tally> {
  const sender = load.ratePerSecond === undefined ? new ClosedSender() : new OpenSender(load.ratePerSecond);
  const { tally } = sender;
  const connections = await openConnections(
    { port: load.port, count: load.connections, requests: load.requests },
    {
      onAnswer: (connection, answer, meantAtMs) => {
        count(tally, answer, performance.now() - meantAtMs);
        sender.onFree(connection);
      },
      onFailure: (why) => {
        tally.failed += 1;
        tally.firstFailure ??= why;
      },
    },
  );
  const cpuBefore = process.cpuUsage();
  const startedMs = performance.now();
  await sender.send(connections.all, load.seconds * 1_000);
  tally.seconds = (performance.now() - startedMs) / 1_000;
  const { user, system } = process.cpuUsage(cpuBefore);
  tally.clientCpuSeconds = (user + system) / 1e6;
  const settled = async () => {
    const deadlineMs = performance.now() + answeredWithinMs;
    while (sender.unanswered() > 0 && tally.failed === 0 && performance.now() < deadlineMs) await sleep(20);
  };
  await settled();
  tally.neverSent = sender.cease();
  await settled();
  connections.close();
  const unanswered = sender.unanswered();
  if (unanswered > 0 && tally.failed === 0) {
    tally.failed += unanswered;
    tally.firstFailure = `not answered within ${answeredWithinMs} ms`;
  }
  return tally;
}

function count(tally: Tally, { status, hasRetryAfter }: ReadAnswer, latencyMs: number): void {
  tally.answered[status] = (tally.answered[status] ?? 0) + 1;
  if ((status === 429 || status === 503) && !hasRetryAfter) tally.withoutRetryAfter += 1;
  if (status === 200) tally.latenciesMs.push(latencyMs);
}

/** Each connection sends again when it is answered. */
class ClosedSender {
  readonly tally = emptyTally();
  #unanswered = 0;
  #isOver = false;

  async send(connections: readonly Connection[], forMs: number): Promise<void> {
    for (const connection of connections) this.#sendOn(connection);
    await sleep(forMs);
    this.#isOver = true;
  }

  onFree(connection: Connection): void {
    this.#unanswered -= 1;
    if (!this.#isOver) this.#sendOn(connection);
  }

  unanswered(): number {
    return this.#unanswered;
  }

  cease(): number {
    return 0;
  }

  #sendOn(connection: Connection): void {
    this.#unanswered += 1;
    connection.send(performance.now());
  }
}

/** Requests are meant at equal distances. */
class OpenSender {
  readonly tally = emptyTally();
  readonly #ratePerSecond: number;
  readonly #free: Connection[] = [];
  /** When those were meant that wait for a connection; the first ones are sent already. */
  readonly #late: number[] = [];
  #sentLate = 0;
  #unanswered = 0;

  constructor(ratePerSecond: number) {
    this.#ratePerSecond = ratePerSecond;
  }

  async send(connections: readonly Connection[], forMs: number): Promise<void> {
    this.#free.push(...connections);
    const startedMs = performance.now();
    const meantAll = Math.round((forMs / 1_000) * this.#ratePerSecond);
    for (let meant = 0; meant < meantAll; ) {
      await sleep(turnMs);
      const due = Math.min(meantAll, ((performance.now() - startedMs) / 1_000) * this.#ratePerSecond);
      for (; meant < due; meant += 1) this.#mean(startedMs + (meant / this.#ratePerSecond) * 1_000);
    }
    this.tally.sentLate = this.#late.length;
  }

  onFree(connection: Connection): void {
    this.#unanswered -= 1;
    const meantAtMs = this.#late[this.#sentLate];
    if (meantAtMs === undefined) {
      this.#free.push(connection);
      return;
    }
    this.#sentLate += 1;
    connection.send(meantAtMs);
  }

  unanswered(): number {
    return this.#unanswered;
  }

  /** Gives up those that still wait for a connection; answers how many. */
  cease(): number {
    const unsent = this.#late.length - this.#sentLate;
    this.#sentLate = this.#late.length;
    this.#unanswered -= unsent;
    return unsent;
  }

  #mean(atMs: number): void {
    this.#unanswered += 1;
    // The one that was free for longest: a server ends those that are never used.
    const connection = this.#free.shift();
    if (connection === undefined) this.#late.push(atMs);
    else connection.send(atMs);
  }
}
