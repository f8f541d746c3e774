import { createTestBus } from "@statwire/embedded-stack/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shape } from "../../testing/compared-answers.js";
import { createTestApi, testKey } from "../../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../../testing/test-history.js";
import type { RateLimitPolicyName } from "../rate-limits.js";

const K = { "X-API-Key": testKey };
/** As Nezha's clients send it. */
const T = { Authorization: testKey };

let history: TestHistory;
let bus: Awaited<ReturnType<typeof createTestBus>>;

beforeAll(async () => {
  history = await createTestHistory();
  bus = await createTestBus();
});

afterAll(async () => {
  await bus.close();
  await history.close();
});

describe("limits", () => {
  it.each<[string, RateLimitPolicyName, Record<string, string>]>([
    ["/health", "v6direct-meta", {}],
    ["/cron_tasks", "dashpad", K],
    ["/api/v1/server/list", "nezha", T],
  ])("of %s are those of Express", async (path, policy, headers) => {
    const options = { history: history.reads, bus, limits: { [policy]: 3 } };
    const limited = await createTestApi(options);
    await limited.report("web-1");
    await limited.reportSurveys("web-1");
    const other = await createTestApi({ ...options, keyPrefix: limited.keyPrefix, withoutHotReads: true });
    const statuses = [];
    for (const api of [limited, other, limited]) statuses.push((await api.get(path, headers)).status);
    const [mine, theirs] = [await limited.get(path, headers), await other.get(path, headers)];
    expect([...statuses, mine.status, shape(mine)]).toEqual([200, 200, 200, 429, shape(theirs)]);
    await other.close();
    await limited.close();
  });

  it("count each request once, refuse as Express does, and are shared with it", async () => {
    const limited = await createTestApi({
      history: history.reads,
      bus,
      limits: { native: 5, "v6direct-stats": 3 },
    });
    await limited.report("web-1");
    const shared = { history: history.reads, bus, keyPrefix: limited.keyPrefix, withoutHotReads: true };
    const other = await createTestApi({ ...shared, limits: { native: 5, "v6direct-stats": 3 } });
    const remaining = [];
    for (const api of [limited, other, limited, limited, limited]) {
      remaining.push((await api.get("/api/v2/nodes/web-1", K)).headers.get("ratelimit")?.split(";")[1]);
    }
    expect(remaining).toEqual([" r=4", " r=3", " r=2", " r=1", " r=0"]);
    const [mine, theirs] = [await limited.get("/api/v2/nodes/web-1", K), await other.get("/api/v2/nodes/web-1", K)];
    expect([mine.status, shape(mine)]).toEqual([429, shape(theirs)]);
    // What a node that is not there costs is counted once, too.
    const statuses = [];
    for (const path of ["/stats?node=nobody", "/stats", "/stats", "/stats"]) {
      statuses.push((await limited.get(path, K)).status);
    }
    expect(statuses).toEqual([404, 200, 200, 429]);
    await other.close();
    await limited.close();
  });
});
