import { respondToCommands } from "@statwire/event-log";
import { commandSubject } from "@statwire/events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dashPadNode } from "../../testing/dashpad-node.js";
import { openHttpsApi } from "../../testing/dashpad-scene.js";
import { createTestApi, generousLimits, type TestApi, testKey, workspace } from "../../testing/test-api.js";
import type { TestHttps } from "../../testing/test-https.js";
import type { DashPadMetrics } from "./dto.js";
import type { ModuleSettings, SchedulerStatus } from "./dto-node.js";

const K = { "X-API-Key": testKey };
const origin = "https://panel.example.org";

const logLines: string[] = [];
let scene: Awaited<ReturnType<typeof openHttpsApi>>;
let api: TestApi;
let https: TestHttps;

beforeAll(async () => {
  scene = await openHttpsApi({
    keyInQuery: false,
    dashPadOrigins: [origin],
    onLogLine: (line) => logLines.push(line),
  });
  ({ api, https } = scene);
});

afterAll(() => scene.close());

describe("before any node has reported", () => {
  it("/health answers for the machine of the API, everything else is 503", async () => {
    const health = await https.get("/health", K);
    expect(health).toMatchObject({ status: 200, body: { server_identity: "api-host", timezone: "UTC" } });
    for (const path of ["/status", "/metrics", "/metrics/cpu_usage", "/logs", "/scheduler/status"]) {
      const { status, body } = await https.get(path, K);
      expect([status, body]).toEqual([503, { detail: "No node has reported yet." }]);
    }
  });
});

describe("with nodes", () => {
  beforeAll(async () => {
    await api.report("web-1");
    await api.report("web-2", { cpuUtilization: 0.95 });
  });

  it("?node= names the one that is meant, an unknown one is 404", async () => {
    const { body } = await https.get<DashPadMetrics>("/metrics?node=web-2", K);
    expect([body.server_identity, body.metrics.cpu?.status]).toEqual(["web-2", "critical"]);
    for (const path of ["/health", "/status", "/metrics", "/metrics/cpu_usage", "/logs", "/cron_tasks"]) {
      const { status, body: refusal } = await https.get(`${path}?node=nope`, K);
      expect([status, refusal]).toEqual([404, { detail: "Node 'nope' not found" }]);
    }
    const long = "x".repeat(1_000);
    expect((await https.get(`/metrics?node=${long}`, K)).body).toEqual({ detail: `Node '${long}' not found` });
  });

  it("a node whose collector does not tell how it works has DashPad's defaults", async () => {
    const { body } = await https.get<SchedulerStatus>("/scheduler/status?node=web-2", K);
    expect([body.running, body.update_intervals]).toEqual([true, { metrics: 4, logs: 30, cron: 60, alerts: 30 }]);
    await dashPadNode(api, "web-2").log("messages", 1, ["hello"]);
    const { modules } = (await https.get<ModuleSettings>("/settings/modules?node=web-2", K)).body;
    expect(modules.logs).toEqual({
      messages: { enabled: true, display_name: "messages", line_limit: 100, supports_redaction: false },
    });
  });

  it("thresholds, sources, intervals and what is switched off are the node's own", async () => {
    await dashPadNode(api, "web-1").configure({
      sampling: true,
      baseIntervalMs: 1_000,
      logIntervalMs: 10_000,
      modules: [
        { module: "cpu", enabled: true, intervalMs: 1_000, sources: ["netdata", "direct"] },
        { module: "memory", enabled: false, intervalMs: 2_000, sources: ["direct"] },
        { module: "tasks", enabled: true, intervalMs: 120_000, sources: ["direct"] },
        { module: "alerts", enabled: false, intervalMs: 15_000, sources: ["netdata"] },
      ],
      thresholds: [{ metric: "cpu_usage", warning: 40, critical: 20, below: true }],
      netdataEnabled: true,
      netdataUrl: "http://localhost:19999",
    });
    await api.report("web-1", { cpuUtilization: 0.3 });
    const { body } = await https.get<DashPadMetrics>("/metrics?node=web-1", K);
    expect(Object.keys(body.metrics)).toEqual(["cpu", "uptime"]);
    expect(body.metrics.cpu?.status).toBe("warning");
    expect(body.next_update_sec).toBeLessThanOrEqual(1);
    expect((await https.get("/metrics/ram_usage?node=web-1", K)).body).toEqual({
      detail: "Metric 'ram_usage' not found",
    });
    const scheduler = (await https.get<SchedulerStatus>("/scheduler/status?node=web-1", K)).body;
    expect(scheduler.update_intervals).toEqual({ metrics: 1, logs: 10, cron: 120, alerts: 15 });
    const { modules } = (await https.get<ModuleSettings>("/settings/modules?node=web-1", K)).body;
    expect(modules.metrics.cpu_usage).toMatchObject({
      sources: ["netdata", "direct"],
      thresholds: { warning: 40, critical: 20 },
      threshold_direction: "below",
    });
    expect([modules.metrics.ram_usage?.enabled, modules.alerts.enabled]).toEqual([false, false]);
    expect((await https.get("/status?node=web-1", K)).body).toMatchObject({
      scheduler_config: { metrics_interval: 1, logs_interval: 10 },
      integrations: { netdata: { enabled: true, url: "http://localhost:19999" } },
    });
  });
});

describe("a collector that answers garbage", () => {
  it.each(["nonsense", "[]", "{}", '{"ok":"yes"}', '{"ok":true}'])("%s is 503", async (text) => {
    const payload = new TextEncoder().encode(text);
    const subject = commandSubject({ workspace, node: "web-1", command: "query" });
    const end = respondToCommands(api.eventLog, subject, async () => payload);
    const { status, body } = await https.get("/query/direct/cpu_usage?node=web-1", K);
    end();
    expect(status).toBe(503);
    expect(body).toMatchObject({ detail: expect.stringMatching(/^The collector of node 'web-1' (does not )?answer/) });
  });
});

describe("listeners", () => {
  it("/health is V6Direct's on HTTP, and DashPad's under a path of its own", async () => {
    const open = await api.get("/health");
    expect([open.status, Object.keys(open.body as object)]).toEqual([200, ["status", "uptime_seconds"]]);
    expect((await api.get("/dashpad/health")).status).toBe(401);
    expect((await api.get("/dashpad/health", K)).body).toMatchObject({ status: "ok", server_identity: "web-1" });
  });

  it("everything else is served on both", async () => {
    expect((await api.get("/metrics", K)).status).toBe(200);
    expect((await https.get("/stats", K)).status).toBe(200);
    expect((await https.get("/livez")).status).toBe(200);
  });
});

describe("unserved paths and methods", () => {
  it.each(["/metrics/a/b", "/query/direct", "/query", "/alerts", "/alerts/other", "/scheduler", "/settings"])(
    "%s is 404 in FastAPI's form",
    async (path) => {
      const { status, body } = await https.get(path, K);
      expect([status, body]).toEqual([404, { detail: "Not Found" }]);
    },
  );

  it.each([
    ["/metrics", "GET"],
    ["/logs/syslog", "GET"],
    ["/health", "GET"],
  ])("POST %s is 405", async (path, allow) => {
    const { status, body, headers } = await https.post(path, K);
    expect([status, body, headers.allow]).toEqual([405, { detail: "Method Not Allowed" }, allow]);
  });

  it("GET /scheduler/control is 405", async () => {
    const { status, headers } = await https.get("/scheduler/control?action=stop", K);
    expect([status, headers.allow]).toEqual([405, "POST"]);
  });

  it("a trailing slash is redirected", async () => {
    const { status, headers } = await https.get("/cron_tasks/?node=web-1", K);
    expect([status, headers.location]).toEqual([307, "/cron_tasks?node=web-1"]);
  });

  it("a malformed escape is 400 in FastAPI's form", async () => {
    const { status, body } = await https.get("/metrics/%zz", K);
    expect([status, body]).toEqual([400, { detail: "The path has a malformed percent escape." }]);
  });
});

describe("settings of the API", () => {
  it("the key in the query can be switched off", async () => {
    for (const path of ["/health", "/metrics"]) {
      const { status, body } = await https.get(`${path}?apikey=${testKey}`);
      expect([status, body]).toEqual([401, { detail: "Invalid or missing API key" }]);
    }
  });

  it("no log line has a key, however it was sent", async () => {
    await https.get(`/metrics?apikey=${testKey}&x=1`, { "X-Request-Id": "logged-1" });
    await https.get(`/health?api%6Bey=${testKey}`, { "X-Request-Id": "logged-2" });
    await https.get("/metrics", { Authorization: `Bearer ${testKey}` });
    const lines = logLines.map((text) => JSON.parse(text));
    const urlOf = (id: string) => lines.find(({ requestId }) => requestId === id)?.req.url;
    expect(urlOf("logged-1")).toBe("/metrics?apikey=[redacted]&x=1");
    expect(urlOf("logged-2")).toBe("/health?api%6Bey=[redacted]");
    expect(logLines.join("")).not.toContain(testKey);
  });

  it("DashPad's paths may be called from the allowed origins alone, and /status shows them", async () => {
    const allowed = await https.get("/status", { ...K, Origin: origin });
    expect(allowed.headers["access-control-allow-origin"]).toBe(origin);
    expect(allowed.headers.vary).toContain("Origin");
    expect(allowed.body).toMatchObject({ api_config: { cors_origins: [origin] } });
    const other = await https.get("/status", { ...K, Origin: "https://elsewhere.example.org" });
    expect(other.headers["access-control-allow-origin"]).toBeUndefined();
    expect((await https.get("/stats", { ...K, Origin: "https://elsewhere.example.org" })).headers).toMatchObject({
      "access-control-allow-origin": "*",
    });
  });
});

describe("the limit", () => {
  it("is told in FastAPI's form, with when to come again", async () => {
    const limited = await createTestApi({ history: scene.history.reads, limits: { ...generousLimits, dashpad: 2 } });
    await limited.report("web-1");
    expect((await limited.get("/metrics", K)).status).toBe(200);
    expect((await limited.get("/status", K)).status).toBe(200);
    const over = await limited.get("/metrics", K);
    expect([over.status, over.body]).toEqual([429, { detail: "Rate limit exceeded: 2 per 1 minute" }]);
    expect(Number(over.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await limited.get("/metrics")).status).toBe(401);
    await limited.close();
  });
});
