import { setImmediate } from "node:timers/promises";
import type { LandedInsert } from "@statwire/history-store";
import { expect, it } from "vitest";
import { CarefulInserts, clockDifferenceMaxMs } from "./careful-inserts.js";

const landed = (token: string): LandedInsert => ({ kind: "host", body: new Uint8Array(), token });
const beganAtMs = 1_000_000;

/** A store that was started at a time and fails the first `failures` attempts; notes what was asked of it. */
function storeOf({ startedAtMs = 0, failures = 0 }) {
  const asked: string[] = [];
  let left = failures;
  let settling = 0;
  const answer = (what: string, token: string) => {
    asked.push(`${what} ${token}`);
    left -= 1;
    if (left >= 0) throw new Error("away");
  };
  const inserts = new CarefulInserts({
    async insert({ token }) {
      answer("insert", token);
      return { ok: true };
    },
    async settle({ token }) {
      settling += 1;
      expect(settling).toBe(1);
      await setImmediate();
      settling -= 1;
      answer("settle", token);
      return { ok: true, repaired: [] };
    },
    isReachable: async () => true,
    storeStartedAtMs: async () => startedAtMs,
    now: () => beganAtMs,
    signal: new AbortController().signal,
    onFailure: ({ message }: Error, { token }) => asked.push(`${message} ${token}`),
  });
  return { inserts, asked };
}

it("inserts once when the store takes it", async () => {
  const { inserts, asked } = storeOf({ startedAtMs: beganAtMs });
  expect(await inserts.insert(landed("a"), false)).toEqual({ ok: true });
  expect(asked).toEqual(["insert a"]);
});

it("repeats the insert on a store that has run all the time", async () => {
  const { inserts, asked } = storeOf({ startedAtMs: beganAtMs - clockDifferenceMaxMs, failures: 2 });
  await inserts.insert(landed("a"), false);
  expect(asked).toEqual(["insert a", "away a", "insert a", "away a", "insert a"]);
});

it("compares on a store that was started since the first attempt", async () => {
  const { inserts, asked } = storeOf({ startedAtMs: beganAtMs - clockDifferenceMaxMs + 1, failures: 2 });
  expect(await inserts.insert(landed("a"), false)).toEqual({ ok: true, repaired: [] });
  expect(asked).toEqual(["insert a", "away a", "settle a", "away a", "settle a"]);
});

it("compares what was in doubt from the beginning, one insert after the other", async () => {
  const { inserts, asked } = storeOf({ failures: 1 });
  await Promise.all(["a", "b", "c"].map((token) => inserts.insert(landed(token), true)));
  expect(asked.filter((line) => line.startsWith("settle")).sort()).toEqual([
    "settle a",
    "settle a",
    "settle b",
    "settle c",
  ]);
});

it.each([
  ["is repeated when the way to the store was cut and is there again", [true, false, false, true], 2],
  ["is waited for while the store takes its time", [true], 1],
])("an insert without an answer %s", async (_, reachable, attempts) => {
  let [made, looked] = [0, 0];
  const inserts = new CarefulInserts({
    insert: async (_insert, signal) => {
      made += 1;
      const givenUp = new Promise<never>((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
      });
      if (made < attempts) return givenUp;
      // The answer comes long after the looks that are listed, and would be too late if it was given up meanwhile.
      const answered = expect.poll(() => looked).toBeGreaterThan(reachable.length + 20);
      await Promise.race([answered, givenUp]);
      return { ok: true };
    },
    settle: () => Promise.reject(new Error("not in doubt")),
    isReachable: async () => {
      looked += 1;
      return reachable[looked - 1] ?? true;
    },
    storeStartedAtMs: async () => 0,
    now: () => beganAtMs,
    lookMs: 1,
    answerMs: 1,
    signal: new AbortController().signal,
    onFailure: ({ message }: Error) => expect(message).toContain("out of reach"),
  });
  expect(await inserts.insert(landed("a"), false)).toEqual({ ok: true });
  expect(made).toBe(attempts);
});

it("compares what was acknowledged while the disk refused writes, after broken parts were set aside", async () => {
  let refused = 0;
  const asked: string[] = [];
  const inserts = new CarefulInserts({
    insert: async ({ token }) => {
      asked.push(`insert ${token}`);
      refused = 3;
      return { ok: true };
    },
    settle: async ({ token }) => {
      asked.push(`settle ${token}`);
      return { ok: true, repaired: [] };
    },
    isReachable: async () => true,
    storeStartedAtMs: async () => 0,
    refusedWrites: async () => refused,
    setBrokenAside: async () => void asked.push("set aside"),
    now: () => beganAtMs,
    signal: new AbortController().signal,
    onFailure: ({ message }: Error) => asked.push(message.slice(0, 21)),
  });
  // Both were under way: neither knows which of them it was.
  await Promise.all([inserts.insert(landed("a"), false), inserts.insert(landed("b"), false)]);
  expect(asked.filter((line) => line === "set aside")).toHaveLength(1);
  expect(asked.filter((line) => line.startsWith("settle")).sort()).toEqual(["settle a", "settle b"]);
  expect(asked.indexOf("set aside")).toBeLessThan(asked.findIndex((line) => line.startsWith("settle")));
  // What was refused before counts for nobody later.
  asked.length = 0;
  expect(await inserts.insert(landed("c"), false)).toEqual({ ok: true });
  expect(asked).toEqual(["insert c"]);
});
