import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenApiDocument } from "../../http/route-table.js";
import { faultOf } from "../../testing/peekaping/answer-shapes.js";
import { testKey } from "../../testing/test-api.js";
import { createTestIdentity, type TestIdentity } from "../../testing/test-identity.js";
import { operations } from "./operations.js";

const base = "/api/v1";
const password = "Correct-horse-7";
const K = { "X-API-Key": testKey };

let test: TestIdentity;

interface Answer {
  message: string;
  data: Record<string, unknown> & { id: string; accessToken: string; refreshToken: string; token: string };
}

beforeAll(async () => {
  test = await createTestIdentity();
  await account("ada@example.org");
});

afterAll(() => test.close());

async function send<Body = Answer>(method: string, path: string, body?: unknown, headers: object = K) {
  const answer = await test.api.send<Body>(method, base + path, body, { ...headers });
  const isJson = answer.headers.get("content-type")?.startsWith("application/json") ?? false;
  expect(faultOf(method, path, answer.status, isJson ? answer.body : answer.text)).toBeUndefined();
  return answer;
}

/** An account of its own; the first one is the administrator. */
async function account(email: string) {
  const { status, body } = await send("POST", "/auth/register", { email, password });
  expect(status).toBe(201);
  return { email, password, ...body.data, T: { Authorization: `Bearer ${body.data.accessToken}` } };
}

describe("whose workspace it is", () => {
  it("everybody acts in the one that is served, or in their own, and so do their keys", async () => {
    const eve = await account("eve@example.org");
    const key = await send("POST", "/api-keys", { name: "eve's" }, eve.T);
    const ofKey = { "X-API-Key": key.body.data.token };
    const made = await send("POST", "/tags", { name: "eve's own", color: "#ffffff" }, ofKey);
    expect(made.status).toBe(201);
    for (const who of [eve.T, ofKey]) expect((await send("GET", "/tags", undefined, who)).text).toContain("eve's own");
    expect((await send("GET", "/tags?q=eve")).body.data).toEqual([]);
    expect((await send("GET", `/tags/${made.body.data.id}`)).status).toBe(404);
    expect((await send("DELETE", `/tags/${made.body.data.id}`)).status).toBe(404);
  });

  it("a viewer changes nothing, and manages no keys", async () => {
    await test.addUser("viewer@example.org");
    const login = { email: "viewer@example.org", password: "correct horse battery" };
    const { body } = await send("POST", "/auth/login", login, {});
    const T = { Authorization: `Bearer ${body.data.accessToken}` };
    expect((await send("GET", "/tags", undefined, T)).status).toBe(200);
    const forbidden = await send("POST", "/tags", { name: "no", color: "#ffffff" }, T);
    expect([forbidden.status, forbidden.body]).toEqual([403, { message: "you may not create a tag", data: null }]);
    expect((await send("GET", "/api-keys", undefined, T)).status).toBe(403);
    expect((await send("GET", "/settings/key/ANY", undefined, T)).status).toBe(403);
  });

  it("what is made here is seen and changed on our own surface, and the other way round", async () => {
    const made = await send("POST", "/tags", { name: "shared", color: "#abcdef" });
    const path = `/api/v2/tags/${made.body.data.id}`;
    const read = await test.api.get<{ name: string }>(path, K);
    expect([read.status, read.body]).toMatchObject([200, { name: "shared", color: "#abcdef", description: null }]);
    await test.api.send("PATCH", path, { name: "shared by all" }, { ...K, "If-Match": "*" });
    expect((await send("GET", `/tags/${made.body.data.id}`)).body.data).toMatchObject({ name: "shared by all" });
    const stale = { ...K, "If-Match": read.headers.get("etag") ?? "" };
    expect((await send("PATCH", `/tags/${made.body.data.id}`, { name: "lost" }, stale)).status).toBe(412);
  });
});

describe("a proxy's password", () => {
  const proxy = { protocol: "http", host: "proxy.example.org", port: 3128, auth: true, username: "ada" };

  async function storedOf(id: string): Promise<unknown> {
    const stored = test.api.control.get({ workspace: "default", kind: "proxy", id });
    return stored && test.api.control.readSecret(stored);
  }

  it("is stored, and in no answer", async () => {
    const made = await send("POST", "/proxies", { ...proxy, password: "never shown" });
    const { id } = made.body.data;
    expect(await storedOf(id)).toEqual({ password: "never shown" });
    const answers = [made, await send("GET", "/proxies"), await send("GET", `/proxies/${id}`)];
    const native = await test.api.get(`/api/v2/proxies/${id}`, K);
    for (const { text } of [...answers, native]) expect(text).not.toContain("never shown");
  });

  it("stays when it is not sent, and goes with what it is for", async () => {
    const { id } = (await send("POST", "/proxies", { ...proxy, password: "never shown" })).body.data;
    expect((await send("PUT", `/proxies/${id}`, { ...proxy, port: 1 })).status).toBe(200);
    expect(await storedOf(id)).toEqual({ password: "never shown" });
    expect((await send("PATCH", `/proxies/${id}`, { password: "another" })).status).toBe(200);
    expect(await storedOf(id)).toEqual({ password: "another" });
    expect((await send("PUT", `/proxies/${id}`, { ...proxy, auth: false })).body.data).not.toHaveProperty("username");
    expect(await storedOf(id)).toBeUndefined();
    const without = await send("PATCH", `/proxies/${id}`, { auth: true, username: "ada" });
    expect([without.status, without.body.message]).toEqual([400, "password: is needed with auth"]);
  });
});

describe("what is wrong", () => {
  const failed = (field: string, tag: string) =>
    `Key: 'CreateUpdateDto.${field}' Error:Field validation for '${field}' failed on the '${tag}' tag`;
  const daily = { start_time: "02:00", end_time: "03:00", timezone: "UTC" };

  it.each([
    ["/tags", { color: "#ffffff" }, failed("Name", "required")],
    ["/tags", { name: "x".repeat(101), color: "red" }, `${failed("Name", "max")}\n${failed("Color", "hexcolor")}`],
    ["/tags", { name: 1, color: "#ffffff" }, "name: expected a text"],
    [
      "/proxies",
      { protocol: "ftp", host: "a", port: 70_000 },
      `${failed("Protocol", "oneof")}\n${failed("Port", "max")}`,
    ],
    ["/proxies", { protocol: "http", host: "a", port: 1, auth: true }, failed("Username", "required_if")],
    ["/proxies", { protocol: "http", host: "a b", port: 1 }, "host: expected a host name or an address"],
    ["/maintenances", { title: "a", strategy: "yearly" }, failed("Strategy", "oneof")],
    ["/maintenances", { title: "a", strategy: "recurring-weekday", ...daily }, /^weekdays: /],
    ["/maintenances", { title: "a", strategy: "recurring-weekday", ...daily, weekdays: [7] }, /^weekdays\.0: /],
    ["/maintenances", { title: "a", strategy: "recurring-interval", ...daily, interval_day: 1 }, /^start_date_time: /],
    ["/maintenances", { title: "a", strategy: "cron", cron: "0 3 * * *" }, /^duration: /],
    ["/maintenances", { title: "a", strategy: "single", start_date_time: "soon" }, /^start_date_time: /],
    [
      "/maintenances",
      { title: "a", strategy: "manual", monitor_ids: ["none"] },
      'monitor_ids: there is no device "none"',
    ],
  ])("%s %j is named", async (path, body, message) => {
    const answer = await send("POST", path, body);
    expect([answer.status, answer.body]).toEqual([
      400,
      { message: typeof message === "string" ? message : expect.stringMatching(message), data: null },
    ]);
  });

  it("keys have a future", async () => {
    const { T } = await account("keys@example.org");
    const create = async (body: object) => (await send("POST", "/api-keys", { name: "a", ...body }, T)).body.message;
    expect(await create({ expires_at: "2020-01-01T00:00:00Z" })).toBe("expiration date cannot be in the past");
    expect(await create({ expires_at: "tomorrow" })).toMatch(/^expires_at: /);
    expect(await create({ max_usage_count: 0 })).toBe(
      "Key: 'CreateAPIKeyDto.MaxUsageCount' Error:Field validation for 'MaxUsageCount' failed on the 'min' tag",
    );
  });

  it.each([
    ["page=-1", "Invalid page parameter"],
    ["page=one", "Invalid page parameter"],
    ["page=0&page=1", "Invalid page parameter"],
    ["limit=0", "Invalid limit parameter"],
    ["limit=", "Invalid limit parameter"],
  ])("?%s", async (query, message) => {
    const { status, body } = await send("GET", `/proxies?${query}`);
    expect([status, body]).toEqual([400, { message, data: null }]);
  });

  it("settings that sign tokens are none", async () => {
    for (const method of ["GET", "PUT", "DELETE"]) {
      const body = method === "PUT" ? { value: "a", type: "string" } : undefined;
      const { status } = await send(method, "/settings/key/ACCESS_TOKEN_SECRET_KEY", body);
      expect([method, status]).toEqual([method, 404]);
    }
  });
});

it("lists have ten entries from the page that counts from 0, tags by name and proxies by age", async () => {
  const names = Array.from({ length: 12 }, (_, index) => `paged ${String.fromCharCode(108 - index)}`);
  for (const name of names) await send("POST", "/tags", { name, color: "#ffffff" });
  const namesOf = async (query: string) => {
    const { body } = await send<{ data: { name: string }[] }>("GET", `/tags?q=PAGED${query}`);
    return body.data.map(({ name }) => name);
  };
  const sorted = names.toSorted();
  expect(await namesOf("")).toEqual(sorted.slice(0, 10));
  expect(await namesOf("&page=1")).toEqual(sorted.slice(10));
  expect(await namesOf("&page=2&limit=5")).toEqual(sorted.slice(10));
  expect(await namesOf("&page=3&limit=5")).toEqual([]);
  const hosts = ["older.example.org", "newer.example.org"];
  for (const host of hosts) {
    test.advance(1_000);
    await send("POST", "/proxies", { protocol: "http", host, port: 1 });
  }
  const { body } = await send<{ data: { host: string }[] }>("GET", "/proxies?q=er.example");
  expect(body.data.map(({ host }) => host)).toEqual(hosts.toReversed());
});

it("a maintenance keeps what this surface does not know of", async () => {
  const project = await test.api.send<{ id: string }>("POST", "/api/v2/projects", { key: "s", name: "Store" }, K);
  const schedule = {
    ...{ strategy: "day-of-month", last_day_of_month: true, days_of_month: [1] },
    ...{ start_time: "02:00", end_time: "03:00", timezone: "Europe/Zurich" },
  };
  const input = { title: "Backup", project_ids: [project.body.id], schedule };
  const made = await test.api.send<{ id: string }>("POST", "/api/v2/maintenances", input, K);
  const path = `/maintenances/${made.body.id}`;
  expect((await send("PATCH", path, { start_time: "01:00" })).body.data).toMatchObject({
    start_time: "01:00",
    duration: 120,
  });
  const { body } = await test.api.get(`/api/v2${path}`, K);
  expect(body).toMatchObject({ ...input, schedule: { ...schedule, start_time: "01:00" } });
  const timeless = {
    title: "Once",
    strategy: "single",
    start_date_time: "2026-12-01T22:00",
    timezone: "SAME_AS_SERVER",
  };
  const put = await send("PUT", path, timeless);
  expect(put.body.data).toMatchObject({ strategy: "single", timezone: "UTC", description: "" });
});

describe("its document", () => {
  it("the Swagger document is of what is served", async () => {
    const { body } = await test.api.get<OpenApiDocument & { swagger: string; basePath: string }>("/swagger/doc.json");
    expect([body.swagger, body.basePath]).toEqual(["2.0", base]);
    const documented = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${base}${path}`),
    );
    const served = operations.filter(({ status, path }) => status === "served" && path.startsWith(base));
    expect(documented.toSorted()).toEqual(served.map(({ method, path }) => `${method} ${path}`).toSorted());
    const text = JSON.stringify(body);
    const names = new Set([...text.matchAll(/"#\/definitions\/([^"]+)"/g)].map(([, name]) => name));
    expect([...names].filter((name) => !text.includes(`"${name}":{`))).toEqual([]);
    expect(text).not.toMatch(/components\/schemas|requestBody|"nullable"/);
    const { text: page } = await test.api.get("/swagger/index.html");
    expect(page).toContain("/api/v1/maintenances/{id}/pause");
    expect(page).not.toContain("/api/v2/");
  });
});
