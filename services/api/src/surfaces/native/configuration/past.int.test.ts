import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../../../http/problem.js";
import { createTestApi, type TestApi, testKey } from "../../../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../../../testing/test-history.js";

const K = { "X-API-Key": testKey };
const any = { ...K, "If-Match": "*" };
const kinds = ["devices", "projects", "tags", "maintenances", "memberships", "users"] as const;

type Served = Record<string, unknown> & { id: string };
type Lists = Record<string, Served[]>;

let api: TestApi;
let history: TestHistory;
let aheadMs = 0;
/** What everything was at some moments. */
const moments: { atMs: number; lists: Lists }[] = [];

async function listed(query = ""): Promise<Lists> {
  const found: Lists = {};
  for (const kind of kinds) {
    const { status, body } = await api.get<{ items: Served[] }>(`/api/v2/${kind}?limit=500${query}`, K);
    expect(status).toBe(200);
    found[kind] = body.items;
  }
  return found;
}

/** Changes something, and notes what is there then. */
async function step<Result>(change: () => Promise<Result>): Promise<Result> {
  const result = await change();
  await new Promise((resolve) => setTimeout(resolve, 5));
  moments.push({ atMs: Date.now(), lists: await listed() });
  await new Promise((resolve) => setTimeout(resolve, 5));
  return result;
}

async function make(kind: string, input: object): Promise<string> {
  const { status, body, text } = await api.send<Served>("POST", `/api/v2/${kind}`, input, K);
  expect([status, text]).toEqual([201, expect.any(String)]);
  return body.id;
}

beforeAll(async () => {
  history = await createTestHistory();
  api = await createTestApi({ history: history.reads, now: () => Date.now() + aheadMs });
  await step(async () => undefined);
  const shop = await step(() => make("projects", { key: "shop", name: "Shop" }));
  const office = await step(() => make("projects", { key: "office", name: "Office" }));
  const tag = await step(() => make("tags", { name: "till" }));
  const till = await step(() => make("devices", { name: "Till", project_id: shop, tag_ids: [tag] }));
  const door = await step(() => make("devices", { name: "Door", project_id: office }));
  const ada = await step(() => make("users", { email: "ada@example.org" }));
  await step(() => make("memberships", { user_id: ada, role: "viewer" }));
  await step(() => api.send("PATCH", `/api/v2/devices/${till}`, { name: "Till 1" }, any));
  await step(() => api.send("DELETE", `/api/v2/tags/${tag}`, undefined, any));
  // What belongs to it goes with it.
  await step(() => api.send("DELETE", `/api/v2/projects/${shop}`, undefined, any));
  await step(() => api.send("PATCH", `/api/v2/devices/${door}`, { name: "Door 1", project_id: null }, any));
  await step(() => api.send("DELETE", `/api/v2/users/${ada}`, undefined, any));
});

afterAll(async () => {
  await api?.close();
  await history?.close();
});

describe("a workspace as it was", () => {
  it("is told by the log while the history has nothing yet", async () => {
    expect(moments.map(({ lists }) => lists.devices?.map(({ name }) => name).sort())).toEqual([
      ...[[], [], [], [], ["Till"]],
      ...Array(3).fill(["Door", "Till"]),
      ...Array(2).fill(["Door", "Till 1"]),
      ...[["Door"], ["Door 1"], ["Door 1"]],
    ]);
    for (const { atMs, lists } of moments) expect(await listed(`&at=${atMs}`)).toEqual(lists);
  });

  it("is told by the history later on", async () => {
    await history.copyConfiguration(api.eventLog);
    aheadMs = 3_600_000;
    for (const { atMs, lists } of moments) expect(await listed(`&at=${atMs}`)).toEqual(lists);
  });

  it("is filtered, sorted and paged like the one that is", async () => {
    const { atMs } = moments[6] ?? { atMs: 0 };
    const names = async (query: string) => {
      const { body } = await api.get<{ items: Served[]; next_cursor: string }>(
        `/api/v2/devices?at=${atMs}&${query}`,
        K,
      );
      return { names: body.items.map(({ name }) => name), cursor: body.next_cursor };
    };
    expect(await names("sort=-name")).toEqual({ names: ["Till", "Door"], cursor: null });
    expect(await names("filter=name~oo")).toEqual({ names: ["Door"], cursor: null });
    const first = await names("sort=name&limit=1");
    expect(first).toEqual({ names: ["Door"], cursor: expect.any(String) });
    expect(await names(`sort=name&limit=1&cursor=${first.cursor}`)).toEqual({ names: ["Till"], cursor: null });
  });

  it("is not told of what is still to come, or of no time", async () => {
    for (const at of [String(Date.now() + 2 * 3_600_000), "tomorrow"]) {
      const { status, body } = await api.get<Problem>(`/api/v2/tags?at=${at}`, K);
      expect([status, body.errors?.map(({ field }) => field)]).toEqual([400, ["at"]]);
    }
  });
});
