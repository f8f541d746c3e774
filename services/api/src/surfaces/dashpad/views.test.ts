import type { ConfigurationState, InventoryState, NodeSnapshot, Reading } from "@statwire/snapshot-store";
import { describe, expect, it } from "vitest";
import { toNodeView } from "./node-view.js";
import { toNetdataAlerts } from "./to-alerts.js";
import { toCronTasks } from "./to-cron.js";
import { toMetric, toMetrics } from "./to-metrics.js";
import { toSchedulerStatus } from "./to-scheduler.js";
import { toStatus } from "./to-status.js";

const tick = Date.parse("2026-03-29T00:30:00Z");

describe("metrics", () => {
  it("that were never read are unknown, with null for every value", () => {
    const { metrics } = toMetrics(view({ modules: {} }), {});
    expect(metrics).toEqual({
      cpu: { source: "direct", status: "unknown", data: { usage_percent: null } },
      ram: {
        source: "direct",
        status: "unknown",
        data: { usage_percent: null, used_mb: null, total_mb: null, available_mb: null },
      },
      uptime: { source: "direct", status: "unknown", data: { uptime_seconds: null, human_readable: null } },
    });
    expect(toMetric(view({ modules: {} }), "cpu_usage")).toBeUndefined();
  });

  it("that are too old are unknown, with what was read last", () => {
    const modules = { cpu: reading({ utilization: 0.4217 }) };
    expect(toMetric(view({ modules }, 15_000), "cpu_usage")).toMatchObject({ status: "good" });
    expect(toMetric(view({ modules }, 15_001), "cpu_usage")).toMatchObject({
      status: "unknown",
      data: { usage_percent: 42.2 },
    });
  });

  it("tell the source that was used", () => {
    const modules = { cpu: { ...reading({ utilization: 0.5 }), source: "netdata" } };
    expect(toMetric(view({ modules }), "cpu_usage")).toMatchObject({ source: "netdata", status: "good" });
  });

  it("of a node without processor readings give the hint by what was read", () => {
    const modules = { load: reading({ uptimeSeconds: 10 }) };
    expect(toMetrics(view({ modules }, 1_000), {}).next_update_sec).toBe(3.25);
  });
});

describe("scheduled tasks", () => {
  const task = { name: "backup", schedule: "0 3 * * *" };

  it("run at the node's local time, also over a change of the clocks", () => {
    const state = [
      { ...task, nextRunAtMs: Date.parse("2026-03-29T01:00:00Z") },
      { ...task, name: "first", nextRunAtMs: Date.parse("2026-03-29T00:59:59Z") },
    ];
    const tasks = toCronTasks(view({ modules: { tasks: reading(state) }, timezone: "Europe/Berlin" }));
    expect(tasks.server_time).toBe("2026-03-29T01:30:00.000+01:00");
    expect(tasks.cron_tasks.map(({ name, next_run }) => [name, next_run])).toEqual([
      ["first", "2026-03-29T01:59:59"],
      ["backup", "2026-03-29T03:00:00"],
    ]);
    expect(tasks.cron_stats).toEqual({ total_tasks: 2, next_task_minutes: 29 });
  });

  it("whose time has come are due now until the node tells the next one", () => {
    const tasks = toCronTasks(view({ modules: { tasks: reading([{ ...task, nextRunAtMs: tick }]) } }, 30_000));
    expect(tasks.cron_tasks[0]).toMatchObject({ relative_time: "0 minutes", relative_time_short: "0m" });
    expect(tasks.cron_stats.next_task_minutes).toBe(0);
  });

  it("may be none", () => {
    expect(toCronTasks(view({ modules: {} }))).toMatchObject({
      cron_tasks: [],
      cron_stats: { total_tasks: 0, next_task_minutes: null },
    });
  });

  it("and alerts that are switched off are not shown", () => {
    const modules = {
      tasks: reading([{ ...task, nextRunAtMs: tick }]),
      alerts: reading({ hostname: "", items: [{ id: "1", status: "warning" }] }),
    };
    const off = { enabled: false, intervalMs: 60_000, sources: [] };
    const configuration = {
      modules: [
        { module: "tasks", ...off },
        { module: "alerts", ...off },
      ],
    };
    expect(toCronTasks(view({ modules, configuration })).cron_tasks).toEqual([]);
    expect(toNetdataAlerts(view({ modules, configuration }))).toMatchObject({ alerts: [], status: "normal" });
    expect(toCronTasks(view({ modules })).cron_tasks).toHaveLength(1);
    expect(toNetdataAlerts(view({ modules }))).toMatchObject({ status: "warning", hostname: "web-1" });
  });
});

describe("the scheduler", () => {
  it("that is stopped has no next update, and whole intervals but for the logs", () => {
    const status = toSchedulerStatus(view({ modules: {}, configuration: { sampling: false } }, 10_000));
    expect(status).toMatchObject({
      running: false,
      next_updates: { metrics: 4, logs: 20.25, cron: 60, alerts: 30 },
      next_update_sec: null,
    });
  });

  it("never promises more than an interval, also where intervals are no whole seconds", () => {
    const status = toSchedulerStatus(view({ modules: { cpu: { ...reading({}), intervalMs: 1_500 } } }));
    expect(status.update_intervals.metrics).toBe(2);
    expect(status.next_updates.metrics).toBeLessThanOrEqual(1.5);
  });
});

it("a node without inventory is known by its name, in UTC", () => {
  const bare = view({ modules: {} });
  expect(toStatus({ ...bare, ...toNodeView({ ...bare.snapshot, inventory: undefined }, tick) }, ["*"])).toMatchObject({
    server_identity: "web-1",
    timezone: "UTC",
    server_info: { hostname: "web-1", platform: "linux", python_version: "n/a (Node.js)" },
  });
});

/** A node at an age after its last tick. */
function view(
  node: { modules: object; timezone?: string; configuration?: Partial<ConfigurationState> },
  ageMs = 0,
): ReturnType<typeof toNodeView> {
  const configuration = node.configuration && {
    sampling: true,
    baseIntervalMs: 4_000,
    modules: [],
    thresholds: [],
    logs: [],
    logIntervalMs: 30_000,
    netdataEnabled: false,
    netdataUrl: "",
    ...node.configuration,
  };
  const snapshot: NodeSnapshot = {
    workspace: "default",
    node: "web-1",
    version: "1.1",
    seenAtMs: tick,
    modules: node.modules,
    inventory: reading({ timezone: node.timezone ?? "UTC" } as InventoryState),
    ...(configuration && { configuration: reading(configuration) }),
    families: {},
  };
  return toNodeView({ ...snapshot, inventory: withHostname(snapshot.inventory) }, tick + ageMs);
}

function withHostname(inventory: Reading<InventoryState> | undefined): Reading<InventoryState> | undefined {
  return inventory && { ...inventory, state: { ...inventory.state, hostname: "web-1", osType: "linux", runtime: "" } };
}

function reading<State>(state: State): Reading<State> {
  return { bootId: 1, sequence: 1, observedAtMs: tick, intervalMs: 4_000, source: "direct", state };
}
