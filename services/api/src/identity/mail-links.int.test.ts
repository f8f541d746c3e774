import { createLogger } from "@statwire/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../http/problem.js";
import type { Me } from "../surfaces/native/dto-auth.js";
import type { InvitationAccepted } from "../surfaces/native/dto-auth-links.js";
import { testKey } from "../testing/test-api.js";
import { type Browser, createTestIdentity, password, type TestIdentity } from "../testing/test-identity.js";
import { startTestMailServer, type TestMailServer } from "../testing/test-mail-server.js";
import { createMailer, type Mailer } from "./mailer.js";

let server: TestMailServer;
let mailer: Mailer;
let test: TestIdentity;
const lines: string[] = [];

const newPassword = "battery horse correct";
const K = { "X-API-Key": testKey };

beforeAll(async () => {
  server = await startTestMailServer();
  const log = createLogger({ service: "api", level: "debug" }, { write: (line) => void lines.push(line) });
  const from = "Statwire <statwire@example.org>";
  mailer = createMailer({ host: "127.0.0.1", port: server.port, secure: false, from, log, retryAfterMs: 50 });
  test = await createTestIdentity({ deps: { mailer } });
});

afterAll(async () => {
  await mailer.close();
  await test.close();
  await server.close();
});

/** The token of the link in the newest mail, once so many have come. */
async function linkOf(count: number, purpose: string): Promise<string> {
  const mail = (await server.waitFor(count)).at(-1);
  const token = new RegExp(`https://statwire\\.example\\.org/account#${purpose}=(\\S+)`).exec(mail?.text ?? "")?.[1];
  if (token === undefined) throw new Error(`no link in ${mail?.text}`);
  return token;
}

const post = <Body = Problem>(path: string, body: object, browser: Browser = test.browser(), headers = {}) =>
  browser.send<Body>("POST", `/api/v2/auth/${path}`, body, headers);
const login = (name: string, word: string, browser?: Browser) =>
  post<Me>("login", { login: name, password: word }, browser);

describe("a new password", () => {
  it("is set by a link that is sent to the address, once, and voids what was there", async () => {
    await test.addUser("ada@example.org");
    const browser = test.browser();
    await login("ada@example.org", password, browser);
    expect((await post("password-reset", { email: "Ada@Example.org" })).status).toBe(204);
    const token = await linkOf(1, "password-reset");
    expect(server.received[0]).toMatchObject({ from: "statwire@example.org", to: ["ada@example.org"] });
    const weak = await post("password-reset/finish", { token, password: "short" });
    expect([weak.status, weak.body.errors?.[0]?.field]).toEqual([400, "password"]);
    const tries = [1, 2, 3].map(() => post("password-reset/finish", { token, password: newPassword }));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
    expect((await post("password-reset/finish", { token, password: newPassword })).body.code).toBe("invalid-link");
    expect((await browser.send("GET", "/api/v2/auth/me")).status).toBe(401);
    expect((await login("ada@example.org", password)).status).toBe(401);
    expect((await login("ada@example.org", newPassword)).status).toBe(200);
  });

  it("is asked for in the same way by nobody, once a minute, and no mail is sent for that", async () => {
    await test.addUser("gone@example.org", { document: { active: false } });
    const answers = await Promise.all(
      ["nobody@example.org", "gone@example.org", "ada@example.org", "ada@example.org"].map((email) =>
        post("password-reset", { email }),
      ),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set(["204 "]));
    await test.addUser("bob@example.org");
    await post("password-reset", { email: "bob@example.org" });
    await linkOf(2, "password-reset");
    expect(server.received.map(({ to }) => to[0])).toEqual(["ada@example.org", "bob@example.org"]);
  });

  it("is not set by a link that is too old", async () => {
    const token = await linkOf(2, "password-reset");
    test.advance(3_601_000);
    expect((await post("password-reset/finish", { token, password: newPassword })).body.code).toBe("invalid-link");
    expect((await login("bob@example.org", password)).status).toBe(200);
  });
});

describe("an invitation", () => {
  it("makes a user and a member of who follows its link, once", async () => {
    const sent = await post("invitations", { email: "Eve@example.org", role: "editor" }, test.browser(K));
    expect(sent.status).toBe(200);
    const token = await linkOf(3, "invitation");
    const browser = test.browser();
    expect((await post("invitations/accept", { token }, browser)).body.errors?.[0]?.field).toBe("password");
    const wrong = await post("invitations/accept", { token: `${token}x`, password }, browser);
    expect(wrong.body.code).toBe("invalid-link");
    const accepted = await post<InvitationAccepted>("invitations/accept", { token, password, name: "Eve" }, browser);
    expect(accepted.body).toEqual({ workspace: "default", new_user: true });
    expect((await browser.send<Me>("GET", "/api/v2/auth/me")).body).toMatchObject({
      user: { email: "eve@example.org", name: "Eve", administrator: false },
      workspaces: [{ id: "default", role: "editor", project_ids: null }],
    });
    expect((await post("invitations/accept", { token, password })).body.code).toBe("invalid-link");
    expect((await login("eve@example.org", password)).status).toBe(200);
  });

  it("is for its mailbox alone: who invites sees no secret, and a link does not follow to another address", async () => {
    const admin = test.browser(K);
    const offer = { email: "mallory@example.org", role: "viewer" };
    expect((await admin.send("POST", "/api/v2/invitations", offer)).status).toBe(405);
    const items = [{ operation: "create", document: offer }];
    expect((await admin.send<Problem>("POST", "/api/v2/invitations/batch", { items })).body.code).toBe("invalid-input");

    await post("invitations", offer, admin);
    const token = await linkOf(4, "invitation");
    const [, id] = token.split(".");
    const changed = await admin.send<{ email: string }>(
      "PATCH",
      `/api/v2/invitations/${id}`,
      { email: "ceo@example.org", expires_at: "2999-01-01T00:00:00Z" },
      { "If-Match": "*" },
    );
    expect([changed.status, changed.body.email]).toEqual([200, "ceo@example.org"]);
    expect(changed.text).not.toContain(token.split(".")[2]);
    expect((await post("invitations/accept", { token, password })).body.code).toBe("invalid-link");
    expect(test.control.named("_", "user", "email", "ceo@example.org")).toBeUndefined();
  });

  it("makes a member of who has a user already, and signs nobody in", async () => {
    await test.addUser("old@example.org", { role: null });
    await post("invitations", { email: "old@example.org", role: "viewer" }, test.browser(K));
    const browser = test.browser();
    const accepted = await post<InvitationAccepted>(
      "invitations/accept",
      { token: await linkOf(5, "invitation") },
      browser,
    );
    expect(accepted.body).toEqual({ workspace: "default", new_user: false });
    expect(browser.cookies.size).toBe(0);
    const signedIn = test.browser();
    await login("old@example.org", password, signedIn);
    expect((await signedIn.send("GET", "/api/v2/metrics")).status).toBe(200);
  });

  it("ends after seven days", async () => {
    await post("invitations", { email: "late@example.org", role: "viewer" }, test.browser(K));
    const token = await linkOf(6, "invitation");
    test.advance(7 * 24 * 3_600_000);
    expect((await post("invitations/accept", { token, password })).body.code).toBe("invalid-link");
  });

  it("is sent by admins alone, and gives no more than they have", async () => {
    await test.addUser("viewer@example.org", { role: "viewer" });
    await test.addUser("admin@example.org", { role: "admin" });
    const [viewer, admin] = [test.browser(), test.browser()];
    await login("viewer@example.org", password, viewer);
    await login("admin@example.org", password, admin);
    const invitation = { email: "new@example.org", role: "viewer" };
    const refusals = [
      await post("invitations", invitation, viewer),
      await post("invitations", { ...invitation, role: "owner" }, admin),
      await post("invitations", { ...invitation, workspace: "other" }, admin),
      await post("invitations", invitation),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([403, 403, 403, 401]);
    expect((await post("invitations", invitation, admin, { "X-CSRF-Token": "" })).status).toBe(403);
    expect((await post("invitations", { ...invitation, email: "no address" }, admin)).body.errors?.[0]?.field).toBe(
      "email",
    );
    expect((await post("invitations", invitation, admin)).status).toBe(200);
    expect((await server.waitFor(7)).at(-1)?.to).toEqual(["new@example.org"]);
  });
});

describe("mail", () => {
  it("is sent again when the server refuses it for now, and never logged", async () => {
    server.refuseNext(2);
    await test.addUser("again@example.org");
    await post("password-reset", { email: "again@example.org" });
    const token = await linkOf(8, "password-reset");
    expect(lines.filter((line) => line.includes("a mail could not be sent"))).toHaveLength(2);
    expect(lines.join("")).not.toContain(token);
  });

  it("is not promised by an installation without a server of mail", async () => {
    const { mailer: _, ...without } = test.deps;
    const { askForReset } = await import("./password-resets.js");
    const visitor = { requestId: "1", address: "127.0.0.1", agent: "" };
    await expect(askForReset(without, "ada@example.org", visitor)).rejects.toMatchObject({ code: "mail-off" });
  });
});
