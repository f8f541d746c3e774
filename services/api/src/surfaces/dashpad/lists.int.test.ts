import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dashPadNode } from "../../testing/dashpad-node.js";
import { type DashPadScene, openDashPadScene } from "../../testing/dashpad-scene.js";
import { testKey } from "../../testing/test-api.js";
import type { TestHttps } from "../../testing/test-https.js";
import type { DashPadLog, DashPadLogs, DashPadMetrics, NetdataAlerts } from "./dto.js";
import type { ModuleSettings, SchedulerControlled, SchedulerStatus } from "./dto-node.js";

const K = { "X-API-Key": testKey };
const serverTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}[+-]\d{2}:\d{2}$/;

let scene: DashPadScene;
let https: TestHttps;

beforeAll(async () => {
  scene = await openDashPadScene();
  https = scene.https;
});

afterAll(() => scene.close());

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
    const other = dashPadNode(scene.api, "router-2");
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
    await scene.node.survey("tasks", {
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
    await scene.node.survey("alerts", { alerts: { intervalMs: 30_000, hostname: "netdata-host", items } });
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
});
