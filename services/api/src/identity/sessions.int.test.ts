import { request } from "node:http";
import type { ControlPlane } from "@statwire/control-plane";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../http/problem.js";
import type { Me, SessionBegun, SignInList } from "../surfaces/native/dto-auth.js";
import { testKey } from "../testing/test-api.js";
import { createTestIdentity, password, type TestIdentity } from "../testing/test-identity.js";

let test: TestIdentity;
let adaId: string;

beforeAll(async () => {
  test = await createTestIdentity();
  adaId = await test.addUser("ada@example.org", { document: { username: "ada", name: "Ada" } });
});

afterAll(() => test.close());

const login = (name: string, word = password) => ({ login: name, password: word });

async function signedIn(name = "ada@example.org") {
  const browser = test.browser();
  const answer = await browser.send<SessionBegun>("POST", "/api/v2/auth/login", login(name));
  expect(answer.status).toBe(200);
  return { browser, answer };
}

describe("signing in", () => {
  it("gives a session by address or name, in two cookies", async () => {
    const { browser, answer } = await signedIn("Ada@Example.org");
    expect(answer.body.user).toEqual({
      ...{ id: adaId, email: "ada@example.org", username: "ada", name: "Ada" },
      ...{ administrator: false, two_factor: false },
    });
    const [session = "", csrf = ""] = answer.headers.getSetCookie();
    expect(session).toMatch(
      /^statwire_session=[\w-]{43}\.[\w-]{43}; Max-Age=86400; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    expect(csrf).toMatch(/^statwire_csrf=[\w-]{43}; Max-Age=86400; Path=\/; Expires=[^;]+; SameSite=Lax$/);
    const me = await browser.send<Me>("GET", "/api/v2/auth/me");
    expect(me.body).toEqual({
      ...{ credential: "session", user: answer.body.user },
      workspaces: [{ id: "default", role: "viewer", project_ids: null }],
      ...{ csrf_token: answer.body.csrf_token, expires_at: answer.body.expires_at },
    });
    expect((await browser.send("GET", "/api/v2/metrics")).status).toBe(200);
    expect((await signedIn("ada")).answer.body.user.id).toBe(adaId);
  });

  it("is refused in the same words for nobody and for a wrong password, and recorded", async () => {
    await test.addUser("gone@example.org", { document: { active: false } });
    const problems: unknown[] = [];
    for (const body of [login("ada@example.org", "wrong"), login("nobody@example.org"), login("gone@example.org")]) {
      const answer = await test.browser().send<Problem>("POST", "/api/v2/auth/login", body);
      expect(answer.status).toBe(401);
      expect(answer.headers.getSetCookie()).toEqual([]);
      const { request_id: _, ...problem } = answer.body;
      problems.push(problem);
    }
    expect(new Set(problems.map((problem) => JSON.stringify(problem))).size).toBe(1);
    expect(problems[0]).toMatchObject({ code: "wrong-credentials", detail: "Name or password is not right." });
    const refused = test.recorded.filter(({ action }) => action === "refused");
    expect(refused.map(({ userId }) => userId)).toEqual([adaId, undefined, expect.any(String)]);
    expect(JSON.stringify(test.recorded)).not.toContain(password);
  });

  it.each([
    ["no password", { login: "ada" }, "password"],
    ["a password that is too long", login("ada", "x".repeat(1_025)), "password"],
    ["something else", { ...login("ada"), remember: true }, "remember"],
    ["a number", { login: 1, password }, "login"],
  ])("%s is a field at fault", async (_name, body, field) => {
    const answer = await test.browser().send<Problem>("POST", "/api/v2/auth/login", body);
    expect([answer.status, answer.body.errors?.map((error) => error.field)]).toEqual([400, [field]]);
  });

  it("from a page of another site is refused", async () => {
    for (const [name, value] of [
      ["Origin", "https://evil.example"],
      ["Sec-Fetch-Site", "cross-site"],
    ] as const) {
      const answer = await test.browser({ [name]: value }).send<Problem>("POST", "/api/v2/auth/login", login("ada"));
      expect([answer.status, answer.body.code]).toEqual([403, "cross-site"]);
    }
    expect((await test.browser({ Origin: test.api.url }).send("POST", "/api/v2/auth/login", login("ada"))).status).toBe(
      200,
    );
  });

  it("through the public address of a proxy gives cookies for HTTPS alone", async () => {
    const cookies = await new Promise<string[]>((resolve, reject) => {
      const headers = { "Content-Type": "application/json", Host: "statwire.example.org" };
      const call = request(`${test.api.url}/api/v2/auth/login`, { method: "POST", headers }, (response) => {
        response.resume();
        resolve(response.headers["set-cookie"] ?? []);
      });
      call.once("error", reject);
      call.end(JSON.stringify(login("ada")));
    });
    expect(cookies.map((cookie) => cookie.includes("; Secure"))).toEqual([true, true]);
  });

  it("lets a hash of another system pass once, and replaces it", async () => {
    const passwordHash = "$2b$04$KzYpi/hJkdgxwOyyPoB1feDvLpqCKf339vCGT/XauCpbGG4nU90Fa";
    const id = await test.addUser("old@example.org", { passwordHash });
    await signedIn("old@example.org");
    const user = test.control.get({ workspace: "_", kind: "user", id });
    if (user === undefined) throw new Error("the user is gone");
    expect(await test.control.readSecret(user)).toMatchObject({
      password_hash: expect.stringMatching(/^\$argon2id\$/),
    });
    await signedIn("old@example.org");
  });
});

describe("a session", () => {
  it("changes nothing without its CSRF token", async () => {
    const { browser } = await signedIn();
    const other = await signedIn();
    for (const token of ["", "wrong", other.answer.body.csrf_token]) {
      const answer = await browser.send<Problem>("POST", "/api/v2/auth/logout", undefined, { "X-CSRF-Token": token });
      expect([answer.status, answer.body.code]).toEqual([403, "cross-site"]);
    }
    const foreign = await browser.send<Problem>("POST", "/api/v2/auth/logout", undefined, {
      Origin: "https://evil.example",
    });
    expect(foreign.status).toBe(403);
    expect((await browser.send("POST", "/api/v2/auth/logout")).status).toBe(204);
  });

  it("is over after signing out, for whoever kept its cookie, too", async () => {
    const { browser } = await signedIn();
    const kept = new Map(browser.cookies);
    await browser.send("POST", "/api/v2/auth/logout");
    expect(browser.cookies.size).toBe(0);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect((await browser.send("GET", "/api/v2/auth/me")).status).toBe(401);
  });

  it("cannot be made up", async () => {
    const { browser } = await signedIn();
    const [secret = "", signed = ""] = browser.cookies.get("statwire_session")?.split(".") ?? [];
    for (const forged of [`${secret}.${"A".repeat(43)}`, secret, `${secret}.`, `x${secret}.${signed}`, "a.b"]) {
      browser.cookies.set("statwire_session", forged);
      expect((await browser.send("GET", "/api/v2/auth/me")).status).toBe(401);
    }
  });

  it("is kept in Redis as a hash of what its holder has", async () => {
    const { browser } = await signedIn();
    const secret = browser.cookies.get("statwire_session")?.split(".")[0] ?? "";
    const values = await test.deps.runRedis(async (client) => {
      const keys = await client.keys(`${test.deps.keyPrefix}sign-in:*`);
      return [...keys, ...(await client.mGet(keys))];
    });
    expect(values.length).toBeGreaterThan(0);
    expect(values.join("\n")).not.toContain(secret);
  });

  it("is listed, and ended from another one", async () => {
    const id = await test.addUser("list@example.org");
    const one = await signedIn("list@example.org");
    const two = await signedIn("list@example.org");
    const { body } = await two.browser.send<SignInList>("GET", "/api/v2/auth/sessions");
    expect(body.sessions.map(({ kind, current, address }) => [kind, current, address])).toEqual([
      ["session", true, "127.0.0.1"],
      ["session", false, "127.0.0.1"],
    ]);
    const other = body.sessions[1]?.id ?? "";
    expect((await (await signedIn("ada")).browser.send("DELETE", `/api/v2/auth/sessions/${other}`)).status).toBe(404);
    expect((await two.browser.send("DELETE", `/api/v2/auth/sessions/${other}`)).status).toBe(204);
    expect((await one.browser.send("GET", "/api/v2/auth/me")).status).toBe(401);
    await signedIn("list@example.org");
    expect((await two.browser.send("DELETE", "/api/v2/auth/sessions")).status).toBe(204);
    expect((await two.browser.send<SignInList>("GET", "/api/v2/auth/sessions")).body.sessions).toHaveLength(1);
    expect(test.recorded.filter(({ userId, action }) => userId === id && action === "signed-out")).toHaveLength(2);
  });

  it("of nobody who is a member of the workspace sees no telemetry", async () => {
    await test.addUser("outside@example.org", { role: null });
    const { browser } = await signedIn("outside@example.org");
    const answer = await browser.send<Problem>("GET", "/api/v2/metrics");
    expect([answer.status, answer.body.code]).toEqual([403, "forbidden"]);
    expect((await browser.send("GET", "/api/v2/auth/me")).status).toBe(200);
  });

  it("is not needed by the installation's key, which is no person", async () => {
    const K = { "X-API-Key": testKey };
    expect((await test.api.get<Me>("/api/v2/auth/me", K)).body).toEqual({
      ...{ credential: "installation-key", user: null },
      workspaces: [{ id: "default", role: "owner", project_ids: null }],
    });
    expect((await test.api.get("/api/v2/auth/sessions", K)).status).toBe(401);
    const bearer = await test.api.get<Problem>("/api/v2/auth/sessions", { Authorization: `Bearer ${testKey}` });
    expect([bearer.status, bearer.body.code]).toEqual([403, "forbidden"]);
  });
});

describe("a replica that hears nothing from the log", () => {
  it("lets nobody in after 15 seconds: it does not know who was shut out", async () => {
    let silentMs = 15_000;
    const deaf: { deps: { control: () => ControlPlane } } = {
      deps: { control: () => ({ ...test.control, silentMs: () => silentMs }) },
    };
    const other = await createTestIdentity(deaf);
    const browser = other.browser();
    expect((await browser.send("POST", "/api/v2/auth/login", login("ada"))).status).toBe(200);
    silentMs = 15_001;
    for (const [method, path, body] of [
      ["GET", "/api/v2/auth/me", undefined],
      ["POST", "/api/v2/auth/login", login("ada")],
    ] as const) {
      const answer = await browser.send<Problem>(method, path, body);
      expect([answer.status, answer.body.code]).toEqual([503, "unavailable"]);
    }
    await other.close();
  });
});

describe("a password", () => {
  it("is changed by who knows it, and everything of before is void", async () => {
    await test.addUser("change@example.org");
    const { browser } = await signedIn("change@example.org");
    const other = await signedIn("change@example.org");
    const change = (current: string, next: string) =>
      browser.send<Problem>("POST", "/api/v2/auth/password", { current_password: current, new_password: next });
    expect((await change("wrong", "battery horse correct")).body.code).toBe("wrong-password");
    expect((await change(password, "short")).body.errors?.[0]?.field).toBe("new_password");
    expect((await change(password, "battery horse correct")).status).toBe(204);
    expect((await browser.send("GET", "/api/v2/auth/me")).status).toBe(200);
    expect((await other.browser.send("GET", "/api/v2/auth/me")).status).toBe(401);
    const refused = await test.browser().send("POST", "/api/v2/auth/login", login("change@example.org"));
    expect(refused.status).toBe(401);
    const accepted = await test
      .browser()
      .send("POST", "/api/v2/auth/login", login("change@example.org", "battery horse correct"));
    expect(accepted.status).toBe(200);
  });
});

describe("the clock", () => {
  it("ends a session that is not used, and every session in the end", async () => {
    const idle = await signedIn();
    test.advance(3_599_000);
    expect((await idle.browser.send("GET", "/api/v2/auth/me")).status).toBe(200);
    test.advance(3_601_000);
    expect((await idle.browser.send("GET", "/api/v2/auth/me")).status).toBe(401);
    const { browser } = await signedIn();
    for (let hours = 1; hours < 24; hours += 1) {
      test.advance(3_599_000);
      expect((await browser.send("GET", "/api/v2/auth/me")).status).toBe(200);
    }
    test.advance(3_599_000 + 24_000);
    expect((await browser.send("GET", "/api/v2/auth/me")).status).toBe(401);
  });
});
