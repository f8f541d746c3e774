import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, type TestApi, testKey } from "../../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../../testing/test-history.js";
import type {
  CPUStats,
  HistorySample,
  InterfaceStats,
  MemoryStats,
  Meta,
  NodeInfo,
  RefreshResponse,
  SystemSnapshots,
} from "./dto.js";

const K = { "X-API-Key": testKey };
const badKey = { detail: "Invalid or missing API key. Pass it as X-API-Key header." };

let api: TestApi;
let history: TestHistory;

beforeAll(async () => {
  history = await createTestHistory();
  api = await createTestApi({ history: history.reads });
  await api.report("router-1");
  await api.report("router-2");
  api.collect("router-1");
});

afterAll(async () => {
  await api.close();
  await history.close();
});

describe("V6Direct conformance", () => {
  it("case 1: GET / has the version and six endpoints", async () => {
    const response = await api.get<Meta>("/");
    expect(response.status).toBe(200);
    const { body } = response;
    expect(body).toMatchObject({ name: "V6Direct RaspAPI", version: "1.0.0", docs: "/docs", redoc: "/redoc" });
    expect(Object.keys(body.endpoints)).toEqual([
      "GET /stats",
      "GET /stats/cpu",
      "GET /stats/memory",
      "GET /stats/network",
      "GET /stats/history",
      "POST /stats/refresh",
    ]);
  });

  it("case 2: GET /health has a status and the node's uptime", async () => {
    const response = await api.get("/health");
    expect(response.status).toBe(200);
    expect(response.body).toEqual({ status: "ok", uptime_seconds: 86_400 });
  });

  it.each([
    ["3", "no key", {}],
    ["4", "a wrong X-API-Key", { "X-API-Key": "bad" }],
    ["5", "the key as a bearer token", { Authorization: `Bearer ${testKey}` }],
  ])("case %s: GET /stats with %s is 403", async (_number, _name, headers: Record<string, string>) => {
    const response = await api.get("/stats", headers);
    expect(response.status).toBe(403);
    expect(response.body).toEqual(badKey);
  });

  it("case 5b: the key in the query is 403", async () => {
    expect((await api.get(`/stats?apikey=${testKey}&api_key=${testKey}`)).status).toBe(403);
  });

  it("case 7: GET /stats has seven keys and the network's constants", async () => {
    const response = await api.get<SystemSnapshots>("/stats", K);
    expect(response.status).toBe(200);
    const { body } = response;
    expect(Object.keys(body)).toEqual([
      "timestamp_utc",
      "node",
      "cpu",
      "memory",
      "disks",
      "interfaces",
      "cache_age_seconds",
    ]);
    expect(body.node).toMatchObject({ hostname: "router-1", asn: "AS213413", network_name: "V6Direct" });
    expect(body.timestamp_utc).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z$/);
  });

  it("case 8: two calls within 30 seconds are of one reading, and the second tells its age", async () => {
    const first = (await api.get<SystemSnapshots>("/stats?node=router-2", K)).body;
    expect(first.cache_age_seconds).toBe(0);
    await api.report("router-2", { cpuUtilization: 0.99 });
    await expect
      .poll(async () => (await api.get<SystemSnapshots>("/stats?node=router-2", K)).body.cache_age_seconds)
      .toBeGreaterThan(0);
    const second = (await api.get<SystemSnapshots>("/stats?node=router-2", K)).body;
    expect(second.timestamp_utc).toBe(first.timestamp_utc);
    expect(second.cpu.usage_percent).toBe(25);
  });

  it("case 10: GET /stats/cpu has the historical spelling and a value a core", async () => {
    const body = (await api.get<CPUStats>("/stats/cpu", K)).body;
    expect(body).toEqual({
      usage_percent: 25,
      per_core: [20, 30],
      frequency_mhz: 1800.12,
      temperature_celcius: 48.31,
      load_avg_1m: 0.52,
      load_avg_5m: 0.41,
      load_avg_15m: 0.3,
    });
  });

  it("case 11: GET /stats/memory is in MB of 10^6 bytes", async () => {
    const body = (await api.get<MemoryStats>("/stats/memory", K)).body;
    expect(body.total_mb).toBe(8589.93);
    expect(Object.keys(body)).toEqual([
      "total_mb",
      "available_mb",
      "used_mb",
      "percent",
      "swap_total_mb",
      "swap_used_mb",
      "swap_percent",
    ]);
  });

  it("case 12: GET /stats/network is a bare array of every interface, an empty filter is none", async () => {
    for (const path of ["/stats/network", "/stats/network?interface="]) {
      const body = (await api.get<InterfaceStats[]>(path, K)).body;
      expect(body.map((entry: { name: string }) => entry.name)).toEqual(["lo", "eth0"]);
      expect(body[1]?.addresses).toEqual(["192.0.2.7", "2001:db8::7", "dc:a6:32:00:00:01"]);
    }
  });

  it("case 13: GET /stats/network?interface=lo has one entry", async () => {
    const body = (await api.get<InterfaceStats[]>("/stats/network?interface=lo", K)).body;
    expect(body).toHaveLength(1);
    expect(body[0]).toMatchObject({ name: "lo", addresses: ["127.0.0.1", "::1"] });
  });

  it("case 14: an unknown interface is 404 by name", async () => {
    const response = await api.get("/stats/network?interface=nope", K);
    expect(response.status).toBe(404);
    expect(response.body).toEqual({ detail: "Interface 'nope' not found." });
  });

  it("case 16: GET /stats/node has the node's uptime and what it runs", async () => {
    const body = (await api.get<NodeInfo>("/stats/node", K)).body;
    expect(body).toEqual({
      hostname: "router-1",
      platform: "Linux 6.1.0-18-arm64",
      architecture: "aarch64",
      python_version: "Node.js 20.20.2",
      boot_time_utc: "2026-11-18T11:06:40Z",
      uptime_seconds: 86_400,
      node_role: "raspi-telemetry",
      network_name: "V6Direct",
      asn: "AS213413",
    });
  });

  it("case 19: POST /stats/refresh reads anew and pins that reading", async () => {
    const before = (await api.get<SystemSnapshots>("/stats", K)).body;
    const response = await api.post<RefreshResponse>("/stats/refresh", "{}", K);
    expect(response.status).toBe(200);
    const { body } = response;
    expect(body).toEqual({
      success: true,
      message: "Cache refreshed sucessfully.",
      cleared_history: false,
      new_snapshot_timestamp: expect.any(String),
    });
    const after = (await api.get<SystemSnapshots>("/stats", K)).body;
    expect(after.timestamp_utc).toBe(body.new_snapshot_timestamp);
    expect(after.timestamp_utc > before.timestamp_utc).toBe(true);
    expect(after.cpu.usage_percent).toBe(75);
  });

  it("case 17: GET /stats/history?limit=2 has the last two samples, ascending", async () => {
    // In another millisecond than the one before.
    await sleep(2);
    await api.post("/stats/refresh", "{}", K);
    const body = (await api.get<HistorySample[]>("/stats/history?limit=2", K)).body;
    expect(body).toHaveLength(2);
    expect((body[0]?.timestamp_utc ?? "") < (body[1]?.timestamp_utc ?? "")).toBe(true);
    expect(body[1]).toMatchObject({ cpu_percent: 75, memory_percent: 25, swap_percent: 25 });
    expect((await api.get<HistorySample[]>("/stats/history", K)).body.length).toBeGreaterThanOrEqual(3);
  });

  it("case 20: a full refresh tells the reason and leaves one sample", async () => {
    const response = await api.post<RefreshResponse>("/stats/refresh", '{"reason":"x","full":true}', K);
    const { body } = response;
    expect(body.message).toBe("Cache refreshed sucessfully. Reason: x");
    expect(body.cleared_history).toBe(true);
    expect((await api.get("/stats/history", K)).body).toHaveLength(1);
  });

  it.each([
    ["limit=0", "greater_than_equal", "Input should be greater than or equal to 1", "0", { ge: 1 }],
    ["limit=61", "less_than_equal", "Input should be less than or equal to 60", "61", { le: 60 }],
  ])("case 18: %s is 422", async (query, type, msg, input, ctx) => {
    const response = await api.get(`/stats/history?${query}`, K);
    expect(response.status).toBe(422);
    expect(response.body).toEqual({ detail: [{ type, loc: ["query", "limit"], msg, input, ctx }] });
  });

  it("case 18: limit=abc is 422, and of repeated limits the last counts", async () => {
    const msg = "Input should be a valid integer, unable to parse string as an integer";
    const response = await api.get("/stats/history?limit=abc", K);
    expect(response.status).toBe(422);
    expect(response.body).toEqual({
      detail: [{ type: "int_parsing", loc: ["query", "limit"], msg, input: "abc" }],
    });
    expect((await api.get("/stats/history?limit=abc&limit=1", K)).status).toBe(200);
  });

  it("case 21: a refresh without a body is 422, as is a bad boolean", async () => {
    const missing = await api.post("/stats/refresh", "", K);
    expect(missing.status).toBe(422);
    expect(missing.body).toEqual({
      detail: [{ type: "missing", loc: ["body"], msg: "Field required", input: null }],
    });
    const bad = await api.post("/stats/refresh", '{"full":"maybe"}', K);
    expect(bad.status).toBe(422);
    expect(bad.body).toEqual({
      detail: [
        {
          type: "bool_parsing",
          loc: ["body", "full"],
          msg: "Input should be a valid boolean, unable to interpret input",
          input: "maybe",
        },
      ],
    });
    expect((await api.post("/stats/refresh", '{"full":"no"}', K)).status).toBe(200);
  });

  it("case 22: the key is checked before the body", async () => {
    for (const body of ['{"full":"maybe"}', "{", "x".repeat(100_000)]) {
      const response = await api.post<RefreshResponse>("/stats/refresh", body);
      expect(response.status).toBe(403);
      expect(response.body).toEqual(badKey);
    }
  });

  it("case 27: unknown paths and wrong methods", async () => {
    for (const path of ["/nope", "/stats/disks", "/stats/cpu/x"]) {
      const response = await api.get(path, K);
      expect(response.status).toBe(404);
      expect(response.body).toEqual({ detail: "Not Found" });
    }
    const post = await api.post("/stats", "{}", K);
    expect(post.status).toBe(405);
    expect(post.headers.get("allow")).toBe("GET");
    expect(post.body).toEqual({ detail: "Method Not Allowed" });
    const get = await api.get("/stats/refresh", K);
    expect([get.status, get.headers.get("allow")]).toEqual([405, "POST"]);
  });

  it("case 28: a trailing slash is redirected", async () => {
    const response = await api.get("/stats/", K);
    expect([response.status, response.headers.get("location"), response.text]).toEqual([307, "/stats", ""]);
    expect((await api.get("/stats/history/?limit=2", K)).headers.get("location")).toBe("/stats/history?limit=2");
    expect((await api.get("/health/")).status).toBe(307);
    expect((await api.get("/nope/")).status).toBe(404);
  });

  it("case 29: the history outlives the API", async () => {
    const samples = (await api.get<HistorySample[]>("/stats/history", K)).body;
    expect(samples.length).toBeGreaterThanOrEqual(1);
    const restarted = await createTestApi({ history: history.reads, keyPrefix: api.keyPrefix });
    expect((await restarted.get("/stats/history", K)).body).toEqual(samples);
    await restarted.close();
  });
});
