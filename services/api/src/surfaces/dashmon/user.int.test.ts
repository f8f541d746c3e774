import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Mail } from "../../identity/mailer.js";
import { createDashmonScene, type DashmonClient, type DashmonScene } from "../../testing/dashmon-scene.js";
import { password } from "../../testing/test-identity.js";

let scene: DashmonScene;
let ada: DashmonClient;
const mails: Mail[] = [];

beforeAll(async () => {
  const mailer = { send: (mail: Mail) => mails.push(mail) > 0, close: async () => undefined };
  scene = await createDashmonScene({ deps: { mailer } });
  ada = await scene.signedUp("ada@example.org", { plan: "premium" });
  await ada.send("POST", "/api/projects", { id: "p1", name: "One" });
  await ada.send("POST", "/api/projects", { id: "p2", name: "Two" });
});

afterAll(() => scene.close());

const till = { name: "Till", type: "posserver", ip: "10.0.12.3" };
const premiumRequired = {
  error: "premium_required",
  message: "This feature is available on the Premium plan only.",
};

interface MadeToken {
  token: string;
  apiToken: { id: string };
}

async function makeToken(client: DashmonClient, body: object = {}): Promise<MadeToken> {
  const answer = await client.send<MadeToken>("POST", "/api/user/api-tokens", body);
  expect(answer.status).toBe(200);
  return answer.body;
}

/** A program of Dashmon's. */
const program = (token: string) => scene.client({ Authorization: `Bearer ${token}` });

describe("preferences", () => {
  const zone = (client: DashmonClient, timezone: unknown) =>
    client.send("PUT", "/api/user/preferences/timezone", { timezone });

  it("31: of a time zone that does not exist are refused", async () => {
    for (const timezone of ["Nope/X", "+10:00", 7, undefined]) {
      const { status, body } = await zone(ada, timezone);
      const error = "Invalid timezone (must be an IANA timezone like Australia/Adelaide)";
      expect([status, body]).toEqual([400, { error }]);
    }
  });

  it("are set, seen and taken away", async () => {
    expect((await ada.send("GET", "/api/user/preferences")).body).toEqual({ preferences: { timezone: null } });
    for (const timezone of ["Australia/Adelaide", "Europe/Zurich"]) {
      expect((await zone(ada, timezone)).body).toEqual({ preferences: { timezone } });
      expect((await ada.send("GET", "/api/me")).body).toMatchObject({ timezone });
    }
    expect((await zone(ada, "")).body).toEqual({ preferences: { timezone: null } });
    expect((await ada.send("GET", "/api/user/preferences")).body).toEqual({ preferences: { timezone: null } });
  });

  it("are for premium workspaces", async () => {
    const free = await scene.signedUp("free@example.org");
    const { status, body } = await zone(free, "Europe/Zurich");
    expect([status, body]).toEqual([403, premiumRequired]);
  });
});

describe("tokens", () => {
  it("are shown once, listed without their text, and let a program in", async () => {
    const made = await makeToken(ada, { label: "Hall", accessLevel: "read_write", expiresInDays: 30 });
    expect(made.token).toMatch(/^sw_/);
    const { body } = await ada.send("GET", "/api/user/api-tokens");
    expect(body).toMatchObject({
      tokens: [{ id: made.apiToken.id, label: "Hall", accessLevel: "read_write", status: "active" }],
    });
    expect(JSON.stringify(body)).not.toContain(made.token);
    expect((await ada.send("GET", "/api/user/api-token")).body).toMatchObject({ hasToken: true, tokenCount: 1 });
    const hall = program(made.token);
    expect((await hall.send("GET", "/api/me")).body).toMatchObject({ email: "ada@example.org", plan: "premium" });
    // It acts in its own workspace, which is not the one that is served.
    expect((await hall.send("GET", "/api/projects")).body).toMatchObject([{ id: "p2" }, { id: "p1" }]);
    expect((await hall.send("PUT", "/api/projects/p2", { name: "Two!" })).status).toBe(200);
    expect((await ada.send("DELETE", `/api/user/api-tokens/${made.apiToken.id}`)).body).toEqual({ ok: true });
    const { status, body: refused } = await hall.send("GET", "/api/me");
    expect([status, refused]).toEqual([401, { error: "unauthenticated" }]);
    const gone = await ada.send("DELETE", `/api/user/api-tokens/${made.apiToken.id}`);
    expect([gone.status, gone.body]).toEqual([404, { error: "API token not found" }]);
  });

  it("that may only read change nothing", async () => {
    const reader = program((await makeToken(ada)).token);
    expect((await reader.send("GET", "/api/projects")).status).toBe(200);
    for (const [method, path] of [
      ["POST", "/api/projects"],
      ["PUT", "/api/projects/p1"],
      ["POST", "/api/projects/p1/devices"],
      ["POST", "/api/maintenance/project/p1"],
    ] as const) {
      const { status, body } = await reader.send(method, path, { id: "x", ...till, startTime: "2031-01-01T00:00Z" });
      expect([path, status, body]).toMatchObject([path, 403, { error: "api_token_scope_denied" }]);
    }
  });

  it("do nothing that is for people with a session", async () => {
    const writer = program((await makeToken(ada, { accessLevel: "read_write" })).token);
    for (const [method, path] of [
      ["POST", "/api/user/account-context"],
      ["POST", "/api/user/team-invitations"],
      ["GET", "/api/user/team-invitations"],
      ["POST", "/api/user/team-invitations/accept"],
      ["POST", "/api/user/api-tokens"],
      ["PUT", "/api/user/preferences/timezone"],
    ] as const) {
      const { status, body } = await writer.send(method, path, method === "GET" ? undefined : { timezone: "" });
      expect([path, status, body]).toMatchObject([path, 403, { error: "api_token_scope_denied" }]);
    }
  });

  it.each([
    [{ accessLevel: "admin" }, "accessLevel must be one of read_only,read_write"],
    [{ expiresInDays: 0 }, "expiresInDays must be between 1 and 3650"],
    [{ expiresInDays: "soon" }, "expiresInDays must be between 1 and 3650"],
    [{ label: "x".repeat(300) }, expect.stringMatching(/^label: /)],
  ])("are not made with %j", async (body, error) => {
    const answer = await ada.send("POST", "/api/user/api-tokens", body);
    expect([answer.status, answer.body]).toEqual([400, { error }]);
  });

  it("41: of a free workspace stay listed, and let nobody in", async () => {
    const ben = await scene.signedUp("ben@example.org", { plan: "premium" });
    const { token } = await makeToken(ben);
    await scene.setPlan("ben@example.org", "free");
    const { status, body } = await program(token).send("GET", "/api/me");
    expect([status, body]).toEqual([401, { error: "unauthenticated" }]);
    expect((await ben.send("GET", "/api/user/api-tokens")).body).toMatchObject({ tokens: [{ status: "inactive" }] });
    const refused = await ben.send("POST", "/api/user/api-tokens", {});
    expect([refused.status, refused.body]).toEqual([403, premiumRequired]);
    await scene.setPlan("ben@example.org", "premium");
    expect((await program(token).send("GET", "/api/me")).status).toBe(200);
  });

  it("are not what somebody made up", async () => {
    for (const token of [`sw_${"x".repeat(43)}`, "x", "a.b.c"]) {
      const { status, body } = await program(token).send("GET", "/api/me");
      expect([status, body]).toEqual([401, { error: "unauthenticated" }]);
    }
    // A wrong token is not made good by a session beside it.
    const { status } = await ada.send("GET", "/api/me", undefined, { Authorization: "Bearer x" });
    expect(status).toBe(401);
  });
});

describe("a team", () => {
  const invite = (client: DashmonClient, body: object) => client.send("POST", "/api/user/team-invitations", body);
  const tokenOf = (mail: Mail | undefined) => /#invitation=(\S+)/.exec(mail?.text ?? "")?.[1];

  it("is invited by mail, accepts signed in, and acts in the workspace that it chooses", async () => {
    const { status, body } = await invite(ada, { email: "Cyd@example.org", role: "editor", projectIds: ["p1"] });
    expect([status, body]).toMatchObject([
      200,
      { ok: true, invitation: { email: "cyd@example.org", role: "editor", projectIds: ["p1"], status: "pending" } },
    ]);
    const token = tokenOf(mails.at(-1));
    expect(mails.at(-1)?.to).toBe("cyd@example.org");
    // Whose mailbox it is not cannot use it.
    const eve = await scene.signedUp("eve@example.org");
    const stolen = await eve.send("POST", "/api/user/team-invitations/accept", { token });
    expect(stolen.status).toBe(403);
    const cyd = await scene.signedUp("cyd@example.org");
    const ownerUserId = scene.userIdOf("ada@example.org");
    const workspaceId = scene.workspaceOf("ada@example.org");
    const accepted = await cyd.send("POST", "/api/user/team-invitations/accept", { token });
    expect([accepted.status, accepted.body]).toEqual([200, { ok: true, workspaceId, ownerUserId }]);
    const twice = await cyd.send("POST", "/api/user/team-invitations/accept", { token });
    expect([twice.status, twice.body]).toMatchObject([400, { error: "invitation_invalid" }]);
    // Until another is chosen, a session acts in the user's own.
    expect((await cyd.send("GET", "/api/projects")).body).toEqual([]);
    const chosen = await cyd.send("POST", "/api/user/account-context", { ownerUserId });
    expect(chosen.body).toMatchObject({ ok: true, context: { workspaceId, role: "editor", projectIds: ["p1"] } });
    expect((await cyd.send("GET", "/api/projects")).body).toMatchObject([{ id: "p1" }]);
    expect((await cyd.send("GET", "/api/me")).body).toMatchObject({ plan: "premium", workspace: { id: workspaceId } });
    expect((await cyd.send("GET", "/api/user/permission-foundation")).body).toMatchObject({
      context: { workspaceId, projectIds: ["p1"], active: true },
      contexts: expect.arrayContaining([expect.objectContaining({ role: "owner", active: false })]),
      permissions: { canRead: true, canWrite: true, canCreateProjects: false, canManageTeam: false },
    });
    const made = await cyd.send<{ device: { id: string } }>("POST", "/api/projects/p1/devices", till);
    expect(made.status).toBe(200);
    // Its own window is a part of the device.
    const window = { startTime: "2031-01-01T00:00Z" };
    expect((await cyd.send("POST", `/api/maintenance/device/${made.body.device.id}`, window)).status).toBe(200);
    expect((await cyd.send("POST", "/api/projects/p2/devices", till)).status).toBe(404);
    const refused = await cyd.send("POST", "/api/projects", { id: "p3", name: "Three" });
    expect([refused.status, refused.body]).toMatchObject([403, { error: "project_scope_forbidden" }]);
    expect((await cyd.send("GET", "/api/user/api-tokens")).status).toBe(403);
    // Another session of the same user is as it was.
    const elsewhere = scene.client();
    await elsewhere.send("POST", "/auth/local/login", { identifier: "cyd@example.org", password });
    expect((await elsewhere.send("GET", "/api/projects")).body).toEqual([]);
    const back = await cyd.send("POST", "/api/user/account-context", {
      ownerUserId: scene.userIdOf("cyd@example.org"),
    });
    expect(back.status).toBe(200);
    expect((await cyd.send("GET", "/api/projects")).body).toEqual([]);
  });

  it("who only reads is told that the account is shared", async () => {
    await invite(ada, { email: "dee@example.org" });
    const dee = await scene.signedUp("dee@example.org");
    await dee.send("POST", "/api/user/team-invitations/accept", { token: tokenOf(mails.at(-1)) });
    await dee.send("POST", "/api/user/account-context", { ownerUserId: scene.userIdOf("ada@example.org") });
    expect((await dee.send("GET", "/api/projects")).status).toBe(200);
    const { status, body } = await dee.send("PUT", "/api/projects/p1", { name: "x" });
    expect([status, body]).toMatchObject([403, { error: "shared_account_write_forbidden" }]);
    const member = scene.control.named(
      ...([scene.workspaceOf("ada@example.org"), "membership", "user_id", scene.userIdOf("dee@example.org")] as const),
    );
    if (member === undefined) throw new Error("dee is no member");
    const { workspace, kind, id } = member;
    const origin = {
      actor: { kind: "system", id: "test", name: "test" },
      requestId: "test",
      atMs: Date.now(),
    } as const;
    await scene.control.change({ verb: "delete", workspace, kind, id }, origin);
    // Whoever is let out acts in the own workspace again, and cannot choose the other.
    expect((await dee.send("GET", "/api/projects")).body).toEqual([]);
    const again = await dee.send("POST", "/api/user/account-context", {
      ownerUserId: scene.userIdOf("ada@example.org"),
    });
    expect([again.status, again.body]).toMatchObject([403, { error: "account_context_forbidden" }]);
  });

  it("an invitation can be taken back, and its link is good no more", async () => {
    const { body } = await ada.send<{ invitation: { id: string } }>("POST", "/api/user/team-invitations", {
      email: "gus@example.org",
    });
    const path = `/api/user/team-invitations/${body.invitation.id}/cancel`;
    const cancelled = await ada.send("POST", path);
    expect(cancelled.body).toMatchObject({ ok: true, invitation: { status: "cancelled" } });
    expect((await ada.send("POST", path)).status).toBe(409);
    const gus = await scene.signedUp("gus@example.org");
    const used = await gus.send("POST", "/api/user/team-invitations/accept", { token: tokenOf(mails.at(-1)) });
    expect(used.status).toBe(400);
    const list = await ada.send<{ invitations: { email: string }[] }>("GET", "/api/user/team-invitations");
    expect(list.body.invitations[0]).toMatchObject({ email: "gus@example.org", status: "cancelled" });
    // Of another's workspace nothing is known.
    const other = await gus.send("POST", path);
    expect([other.status, other.body]).toEqual([404, { error: "Invitation not found" }]);
  });

  it.each([
    [{}, "Valid email is required"],
    [{ email: "nobody" }, "Valid email is required"],
    [{ email: "a@example.org", role: "boss" }, "role must be one of viewer,editor,admin,owner"],
    [{ email: "a@example.org", projectIds: ["none"] }, 'projectIds: there is no project "none"'],
  ])("is not invited with %j", async (body, error) => {
    const answer = await invite(ada, body);
    expect([answer.status, answer.body]).toEqual([400, { error }]);
  });

  it("a context and an invitation need to be named", async () => {
    const context = await ada.send("POST", "/api/user/account-context", {});
    expect([context.status, context.body]).toEqual([400, { error: "ownerUserId is required" }]);
    const accept = await ada.send("POST", "/api/user/team-invitations/accept", {});
    expect([accept.status, accept.body]).toEqual([400, { error: "token is required" }]);
  });
});

// It moves the clock on, so that it comes last.
it("40: a token that has expired is told so", async () => {
  const { token } = await makeToken(ada, { expiresInDays: 1 });
  expect((await program(token).send("GET", "/api/me")).status).toBe(200);
  scene.test.advance(25 * 3_600_000);
  const { status, body } = await program(token).send("GET", "/api/me");
  expect([status, body]).toEqual([401, { error: "api_token_expired" }]);
});
