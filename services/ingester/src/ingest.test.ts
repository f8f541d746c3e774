import { type StoredMessage, type WrappedMessages, wrapEvents } from "@statwire/event-log";
import { encodeFrames } from "@statwire/events";
import { describe, expect, it } from "vitest";
import { ingest } from "./ingest.js";

describe("ingestion of which a cut cannot be landed", () => {
  it.each([
    ["while more comes", [1, 2, 3, 4]],
    ["while nothing comes", [1, 2, undefined, 3]],
    ["when it is to be held", [1, 2, "held", 3]],
  ] as const)("%s, rejects when nothing is being landed any more", async (_, steps) => {
    const world = new World(steps);
    const outcome = world.run();
    await world.reached(2);
    world.fail(1, new Error("refused"));
    await turns();
    expect(world.settled).toBe(false);
    world.land(2);
    await expect(outcome).rejects.toThrow("refused");
    expect(world.acts).toEqual(["open 1", "open 2", "failed 1", "landed 2"]);
  });

  it("rejects with the first failure", async () => {
    const world = new World([1, 2, 3]);
    const outcome = world.run();
    await world.reached(2);
    world.fail(2, new Error("the second"));
    world.fail(1, new Error("the first, later"));
    await expect(outcome).rejects.toThrow("the second");
  });

  it("finishes what is recorded when it is stopped", async () => {
    const world = new World([1, 2]);
    const outcome = world.run();
    await world.reached(2);
    world.stop();
    await turns();
    expect(world.settled).toBe(false);
    world.land(2);
    world.land(1);
    await outcome;
    expect(world.acts).toEqual(["open 1", "open 2", "landed 2", "landed 1", "flush"]);
  });
});

type Step = number | "held" | undefined;

/** What ingestion is given, one step after the other, and what it does; a landing takes until the test ends it. */
class World {
  readonly acts: string[] = [];
  settled = false;
  readonly #steps: Step[];
  readonly #signal = new AbortController();
  readonly #landings = new Map<number, { resolve(): void; reject(error: Error): void }>();

  constructor(steps: readonly Step[]) {
    this.#steps = [...steps];
  }

  run(): Promise<void> {
    const running = ingest({
      isHeld: () => this.#steps[0] === "held" && this.#steps.shift() === "held",
      sitOut: async () => void this.acts.push("sat out"),
      nextBatch: async () => this.#nextBatch(),
      openCut: async ({ first }) => void this.acts.push(`open ${first}`),
      land: ({ first }) => new Promise((resolve, reject) => this.#landings.set(first, { resolve, reject })),
      flush: async () => void this.acts.push("flush"),
      signal: this.#signal.signal,
    });
    const settle = () => {
      this.settled = true;
    };
    running.then(settle, settle);
    return running;
  }

  stop(): void {
    this.#signal.abort();
  }

  /** Waits until a cut is being landed. */
  async reached(first: number): Promise<void> {
    await expect.poll(() => this.#landings.has(first), { interval: 1 }).toBe(true);
    await turns();
  }

  land(first: number): void {
    this.acts.push(`landed ${first}`);
    this.#landings.get(first)?.resolve();
  }

  fail(first: number, error: Error): void {
    this.acts.push(`failed ${first}`);
    this.#landings.get(first)?.reject(error);
  }

  async #nextBatch(): Promise<WrappedMessages | undefined> {
    if (this.#steps.length === 0)
      await new Promise<void>((resolve) => this.#signal.signal.addEventListener("abort", () => resolve()));
    const step = this.#steps.shift();
    return typeof step === "number" ? wrapEvents([message(step)], ["host"]) : undefined;
  }
}

/** Everything that can go on without the test has gone on. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
}

function message(sequence: number): StoredMessage {
  const subject = "telemetry.v1.w.n.live.host";
  return { subject, sequence, storedAtMs: 1_000, payload: encodeFrames([Uint8Array.of(8, 1)]), headers: undefined };
}
