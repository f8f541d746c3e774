import type { History } from "@statwire/history-store";
import { expect, it } from "vitest";
import { historyReads } from "./history-reads.js";

it("reads a few at once, lets some wait, and refuses the rest with the time to come back at", async () => {
  const asked: (() => void)[] = [];
  const client = {
    query: () => new Promise((resolve) => asked.push(() => resolve({ json: async () => [] }))),
  };
  const history = { client, options: { retention: { rawDays: 14 } } } as unknown as History;
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
