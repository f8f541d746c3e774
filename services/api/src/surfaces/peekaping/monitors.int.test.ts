import { afterAll, beforeAll, expect, it } from "vitest";
import { faultOf } from "../../testing/peekaping/answer-shapes.js";
import { createTestApi, type TestApi, testKey } from "../../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../../testing/test-history.js";
import type { PeekapingMonitorDetailAnswer, PeekapingMonitorList } from "./dto-monitors.js";

const base = "/api/v1";
const K = { "X-API-Key": testKey };

let api: TestApi;
let history: TestHistory;

beforeAll(async () => {
  history = await createTestHistory();
  api = await createTestApi({ history: history.reads });
});

afterAll(async () => {
  await api.close();
  await history.close();
});

async function send<Body>(method: string, path: string, body?: unknown, headers = {}) {
  const answer = await api.send<Body>(method, base + path, body, { ...K, ...headers });
  expect(faultOf(method, path, answer.status, answer.body)).toBeUndefined();
  return answer;
}

/** Makes a device on our own surface. */
async function device(input: object): Promise<string> {
  const { status, body } = await api.send<{ id: string }>("POST", "/api/v2/devices", input, K);
  expect(status).toBe(201);
  return body.id;
}

async function listed(query: string): Promise<string[]> {
  const { status, body } = await send<PeekapingMonitorList>("GET", `/monitors?${query}`);
  expect(status).toBe(200);
  return body.data.map(({ name }) => name);
}

it("20: there are none at first", async () => {
  expect((await send("GET", "/monitors")).body).toEqual({ message: "success", data: [] });
});

it("28: one that is not there is not found", async () => {
  for (const id of ["0197a3b0-0000-7000-8000-00000000dead", "bad", "%00"]) {
    const { status, body } = await send("GET", `/monitors/${id}`);
    expect([status, body]).toEqual([404, { message: "Monitor not found", data: null }]);
  }
  const changed = await send("PATCH", "/monitors/bad", { active: false });
  expect([changed.status, changed.body]).toEqual([404, { message: "Monitor not found", data: null }]);
});

it("a device made elsewhere is seen and changed here", async () => {
  const tag = await api.send<{ id: string }>("POST", "/api/v2/tags", { name: "tills" }, K);
  const config = { port: 443 };
  const check = { kind: "tcp", interval_seconds: 120, timeout_seconds: 20, retries_max: 2, resend_every: 5, config };
  const id = await device({ name: "Till 3", address: "192.0.2.3", check, tag_ids: [tag.body.id] });
  const { body } = await send<PeekapingMonitorDetailAnswer>("GET", `/monitors/${id}`);
  expect(body.data).toMatchObject({
    ...{ id, type: "tcp", name: "Till 3", interval: 120, timeout: 20, max_retries: 2, retry_interval: 60 },
    ...{ resend_interval: 5, active: true, status: 2, config: '{"port":443}', proxy_id: "" },
    ...{ notification_ids: [], tag_ids: [tag.body.id] },
  });
  const changed = await send("PATCH", `/monitors/${id}`, {
    name: "Till 4",
    active: false,
    tag_ids: [],
    proxy_id: null,
  });
  expect([changed.status, changed.body]).toMatchObject([
    200,
    { data: { name: "Till 4", active: false, interval: 120 } },
  ]);
  const read = await api.get(`/api/v2/devices/${id}`, K);
  expect(read.body).toMatchObject({ name: "Till 4", active: false, tag_ids: [tag.body.id], check: { config } });
  const refused = await send("PATCH", `/monitors/${id}`, { interval: 30, type: "http" });
  const message = "type: cannot be changed here; interval: cannot be changed here";
  expect([refused.status, refused.body]).toEqual([400, { message, data: null }]);
});

it("a device without a check has the status of its node", async () => {
  await api.report("web-1");
  await device({ name: "Web", type: "hypervisor", node: "web-1" });
  await device({ name: "Silent", node: "web-9" });
  const { body } = await send<PeekapingMonitorList>("GET", "/monitors?limit=2");
  expect(body.data).toMatchObject([
    { name: "Silent", type: "server", interval: 0, status: 2, config: "{}" },
    { name: "Web", type: "hypervisor", interval: 0, status: 1 },
  ]);
  const scopes = { label: "no nodes", scopes: ["device:read"] };
  const token = await api.send<{ token: string }>("POST", "/api/v2/tokens", scopes, K);
  const unread = await send<PeekapingMonitorList>("GET", "/monitors?q=web", undefined, {
    "X-API-Key": token.body.token,
  });
  expect(unread.body.data).toMatchObject([{ name: "Web", status: 2 }]);
});

it("are listed by what is asked for", async () => {
  const tag = await api.send<{ id: string }>("POST", "/api/v2/tags", { name: "listed" }, K);
  await device({ name: "Tagged", tag_ids: [tag.body.id], active: false });
  expect(await listed("q=tag")).toEqual(["Tagged"]);
  expect(await listed(`tag_ids=none,${tag.body.id}`)).toEqual(["Tagged"]);
  expect(await listed("active=false")).toEqual(["Tagged", "Till 4"]);
  expect(await listed("status=1")).toEqual(["Web"]);
  expect(await listed("status=2&limit=1&page=1")).toEqual(["Silent"]);
  expect(await listed("page=1&limit=3")).toEqual(["Till 4"]);
  const messages = [];
  for (const query of ["active=1", "status=up", "page=x", "limit=0"])
    messages.push((await send<{ message: string }>("GET", `/monitors?${query}`)).body.message);
  expect(messages).toEqual([
    "Invalid active parameter (must be true or false)",
    "Invalid status parameter (must be int)",
    "Invalid page parameter",
    "Invalid limit parameter",
  ]);
});

it("several are read by their ids", async () => {
  const { body: all } = await send<PeekapingMonitorList>("GET", "/monitors");
  const ids = all.data.slice(1, 3).map(({ id }) => id);
  const { body } = await send<PeekapingMonitorList>("GET", `/monitors/batch?ids=${[...ids, "none"].join(",")}`);
  expect(body.data).toEqual(all.data.slice(1, 3));
  const none = await send("GET", "/monitors/batch");
  expect([none.status, none.body]).toEqual([400, { message: "ids parameter is required", data: null }]);
  const many = Array.from({ length: 101 }, (_, index) => `id-${index}`).join(",");
  const tooMany = await send("GET", `/monitors/batch?ids=${many}`);
  expect([tooMany.status, tooMany.body]).toEqual([400, { message: "maximum 100 monitor IDs allowed", data: null }]);
});
