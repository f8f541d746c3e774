import { toConfigurationEvent, toModuleStates } from "@statwire/snapshot-store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../../http/problem.js";
import { sampleHost, sampleInventory } from "../../testing/sample-events.js";
import { type Survey, sampleConfiguration, sampleSurvey, surveySamples } from "../../testing/sample-surveys.js";
import { createTestApi, type TestApi, testKey } from "../../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../../testing/test-history.js";
import type { NodeDetail, NodeList } from "./dto-nodes.js";

const K = { "X-API-Key": testKey };

let api: TestApi;
let history: TestHistory;
/** Moves the API's clock. */
let aheadMs = 0;

beforeAll(async () => {
  history = await createTestHistory();
  api = await createTestApi({ history: history.reads, defaultNode: "web-1", now: () => Date.now() + aheadMs });
  for (const node of ["web-1", "web-2", "db.main/1"]) await api.report(node);
});

afterAll(async () => {
  await api.close();
  await history.close();
});

describe("GET /api/v2/nodes", () => {
  it("lists every node by name with its state", async () => {
    const { status, body } = await api.get<NodeList>("/api/v2/nodes", K);
    expect(status).toBe(200);
    expect(body.nodes.map(({ node }) => node)).toEqual(["db.main/1", "web-1", "web-2"]);
    expect(body.next_cursor).toBeNull();
    expect(body.nodes[1]).toEqual({
      node: "web-1",
      status: "up",
      seen_at: expect.stringMatching(/^\d{4}-.*Z$/),
      interval_seconds: 4,
      hostname: "web-1",
      os: "Debian GNU/Linux 12",
      cpu_utilization: 0.25,
      memory_utilization: 0.25,
    });
  });

  it("goes page by page", async () => {
    const first = await api.get<NodeList>("/api/v2/nodes?limit=2", K);
    expect(first.body.nodes).toHaveLength(2);
    const second = await api.get<NodeList>(`/api/v2/nodes?limit=2&cursor=${first.body.next_cursor}`, K);
    expect(second.body.nodes.map(({ node }) => node)).toEqual(["web-2"]);
    expect(second.body.next_cursor).toBeNull();
  });

  it("calls a silent node stale", async () => {
    aheadMs = 20_000;
    const { body } = await api.get<NodeList>("/api/v2/nodes", K);
    aheadMs = 0;
    expect(body.nodes.map(({ status }) => status)).toEqual(["stale", "stale", "stale"]);
  });

  it("names a node that is expected but never reported", async () => {
    const other = await createTestApi({ history: history.reads, defaultNode: "router", keyPrefix: api.keyPrefix });
    const { body } = await other.get<NodeList>("/api/v2/nodes", K);
    expect(body.nodes.find(({ node }) => node === "router")).toMatchObject({ status: "never", seen_at: null });
    const stats = await other.get("/stats", K);
    expect([stats.status, stats.body]).toEqual([503, { detail: "Node 'router' has not reported yet." }]);
    await other.close();
  });

  it.each([
    ["limit=0", "limit", "must be at least 1"],
    ["limit=501", "limit", "must be at most 500"],
    ["limit=ten", "limit", "expected a whole number"],
    ["cursor=abc", "cursor", "is not a next_cursor of this API"],
    ["page=2", "page", "unknown parameter; known are limit, cursor, at"],
    ["limit=1&limit=2", "limit", "may be given once"],
  ])("%s is refused by name", async (query, field, message) => {
    const { status, body } = await api.get<Problem>(`/api/v2/nodes?${query}`, K);
    expect(status).toBe(400);
    expect(body.code).toBe("invalid-input");
    expect(body.errors).toEqual([{ field, message }]);
  });
});

describe("GET /api/v2/nodes/{node}", () => {
  it("has every module in base units, and the inventory", async () => {
    const { status, body } = await api.get<NodeDetail>("/api/v2/nodes/web-1", K);
    expect(status).toBe(200);
    expect(Object.keys(body.modules).sort()).toEqual([
      "cpu",
      "disks",
      "filesystems",
      "load",
      "memory",
      "network",
      "sensors",
      "swap",
    ]);
    expect(body.modules.cpu).toMatchObject({
      interval_seconds: 4,
      state: { utilization: 0.25, frequency_hertz: 1_800_123_456, user_seconds: 1 },
    });
    expect(body.modules.network?.state[1]).toMatchObject({ name: "eth0", receive_bytes: 50_000, receive_errors: 1 });
    expect(body.inventory?.state).toMatchObject({ hostname: "web-1", booted_at: "2026-11-18T11:06:40.123Z" });
  });

  it("has every survey and how the collector works", async () => {
    await api.report("server");
    await api.reportSurveys("server");
    const { status, body } = await api.get<NodeDetail>("/api/v2/nodes/server", K);
    expect(status).toBe(200);
    const { modules, configuration, inventory } = body;
    expect(Object.keys(modules)).toHaveLength(8 + 14);
    expect(modules.physical_disks).toMatchObject({ interval_seconds: 600, source: "direct" });
    expect(modules.physical_disks?.state[0]).toMatchObject({ healthy: true, celsius: 38, endurance_used: 0.07 });
    expect(modules.gpus?.state[0]).toMatchObject({ id: "0000:01:00.0", utilization: 0.425, watts: 48.25 });
    expect(modules.batteries?.state).toMatchObject({ mains_online: false, items: [{ time_left_seconds: 14_400 }] });
    expect(modules.users?.state[0]).toEqual({
      user: "admin",
      terminal: "pts/0",
      remote_host: "192.0.2.9",
      since: "2026-11-18T11:06:40.000Z",
      pid: 4_711,
    });
    expect(modules.tasks?.state[0]).toMatchObject({ next_run_at: "2026-11-18T18:49:40.000Z", error: "" });
    expect(modules.tasks?.state[1]).not.toHaveProperty("next_run_at");
    expect(modules.units?.state).toMatchObject({ system_state: "degraded", items: [{ active_state: "failed" }, {}] });
    expect(configuration).toMatchObject({
      interval_seconds: 0,
      state: { sampling: true, base_interval_seconds: 4, log_interval_seconds: 30, logs: [{ name: "syslog" }, {}] },
    });
    expect(configuration?.state.modules[0]).toEqual({
      module: "cpu",
      enabled: true,
      interval_seconds: 4,
      sources: ["direct", "systeminformation", "netdata"],
    });
    expect(inventory?.state).toMatchObject({ node_tags: ["edge", "arm"], node_country: "DE" });
  });

  it("finds names with dots and slashes", async () => {
    expect((await api.get<NodeDetail>("/api/v2/nodes/db.main%2F1", K)).body.node).toBe("db.main/1");
  });

  it("an unknown node is 404 by name", async () => {
    const { status, body } = await api.get<Problem>("/api/v2/nodes/nope", K);
    expect(status).toBe(404);
    expect(body).toMatchObject({
      code: "unknown-node",
      detail: 'node: no node "nope" has reported; GET /api/v2/nodes lists them',
      errors: [{ field: "node" }],
    });
  });
});

describe("while Redis is flushed", () => {
  it("the history answers, and never with what is older than what was served", async () => {
    const place = { bootId: 5, sequence: 1, observedAtMs: Date.now() - 8_000 };
    await history.landHost("web-9", [
      sampleHost(place, 0.1),
      sampleHost({ ...place, sequence: 2, observedAtMs: place.observedAtMs + 4_000 }, 0.2),
    ]);
    await history.landInventory("web-9", [sampleInventory(place, "nine")]);
    const stored = await api.get<NodeDetail>("/api/v2/nodes/web-9", K);
    expect(stored.status).toBe(200);
    expect(stored.body.modules.cpu?.state).toMatchObject({ utilization: 0.2, frequency_hertz: 1_800_123_456 });
    expect(stored.body.modules.cpu?.state.cores).toHaveLength(2);
    expect(stored.body.inventory?.state.hostname).toBe("nine");

    const live = (await api.get<NodeDetail>("/api/v2/nodes/web-2", K)).body;
    await history.landHost("web-2", [sampleHost({ bootId: 1, sequence: 1, observedAtMs: Date.now() - 60_000 }, 0.9)]);
    await flush();
    const after = (await api.get<NodeDetail>("/api/v2/nodes/web-2", K)).body;
    expect(after.modules.cpu).toEqual(live.modules.cpu);
    expect((await api.get<NodeList>("/api/v2/nodes", K)).body.nodes.map(({ node }) => node)).toEqual([
      "web-1",
      "web-2",
      "web-9",
    ]);
    expect((await api.get("/stats?node=web-9", K)).status).toBe(200);
    expect((await api.get("/stats/history?node=web-9", K)).status).toBe(503);
  });

  it("what the history gives equals what the snapshot store gave, field by field", async () => {
    const observedAtMs = Date.now() - 4_000;
    const event = sampleHost({ bootId: 7, sequence: 3, observedAtMs }, 0.4);
    const before = sampleHost({ bootId: 7, sequence: 2, observedAtMs: observedAtMs - 4_000 }, 0.4);
    await history.landHost("twin", [before, event]);
    const stored = await history.reads.readNode("twin");
    const live = toModuleStates(event);
    // The tables keep no order of their own: rows come by their key.
    live.cpu?.state.cores.reverse();
    live.sensors?.state.temperatures.reverse();
    expect(stored?.modules.cpu).toMatchObject({ bootId: 7, sequence: 3, intervalMs: 4_000, state: live.cpu?.state });
    for (const module of ["load", "memory", "swap", "filesystems", "disks", "sensors"] as const) {
      expect(stored?.modules[module]?.state).toEqual(live[module]?.state);
    }
    expect(stored?.modules.network?.state).toEqual(live.network?.state.reverse());
  });

  it("so do the surveys and the configuration", async () => {
    const observedAtMs = Date.now() - 4_000;
    const place = { bootId: 7, sequence: 9, observedAtMs };
    const surveys = Object.keys(surveySamples) as Survey[];
    for (const survey of surveys) await history.landSurvey("surveyed", survey, [sampleSurvey(survey, place)]);
    await history.landConfiguration("surveyed", [sampleConfiguration(place)]);
    const stored = await history.reads.readNode("surveyed");
    for (const survey of surveys) {
      const live = toModuleStates(sampleSurvey(survey, place))[survey];
      expect(stored?.modules[survey]).toEqual({ ...place, intervalMs: 4_000, source: "direct", state: live?.state });
    }
    const name = { workspace: "default", node: "surveyed" };
    const { configuration } = toConfigurationEvent(name, "configuration", sampleConfiguration(place));
    expect(stored?.configuration).toEqual({ ...place, intervalMs: 0, source: "direct", state: configuration });
  });

  it("a survey that found nothing is empty, whatever an earlier one had found, and names its source", async () => {
    const place = { bootId: 7, sequence: 1, observedAtMs: Date.now() - 60_000 };
    const later = { ...place, sequence: 2, observedAtMs: Date.now() };
    await history.landSurvey("emptied", "containers", [
      sampleSurvey("containers", place),
      sampleSurvey("containers", later, { items: [] }, "netdata"),
    ]);
    const stored = await history.reads.readNode("emptied");
    expect(stored?.modules.containers).toMatchObject({ sequence: 2, source: "netdata", state: [] });
  });
});

/** Takes away this test's keys, as FLUSHALL would take everyone's. */
async function flush(): Promise<void> {
  const { keys } = api.store;
  await api.store.run((client) =>
    client.del([keys.ready, keys.nodes("default"), keys.node({ workspace: "default", node: "web-2" })]),
  );
}
