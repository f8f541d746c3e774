import { type CutRecord, emptyCutRecord } from "@statwire/event-log";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BeatDeps, beat } from "./beat.js";
import { CutLedger, FencedError } from "./ledger.js";

/** After which pauses the record is stored, of a ledger that opens a cut in some of them. */
async function storedIn(pauses: readonly { opens: boolean }[], isWatched: boolean): Promise<number[]> {
  const stop = new AbortController();
  const stored: number[] = [];
  let pause = 0;
  const replace = async (_record: CutRecord): Promise<"stored"> => {
    stored.push(pause);
    return "stored";
  };
  const store = { load: async () => ({ record: emptyCutRecord, revision: 0 }), replace };
  const ledger = new CutLedger(store, emptyCutRecord, stop.signal);
  let last = 0;
  await beat({
    ...ofLedger(ledger),
    isWatched,
    async pause() {
      const now = pauses[pause];
      pause += 1;
      if (now === undefined) return stop.abort();
      if (!now.opens) return;
      last += 1;
      await ledger.open({ first: last, last });
    },
    onLook: () => undefined,
    signal: stop.signal,
  });
  return stored;
}

function ofLedger(ledger: CutLedger): Pick<BeatDeps, "changes" | "flush"> {
  return { changes: () => ledger.record.beat, flush: (options) => ledger.flush(options) };
}

const times = (count: number, opens: boolean) => Array.from({ length: count }, () => ({ opens }));

describe("a holder", () => {
  it("gives a sign of life in each pause in which it has stored nothing", async () => {
    expect(await storedIn(times(4, false), true)).toEqual([1, 2, 3, 4]);
    expect(await storedIn(times(4, true), true)).toEqual([1, 2, 3, 4]);
  });

  it("whom nobody watches stores what has changed alone", async () => {
    expect(await storedIn([...times(3, false), ...times(1, true), ...times(3, false)], false)).toEqual([4]);
  });

  it("is never silent for more than two pauses", async () => {
    const pauses = fc.array(fc.record({ opens: fc.boolean() }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(pauses, async (some) => {
        const stored = await storedIn(some, true);
        const gaps = [0, ...stored].map((at, index) => (stored[index] ?? some.length) - at);
        expect(Math.max(...gaps)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it("ends when it is fenced", async () => {
    const { signal } = new AbortController();
    const replace = async (): Promise<"fenced"> => "fenced";
    const store = { load: async () => ({ record: emptyCutRecord, revision: 0 }), replace };
    const ledger = new CutLedger(store, emptyCutRecord, signal);
    const deps = {
      ...ofLedger(ledger),
      isWatched: true,
      pause: async () => undefined,
      onLook: () => undefined,
      signal,
    };
    await expect(beat(deps)).rejects.toThrow(FencedError);
  });
});
