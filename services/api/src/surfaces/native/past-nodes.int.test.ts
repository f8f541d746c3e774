import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../../http/problem.js";
import { sampleHost, sampleInventory } from "../../testing/sample-events.js";
import { createTestApi, type TestApi, testKey } from "../../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../../testing/test-history.js";
import type { NodeDetail, NodeList } from "./dto-nodes.js";

const K = { "X-API-Key": testKey };
const minute = 60_000;
/** Five hours ago. */
const startMs = Math.floor(Date.now() / minute) * minute - 300 * minute;

let api: TestApi;
let history: TestHistory;

beforeAll(async () => {
  history = await createTestHistory();
  api = await createTestApi({ history: history.reads });
  const place = (sequence: number, offsetMs: number) => ({ bootId: 1, sequence, observedAtMs: startMs + offsetMs });
  // One that goes on, one that fell silent after a minute, and one that came an hour later.
  const steady = Array.from({ length: 100 }, (_, index) => sampleHost(place(index + 1, index * minute), index / 100));
  await history.landHost("web-1", steady);
  await history.landInventory("web-1", [sampleInventory(place(1, 0), "web-1")]);
  await history.landHost("gone", [sampleHost(place(1, 0), 0.5), sampleHost(place(2, 4_000), 0.25)]);
  await history.landHost("late", [sampleHost(place(1, 60 * minute), 0.75), sampleHost(place(2, 280 * minute), 0.1)]);
  // What is there now is another matter.
  await api.report("web-1", { cpuUtilization: 0.99 });
});

afterAll(async () => {
  await api?.close();
  await history?.close();
});

async function fleet(offsetMs: number, query = ""): Promise<NodeList> {
  const { status, body, text } = await api.get<NodeList>(`/api/v2/nodes?at=${startMs + offsetMs}${query}`, K);
  expect([status, text]).toEqual([200, expect.any(String)]);
  return body;
}

describe("the fleet as it was", () => {
  it("has the nodes that had reported, with what they had reported last", async () => {
    expect((await fleet(-1)).nodes).toEqual([]);
    const { nodes, next_cursor, past } = await fleet(30 * minute + 1_000);
    expect([next_cursor, past?.at]).toEqual([null, new Date(startMs + 30 * minute + 1_000).toISOString()]);
    const seen = (offsetMs: number) => new Date(startMs + offsetMs).toISOString();
    expect(nodes).toMatchObject([
      {
        node: "gone",
        status: "stale",
        seen_at: seen(4_000),
        cpu_utilization: 0.25,
        hostname: null,
        interval_seconds: 4,
      },
      {
        node: "web-1",
        status: "up",
        seen_at: seen(30 * minute),
        cpu_utilization: 0.3,
        hostname: "web-1",
        interval_seconds: 60,
      },
    ]);
    const later = await fleet(90 * minute);
    expect(later.nodes.map(({ node, status, seen_at }) => [node, status, seen_at])).toEqual([
      ["gone", "stale", seen(4_000)],
      ["late", "stale", seen(60 * minute)],
      ["web-1", "up", seen(90 * minute)],
    ]);
    expect(later.nodes[1]).toMatchObject({ cpu_utilization: 0.75 });
  });

  it("comes in pages", async () => {
    const first = await fleet(90 * minute, "&limit=2");
    expect(first.nodes.map(({ node }) => node)).toEqual(["gone", "late"]);
    const second = await fleet(90 * minute, `&limit=2&cursor=${first.next_cursor}`);
    expect([second.nodes.map(({ node }) => node), second.next_cursor]).toEqual([["web-1"], null]);
  });

  it("has each node as it was, in the shape that it has now", async () => {
    const then = await api.get<NodeDetail>(`/api/v2/nodes/web-1?at=${startMs + 45 * minute}`, K);
    expect(then.body).toMatchObject({
      ...{ node: "web-1", status: "up", seen_at: new Date(startMs + 45 * minute).toISOString() },
      modules: { cpu: { state: { utilization: 0.45 } } },
      inventory: { state: { hostname: "web-1" } },
      past: { at: new Date(startMs + 45 * minute).toISOString() },
    });
    const now = await api.get<NodeDetail>("/api/v2/nodes/web-1", K);
    expect(now.body).not.toHaveProperty("past");
    expect(now.body.modules.cpu?.state.utilization).toBe(0.99);
    expect(Object.keys(now.body.modules.cpu?.state ?? {})).toEqual(Object.keys(then.body.modules.cpu?.state ?? {}));
  });

  it("knows nothing of a node from before it came, nor of one that never did", async () => {
    for (const name of ["late", "nobody"]) {
      const { status, body } = await api.get<Problem>(`/api/v2/nodes/${name}?at=${startMs + minute}`, K);
      expect([status, body.code]).toEqual([404, "unknown-node"]);
    }
  });

  it.each(["/api/v2/nodes", "/api/v2/nodes/web-1"])(
    "is not told of %s at a time that is to come, too old or none",
    async (path) => {
      const old = new Date(Date.now() - 15 * 86_400_000).toISOString();
      for (const [at, message] of [
        ["2199-01-01T00:00:00Z", "future"],
        [old, "readings are kept since 20"],
        ["soon", "expected RFC 3339"],
      ] as const) {
        const { status, body } = await api.get<Problem>(`${path}?at=${at}`, K);
        expect([status, body.errors?.map(({ field }) => field)]).toEqual([400, ["at"]]);
        expect(body.errors?.[0]?.message).toContain(message);
      }
    },
  );
});
