import { createLogger } from "@statwire/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectOpenId } from "../../identity/openid-provider.js";
import { createDashmonScene, type DashmonScene } from "../../testing/dashmon-scene.js";
import { generousPolicy, password } from "../../testing/test-identity.js";
import { startTestOpenIdProvider } from "../../testing/test-openid-provider.js";

let scene: DashmonScene;

beforeAll(async () => {
  scene = await createDashmonScene();
});

afterAll(() => scene.close());

const unauthenticated = { error: "unauthenticated" };

describe("what is open", () => {
  it("1: GET /api/health", async () => {
    const { status, body } = await scene.client().send("GET", "/api/health");
    expect([status, body]).toEqual([200, { ok: true, service: "dashmon", time: expect.any(String) }]);
  });

  it("38: GET /api/meta/capabilities", async () => {
    const { status, body } = await scene.client().send("GET", "/api/meta/capabilities");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      apiVersion: "2026-04-05",
      authModes: ["session", "bearer"],
      tokenPolicy: { hash: "sha256", accessLevels: ["read_only", "read_write"] },
    });
  });

  it("37: every answer has an X-Request-Id, the client's own when it sends one", async () => {
    const sent = { "X-Request-Id": "client-7" };
    for (const path of ["/api/health", "/api/me", "/api/nowhere"]) {
      const { headers } = await scene.client().send("GET", path, undefined, sent);
      expect(headers.get("x-request-id")).toBe("client-7");
    }
  });

  it("an unknown path is not found, whatever the method; a slash at the end changes nothing", async () => {
    for (const [method, path] of [
      ["GET", "/api/nowhere"],
      ["PATCH", "/api/projects"],
      ["POST", "/api/me"],
      ["GET", "/auth/nowhere"],
    ] as const) {
      const { status, body } = await scene.client().send(method, path);
      expect([status, body]).toEqual([404, { error: "Not found" }]);
    }
    expect((await scene.test.api.get("/api/health/")).status).toBe(200);
    expect((await scene.test.api.get("/api/health/?a=1")).status).toBe(200);
  });
});

describe("signing up", () => {
  const signUp = (body: object) => scene.client().send("POST", "/auth/local/signup", body);

  it.each([
    [
      "4: a password of seven characters",
      { email: "new@example.org", password: "sevench" },
      "Password must be at least 8 characters",
    ],
    ["no address", { password }, "Valid email is required"],
    ["no address of mail", { email: "new", password }, "Valid email is required"],
    ["a short name", { email: "new@example.org", username: "ab", password }, "User ID must be at least 3 characters"],
    ["a list for an address", { email: ["new@example.org"], password }, "Valid email is required"],
  ])("%s is refused", async (_name, body, error) => {
    const answer = await signUp(body);
    expect([answer.status, answer.body]).toEqual([400, { error }]);
  });

  it("a name with other characters is refused by what is wrong with it", async () => {
    const { status, body } = await signUp({ email: "new@example.org", username: "a b c", password });
    expect([status, body]).toEqual([400, { error: "User ID: expected three or more of a-z, 0-9, . _ -" }]);
  });

  it("5: makes an account, and signs in with a cookie that no script and no other site's form can use", async () => {
    const client = scene.client();
    const { status, body, headers } = await client.send("POST", "/auth/local/signup", {
      ...{ email: "ada@example.org", username: "Ada", password },
    });
    expect([status, body]).toEqual([200, { ok: true }]);
    const cookies = headers.getSetCookie();
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(
      /^dashmon_session=[^;]+; Max-Age=86400; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
  });

  it("takes no address and no name twice", async () => {
    const other = "Email already registered. Please sign in.";
    expect((await signUp({ email: "ADA@example.org", password })).body).toEqual({ error: other });
    const { status, body } = await signUp({ email: "eve@example.org", username: "ada", password });
    expect([status, body]).toEqual([409, { error: "User ID already taken" }]);
  });

  it("is refused where accounts are made by invitation", async () => {
    const closed = await createDashmonScene({ policy: { registration: "closed" } });
    const answer = await closed.client().send("POST", "/auth/local/signup", { email: "a@example.org", password });
    expect([answer.status, answer.body]).toMatchObject([403, { error: "signup_closed" }]);
    await closed.close();
  });
});

describe("signing in", () => {
  it("7: with a wrong password, or as nobody, is refused alike; with the user name it is let in", async () => {
    const logIn = (body: object) => scene.client().send("POST", "/auth/local/login", body);
    for (const body of [
      { identifier: "ada", password: "wrong horse battery" },
      { identifier: "nobody", password },
      { identifier: "ada" },
      {},
    ]) {
      const { status, body: refused } = await logIn(body);
      expect([status, refused]).toEqual([401, { error: "Invalid credentials" }]);
    }
    for (const identifier of ["ada", "ada@example.org"]) {
      const { status, body } = await logIn({ identifier, password });
      expect([status, body]).toEqual([200, { ok: true }]);
    }
  });

  it("a body that is no JSON is told so", async () => {
    const answer = await scene.test.api.post("/auth/local/login", '{"identifier":');
    expect([answer.status, answer.body]).toEqual([400, { error: "Invalid JSON" }]);
  });

  it("2: nobody is anybody without it", async () => {
    for (const [method, path] of [
      ["GET", "/api/me"],
      ["GET", "/api/projects"],
      ["PUT", "/api/devices/x"],
      ["GET", "/api/user/api-tokens"],
    ] as const) {
      const { status, body } = await scene.client().send(method, path);
      expect([status, body]).toEqual([401, unauthenticated]);
    }
  });

  it("8: GET /api/me says who one is, and what one's workspace is entitled to", async () => {
    const client = scene.client();
    await client.send("POST", "/auth/local/login", { identifier: "ada", password });
    const { body } = await client.send("GET", "/api/me");
    const id = scene.userIdOf("ada@example.org");
    expect(body).toMatchObject({ id, email: "ada@example.org", plan: "free", plan_status: "active", timezone: null });
    expect(body).toMatchObject({
      workspace: { id: scene.workspaceOf("ada@example.org"), ownerUserId: id, role: "owner", writeLocked: false },
    });
  });

  it("the session counts under each of its names, and no other", async () => {
    const client = scene.client();
    await client.send("POST", "/auth/local/login", { identifier: "ada", password });
    const value = encodeURIComponent(client.cookies.get("dashmon_session") ?? "");
    const as = (name: string) => scene.test.api.get("/api/me", { Cookie: `${name}=${value}` });
    for (const name of ["dashmon_session", "connect.sid", "statwire_session"])
      expect((await as(name)).status).toBe(200);
    expect((await as("session")).status).toBe(401);
    const spoilt = await scene.test.api.get("/api/me", { Cookie: `dashmon_session=${value}x` });
    expect([spoilt.status, spoilt.body]).toEqual([401, unauthenticated]);
    // One that is stale does not hide the one that is good.
    const both = await scene.test.api.get("/api/me", { Cookie: `dashmon_session=old.old; connect.sid=${value}` });
    expect(both.status).toBe(200);
  });

  it("a page of another site changes nothing with it, and signs nobody in", async () => {
    const client = await scene.signedUp("origin@example.org");
    const project = { id: "p1", name: "One" };
    const foreign: Record<string, string>[] = [
      { Origin: "https://evil.example" },
      { "Sec-Fetch-Site": "cross-site" },
      { Origin: "null" },
    ];
    for (const headers of foreign) {
      const { status, body } = await client.send("POST", "/api/projects", project, headers);
      expect([status, body]).toMatchObject([403, { error: "cross_site_request" }]);
      const login = { identifier: "ada", password };
      expect((await client.send("POST", "/auth/local/login", login, headers)).status).toBe(403);
      expect((await scene.test.api.get("/logout", headers)).status).toBe(403);
    }
    expect((await client.send("GET", "/api/projects")).body).toEqual([]);
    const own = { Origin: scene.test.api.url, "Sec-Fetch-Site": "same-origin" };
    expect((await client.send("POST", "/api/projects", project, own)).status).toBe(200);
  });

  it("35: POST /logout ends it", async () => {
    const client = scene.client();
    await client.send("POST", "/auth/local/login", { identifier: "ada", password });
    const cookie = `dashmon_session=${encodeURIComponent(client.cookies.get("dashmon_session") ?? "")}`;
    const { status, text } = await client.send("POST", "/logout");
    expect([status, text]).toEqual([204, ""]);
    expect(client.cookies.size).toBe(0);
    // The cookie that was kept is good no more, either.
    const after = await scene.test.api.get("/api/me", { Cookie: cookie });
    expect([after.status, after.body]).toEqual([401, unauthenticated]);
    expect((await client.send("POST", "/logout")).status).toBe(204);
  });

  it("GET /logout ends it and leads to the sign-in", async () => {
    const client = scene.client();
    await client.send("POST", "/auth/local/login", { identifier: "ada", password });
    const { status, headers } = await client.send("GET", "/logout");
    expect([status, headers.get("location")]).toEqual([302, "/login.html"]);
    expect((await client.send("GET", "/api/me")).status).toBe(401);
  });

  it("too many failures close the name", async () => {
    const lockouts = {
      ...generousPolicy.lockouts,
      "name-and-address": { attemptsMax: 2, windowMs: 60_000, lockoutMs: 60_000 },
    };
    const strict = await createDashmonScene({ policy: { lockouts } });
    const wrong = { identifier: "root", password: "wrong horse battery" };
    const statuses = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      statuses.push((await strict.client().send("POST", "/auth/local/login", wrong)).status);
    }
    expect(statuses).toEqual([401, 401, 429]);
    const locked = await strict.client().send("POST", "/auth/local/login", { ...wrong, password });
    expect([locked.status, locked.headers.get("retry-after")]).toEqual([429, "60"]);
    await strict.close();
  });
});

describe("signing in elsewhere", () => {
  it("is told to be off where no other system is set", async () => {
    const { status, body } = await scene.client().send("GET", "/auth/google");
    expect([status, body]).toMatchObject([503, { error: "google_sign_in_off" }]);
  });

  it("leads there and back, and lets in who has an account", async () => {
    const backTo = `${generousPolicy.publicUrl}/auth/google/callback`;
    const provider = await startTestOpenIdProvider(backTo);
    const openId = connectOpenId(
      { ...provider, redirectUri: `${generousPolicy.publicUrl}/elsewhere` },
      { now: Date.now, log: createLogger({ service: "api", level: "silent" }) },
    );
    const elsewhere = await createDashmonScene({ deps: { openId } });
    provider.signInAs({ subject: "root-there", email: "root@example.org", isVerified: true });
    const client = elsewhere.client();
    const start = await client.send("GET", "/auth/google");
    expect(start.status).toBe(302);
    const back = await follow(new URL(start.headers.get("location") ?? ""), provider.issuer);
    expect(back.origin + back.pathname).toBe(backTo);
    const landed = await client.send("GET", back.pathname + back.search);
    expect([landed.status, landed.headers.get("location")]).toEqual([302, "/"]);
    expect((await client.send("GET", "/api/me")).body).toMatchObject({ email: "root@example.org" });
    // The same answer of the other system lets nobody in a second time.
    const again = await elsewhere.client().send("GET", back.pathname + back.search);
    expect([again.status, again.body]).toMatchObject([401, { error: "Invalid credentials" }]);
    await elsewhere.close();
    await provider.close();
  });
});

/** Goes where a browser is sent, until it leaves the other system. */
async function follow(from: URL, issuer: URL): Promise<URL> {
  const jar = new Map<string, string>();
  let at = from;
  while (at.origin === issuer.origin) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(at, { redirect: "manual", headers: { Cookie: cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";", 1)[0] ?? "").split("=", 2);
      jar.set(name, value);
    }
    at = new URL(answer.headers.get("location") ?? "", at);
  }
  return at;
}
