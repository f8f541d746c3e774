import { setImmediate } from "node:timers/promises";
import type { CutRecord, StoredMessage } from "@statwire/event-log";
import { emptyCutRecord, wrapEvents } from "@statwire/event-log";
import { encodeFrames, eventKinds, type LandedKind } from "@statwire/events";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimStream } from "./claim.js";
import { ingest } from "./ingest.js";
import { type LandDeps, landCut } from "./land.js";
import { CutLedger } from "./ledger.js";

const natures = ["host", "inventory", "bad host", "bad inventory", "unreadable"] as const;
type Nature = (typeof natures)[number];

const mixed: Nature[] = [
  ...(["host", "inventory", "host", "unreadable", "host", "host", "inventory", "bad host", "host"] as const),
  ...(["inventory", "bad inventory", "host", "inventory", "bad host", "bad host", "host", "inventory"] as const),
];

describe("ingestion that is killed", () => {
  it("stores each event once, wherever it is killed and whether or not the last act took effect", async () => {
    for (let crashAt = 1; ; crashAt += 1) {
      const world = new World(mixed);
      const crashed = await world.run(crashAt);
      await world.run(Number.POSITIVE_INFINITY);
      world.check();
      if (!crashed) return expect(crashAt).toBeGreaterThan(60);
    }
  });

  it("stores each event once when it is killed again and again", async () => {
    const messages = fc.array(fc.constantFrom(...natures), { maxLength: 25 });
    const crashes = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(messages, crashes, fc.integer({ min: 1, max: 7 }), async (some, points, size) => {
        const world = new World(some, size);
        for (const point of points) await world.run(point);
        await world.run(Number.POSITIVE_INFINITY);
        world.check();
      }),
      { numRuns: 100 },
    );
  }, 30_000);
});

class Crash extends Error {}

/** What outlives a process: the log, the cut record and the tables. A run of the ingester dies at a chosen act. */
class World {
  readonly #natures: readonly Nature[];
  /** Grows with each run: a range that is not recorded is not cut the same way again. */
  #batchSize: number;
  readonly #messages: StoredMessage[];
  #record: CutRecord = emptyCutRecord;
  #revision = 0;
  readonly #inserted = new Map<string, number[]>();
  readonly #deadLetters = new Set<number>();

  constructor(some: readonly Nature[], batchSize = 5) {
    this.#natures = some;
    this.#batchSize = batchSize;
    this.#messages = some.map((nature, index) => ({
      subject: `telemetry.v1.w.n.live.${nature.endsWith("inventory") ? "inventory" : "host"}`,
      sequence: index + 1,
      storedAtMs: 1_000 + index,
      payload: nature === "unreadable" ? Uint8Array.of(9, 1) : encodeFrames([Uint8Array.of(8, 1)]),
      headers: undefined,
    }));
  }

  /** Runs until everything is read, or until act number `crashAt`; true when it crashed. */
  async run(crashAt: number): Promise<boolean> {
    let acts = 0;
    // Each act may die before it takes effect, or after, with the answer lost. A dead process does nothing more.
    const act = async <Result>(effect: () => Result, slow = false): Promise<Result> => {
      if (slow) await setImmediate();
      acts += 1;
      if (acts >= crashAt) throw new Crash();
      const result = effect();
      acts += 1;
      if (acts >= crashAt) throw new Crash();
      return result;
    };
    this.#batchSize += 1;
    try {
      await this.#ingest(act);
      return false;
    } catch (error) {
      if (error instanceof Crash) return true;
      throw error;
    }
  }

  async #ingest(act: <Result>(effect: () => Result, slow?: boolean) => Promise<Result>): Promise<void> {
    const signal = new AbortController();
    let revision = 0;
    const store = {
      load: () =>
        act(() => {
          revision = this.#revision;
          return { record: this.#record, revision };
        }),
      replace: (record: CutRecord) =>
        act((): "stored" | "fenced" => {
          if (revision !== this.#revision) return "fenced";
          this.#record = structuredClone(record);
          this.#revision += 1;
          revision = this.#revision;
          return "stored";
          // Slow, so that whoever does not wait for it is seen to act first.
        }, true),
    };
    const { record } = await claimStream(store, {
      holder: "test",
      readStream: async () => ({ created: "once", lastSequence: this.#messages.length }),
      silenceMs: 0,
      signal: signal.signal,
      log: { info: () => undefined } as never,
    });
    const ledger = new CutLedger(store, record, signal.signal);
    const deps: LandDeps = {
      kinds: eventKinds,
      insert: (kind, { rows }, token) => act(() => this.#insert(kind, rows, token)),
      readAgain: async (sequence) => this.#messages[sequence - 1],
      deadLetter: ({ sequence }) => act(() => void this.#deadLetters.add(sequence)),
      lost: () => undefined,
      split: (cut, parts) => ledger.split(cut, parts),
      finish: (cut) => ledger.finish(cut),
      token: ({ first, last }, kind) => `${ledger.record.generation}:${first}-${last}:${kind}`,
      log: { warn: () => undefined },
    };
    for (const cut of [...ledger.record.cuts]) {
      const range = this.#messages.filter(({ sequence }) => sequence >= cut.first && sequence <= cut.last);
      await landCut(deps, cut, wrapEvents(range, eventKinds));
    }
    await ledger.flush();
    let at = ledger.record.committed;
    await ingest({
      isHeld: () => false,
      sitOut: async () => undefined,
      nextBatch: async () => {
        if (at >= this.#messages.length) signal.abort();
        const batch = this.#messages.slice(at, at + this.#batchSize);
        at += batch.length;
        return batch.length === 0 ? undefined : wrapEvents(batch, eventKinds);
      },
      openCut: (cut) => ledger.open(cut),
      land: (cut, messages) => landCut(deps, cut, messages),
      flush: () => ledger.flush(),
      signal: signal.signal,
    });
    await ledger.flush();
  }

  /** As the history store does: all or nothing, once per token. */
  #insert(kind: LandedKind, rows: number, token: string) {
    const [, first = 0, last = 0] = (/:(\d+)-(\d+):/.exec(token) ?? []).map(Number);
    const wanted: string[] = [kind, `bad ${kind}`];
    const sequences = this.#messages
      .map(({ sequence }) => sequence)
      .filter((sequence) => sequence >= first && sequence <= last && wanted.includes(this.#nature(sequence)));
    expect(rows).toBe(sequences.length);
    if (sequences.some((sequence) => this.#nature(sequence).startsWith("bad"))) {
      return { ok: false as const, poison: true as const, code: 444, reason: "bad event" };
    }
    if (!this.#inserted.has(token)) this.#inserted.set(token, sequences);
    return { ok: true as const };
  }

  #nature(sequence: number): Nature {
    return this.#natures[sequence - 1] ?? "host";
  }

  check(): void {
    const good = (nature: Nature) => nature === "host" || nature === "inventory";
    const sequences = this.#messages.map(({ sequence }) => sequence);
    const stored = [...this.#inserted.values()].flat().sort((one, other) => one - other);
    expect(stored).toEqual(sequences.filter((sequence) => good(this.#nature(sequence))));
    const setAside = [...this.#deadLetters].sort((one, other) => one - other);
    expect(setAside).toEqual(sequences.filter((sequence) => !good(this.#nature(sequence))));
    expect(this.#record).toMatchObject({ committed: this.#messages.length, cuts: [] });
  }
}
