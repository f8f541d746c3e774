import { codeAt } from "@statwire/control-plane/identity";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faultOf } from "../../testing/peekaping/answer-shapes.js";
import { createTestIdentity, type TestIdentity } from "../../testing/test-identity.js";

const base = "/api/v1";
const password = "Correct-horse-7";

let test: TestIdentity;

interface Answer {
  message: string;
  data: { accessToken: string; refreshToken: string };
}

beforeAll(async () => {
  test = await createTestIdentity();
});

afterAll(() => test.close());

async function send<Body = Answer>(method: string, path: string, body?: unknown, headers: object = {}) {
  const answer = await test.api.send<Body>(method, base + path, body, { ...headers });
  expect(faultOf(method, path, answer.status, answer.body)).toBeUndefined();
  return answer;
}

/** An account of its own; the first one is the administrator. */
async function account(email: string) {
  const { status, body } = await send("POST", "/auth/register", { email, password });
  expect(status).toBe(201);
  return { email, password, ...body.data, T: { Authorization: `Bearer ${body.data.accessToken}` } };
}

describe("what proves who somebody is", () => {
  it("a changed password voids every token of before", async () => {
    const { T, email, refreshToken } = await account("ada@example.org");
    const change = (currentPassword: string, newPassword: string) =>
      send("PUT", "/auth/password", { currentPassword, newPassword }, T);
    const weak = await change(password, "weak");
    expect([weak.status, weak.body.message]).toEqual([400, expect.stringContaining("at least 8 characters")]);
    const wrong = await change("Wrong-horse-7", "Correct-horse-8");
    expect([wrong.status, wrong.body.message]).toEqual([400, "current password is incorrect"]);
    const changed = await change(password, "Correct-horse-8");
    expect([changed.status, changed.body]).toEqual([200, { message: "Password updated successfully", data: null }]);
    expect((await send("GET", "/tags", undefined, T)).status).toBe(401);
    expect((await send("POST", "/auth/refresh", { refreshToken }, {})).status).toBe(401);
    expect((await send("POST", "/auth/login", { email, password }, {})).status).toBe(401);
    expect((await send("POST", "/auth/login", { email, password: "Correct-horse-8" }, {})).status).toBe(200);
  });

  it("one-time codes are turned off by the password, and no wrong code", async () => {
    const { T, email } = await account("codes@example.org");
    const setup = await send<{ secret: string }>("POST", "/auth/2fa/setup", { email, password }, T);
    const code = () => codeAt(setup.body.secret, test.deps.now());
    await send("POST", "/auth/2fa/verify", { email, code: code() }, T);
    const again = await send("POST", "/auth/2fa/verify", { email, code: code() }, T);
    expect([again.status, again.body]).toEqual([400, { success: false, message: "2FA already enabled" }]);
    test.advance(30_000);
    const disable = (body: object) => send("POST", "/auth/2fa/disable", { email, password, ...body }, T);
    const messages = [];
    for (const body of [{ token: "000000" }, { password: "Wrong-horse-7" }, { email: "ada@example.org" }])
      messages.push((await disable(body)).body.message);
    expect(messages).toEqual(["invalid 2FA token", "invalid password", "email: is not yours"]);
    expect((await disable({})).body).toEqual({ message: "2FA disabled successfully", data: null });
    expect((await disable({ token: code() })).body.message).toBe("2FA not setup");
    expect((await send("POST", "/auth/login", { email, password }, {})).status).toBe(200);
  });

  it("a refresh token is good once", async () => {
    const { refreshToken, T } = await account("once@example.org");
    expect((await send("GET", "/tags", undefined, T)).status).toBe(200);
    const next = await send("POST", "/auth/refresh", { refreshToken }, {});
    expect(next.status).toBe(200);
    const again = await send("POST", "/auth/refresh", { refreshToken }, {});
    expect([again.status, again.body]).toEqual([401, { message: "invalid refresh token", data: null }]);
    const { refreshToken: stolen } = next.body.data;
    expect((await send("POST", "/auth/refresh", { refreshToken: stolen }, {})).status).toBe(401);
  });

  it("guesses are locked out", async () => {
    const narrow = { attemptsMax: 3, windowMs: 60_000, lockoutMs: 60_000 };
    const lockouts = { "name-and-address": narrow, name: narrow, address: narrow, code: narrow };
    const other = await createTestIdentity({ policy: { lockouts } });
    try {
      const login = (email: string) => other.api.send("POST", `${base}/auth/login`, { email, password: "wrong" });
      for (let attempt = 1; attempt <= 3; attempt += 1) expect((await login("ada@example.org")).status).toBe(401);
      const { status, body, headers } = await login("ada@example.org");
      const seconds = Number(headers.get("retry-after"));
      expect([status, body]).toEqual([
        429,
        { success: false, message: "too many attempts, try later", retry_after: seconds },
      ]);
      expect(seconds).toBeGreaterThan(0);
    } finally {
      await other.close();
    }
  });
});
