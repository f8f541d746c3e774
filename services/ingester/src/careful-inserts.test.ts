import { setImmediate } from "node:timers/promises";
import type { LandedInsert } from "@statwire/history-store";
import { expect, it } from "vitest";
import { CarefulInserts, clockDifferenceMaxMs } from "./careful-inserts.js";
import { StoreDisk } from "./store-disk.js";

const landed = (token: string): LandedInsert => ({ kind: "host", body: new Uint8Array(), token });
const beganAtMs = 1_000_000;

/** Of a store that has refused as many writes as are counted; what is set aside is noted. */
function diskOf({ count = () => 0, asked = [] }: { count?(): number; asked?: string[] } = {}): StoreDisk {
  return new StoreDisk({
    refusedWrites: async () => count(),
    setBrokenAside: async () => void asked.push("set aside"),
    now: () => beganAtMs,
  });
}

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
    disk: diskOf(),
    now: () => beganAtMs,
    signal: new AbortController().signal,
    onFailure: ({ message }: Error, { token }) => asked.push(`${message} ${token}`),
  });
  return { inserts, asked };
}

it("inserts once when the store takes it", async () => {
  const { inserts, asked } = storeOf({ startedAtMs: beganAtMs });
  expect(await inserts.insert(landed("a"))).toEqual({ ok: true });
  expect(asked).toEqual(["insert a"]);
});

it("repeats the insert on a store that has run all the time", async () => {
  const { inserts, asked } = storeOf({ startedAtMs: beganAtMs - clockDifferenceMaxMs, failures: 2 });
  await inserts.insert(landed("a"));
  expect(asked).toEqual(["insert a", "away a", "insert a", "away a", "insert a"]);
});

it("compares on a store that was started since the first attempt", async () => {
  const { inserts, asked } = storeOf({ startedAtMs: beganAtMs - clockDifferenceMaxMs + 1, failures: 2 });
  expect(await inserts.insert(landed("a"))).toEqual({ ok: true, repaired: [] });
  expect(asked).toEqual(["insert a", "away a", "settle a", "away a", "settle a"]);
});

it("compares what was in doubt from the beginning, one insert after the other", async () => {
  const { inserts, asked } = storeOf({ failures: 1 });
  await Promise.all(["a", "b", "c"].map((token) => inserts.insert(landed(token), { isStoreNewer: true })));
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
    disk: diskOf(),
    now: () => beganAtMs,
    lookMs: 1,
    answerMs: 1,
    signal: new AbortController().signal,
    onFailure: ({ message }: Error) => expect(message).toContain("out of reach"),
  });
  expect(await inserts.insert(landed("a"))).toEqual({ ok: true });
  expect(made).toBe(attempts);
});

/** What is told to a store whose disk refuses three writes during each of its first inserts. */
function refusingStore({ refused = 0, refusing = Number.POSITIVE_INFINITY } = {}) {
  const asked: string[] = [];
  const count = { refused };
  const disk = diskOf({ count: () => count.refused, asked });
  const inserts = (): CarefulInserts =>
    new CarefulInserts({
      insert: async ({ token }) => {
        asked.push(`insert ${token}`);
        if (refusing > 0) count.refused = refused + 3;
        refusing -= 1;
        return { ok: true };
      },
      settle: async ({ token }) => {
        asked.push(`settle ${token}`);
        return { ok: true, repaired: [] };
      },
      isReachable: async () => true,
      storeStartedAtMs: async () => 0,
      disk,
      now: () => beganAtMs,
      signal: new AbortController().signal,
      onFailure: ({ message }: Error) => expect(message).toContain("the disk of the store refused"),
    });
  return { inserts, asked, disk };
}

const isSettle = (line: string) => line.startsWith("settle");

it("compares what was acknowledged while the disk refused writes, after broken parts were set aside, of all streams", async () => {
  const { inserts, asked } = refusingStore();
  const [one, other] = [inserts(), inserts()];
  // Both were under way: neither knows which of them it was.
  await Promise.all([one.insert(landed("a")), other.insert(landed("b"))]);
  expect(asked.filter(isSettle).sort()).toEqual(["settle a", "settle b"]);
  expect(asked.indexOf("set aside")).toBeLessThan(asked.findIndex(isSettle));
  // What was refused before counts for nobody later.
  asked.length = 0;
  expect(await one.insert(landed("c"))).toEqual({ ok: true });
  expect(await other.insert(landed("d"))).toEqual({ ok: true });
  expect(asked).toEqual(["insert c", "insert d"]);
});

it("compares the first insert of a process on a store that has refused writes", async () => {
  const { inserts, asked } = refusingStore({ refused: 3, refusing: 0 });
  const one = inserts();
  await one.insert(landed("a"));
  expect(asked).toEqual(["insert a", "set aside", "settle a"]);
  await one.insert(landed("b"));
  expect(asked.slice(3)).toEqual(["insert b"]);
});

it("compares every insert of a predecessor on a store that has refused writes, and sets broken parts aside once for all", async () => {
  const { inserts, asked, disk } = refusingStore({ refused: 3, refusing: 0 });
  await disk.look();
  const [one, other] = [inserts(), inserts()];
  for (const token of ["a", "b"]) await one.insert(landed(token), { isStoreNewer: false });
  await other.insert(landed("c"), { isStoreNewer: false });
  expect(asked).toEqual(["set aside", "settle a", "settle b", "settle c"]);
});

it("compares an insert without an answer when another stream has learnt of refused writes meanwhile", async () => {
  const { inserts, asked, disk } = refusingStore({ refused: 0, refusing: 1 });
  let answers = 0;
  const inserting = new CarefulInserts({
    insert: async ({ token }) => {
      asked.push(`insert ${token}`);
      answers += 1;
      if (answers === 1) await inserts().insert(landed("other"));
      throw new Error("the answer got lost");
    },
    settle: async ({ token }) => {
      asked.push(`settle ${token}`);
      return { ok: true, repaired: [] };
    },
    isReachable: async () => true,
    storeStartedAtMs: async () => 0,
    disk,
    now: () => beganAtMs,
    signal: new AbortController().signal,
    onFailure: () => undefined,
  });
  expect(await inserting.insert(landed("a"))).toEqual({ ok: true, repaired: [] });
  expect(asked).toEqual(["insert a", "insert other", "set aside", "settle other", "set aside", "settle a"]);
});
