import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, type TestApi, testKey } from "../testing/test-api.js";
import { createTestHistory, type TestHistory } from "../testing/test-history.js";
import type { Problem } from "./problem.js";

const K = { "X-API-Key": testKey };

const logLines: string[] = [];
let api: TestApi;
let history: TestHistory;

beforeAll(async () => {
  history = await createTestHistory();
  api = await createTestApi({ history: history.reads, onLogLine: (line) => logLines.push(line) });
  await api.report("web-1");
});

afterAll(async () => {
  await api.close();
  await history.close();
});

describe("keys on the native surface", () => {
  it.each([
    ["X-API-Key", { "X-API-Key": testKey }],
    ["a bearer token", { Authorization: `Bearer ${testKey}` }],
    ["a bearer token in another case", { Authorization: `bearer ${testKey}` }],
  ])("%s is accepted", async (_name, headers: Record<string, string>) => {
    expect((await api.get("/api/v2/nodes", headers)).status).toBe(200);
  });

  it.each([
    ["nothing", {}, "Send the API key"],
    ["a wrong key", { "X-API-Key": "wrong" }, "not valid"],
    ["a wrong bearer token", { Authorization: "Bearer wrong" }, "not valid"],
    ["another scheme", { Authorization: `Basic ${testKey}` }, "Send the API key"],
  ])("%s is 401", async (_name, headers: Record<string, string>, detail) => {
    for (const path of ["/api/v2/nodes", "/api/v2/metrics", "/api/v2/nodes/web-1", "/api/v2/nodes?limit=0"]) {
      const { status, headers: answered, body } = await api.get<Problem>(path, headers);
      expect(status).toBe(401);
      expect(answered.get("www-authenticate")).toBe('Bearer realm="statwire"');
      expect(body.code).toBe("unauthorized");
      expect(body.detail).toContain(detail);
    }
  });

  it("the key in the query is not accepted", async () => {
    expect((await api.get(`/api/v2/nodes?apikey=${testKey}`)).status).toBe(401);
  });
});

describe("the request log", () => {
  it("has a line for each request, and no credential in it", async () => {
    await api.get(`/api/v2/nodes?apikey=${testKey}&x=1`, { "X-API-Key": testKey, "X-Request-Id": "logged-1" });
    await api.get("/stats", { Authorization: `Bearer ${testKey}`, "X-API-Key": "another-secret" });
    const line = logLines.map((text) => JSON.parse(text)).find(({ requestId }) => requestId === "logged-1");
    expect(line).toMatchObject({
      level: "info",
      msg: "request answered",
      req: { method: "GET", url: "/api/v2/nodes?apikey=[redacted]&x=1" },
      res: { statusCode: 400 },
    });
    expect(logLines.join("")).not.toMatch(new RegExp(`${testKey}|another-secret`));
  });
});

describe("secrets in every position of a request", () => {
  it("leave no trace in the log", async () => {
    const secret = "f00d".repeat(16);
    const before = logLines.length;
    const names = ["apikey", "API_KEY", "api%6bey", "token", "token[]", "access_token", "key", "password", "code"];
    for (const name of names) await api.get(`/api/v2/nodes?a=1&${name}=${secret}`, K);
    const paths = [
      `/api/push/${secret}`,
      `/api/v1/push/${secret}?status=up`,
      `/api/v2/nodes/${secret}`,
      `/x;token=${secret}`,
    ];
    for (const path of paths) await api.get(path, K);
    const headers: Record<string, string>[] = [
      { "X-API-Key": secret },
      { Authorization: `Bearer ${secret}` },
      { Authorization: `Basic ${btoa(`a:${secret}`)}` },
      { Cookie: `session=${secret}` },
      { ...K, "X-Auth-Token": secret, Referer: `http://a/?token=${secret}` },
    ];
    for (const sent of headers) await api.get("/api/v2/nodes", sent);
    await api.post("/api/v2/query", JSON.stringify({ nodes: [secret], password: secret }), K);
    await api.post("/api/v2/query", `{"password":"${secret}`, K);
    await api.post("/stats/refresh", JSON.stringify({ reason: 5, token: secret }), K);
    const written = logLines.slice(before);
    expect(written).toHaveLength(names.length + paths.length + headers.length + 3);
    expect(written.filter((line) => line.includes(secret) || line.includes(btoa(`a:${secret}`)))).toEqual([]);
  });
});

describe("request ids", () => {
  it("a sane one is kept and named in the problem", async () => {
    const { headers, body } = await api.get<Problem>("/api/v2/nope", { ...K, "X-Request-Id": "abc-1.2:3_4" });
    expect(headers.get("x-request-id")).toBe("abc-1.2:3_4");
    expect(body.request_id).toBe("abc-1.2:3_4");
  });

  it.each([
    ["absent", {}],
    ["odd", { "X-Request-Id": 'a"b' }],
    ["long", { "X-Request-Id": "x".repeat(129) }],
  ])("an %s one is replaced", async (_name, headers: Record<string, string>) => {
    const id = (await api.get("/stats", headers)).headers.get("x-request-id");
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("unserved paths", () => {
  it.each([
    ["/api/v1/anything", "text/plain; charset=utf-8", "404 page not found"],
    ["/api/v1", "text/plain; charset=utf-8", "404 page not found"],
    ["/api/anything", "application/json; charset=utf-8", '{"error":"Not found"}'],
    ["/anything", "application/json; charset=utf-8", '{"detail":"Not Found"}'],
  ])("%s", async (path, type, text) => {
    const answer = await api.get(path);
    expect([answer.status, answer.headers.get("content-type"), answer.text]).toEqual([404, type, text]);
  });

  it("/api/v2 answers a whole problem document", async () => {
    const { status, headers, body } = await api.get("/api/v2/nope?x=1", { "X-Request-Id": "id-1" });
    expect([status, headers.get("content-type")]).toEqual([404, "application/problem+json; charset=utf-8"]);
    expect(body).toEqual({
      type: "urn:statwire:problem:not-found",
      title: "Nothing is served at this path",
      status: 404,
      detail: "/api/v2/nope is not a path of this API; see /docs.",
      instance: "/api/v2/nope",
      code: "not-found",
      request_id: "id-1",
    });
  });

  it("a wrong method is 405 with Allow", async () => {
    const { status, headers, body } = await api.post<Problem>("/api/v2/nodes", "{}", K);
    expect([status, headers.get("allow"), body.code]).toEqual([405, "GET", "method-not-allowed"]);
    expect((await api.get("/api/v2/query", K)).headers.get("allow")).toBe("POST");
  });

  it("a malformed escape is 400", async () => {
    expect((await api.get<Problem>("/api/v2/nodes/%zz", K)).body.code).toBe("malformed-request");
  });
});

describe("headers", () => {
  it("say what a browser may do", async () => {
    const { headers } = await api.get("/stats", K);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-allow-credentials")).toBeNull();
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-powered-by")).toBeNull();
  });

  it("answer a preflight without a key", async () => {
    const preflight = await fetch(`${api.url}/api/v2/query`, {
      method: "OPTIONS",
      headers: {
        Origin: "https://example.org",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "x-api-key,content-type",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toBe("x-api-key,content-type");
  });
});

describe("bodies of the native surface", () => {
  const good = JSON.stringify({ nodes: ["web-1"], metrics: ["system.cpu.utilization"] });

  it.each([
    ["malformed JSON", "{", {}, 400, "malformed-body"],
    ["no body", "", {}, 400, "malformed-body"],
    ["another media type", good, { "Content-Type": "text/plain" }, 415, "unsupported-media-type"],
    ["an unknown encoding", good, { "Content-Encoding": "zstd" }, 415, "unsupported-media-type"],
    ["too much", `"${"x".repeat(70_000)}"`, {}, 413, "body-too-large"],
  ])("%s", async (_name, body, headers: Record<string, string>, status, code) => {
    const answer = await api.post<Problem>("/api/v2/query", body, { ...K, ...headers });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it("are not read before the key is checked", async () => {
    expect((await api.post("/api/v2/query", "x".repeat(1_000_000))).status).toBe(401);
  });

  it("too large without a length are cut off as well", async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { ...K, "Content-Type": "application/json", "Transfer-Encoding": "chunked" };
      const call = request(`${api.url}/api/v2/query`, { method: "POST", headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      call.once("error", reject);
      call.write("x".repeat(70_000));
      call.end();
    });
    expect(status).toBe(413);
  });
});

describe("health", () => {
  it("/livez and /readyz are open", async () => {
    expect((await api.get("/livez")).body).toEqual({ status: "ok" });
    expect((await api.get("/readyz")).body).toEqual({ status: "ok" });
    expect((await api.get("/readyz?verbose")).body).toEqual({ status: "ok", checks: { snapshots: "ok" } });
  });
});
