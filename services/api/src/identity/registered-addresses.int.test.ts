import { createLogger } from "@statwire/runtime";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Problem } from "../http/problem.js";
import type { Me } from "../surfaces/native/dto-auth.js";
import type { InvitationAccepted } from "../surfaces/native/dto-auth-links.js";
import { testKey } from "../testing/test-api.js";
import { type Browser, createTestIdentity, password, type TestIdentity } from "../testing/test-identity.js";
import { startTestMailServer, type TestMailServer } from "../testing/test-mail-server.js";
import { createMailer, type Mailer } from "./mailer.js";
import { register } from "./registration.js";

const ownersPassword = "battery horse correct";
let server: TestMailServer;
let mailer: Mailer;
let test: TestIdentity;

beforeAll(async () => {
  server = await startTestMailServer();
  const log = createLogger({ service: "api", level: "silent" });
  mailer = createMailer({ host: "127.0.0.1", port: server.port, secure: false, from: "statwire@example.org", log });
  test = await createTestIdentity({ deps: { mailer } });
  await test.addUser("admin@example.org", { role: "owner" });
});

afterAll(async () => {
  await mailer.close();
  await test.close();
  await server.close();
});

const post = <Body = Problem>(path: string, body: object, browser: Browser = test.browser()) =>
  browser.send<Body>("POST", `/api/v2/auth/${path}`, body);

/** Somebody registers with an address that is another's, and signs in. */
async function squat(email: string): Promise<Browser> {
  await register(test.deps, { email, password }, { requestId: "r", address: "192.0.2.66", agent: "test" });
  const squatter = test.browser();
  expect((await post("login", { login: email, password }, squatter)).status).toBe(200);
  return squatter;
}

async function linkOf(count: number, purpose: string): Promise<string> {
  const mail = (await server.waitFor(count)).at(-1);
  const token = new RegExp(`#${purpose}=(\\S+)`).exec(mail?.text ?? "")?.[1];
  if (token === undefined) throw new Error(`no link in ${mail?.text}`);
  return token;
}

async function expectShutOut(squatter: Browser, email: string): Promise<void> {
  expect((await squatter.send("GET", "/api/v2/auth/me")).status).toBe(401);
  expect((await post("login", { login: email, password })).body.code).toBe("wrong-credentials");
  expect((await post("login", { login: email, password: ownersPassword })).status).toBe(200);
}

it("who registered with another's address is out when the invitation's link shows whose it is", async () => {
  const squatter = await squat("victim@example.org");
  const key = test.browser({ "X-API-Key": testKey });
  await post("invitations", { email: "victim@example.org", role: "admin" }, key);
  const token = await linkOf(1, "invitation");
  expect((await post("invitations/accept", { token })).body.errors?.[0]?.field).toBe("password");
  expect((await squatter.send<Me>("GET", "/api/v2/auth/me")).body.workspaces).toHaveLength(1);
  const accepted = await post<InvitationAccepted>("invitations/accept", { token, password: ownersPassword });
  expect(accepted.body).toEqual({ workspace: "default", new_user: true });
  await expectShutOut(squatter, "victim@example.org");
});

it("and when a new password was asked for from that mailbox", async () => {
  const squatter = await squat("other@example.org");
  await post("password-reset", { email: "other@example.org" });
  const token = await linkOf(2, "password-reset");
  expect((await post("password-reset/finish", { token, password: ownersPassword })).status).toBe(204);
  await expectShutOut(squatter, "other@example.org");
  const user = test.control.named("_", "user", "email", "other@example.org");
  expect(user?.document).toMatchObject({ email_verified: true, two_factor: false });
});
