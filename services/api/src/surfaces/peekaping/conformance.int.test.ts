import { codeAt } from "@statwire/control-plane/identity";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faultOf } from "../../testing/peekaping/answer-shapes.js";
import { testKey } from "../../testing/test-api.js";
import { createTestIdentity, type TestIdentity } from "../../testing/test-identity.js";

const base = "/api/v1";
const email = "ada@example.org";
const password = "Correct-horse-7";

let test: TestIdentity;
/** Of the first account: T, and what it was issued with. */
let tokens: { accessToken: string; refreshToken: string };
let T: Record<string, string>;

interface Answer {
  message: string;
  data: Record<string, unknown> & { id: string; token: string };
}

beforeAll(async () => {
  test = await createTestIdentity({ policy: { registration: "first" } });
});

afterAll(() => test.close());

/** Every answer of this group is one that the contract knows. */
async function send<Body = Answer>(method: string, path: string, body?: unknown, headers = {}) {
  const answer = await test.api.send<Body>(method, base + path, body, headers);
  const isJson = answer.headers.get("content-type")?.startsWith("application/json") ?? false;
  expect(faultOf(method, path, answer.status, isJson ? answer.body : answer.text)).toBeUndefined();
  return answer;
}

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8")) as Record<string, unknown>;
}

const refused = (status: number, message: string) => [status, { message, data: null }];

describe("conformance", () => {
  it("1: the health is open", async () => {
    const { status, body } = await send("GET", "/health");
    expect([status, body]).toEqual([200, { status: "ok", timestamp: expect.any(String) }]);
  });

  it("2: the version is open", async () => {
    expect((await send("GET", "/version")).body).toEqual({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  });

  it("4: a weak password is not taken", async () => {
    for (const weak of ["Short-1", "correct-horse-7", "CORRECT-HORSE-7", "Correct-horse", "Correcthorse7"]) {
      const { status, body } = await send("POST", "/auth/register", { email, password: weak });
      expect([status, body.message]).toEqual([400, expect.stringContaining("at least 8 characters")]);
    }
    const { body } = await send("POST", "/auth/register", { email: "ada" });
    expect(body.message).toBe("Please provide a valid email address; Password is required");
  });

  it("5: the first one registers, and nobody after that", async () => {
    const { status, body } = await send("POST", "/auth/register", { email, password });
    expect([status, body.data.user]).toMatchObject([201, { email, active: true, twofa_status: false }]);
    const again = await send("POST", "/auth/register", { email: "bob@example.org", password });
    expect([again.status, again.body]).toEqual(refused(400, "admin already exists"));
  });

  it("7: a wrong password is refused as a wrong name is", async () => {
    for (const wrong of [
      { email, password: "wrong" },
      { email: "nobody@example.org", password },
    ]) {
      const { status, body } = await send("POST", "/auth/login", wrong);
      expect([status, body]).toEqual(refused(401, "invalid credentials"));
    }
  });

  it("8: a right one gives an access token of 15 minutes", async () => {
    const { status, body } = await send<{ data: typeof tokens }>("POST", "/auth/login", { email, password });
    tokens = body.data;
    T = { Authorization: `Bearer ${tokens.accessToken}` };
    const { exp, iat, type, email: named } = claimsOf(tokens.accessToken);
    expect([status, Number(exp) - Number(iat), type, named]).toEqual([200, 900, "access", email]);
    const refresh = claimsOf(tokens.refreshToken);
    expect([Number(refresh.exp) - Number(refresh.iat), refresh.type]).toEqual([720 * 3_600, "refresh"]);
  });

  it("10: an access token is no refresh token", async () => {
    const { status, body } = await send("POST", "/auth/refresh", { refreshToken: tokens.accessToken });
    expect([status, body]).toEqual(refused(401, "invalid refresh token"));
  });

  it("11: a refresh token is no access token", async () => {
    const headers = { Authorization: `Bearer ${tokens.refreshToken}` };
    const { status, body } = await send("GET", "/tags", undefined, headers);
    expect([status, body]).toEqual(refused(401, "Invalid or expired token"));
  });

  it("13: what keys look like is open", async () => {
    expect((await send("GET", "/api-keys/config")).body).toEqual({ message: "success", data: { prefix: "pk_" } });
  });

  it("14: a key names its document, and shows its ends from then on", async () => {
    const { status, body } = await send("POST", "/api-keys", { name: "a" }, T);
    const { id, token, display_key: display } = body.data;
    const inner = JSON.parse(Buffer.from(token.slice(3), "base64url").toString("utf8")) as { id: string; key: string };
    expect([status, inner]).toEqual([201, { id, key: expect.any(String) }]);
    expect(Buffer.from(inner.key, "base64url")).toHaveLength(32);
    expect(display).toBe(`${token.slice(0, 8)}...${token.slice(-4)}`);
    expect((await send("GET", `/api-keys/${id}`, undefined, T)).text).not.toContain(token);
  });

  it("16: keys are managed by people alone", async () => {
    const made = await send("POST", "/api-keys", { name: "b" }, T);
    for (const key of [made.body.data.token, testKey]) {
      const { status, body } = await send("GET", "/api-keys", undefined, { "X-API-Key": key });
      expect([status, body]).toEqual(refused(401, "Authorization header is required"));
      const bearer = await send("GET", "/api-keys", undefined, { Authorization: `Bearer ${key}` });
      expect([bearer.status, bearer.body]).toEqual(refused(401, "Invalid or expired token"));
    }
  });

  it("17: a key that is good once is good once", async () => {
    const made = await send("POST", "/api-keys", { name: "x", max_usage_count: 1 }, T);
    const key = { "X-API-Key": made.body.data.token };
    expect((await send("GET", "/tags", undefined, key)).status).toBe(200);
    const { status, body } = await send("GET", "/tags", undefined, key);
    expect([status, body]).toEqual(refused(401, "Invalid or expired API key"));
    const { body: read } = await send("GET", `/api-keys/${made.body.data.id}`, undefined, T);
    expect(read.data).toMatchObject({ usage_count: 1, max_usage_count: 1, last_used: expect.any(String) });
  });

  it("19: a deleted key is answered with nothing, and so is one that was never there", async () => {
    const made = await send("POST", "/api-keys", { name: "y" }, T);
    for (const id of [made.body.data.id, made.body.data.id, "none"]) {
      const { status, text } = await send("DELETE", `/api-keys/${id}`, undefined, T);
      expect([status, text]).toEqual([204, ""]);
    }
    const { status, body } = await send("GET", `/api-keys/${made.body.data.id}`, undefined, T);
    expect([status, body]).toEqual(refused(404, "API key not found"));
  });

  it("37: no two tags have one name", async () => {
    const tag = { name: "Production", color: "#3B82F6" };
    expect((await send("POST", "/tags", tag, T)).status).toBe(201);
    const { status, body } = await send("POST", "/tags", tag, T);
    expect([status, body]).toEqual(refused(409, "Tag with this name already exists"));
  });

  it("38: settings have names in capitals", async () => {
    const value = { value: "30", type: "int" };
    const low = await send("PUT", "/settings/key/low", value, T);
    expect([low.status, low.body]).toEqual(refused(400, "Key must be SCREAMING_SNAKE_CASE (A-Z, 0-9, _)."));
    for (const path of Array(2).fill("/settings/key/KEEP_DATA_PERIOD_DAYS")) {
      const { status, body } = await send("PUT", path, value, T);
      expect([status, body]).toMatchObject([200, { message: "setting set successfully", data: value }]);
    }
    const wrong = await send("PUT", "/settings/key/KEEP_DATA_PERIOD_DAYS", { value: "many", type: "int" }, T);
    expect([wrong.status, wrong.body]).toEqual(refused(400, "value: expected int"));
    const path = "/settings/key/KEEP_DATA_PERIOD_DAYS";
    expect((await send("DELETE", path, undefined, T)).body).toEqual({
      message: "Setting deleted successfully",
      data: null,
    });
    const gone = await send("GET", path, undefined, T);
    expect([gone.status, gone.body]).toEqual(refused(404, "Setting not found"));
  });

  it("43: a wrong code is answered with 200, and told in a flag", async () => {
    const early = await send("POST", "/auth/2fa/verify", { email, code: "000000" }, T);
    expect([early.status, early.body]).toEqual([400, { success: false, message: "2FA not setup" }]);
    const setup = await send<{ secret: string }>("POST", "/auth/2fa/setup", { email, password }, T);
    const code = codeAt(setup.body.secret, test.deps.now() + 3_600_000);
    const { status, body } = await send("POST", "/auth/2fa/verify", { email, code }, T);
    expect([status, body]).toEqual([200, { success: false, message: "2FA verification successful" }]);
  });

  it("44: what is not there is a text", async () => {
    for (const [method, path] of [
      ["GET", "/nope"],
      ["PATCH", "/tags"],
      ["GET", "/tags/"],
    ] as const) {
      const { status, text, headers } = await test.api.send(method, base + path, undefined, T);
      expect([status, text, headers.get("content-type")]).toEqual([
        404,
        "404 page not found",
        "text/plain; charset=utf-8",
      ]);
    }
  });
});

describe("who is let in", () => {
  it.each([
    [{}, "Authentication required: provide either X-API-Key header or Authorization header"],
    [{ Authorization: "Basic YTpi" }, "Invalid authorization header format"],
    [{ Authorization: "Bearer nothing" }, "Invalid or expired token"],
    [{ "X-API-Key": "nothing" }, "API key required"],
    [{ "X-API-Key": "pk_nothing" }, "Invalid or expired API key"],
  ])("%j is not", async (headers, message) => {
    const { status, body } = await send("GET", "/tags", undefined, headers);
    expect([status, body]).toEqual(refused(401, message));
  });

  it("a key counts before a token, whichever is right", async () => {
    const both = { ...T, "X-API-Key": "pk_nothing" };
    expect((await send("GET", "/tags", undefined, both)).status).toBe(401);
    const right = { Authorization: "Bearer nothing", "X-API-Key": testKey };
    expect((await send("GET", "/tags", undefined, right)).status).toBe(200);
  });

  it("a token is good without the word before it", async () => {
    expect((await send("GET", "/tags", undefined, { Authorization: tokens.accessToken })).status).toBe(200);
    expect((await send("GET", "/api-keys", undefined, { Authorization: tokens.accessToken })).status).toBe(200);
  });

  it("a browser's cookie is not", async () => {
    const browser = test.browser();
    await browser.send("POST", "/api/v2/auth/login", { login: email, password });
    expect(browser.cookies.has("statwire_session")).toBe(true);
    expect((await browser.send("GET", `${base}/tags`)).status).toBe(401);
  });
});

it("pages of other sites may call it, with the headers of its clients", async () => {
  const { headers, status } = await fetch(`${test.api.url}${base}/tags`, {
    method: "OPTIONS",
    headers: { Origin: "https://example.org", "Access-Control-Request-Method": "PATCH" },
  });
  const allowed = (name: string) => headers.get(`access-control-allow-${name}`);
  expect([status, allowed("origin"), allowed("credentials")]).toEqual([204, "*", "true"]);
  expect(allowed("methods")).toBe("GET,POST,PUT,DELETE,OPTIONS,PATCH");
  expect(allowed("headers")?.split(",")).toEqual([
    ...["Origin", "X-Requested-With", "Content-Type", "Accept", "Authorization", "X-API-Key"],
  ]);
});
