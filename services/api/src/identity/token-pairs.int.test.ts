import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../http/problem.js";
import type { Me, SignInList, Tokens } from "../surfaces/native/dto-auth.js";
import { createTestIdentity, password, type TestIdentity } from "../testing/test-identity.js";

let test: TestIdentity;

beforeAll(async () => {
  test = await createTestIdentity();
  await test.addUser("ada@example.org", { role: "owner" });
});

afterAll(() => test.close());

async function tokens(login = "ada@example.org"): Promise<Tokens> {
  const answer = await test.browser().send<Tokens>("POST", "/api/v2/auth/tokens", { login, password });
  expect(answer.status).toBe(200);
  return answer.body;
}

function refresh(token: string) {
  return test.browser().send<Tokens & Problem>("POST", "/api/v2/auth/tokens/refresh", { refresh_token: token });
}

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const me = (token: string) => test.api.get<Me>("/api/v2/auth/me", bearer(token));

describe("tokens", () => {
  it("are accepted where the key is, and need no CSRF token", async () => {
    const pair = await tokens();
    expect(pair.expires_in_seconds).toBe(900);
    expect((await me(pair.access_token)).body).toMatchObject({
      credential: "token",
      user: { email: "ada@example.org" },
    });
    expect((await test.api.get("/api/v2/metrics", bearer(pair.access_token))).status).toBe(200);
    expect((await me(pair.refresh_token)).status).toBe(401);
    expect((await refresh(pair.access_token)).body.code).toBe("invalid-token");
    const listed = await test.api.get<SignInList>("/api/v2/auth/sessions", bearer(pair.access_token));
    expect(listed.body.sessions[0]).toMatchObject({ kind: "tokens", current: true });
  });

  it("are exchanged for the next two, each once; one that comes back ends them all", async () => {
    const first = await tokens();
    const second = (await refresh(first.refresh_token)).body;
    const third = (await refresh(second.refresh_token)).body;
    expect(new Set([first, second, third].map((pair) => pair.refresh_token)).size).toBe(3);
    expect((await me(third.access_token)).status).toBe(200);
    const stolen = await refresh(second.refresh_token);
    expect([stolen.status, stolen.body.code]).toEqual([401, "invalid-token"]);
    expect((await refresh(third.refresh_token)).status).toBe(401);
    expect(test.recorded.filter(({ action }) => action === "token-reused")).toHaveLength(1);
  });

  it("exchanged by several at once give one pair, which is void at once", async () => {
    const { refresh_token: token } = await tokens();
    const answers = await Promise.all(Array.from({ length: 5 }, () => refresh(token)));
    const good = answers.filter(({ status }) => status === 200);
    expect(good.length).toBeLessThanOrEqual(1);
    expect(answers.filter(({ status }) => status === 401).length).toBe(5 - good.length);
    for (const { body } of good) expect((await refresh(body.refresh_token)).status).toBe(401);
  });

  it("end when they are given up, and when the password is changed", async () => {
    await test.addUser("bob@example.org");
    const [one, other] = [await tokens("bob@example.org"), await tokens("bob@example.org")];
    const end = await test.browser().send("POST", "/api/v2/auth/tokens/end", { refresh_token: one.refresh_token });
    expect(end.status).toBe(204);
    expect((await refresh(one.refresh_token)).status).toBe(401);
    const body = JSON.stringify({ current_password: password, new_password: "battery horse correct" });
    expect((await test.api.post("/api/v2/auth/password", body, bearer(other.access_token))).status).toBe(204);
    for (const pair of [one, other]) expect((await me(pair.access_token)).status).toBe(401);
    expect((await refresh(other.refresh_token)).status).toBe(401);
  });

  it("end with their time", async () => {
    const pair = await tokens();
    test.advance(15 * 60_000 + 6_000);
    expect((await me(pair.access_token)).status).toBe(401);
    const next = (await refresh(pair.refresh_token)).body;
    expect((await me(next.access_token)).status).toBe(200);
    test.advance(30 * 24 * 3_600_000 + 6_000);
    expect((await refresh(next.refresh_token)).status).toBe(401);
  });
});

describe("Redis emptied", () => {
  it("lets users sign in again, and nothing else is different", async () => {
    const pair = await tokens();
    const browser = test.browser();
    await browser.send("POST", "/api/v2/auth/login", { login: "ada@example.org", password });
    await test.deps.runRedis(async (client) => client.unlink(await client.keys(`${test.deps.keyPrefix}*`)));
    expect((await browser.send("GET", "/api/v2/auth/me")).status).toBe(401);
    expect((await refresh(pair.refresh_token)).status).toBe(401);
    expect((await browser.send("POST", "/api/v2/auth/login", { login: "ada@example.org", password })).status).toBe(200);
    expect((await me((await tokens()).access_token)).status).toBe(200);
  });
});
