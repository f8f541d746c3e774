import { createLogger } from "@statwire/runtime";
import type { Options } from "express-rate-limit";
import { expect, it } from "vitest";
import { type SharedCounter, SharedRateLimitStore } from "./rate-limit-store.js";

const log = createLogger({ service: "test", level: "silent" });

it("adds what comes in one turn by one command, and each hit knows its place", async () => {
  const { store, commands } = storeOver({ total: 10 });
  const hits = await Promise.all(["a", "a", "b", "a"].map((key) => store.increment(key)));
  expect(hits.map(({ totalHits }) => totalHits)).toEqual([11, 12, 14, 13]);
  expect(commands).toEqual([
    ["p:a", 3],
    ["p:b", 1],
  ]);
  expect((await store.increment("a")).totalHits).toBe(15);
});

it("counts each hit here when the command fails, and in Redis again afterwards", async () => {
  const { store, counter } = storeOver({ total: 0 });
  counter.failing = true;
  const alone = await Promise.all([store.increment("a"), store.increment("a")]);
  expect(alone.map(({ totalHits }) => totalHits)).toEqual([1, 2]);
  counter.failing = false;
  expect((await store.increment("a")).totalHits).toBe(1);
});

it("counts several hits of a key at once, in Redis or here, as so many single ones", async () => {
  const { store, commands, counter } = storeOver({ total: 10 });
  const hits = await Promise.all([store.increment("a"), store.add("a", 3), store.increment("a")]);
  expect(hits.map(({ totalHits }) => totalHits)).toEqual([11, 14, 15]);
  expect(commands).toEqual([["p:a", 5]]);
  counter.failing = true;
  const alone = await Promise.all([store.add("a", 3), store.increment("a"), store.add("a", 2)]);
  expect(alone.map(({ totalHits }) => totalHits)).toEqual([3, 4, 6]);
});

function storeOver({ total }: { total: number }) {
  const commands: [string, number][] = [];
  const counter: SharedCounter & { failing: boolean; total: number } = {
    failing: false,
    ready: () => true,
    async add(key: string, hits: number) {
      if (counter.failing) throw new Error("away");
      commands.push([key, hits]);
      counter.total += hits;
      return { total: counter.total, remainingMs: 1_000 };
    },
    total,
  };
  const store = new SharedRateLimitStore(counter, "p:", log);
  store.init({ windowMs: 60_000 } as Options);
  return { store, commands, counter };
}
