import type { Socket } from "node:net";
import type { Slowness } from "./cuttable-network.js";

/** How a network is now; whoever changes it tells its directions. */
export interface Way {
  isCut: boolean;
  slowness: Slowness | undefined;
}

/** On the way, bytes: beyond it the sender is not read from, so it waits as for a full buffer. */
const underWayMax = 256 * 1024;

/** One direction of a connection: passes bytes, in order, as the way is. That a side has closed is a packet, too. */
export class Direction {
  readonly #from: Socket;
  readonly #to: Socket;
  readonly #way: Way;
  /** What has left one end and has not come to the other. */
  readonly #underWay: Buffer[] = [];
  #bytes = 0;
  /** Timers that each let the first of them arrive. */
  readonly #arrivals = new Set<NodeJS.Timeout>();
  /** When the last byte that was sent has left, as the rate allows (`performance.now()`). */
  #sentAtMs = 0;

  /** @param onSent hears of the bytes that have left */
  constructor(from: Socket, to: Socket, way: Way, onSent: (bytes: number) => void = () => undefined) {
    this.#from = from;
    this.#to = to;
    this.#way = way;
    from.on("data", (chunk: Buffer) => {
      onSent(chunk.length);
      this.#send(chunk);
      this.#readOrNot();
    });
    to.on("drain", () => this.#readOrNot());
    to.on("close", () => this.#forget());
    from.on("close", () => this.#endIfOver());
    from.on("error", () => from.destroy());
    this.#readOrNot();
  }

  /** Holds what is under way, or lets it arrive at once. */
  wayChanged(): void {
    if (!this.#way.isCut) while (this.#underWay.length > 0) this.#arrive();
    this.#readOrNot();
    this.#endIfOver();
  }

  #send(chunk: Buffer): void {
    const { isCut, slowness } = this.#way;
    if (!isCut && slowness === undefined && this.#underWay.length === 0) {
      this.#to.write(chunk);
      return;
    }
    this.#underWay.push(chunk);
    this.#bytes += chunk.length;
    const nowMs = performance.now();
    const { latencyMs = 0, bytesPerSecond = Number.POSITIVE_INFINITY } = slowness ?? {};
    this.#sentAtMs = Math.max(nowMs, this.#sentAtMs) + (chunk.length / bytesPerSecond) * 1000;
    const arrival = setTimeout(
      () => {
        this.#arrivals.delete(arrival);
        // Held: it arrives when the way is healed.
        if (this.#way.isCut) return;
        this.#arrive();
        this.#readOrNot();
        this.#endIfOver();
      },
      this.#sentAtMs + latencyMs - nowMs,
    );
    this.#arrivals.add(arrival);
  }

  #arrive(): void {
    const chunk = this.#underWay.shift();
    if (chunk === undefined) return;
    this.#bytes -= chunk.length;
    if (!this.#to.destroyed) this.#to.write(chunk);
  }

  #readOrNot(): void {
    if (this.#way.isCut || this.#to.writableNeedDrain || this.#bytes > underWayMax) this.#from.pause();
    else this.#from.resume();
  }

  #endIfOver(): void {
    if (this.#from.destroyed && !this.#way.isCut && this.#underWay.length === 0) this.#to.destroy();
  }

  #forget(): void {
    for (const arrival of this.#arrivals) clearTimeout(arrival);
    this.#arrivals.clear();
    this.#underWay.length = 0;
  }
}
