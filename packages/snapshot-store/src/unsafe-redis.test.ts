import { expect, it } from "vitest";
import { toProblems } from "./unsafe-redis.js";

it("a bounded Redis that evicts is named", () => {
  const info = (maxmemory: string, policy: string) =>
    `# Memory\r\nused_memory:1\r\nmaxmemory:${maxmemory}\r\nmaxmemory_human:1G\r\nmaxmemory_policy:${policy}\r\n`;
  expect(toProblems(info("1073741824", "noeviction"))).toEqual([]);
  expect(toProblems(info("0", "allkeys-lru"))).toEqual([]);
  expect(toProblems(info("1073741824", "allkeys-lru"))).toEqual([
    "maxmemory-policy of Redis: expected noeviction, not allkeys-lru: a snapshot must not vanish unseen",
  ]);
});
