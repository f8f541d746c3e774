import express from "express";
import { MemoryStore, rateLimit } from "express-rate-limit";
import { expect, it } from "vitest";
import { listenHttp, portOf } from "./listeners.js";
import { toLimitHeaders } from "./rate-limit-headers.js";

it("tells what express-rate-limit tells, until a limit is over and after", async () => {
  const [policy, limit, windowMs, key] = ["native", 2, 60_000, "token:abc"] as const;
  const app = express();
  const options = { windowMs, limit, identifier: policy, legacyHeaders: false, standardHeaders: "draft-8" as const };
  app.use(rateLimit({ ...options, keyGenerator: () => key, store: new MemoryStore() }));
  app.use((_request, response) => void response.end());
  const server = await listenHttp({ handle: app }, { host: "127.0.0.1", port: 0, portSetting: "SERVER_PORT" });
  for (const totalHits of [1, 2, 3]) {
    const { headers } = await fetch(`http://127.0.0.1:${portOf(server)}/`);
    const resetSeconds = Number(/t=(\d+)/.exec(headers.get("ratelimit") ?? "")?.[1]);
    expect(resetSeconds).toBeGreaterThan(0);
    const hit = { policy, limit, windowMs, key, totalHits, resetAtMs: resetSeconds * 1_000 };
    const told = ["RateLimit", "RateLimit-Policy", "Retry-After"].flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    });
    expect(toLimitHeaders(hit, 0)).toEqual(told);
  }
  server.closeAllConnections();
  server.close();
});
