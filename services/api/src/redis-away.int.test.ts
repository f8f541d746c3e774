import { startPrivateRedis } from "@statwire/embedded-stack/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DashPadLog, DashPadLogs, DashPadMetrics } from "./surfaces/dashpad/dto.js";
import type { NodeDetail } from "./surfaces/native/dto-nodes.js";
import type { SystemSnapshots } from "./surfaces/v6direct/dto.js";
import { sampleHost, sampleLines } from "./testing/sample-events.js";
import { createTestApi, type TestApi, testKey } from "./testing/test-api.js";
import { createTestHistory, type TestHistory } from "./testing/test-history.js";

const K = { "X-API-Key": testKey };

let redis: Awaited<ReturnType<typeof startPrivateRedis>>;
let api: TestApi;
let history: TestHistory;
const logLines: string[] = [];

beforeAll(async () => {
  redis = await startPrivateRedis();
  history = await createTestHistory();
  api = await createTestApi({
    history: history.reads,
    redisUrl: redis.server.url,
    onLogLine: (line) => logLines.push(line),
  });
  await api.report("web-1", { cpuUtilization: 0.6 });
  const aMinuteAgo = { bootId: 1, sequence: 1, observedAtMs: Date.now() - 60_000 };
  await history.landHost("web-1", [sampleHost(aMinuteAgo, 0.1)]);
  await history.landLog("web-1", "syslog", [sampleLines(aMinuteAgo, 41, ["opened", "closed"])]);
});

afterAll(async () => {
  await api.close();
  await history.close();
  await redis.discard();
});

describe("Redis goes away and comes back", () => {
  it("every read goes on, with nothing older than what was served, and limits are still kept", async () => {
    const pinned = await api.get<SystemSnapshots>("/stats", K);
    const live = await api.get<NodeDetail>("/api/v2/nodes/web-1", K);
    expect([pinned.status, live.status]).toEqual([200, 200]);
    await redis.stop("SIGKILL");

    const still = await api.get<SystemSnapshots>("/stats", K);
    expect(still.status).toBe(200);
    expect(still.body.timestamp_utc).toBe(pinned.body.timestamp_utc);
    expect((await api.get<NodeDetail>("/api/v2/nodes/web-1", K)).body.modules).toEqual(live.body.modules);
    expect((await api.get("/api/v2/nodes", K)).status).toBe(200);
    expect((await api.get("/health")).status).toBe(200);
    const panel = await api.get<DashPadMetrics>("/metrics", K);
    expect([panel.status, panel.body.metrics.cpu?.data.usage_percent]).toEqual([200, 60]);
    const syslog = { content: { "41": "opened", "42": "closed" }, total_lines: 42, returned_lines: 2 };
    expect(panel.body.logs).toEqual({ syslog });
    const { body: logs } = await api.get<DashPadLogs>("/logs", K);
    expect(logs.logs).toEqual({ syslog: { ...syslog, supports_incremental: true } });
    const { body: since } = await api.get<DashPadLog>("/logs/syslog?since_line=41", K);
    expect(since.content).toEqual({ "42": "closed" });
    const short = await api.get("/stats/history", K);
    expect([short.status, short.body]).toEqual([503, { detail: "The history cannot be read now. Try again." }]);

    await redis.restart();
    await expect.poll(async () => api.store.problem(), { timeout: 10_000 }).toBeUndefined();
    await api.report("web-1", { cpuUtilization: 0.7 });
    const back = await api.get<NodeDetail>("/api/v2/nodes/web-1", K);
    expect(back.body.modules.cpu?.state.utilization).toBe(0.7);
    await expect
      .poll(async () => {
        await api.get("/api/v2/metrics", K);
        return logLines.some((line) => line.includes("rate limits counted in Redis again"));
      })
      .toBe(true);
    const changes = logLines.filter((line) => line.includes("rate limits counted in this process"));
    expect(new Set(changes.map((line) => JSON.parse(line).prefix)).size).toBe(changes.length);
  });
});
