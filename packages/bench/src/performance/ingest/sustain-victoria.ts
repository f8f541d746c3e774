import type { RowContext } from "../row.js";
import { between } from "./processor-time.js";
import { Readings } from "./readings.js";
import { liveShape, writeRemotely } from "./remote-writer.js";
import type { ReadingFleet } from "./snapshot.js";
import type { Length, Sustained, Window } from "./sustain.js";
import type { Victoria } from "./victoria.js";

/** Readings of each node that are sent, and then the next are made. */
const ticksAtOnce = 10;

/** Sends what a fleet reads to VictoriaMetrics, one time after the other, one snapshot a request, as fast as it answers. */
export class VictoriaFeed {
  readonly #victoria: Victoria;
  readonly #fleet: ReadingFleet;
  #nextAtMs: number;
  #sent = 0;

  constructor(victoria: Victoria, fleet: ReadingFleet, firstAtMs: number) {
    this.#victoria = victoria;
    this.#fleet = fleet;
    this.#nextAtMs = firstAtMs;
  }

  /**
   * Sends for all windows, and waits until it has merged what it merges by itself. The next time goes on where this one ends.
   * @throws when a request is not answered as stored, and when it does not come to rest
   */
  async run({ windows: count, windowSeconds }: Length, { signal, tell }: RowContext): Promise<Sustained> {
    const windows: Window[] = [];
    const beganMs = performance.now();
    const secondsNow = () => (performance.now() - beganMs) / 1e3;
    let before = { seconds: 0, sent: this.#sent, time: this.#victoria.time() };
    for (let window = 1; window <= count; window += 1) {
      while (secondsNow() < window * windowSeconds) {
        signal.throwIfAborted();
        await this.#sendNext();
      }
      const after = { seconds: secondsNow(), sent: this.#sent, time: this.#victoria.time() };
      windows.push({
        seconds: after.seconds - before.seconds,
        samples: after.sent - before.sent,
        time: between(before.time, after.time),
      });
      before = after;
      tell(`${window} of ${count}: VictoriaMetrics was sent ${this.#sent / this.#fleet.options.nodes} samples a node`);
    }
    await this.#victoria.settle(signal);
    return { windows, rest: { samples: 0, time: between(before.time, this.#victoria.time()) } };
  }

  /** To be asked after `run`. @throws when VictoriaMetrics does not hold every sample that was sent */
  async requireStored(): Promise<void> {
    const found = await this.#victoria.samples();
    if (found !== this.#sent) throw new Error(`VictoriaMetrics holds ${found} samples, ${this.#sent} were sent`);
  }

  async #sendNext(): Promise<void> {
    const readings = readingsOf(this.#fleet, this.#nextAtMs);
    await writeRemotely(this.#victoria.port, readings, liveShape);
    this.#sent += readings.samples;
    this.#nextAtMs += ticksAtOnce * this.#fleet.options.intervalMs;
  }
}

function readingsOf(fleet: ReadingFleet, firstAtMs: number): Readings {
  const { nodes, intervalMs } = fleet.options;
  let kept: Readings | undefined;
  for (let tick = 0; tick < ticksAtOnce; tick += 1) {
    for (const reading of fleet.read(firstAtMs + tick * intervalMs)) {
      kept ??= new Readings(reading, { nodes, ticks: ticksAtOnce, firstAtMs, intervalMs });
      kept.keep(reading);
    }
  }
  if (kept === undefined) throw new Error("no reading");
  return kept;
}
