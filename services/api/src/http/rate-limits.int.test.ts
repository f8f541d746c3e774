import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, type TestApi, testKey } from "../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import type { Problem } from "./problem.js";

const K = { "X-API-Key": testKey };

let api: TestApi;
let history: TestHistory;

beforeAll(async () => {
  history = await createTestHistory();
  api = await createTestApi({ history: history.reads, limits: { native: 5 } });
  await api.report("router-1");
  api.collect("router-1");
});

afterAll(async () => {
  await api.close();
  await history.close();
});

describe("V6Direct limits", () => {
  it("case 23: the eleventh refresh in a minute is 429, without Retry-After", async () => {
    const statuses: number[] = [];
    for (let call = 0; call < 10; call += 1) statuses.push((await api.post("/stats/refresh", "{}", K)).status);
    expect(statuses).toEqual(Array(10).fill(200));
    const over = await api.post("/stats/refresh", "{}", K);
    expect(over.status).toBe(429);
    expect(over.body).toEqual({ error: "Rate limit exceeded: 10 per 1 minute" });
    expect(limitHeaders(over.headers)).toEqual([]);
  });

  it("case 24: the thirty-first reading in a minute is 429, and each path has a count of its own", async () => {
    for (let call = 0; call < 30; call += 1) expect((await api.get("/stats/memory", K)).status).toBe(200);
    const over = await api.get("/stats/memory", K);
    expect([over.status, over.body]).toEqual([429, { error: "Rate limit exceeded: 30 per 1 minute" }]);
    expect((await api.get("/stats/memory?node=router-1", K)).status).toBe(429);
    expect((await api.get("/stats/node", K)).status).toBe(200);
  });

  it("case 25: the sixty-first health check in a minute is 429", async () => {
    for (let call = 0; call < 60; call += 1) expect((await api.get("/health")).status).toBe(200);
    const over = await api.get("/health");
    expect([over.status, over.body]).toEqual([429, { error: "Rate limit exceeded: 60 per 1 minute" }]);
    expect(limitHeaders(over.headers)).toEqual([]);
    expect((await api.get("/")).status).toBe(200);
  });

  it("case 26: calls that are refused with 403 or 422 are not counted", async () => {
    for (let call = 0; call < 35; call += 1) expect((await api.get("/stats/cpu")).status).toBe(403);
    const answered = await api.get("/stats/cpu", K);
    expect(answered.status).toBe(200);
    expect(limitHeaders(answered.headers)).toEqual([]);
    for (let call = 0; call < 35; call += 1) expect((await api.get("/stats/history?limit=0", K)).status).toBe(422);
    expect((await api.get("/stats/history", K)).status).toBe(200);
  });

  it("X-Forwarded-For does not make another client", async () => {
    for (let call = 0; call < 30; call += 1) await api.get("/stats", K);
    expect((await api.get("/stats", { ...K, "X-Forwarded-For": "203.0.113.9" })).status).toBe(429);
  });
});

describe("native limits", () => {
  it("are told in IETF headers, counted over all paths, and refused with a problem and Retry-After", async () => {
    const first = await api.get("/api/v2/metrics", K);
    expect(first.headers.get("ratelimit")).toMatch(/^"native"; r=4; t=\d+$/);
    expect(first.headers.get("ratelimit-policy")).toMatch(/^"native"; q=5; w=60; pk=:.+:$/);
    for (let call = 0; call < 4; call += 1) expect((await api.get("/api/v2/nodes", K)).status).toBe(200);
    const over = await api.get<Problem>("/api/v2/nodes", { Authorization: `Bearer ${testKey}` });
    expect(over.status).toBe(429);
    expect(over.body).toMatchObject({ code: "too-many-requests", status: 429 });
    expect(Number(over.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await api.get("/api/v2/nodes")).status).toBe(401);
  });

  it("are shared by every replica", async () => {
    const replica = await createTestApi({ history: history.reads, limits: { native: 5 }, keyPrefix: api.keyPrefix });
    expect((await replica.get("/api/v2/nodes", K)).status).toBe(429);
    await replica.close();
  });
});

describe("without Redis", () => {
  it("limits are counted in the process, and nothing turns into a 500", async () => {
    const alone = await createTestApi({
      history: history.reads,
      limits: { native: 3, "v6direct-meta": 2 },
      redisUrl: "redis://127.0.0.1:1",
    });
    const statuses = [];
    for (let call = 0; call < 5; call += 1) statuses.push((await alone.get("/api/v2/metrics", K)).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect((await alone.get("/health")).body).toEqual({ status: "ok", uptime_seconds: 1_234 });
    await alone.get("/health");
    expect((await alone.get("/health")).status).toBe(429);
    await alone.close();
  });
});

function limitHeaders(headers: Headers): string[] {
  return [...headers.keys()].filter((name) => /ratelimit|retry-after/i.test(name));
}
