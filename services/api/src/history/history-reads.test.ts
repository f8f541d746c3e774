import type { History } from "@statwire/history-store";
import { afterEach, expect, it, vi } from "vitest";
import { historyReads } from "./history-reads.js";

const day = 86_400_000;

afterEach(() => void vi.useRealTimers());

/** A history whose answers come when they are asked for. */
function heldHistory() {
  const asked: (() => void)[] = [];
  const client = {
    query: () => new Promise((resolve) => asked.push(() => resolve({ json: async () => [] }))),
  };
  return { asked, history: { client, options: { retention: { rawDays: 14 } } } as unknown as History };
}

it("reads a few at once, lets some wait, and refuses the rest with the time to come back at", async () => {
  const { asked, history } = heldHistory();
  const { listNodes } = historyReads(history, { workspace: "default", readsMax: 2, now: Date.now });
  const lists = Array.from({ length: 10 }, listNodes);
  await expect(listNodes()).rejects.toMatchObject({ code: "overloaded", headers: { "Retry-After": "1" } });
  expect(asked.length).toBe(2);
  for (let answered = 0; answered < 10; answered += 1) {
    await expect.poll(() => asked.length).toBeGreaterThan(answered);
    asked[answered]?.();
  }
  expect(await Promise.all(lists)).toEqual(lists.map(() => []));
});

it("knows nothing of events that had left before they were to be kept for longer", async () => {
  const [nowMs, changedMs] = [30 * day, 28 * day];
  const counted = [{ family: "host", expected: 50, received: 49 }];
  const rowsOf = (query: string) =>
    query.includes("retention_changes") ? [{ level: "rawDays", sinceMs: changedMs - 7 * day }] : counted;
  const client = { query: async ({ query }: { query: string }) => ({ json: async () => rowsOf(query) }) };
  const history = { client, options: { retention: { rawDays: 14 } } } as unknown as History;
  const { countEvents } = historyReads(history, { workspace: "default", readsMax: 2, now: () => nowMs });
  const count = (fromMs: number, toMs: number) => countEvents("a", ["host"], { fromMs, toMs, asOfMs: undefined });
  expect(await count(17 * day, 20 * day)).toEqual({ knownFromMs: 20 * day, counted: [] });
  expect(await count(17 * day, 22 * day)).toEqual({ knownFromMs: 21 * day, counted });
  expect(await count(22 * day, 23 * day)).toEqual({ knownFromMs: 22 * day, counted });
});

it("does not read what nobody waits for any more", async () => {
  vi.useFakeTimers();
  const { asked, history } = heldHistory();
  const { listNodes } = historyReads(history, { workspace: "default", readsMax: 1, now: Date.now });
  const gone = Promise.allSettled([listNodes(), listNodes()]);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await gone).toMatchObject([{ reason: { code: "unavailable" } }, { reason: { code: "unavailable" } }]);
  const next = listNodes();
  asked[0]?.();
  await vi.advanceTimersByTimeAsync(1);
  expect(asked.length).toBe(2);
  asked[1]?.();
  expect(await next).toEqual([]);
});
