import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backoffMs, retryForever, sleep } from "./waiting.js";

describe("backoffMs", () => {
  it("doubles up to its bound and takes off at most half", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempt, random) => {
          const full = Math.min(5_000, 100 * 2 ** (attempt - 1));
          const waited = backoffMs(attempt, { baseMs: 100, maxMs: 5_000, random });
          expect(waited).toBeGreaterThanOrEqual(Math.floor(full / 2));
          expect(waited).toBeLessThanOrEqual(full);
        },
      ),
    );
  });
});

describe("retryForever", () => {
  it("answers the first success and tells each failure", async () => {
    const failures: number[] = [];
    let calls = 0;
    const act = async () => {
      calls += 1;
      if (calls < 3) throw new Error("not yet");
      return calls;
    };
    const signal = new AbortController().signal;
    const result = await retryForever(act, {
      signal,
      baseMs: 1,
      onFailure: (_error, attempt) => failures.push(attempt),
    });
    expect(result).toBe(3);
    expect(failures).toEqual([1, 2]);
  });

  it("ends with the signal's reason", async () => {
    const stop = new AbortController();
    const never = retryForever(() => Promise.reject(new Error("no")), {
      signal: stop.signal,
      baseMs: 1,
      onFailure: (_error, attempt) => attempt === 2 && stop.abort(new Error("stopping")),
    });
    await expect(never).rejects.toThrow("stopping");
  });
});

it("sleep resolves early when its signal aborts", async () => {
  await expect(sleep(60_000, AbortSignal.abort())).resolves.toBeUndefined();
});
