import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DashPadNode, dashPadNode } from "../../testing/dashpad-node.js";
import { createTestApi, type TestApi, testKey } from "../../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../../testing/test-history.js";
import { serveHttps, type TestHttps } from "../../testing/test-https.js";
import type {
  DashPadHealth,
  DashPadLog,
  DashPadLogs,
  DashPadMetric,
  DashPadMetrics,
  DashPadStatus,
  ModuleSettings,
  NetdataAlerts,
  QueriedMetric,
  SchedulerControlled,
  SchedulerStatus,
} from "./dto.js";

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

let api: TestApi;
let history: TestHistory;
let https: TestHttps;
let node: DashPadNode;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "statwire-tls-"));
  history = await createTestHistory();
  api = await createTestApi({ history: history.reads });
  https = await serveHttps(api, directory);
  await api.report("router-1");
  await api.report("router-2", { cpuUtilization: 0.95 });
  node = dashPadNode(api, "router-1");
  node.serve();
  const lines = Array.from({ length: 150 }, (_, index) => `line ${index + 1}`);
  lines[149] = "connection from 192.168.*.*";
  await node.log("syslog", 1, lines);
  await node.configure({
    sampling: true,
    baseIntervalMs: 4_000,
    logIntervalMs: 30_000,
    logs: [{ name: "syslog", displayName: "System Log", enabled: true, lineLimit: 100, redacts: true, kind: "file" }],
  });
});

afterAll(async () => {
  https.close();
  await api.close();
  await history.close();
  await rm(directory, { recursive: true });
});

describe("the certificate", () => {
  it("is the same after a restart, so that clients may pin it", async () => {
    const again = await serveHttps(api, directory);
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
    await api.report("router-1");
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
    await api.report("router-1", { cpuUtilization: 0.85 });
    const after = (await https.get<DashPadMetrics>("/metrics", K)).body;
    expect(Date.parse(after.server_time)).toBeGreaterThanOrEqual(Date.parse(before.server_time));
    expect(after.metrics.cpu).toEqual({ source: "direct", status: "warning", data: { usage_percent: 85 } });
  });

  it("case 11: GET /metrics/cpu_usage", async () => {
    await api.report("router-1");
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

describe("DashPad conformance: logs", () => {
  it("case 16: GET /logs has the last hundred lines by their numbers", async () => {
    const { status, body } = await https.get<DashPadLogs>("/logs", K);
    expect(status).toBe(200);
    const numbers = Object.keys(body.logs.syslog?.content ?? {});
    expect(numbers).toEqual(Array.from({ length: 100 }, (_, index) => String(51 + index)));
    expect(body.logs.syslog).toMatchObject({ total_lines: 150, returned_lines: 100, supports_incremental: true });
    expect(Object.keys(body)).toEqual(["server_identity", "server_time", "logs", "next_update_sec"]);
  });

  it("case 17: GET /logs/syslog?since_line=148 has the two lines after it", async () => {
    const { status, body } = await https.get<DashPadLog>("/logs/syslog?since_line=148", K);
    expect(status).toBe(200);
    expect(body).toEqual({
      server_identity: "router-1",
      server_time: expect.stringMatching(serverTime),
      content: { "149": "line 149", "150": "connection from 192.168.*.*" },
      total_lines: 150,
      returned_lines: 2,
      supports_incremental: true,
      next_update_sec: expect.any(Number),
    });
  });

  it("case 18: without since_line the last hundred, beyond the end none, before the beginning all", async () => {
    const lines = async (query: string) => (await https.get<DashPadLog>(`/logs/syslog${query}`, K)).body.returned_lines;
    expect(await lines("")).toBe(100);
    expect(await lines("?since_line=150")).toBe(0);
    expect(await lines("?since_line=99999999999999999999")).toBe(0);
    expect(await lines("?since_line=0")).toBe(150);
    expect(await lines("?since_line=-5")).toBe(150);
  });

  it("case 19: an unknown log is 404", async () => {
    for (const name of ["nope", "..%2Fetc%2Fpasswd", "__proto__"]) {
      const { status, body } = await https.get(`/logs/${name}`, K);
      expect([status, body]).toEqual([404, { detail: `Log '${decodeURIComponent(name)}' not found` }]);
    }
  });

  it("case 20: a line shows what its node has left of an address", async () => {
    const { body } = await https.get<DashPadLog>("/logs/syslog", K);
    expect(body.content["150"]).toBe("connection from 192.168.*.*");
  });

  it("since_line that is no integer is 422 in FastAPI's form", async () => {
    const { status, body } = await https.get("/logs/syslog?since_line=abc", K);
    const msg = "Input should be a valid integer, unable to parse string as an integer";
    expect([status, body]).toEqual([
      422,
      { detail: [{ type: "int_parsing", loc: ["query", "since_line"], msg, input: "abc" }] },
    ]);
    expect((await https.get("/metrics?since_line=abc", K)).status).toBe(200);
  });

  it("logs that stand for several files have their names, those that are switched off are hidden", async () => {
    const other = dashPadNode(api, "router-2");
    await other.log("nginx/access.log", 1, ["GET /"]);
    await other.log("nginx/error.log", 7, ["oops"]);
    await other.log("secret", 1, ["hidden"]);
    await other.log("gone", 1, ["not configured any more"]);
    await other.configure({
      sampling: true,
      logs: [
        { name: "nginx", displayName: "Web", enabled: true, lineLimit: 10 },
        { name: "secret", enabled: false, lineLimit: 10 },
        { name: "silent", enabled: true, lineLimit: 10 },
      ],
    });
    const { body } = await https.get<DashPadLogs>("/logs?node=router-2", K);
    expect(Object.keys(body.logs)).toEqual(["nginx/access.log", "nginx/error.log", "silent"]);
    expect(body.logs["nginx/error.log"]).toMatchObject({ content: { "7": "oops" }, total_lines: 7, returned_lines: 1 });
    expect(body.logs.silent).toMatchObject({ content: {}, total_lines: 0, returned_lines: 0 });
    const one = await https.get<DashPadLog>("/logs/nginx%2Ferror.log?node=router-2", K);
    expect(one.body.content).toEqual({ "7": "oops" });
    for (const name of ["secret", "gone", "nginx"]) {
      expect((await https.get(`/logs/${name}?node=router-2`, K)).status).toBe(404);
    }
  });
});

describe("DashPad conformance: tasks and alerts", () => {
  it("case 21: GET /cron_tasks has the soonest first", async () => {
    const nowMs = Date.now();
    await node.survey("tasks", {
      tasks: {
        intervalMs: 60_000,
        items: [
          { name: "later", schedule: "0 3 * * *", nextRunAtMs: BigInt(nowMs + (7 * 60 + 43) * 60_000 + 30_000) },
          { name: "sooner", schedule: "*/5 * * * *", nextRunAtMs: BigInt(nowMs + 4 * 60_000 + 30_000) },
          { name: "at boot", schedule: "@reboot" },
          { name: "broken", schedule: "61 * * * *", error: "minute out of range" },
        ],
      },
    });
    const { body } = await https.get("/cron_tasks", K);
    const nextRun = (minutes: number) => new Date(nowMs + minutes * 60_000 + 30_000).toISOString().slice(0, 19);
    expect(body).toEqual({
      server_identity: "router-1",
      server_time: expect.stringMatching(serverTime),
      cron_tasks: [
        {
          name: "sooner",
          schedule: "*/5 * * * *",
          next_run: nextRun(4),
          relative_time: "4 minutes",
          relative_time_short: "4m",
        },
        {
          name: "later",
          schedule: "0 3 * * *",
          next_run: nextRun(463),
          relative_time: "7 hours 43 minutes",
          relative_time_short: "7h43m",
        },
      ],
      cron_stats: { total_tasks: 2, next_task_minutes: 4 },
      source: "direct",
      status: "normal",
      next_update_sec: expect.any(Number),
    });
  });

  it("case 22: GET /alerts/netdata without any", async () => {
    const { status, body } = await https.get<NetdataAlerts>("/alerts/netdata", K);
    expect(status).toBe(200);
    expect(body).toEqual({
      server_identity: "router-1",
      server_time: expect.stringMatching(serverTime),
      alerts: [],
      alerts_stats: { total: 0, by_status: { WARNING: 0, CRITICAL: 0 } },
      source: "netdata",
      status: "normal",
      hostname: "router-1",
      next_update_sec: expect.any(Number),
    });
  });

  it("alerts have upper-case words, the whole the worst of them in lower case", async () => {
    const alert = {
      id: "1",
      name: "disk_space",
      units: "%",
      info: "over 80%",
      lastStatusChangeAtMs: 1_718_764_620_900n,
    };
    const items = [
      { ...alert, status: "warning", value: 85.2 },
      { ...alert, id: "2", status: "critical" },
      { ...alert, id: "3", status: "clear" },
    ];
    await node.survey("alerts", { alerts: { intervalMs: 30_000, hostname: "netdata-host", items } });
    const { body } = await https.get<NetdataAlerts>("/alerts/netdata", K);
    const shown = { name: "disk_space", units: "%", info: "over 80%", last_status_change: 1_718_764_620 };
    expect(body.alerts).toEqual([
      { id: "1", ...shown, status: "WARNING", value: 85.2 },
      { id: "2", ...shown, status: "CRITICAL", value: null },
    ]);
    expect(body.alerts_stats).toEqual({ total: 2, by_status: { WARNING: 1, CRITICAL: 1 } });
    expect([body.status, body.hostname]).toEqual(["critical", "netdata-host"]);
    const { alerts, cron } = (await https.get<DashPadMetrics>("/metrics", K)).body;
    expect(alerts).toEqual({ alerts: body.alerts, status: "critical" });
    expect(cron.cron_tasks.map(({ name }) => name)).toEqual(["sooner", "later"]);
  });
});

describe("DashPad conformance: scheduler and settings", () => {
  it("case 23: GET /scheduler/status", async () => {
    const { status, body } = await https.get<SchedulerStatus>("/scheduler/status", K);
    expect(status).toBe(200);
    expect(body.running).toBe(true);
    expect(body.update_intervals).toEqual({ metrics: 4, logs: 30, cron: 60, alerts: 30 });
    for (const [name, seconds] of Object.entries(body.next_updates)) {
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(body.update_intervals[name as "metrics"]);
    }
    expect(body.next_update_sec).toBe(Math.min(...Object.values(body.next_updates)));
  });

  it("case 24: stop and start tell what was really done, and what follows can be read at once", async () => {
    const control = async (action: string) =>
      (await https.post<SchedulerControlled>(`/scheduler/control?action=${action}`, K)).body;
    expect(await control("stop")).toEqual({
      status: "ok",
      message: "Scheduler stopped",
      running: false,
      server_identity: "router-1",
    });
    const stopped = (await https.get<SchedulerStatus>("/scheduler/status", K)).body;
    expect([stopped.running, stopped.next_update_sec, stopped.next_updates.cron]).toEqual([false, null, 60]);
    expect((await https.get<DashPadMetrics>("/metrics", K)).body.next_update_sec).toBeNull();
    expect((await https.get<DashPadLogs>("/logs", K)).body.next_update_sec).toBeGreaterThan(0);
    expect(await control("stop")).toMatchObject({ message: "Scheduler already stopped", running: false });
    expect(await control("start")).toMatchObject({ message: "Scheduler started", running: true });
    expect(await control("start")).toMatchObject({ message: "Scheduler already running", running: true });
    expect((await https.get<SchedulerStatus>("/scheduler/status", K)).body.running).toBe(true);
  });

  it("case 25: restart", async () => {
    const { status, body } = await https.post("/scheduler/control?action=restart", K);
    expect([status, body]).toEqual([
      200,
      { status: "ok", message: "Scheduler restarted", running: true, server_identity: "router-1" },
    ]);
  });

  it("case 26: another action is 400, before the node is looked for", async () => {
    for (const query of ["action=foo", "action=foo&node=nope"]) {
      const { status, body } = await https.post(`/scheduler/control?${query}`, K);
      const detail = "Invalid action: foo. Must be one of: start, stop, restart";
      expect([status, body]).toEqual([400, { detail }]);
    }
  });

  it("case 27: no action is 422, a collector that does not answer 503", async () => {
    const missing = await https.post("/scheduler/control", K);
    expect([missing.status, missing.body]).toEqual([
      422,
      { detail: [{ type: "missing", loc: ["query", "action"], msg: "Field required", input: null }] },
    ]);
    const silent = await https.post("/scheduler/control?action=stop&node=router-2", K);
    expect([silent.status, silent.body]).toEqual([
      503,
      { detail: "The collector of node 'router-2' does not answer: it is not connected." },
    ]);
  });

  it("case 28: GET /settings/modules", async () => {
    const { status, body } = await https.get<ModuleSettings>("/settings/modules", K);
    expect(status).toBe(200);
    expect(body.next_update_sec).toBeNull();
    expect(body.modules).toEqual({
      metrics: {
        cpu_usage: {
          enabled: true,
          display_name: "CPU Usage",
          description: "Central Processing Unit utilization",
          sources: ["direct"],
          thresholds: { warning: 80, critical: 90 },
          threshold_direction: "above",
        },
        ram_usage: {
          enabled: true,
          display_name: "RAM Usage",
          description: expect.any(String),
          sources: ["direct"],
          thresholds: { warning: 80, critical: 90 },
          threshold_direction: "above",
        },
        system_uptime: {
          enabled: true,
          display_name: "System Uptime",
          description: expect.any(String),
          sources: ["direct"],
        },
      },
      logs: { syslog: { enabled: true, display_name: "System Log", line_limit: 100, supports_redaction: true } },
      cron: { enabled: true, display_name: "Scheduled Tasks" },
      alerts: { enabled: true, display_name: "Active Alerts", sources: ["netdata"] },
    });
  });

  it("case 29: every answer may be read by any page, whatever its status", async () => {
    for (const path of [...everyGet, "/metrics/nope", "/metrics/a/b"]) {
      expect((await https.get(path, K)).headers["access-control-allow-origin"]).toBe("*");
      expect((await https.get(path)).headers["access-control-allow-origin"]).toBe("*");
    }
  });
});
