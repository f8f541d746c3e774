import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DashPadScene, openDashPadScene } from "../../testing/dashpad-scene.js";
import { testKey } from "../../testing/test-api.js";
import { serveHttps, type TestHttps } from "../../testing/test-https.js";
import type { DashPadMetric, DashPadMetrics, QueriedMetric } from "./dto.js";
import type { DashPadHealth, DashPadStatus } from "./dto-node.js";

const K = { "X-API-Key": testKey };
const badKey = { detail: "Invalid or missing API key" };
const serverTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}[+-]\d{2}:\d{2}$/;
const everyGet = [
  "/health",
  "/status",
  "/metrics",
  "/metrics/cpu_usage",
  "/query/direct/cpu_usage",
  "/logs",
  "/logs/syslog",
  "/cron_tasks",
  "/alerts/netdata",
  "/scheduler/status",
  "/settings/modules",
];

let scene: DashPadScene;
let https: TestHttps;

beforeAll(async () => {
  scene = await openDashPadScene();
  https = scene.https;
});

afterAll(() => scene.close());

describe("the certificate", () => {
  it("is the same after a restart, so that clients may pin it", async () => {
    const again = await serveHttps(scene.api, scene.directory);
    expect(again.fingerprint).toBe(https.fingerprint);
    expect(https.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    expect((await again.get("/health", K)).status).toBe(200);
    again.close();
  });

  it("is refused by a client that pins another, before it sends anything", async () => {
    const other = https.fingerprint.replace(/^../, (pair) => (pair === "00" ? "01" : "00"));
    await expect(https.getPinned(`/health?apikey=${testKey}`, other)).rejects.toThrow("is not the pinned one");
  });
});

describe("DashPad conformance: keys", () => {
  it("case 1: without a key every operation is 401", async () => {
    for (const path of everyGet) {
      const { status, body, headers } = await https.get(path);
      expect([path, status, body]).toEqual([path, 401, badKey]);
      expect(headers["www-authenticate"]).toBe("Bearer");
    }
    const control = await https.post("/scheduler/control?action=restart");
    expect([control.status, control.body]).toEqual([401, badKey]);
  });

  it("case 2: GET /health with the key has a name, and a time with milliseconds and offset", async () => {
    const { status, body } = await https.get<DashPadHealth>("/health", K);
    expect(status).toBe(200);
    expect(body).toEqual({
      status: "ok",
      server_identity: "router-1",
      timezone: "UTC",
      server_time: expect.stringMatching(serverTime),
    });
    expect(Math.abs(Date.parse(body.server_time) - Date.now())).toBeLessThan(5_000);
  });

  it("cases 3 and 4: a bearer token and the query do as well, on every operation", async () => {
    for (const path of everyGet) {
      expect((await https.get(path, { Authorization: `Bearer ${testKey}` })).status).toBe(200);
      expect((await https.get(`${path}?apikey=${testKey}`)).status).toBe(200);
    }
  });

  it.each([
    ["case 5: a key that is too short", { "X-API-Key": testKey.slice(0, -1) }, ""],
    ["a wrong bearer token", { Authorization: "Bearer wrong" }, ""],
    ["another scheme", { Authorization: `Basic ${testKey}` }, ""],
    ["a wrong key in the query", {}, "?apikey=wrong"],
    ["a key twice in the query", {}, `?apikey=${testKey}&apikey=${testKey}`],
    ["an empty key", { "X-API-Key": "" }, "?apikey="],
  ])("%s is 401", async (_name, headers: Record<string, string>, query) => {
    expect((await https.get(`/health${query}`, headers)).status).toBe(401);
    expect((await https.get(`/metrics${query}`, headers)).status).toBe(401);
  });

  it("the documentation is public", async () => {
    for (const path of ["/docs", `/docs?apikey=${testKey}`, "/openapi.json", "/redoc"]) {
      expect((await https.get(path)).status).toBe(200);
    }
  });
});

describe("DashPad conformance: status and metrics", () => {
  it("case 7: GET /status", async () => {
    const { status, body } = await https.get<DashPadStatus>("/status", K);
    expect(status).toBe(200);
    expect(body).toEqual({
      server_identity: "router-1",
      server_time: expect.stringMatching(serverTime),
      timezone: "UTC",
      server_info: { hostname: "router-1", platform: "linux", python_version: "n/a (Node.js 20.20.2)" },
      api_config: { authentication_enabled: true, cors_origins: ["*"] },
      scheduler_config: { metrics_interval: 4, logs_interval: 30 },
      integrations: { netdata: { enabled: false, url: "" } },
    });
  });

  it("case 8: GET /metrics has everything", async () => {
    await scene.api.report("router-1");
    const { status, body } = await https.get<DashPadMetrics>("/metrics", K);
    expect(status).toBe(200);
    expect(body).toEqual({
      server_identity: "router-1",
      server_time: expect.stringMatching(serverTime),
      metrics: {
        cpu: { source: "direct", status: "good", data: { usage_percent: 25 } },
        ram: {
          source: "direct",
          status: "good",
          data: { usage_percent: 25, used_mb: 2_048, total_mb: 8_192, available_mb: 6_144 },
        },
        uptime: {
          source: "direct",
          status: "good",
          data: { uptime_seconds: 86_400, human_readable: "1 day, 0 hrs, 0 mins, 0 secs" },
        },
      },
      logs: { syslog: { content: expect.any(Object), total_lines: 150, returned_lines: 100 } },
      cron: { cron_tasks: [], status: "normal" },
      alerts: { alerts: [], status: "normal" },
      next_update_sec: expect.any(Number),
    });
    expect(body.next_update_sec).toBeGreaterThan(0);
    expect(body.next_update_sec).toBeLessThanOrEqual(4);
  });

  it("case 10: the next reading is there when the client was told to come again", async () => {
    const before = (await https.get<DashPadMetrics>("/metrics", K)).body;
    await scene.api.report("router-1", { cpuUtilization: 0.85 });
    const after = (await https.get<DashPadMetrics>("/metrics", K)).body;
    expect(Date.parse(after.server_time)).toBeGreaterThanOrEqual(Date.parse(before.server_time));
    expect(after.metrics.cpu).toEqual({ source: "direct", status: "warning", data: { usage_percent: 85 } });
  });

  it("case 11: GET /metrics/cpu_usage", async () => {
    await scene.api.report("router-1");
    const { status, body } = await https.get<DashPadMetric>("/metrics/cpu_usage", K);
    expect(status).toBe(200);
    expect(body).toEqual({
      metric: "cpu_usage",
      timestamp: expect.stringMatching(serverTime),
      data: { usage_percent: 25 },
      source: "direct",
      status: "good",
      update_interval_sec: 4,
    });
    for (const name of ["ram_usage", "system_uptime"]) {
      expect((await https.get<DashPadMetric>(`/metrics/${name}`, K)).body.metric).toBe(name);
    }
  });

  it.each(["non_existent_metric", "cpu", "constructor", "__proto__"])(
    "case 13: GET /metrics/%s is 404",
    async (name) => {
      const { status, body } = await https.get(`/metrics/${name}`, K);
      expect([status, body]).toEqual([404, { detail: `Metric '${name}' not found` }]);
    },
  );

  it("case 14: GET /query/direct/ram_usage", async () => {
    const { status, body } = await https.get<QueriedMetric>("/query/direct/ram_usage", K);
    expect(status).toBe(200);
    expect(body).toEqual({
      metric: "ram_usage",
      timestamp: expect.stringMatching(serverTime),
      data: { usage_percent: 25, used_mb: 2_048, total_mb: 8_192, available_mb: 6_144 },
      source: "direct",
      server_identity: "router-1",
      status: "good",
    });
  });

  it.each([
    ["/query/nope/cpu_usage", 404, "Source 'nope' not found"],
    ["/query/direct/nope", 404, "Metric 'nope' not found"],
    ["/query/netdata/cpu_usage", 404, "Source 'netdata' cannot provide metric 'cpu_usage': netdata is not configured"],
    [
      "/query/direct/cpu_usage?node=router-2",
      503,
      "The collector of node 'router-2' does not answer: it is not connected.",
    ],
  ])("case 15: GET %s is %d", async (path, expected, detail) => {
    const { status, body } = await https.get(path, K);
    expect([status, body]).toEqual([expected, { detail }]);
  });
});

it("case 29: every answer may be read by any page, whatever its status", async () => {
  for (const path of [...everyGet, "/metrics/nope", "/metrics/a/b"]) {
    expect((await https.get(path, K)).headers["access-control-allow-origin"]).toBe("*");
    expect((await https.get(path)).headers["access-control-allow-origin"]).toBe("*");
  }
});
