import type { Socket } from "node:net";
import { expect, it } from "vitest";
import { createLimiters, type RateLimitPolicyName, rateLimitPolicies } from "./rate-limits.js";

const policies = Object.keys(rateLimitPolicies) as RateLimitPolicyName[];
const store = { init: () => undefined, add: async () => ({ totalHits: 1, resetTime: undefined }) };

it.each(policies)("of %s is the same for HEAD as for GET, which does the work of it", (name) => {
  const socket = { remoteAddress: "192.0.2.1" } as Socket;
  const { keyOf } = createLimiters(() => store)[name];
  const [get, head, other] = ["GET", "HEAD", "GET"].map((method, index) =>
    keyOf({ method, path: index === 2 ? "/stats/cpu" : "/stats", socket }),
  );
  expect(head).toBe(get);
  expect(other).not.toBe(get);
});
