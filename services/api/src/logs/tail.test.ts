import { setImmediate } from "node:timers/promises";
import type { LogEvent, StoredLine } from "@statwire/snapshot-store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tailLog } from "./tail.js";

const toLine = (line: number): StoredLine => ({
  line,
  atMs: 1_000 + line,
  text: `line ${line}`,
  severity: 0,
  origin: "",
  truncated: false,
});
const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

/** A log, its stores and its live events. Time passes only while the tail sleeps. */
class World {
  readonly stored: number[] = [];
  readonly sent: number[] = [];
  nowMs = 0;
  #sequence = 0;
  #onEvent: ((event: LogEvent) => void) | undefined;
  readonly #over = new AbortController();
  #atTime: [atMs: number, act: () => void][] = [];

  store(from: number, to: number): void {
    this.stored.push(...range(from, to).filter((line) => !this.stored.includes(line)));
    this.stored.sort((one, other) => one - other);
  }

  /** Publishes lines, which need not be in the stores. */
  publish(from: number, to: number, more: Partial<LogEvent> = {}): void {
    this.#sequence += 1;
    const names = { workspace: "w", node: "n", log: "l" };
    const place = { bootId: 1, sequence: this.#sequence, firstLine: from, droppedLines: 0, totalLines: to };
    this.#onEvent?.({ ...names, ...place, lastAtMs: 0, lines: range(from, to).map(toLine), ...more });
  }

  /** Does something when that much time has passed. */
  later(afterMs: number, act: () => void): void {
    this.#atTime.push([this.nowMs + afterMs, act]);
  }

  /** Lets the tail run until it has slept for that long. */
  async run(sinceLine: number, forMs: number): Promise<void> {
    this.later(forMs, () => this.#over.abort());
    await tailLog(
      {
        linesAfter: async ({ sinceLine: after, limit, believe }) => {
          await setImmediate();
          const found = this.stored.filter((line) => line > after).slice(0, limit);
          const hole = found.findIndex((line, index) => line !== after + index + 1);
          const lines = hole === -1 || believe ? found : found.slice(0, hole);
          return { lines: lines.map(toLine), isHeldBack: lines.length < found.length };
        },
        follow: (onEvent) => {
          this.#onEvent = onEvent;
          return () => {
            this.#onEvent = undefined;
          };
        },
        send: (lines) => void this.sent.push(...lines.map(({ line }) => line)),
        read: () => Promise.resolve(),
        sleep: (ms, signal) => this.#sleep(ms, signal),
        now: () => this.nowMs,
      },
      sinceLine,
      this.#over.signal,
    );
    expect(this.#onEvent).toBeUndefined();
  }

  async #sleep(ms: number, signal: AbortSignal): Promise<void> {
    const end = this.nowMs + ms;
    while (this.nowMs < end && !signal.aborted) {
      await setImmediate();
      this.nowMs += 10;
      const due = this.#atTime.filter(([atMs]) => atMs <= this.nowMs);
      this.#atTime = this.#atTime.filter(([atMs]) => atMs > this.nowMs);
      for (const [, act] of due) act();
    }
  }
}

describe("a tail", () => {
  it("sends what the stores have after its line, then what is published", async () => {
    const world = new World();
    world.store(1, 1_200);
    world.later(500, () => world.publish(1_201, 1_203));
    world.later(600, () => world.publish(1_204, 1_204));
    await world.run(100, 1_000);
    expect(world.sent).toEqual(range(101, 1_204));
  });

  it("sends nothing twice of what is published again", async () => {
    const world = new World();
    world.later(100, () => world.publish(1, 5));
    world.later(200, () => world.publish(1, 5));
    world.later(300, () => world.publish(4, 7));
    await world.run(0, 1_000);
    expect(world.sent).toEqual(range(1, 7));
  });

  it("fetches from the stores what it did not hear of", async () => {
    const world = new World();
    world.store(1, 5);
    world.later(100, () => {
      world.publish(9, 10);
      world.later(300, () => world.store(6, 10));
    });
    world.later(900, () => world.publish(11, 11));
    await world.run(0, 2_000);
    expect(world.sent).toEqual(range(1, 11));
  });

  it("finds what was stored without being heard of", async () => {
    const world = new World();
    world.later(100, () => world.store(1, 3));
    await world.run(0, 5_000);
    expect(world.sent).toEqual([1, 2, 3]);
  });

  it("passes lines that were given up, at once when the event says so", async () => {
    const world = new World();
    world.store(1, 3);
    world.later(100, () => world.publish(101, 102, { droppedLines: 97 }));
    world.later(150, () => world.publish(200, 199, { droppedLines: 97 }));
    world.later(160, () => world.publish(200, 200));
    await world.run(0, 300);
    expect(world.sent).toEqual([1, 2, 3, 101, 102, 200]);
  });

  it("believes a gap after some seconds, and goes on", async () => {
    const world = new World();
    world.store(1, 3);
    world.store(10, 12);
    await world.run(0, 10_000);
    expect(world.sent).toEqual([1, 2, 3, 10, 11, 12]);
  });

  it("sends what it heard when the stores never have it", async () => {
    const world = new World();
    world.later(100, () => world.publish(5, 6));
    world.later(1_000, () => world.publish(7, 8));
    world.later(9_000, () => world.publish(9, 9));
    await world.run(3, 10_000);
    expect(world.sent).toEqual([5, 6, 7, 8, 9]);
  });

  it("goes on when numbers begin again", async () => {
    const world = new World();
    world.later(100, () => world.publish(1, 500));
    world.later(200, () => world.publish(1, 2, { bootId: 2 }));
    await world.run(0, 1_000);
    expect(world.sent).toEqual([...range(1, 500), 1, 2]);
  });

  it("sends every line once and in order, whatever is heard and when it is stored", async () => {
    const batches = fc.array(
      fc.record({
        count: fc.integer({ min: 1, max: 8 }),
        heard: fc.boolean(),
        storedAfterMs: fc.nat(1_500),
        gapMs: fc.nat(300),
      }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(batches, async (plan) => {
        const world = new World();
        let last = 0;
        let atMs = 10;
        for (const { count, heard, storedAfterMs, gapMs } of plan) {
          const [from, to] = [last + 1, last + count];
          if (heard) world.later(atMs, () => world.publish(from, to));
          world.later(atMs + storedAfterMs, () => world.store(from, to));
          last = to;
          atMs += gapMs;
        }
        await world.run(0, atMs + 10_000);
        expect(world.sent).toEqual(range(1, last));
      }),
      { numRuns: 60 },
    );
  }, 30_000);
});
