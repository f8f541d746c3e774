import { afterEach, describe, expect, it } from "vitest";
import type { Problem } from "../http/problem.js";
import type { FirstAdministratorLink, Me } from "../surfaces/native/dto-auth.js";
import { testKey } from "../testing/test-api.js";
import { createTestIdentity, password, type TestIdentity } from "../testing/test-identity.js";
import { ensureAdministrator } from "./first-administrator.js";

let test: TestIdentity;

afterEach(() => test.close());

const path = "/api/v2/auth/first-administrator";
const K = { "X-API-Key": testKey };
const users = () => [...test.control.list("_", "user")].map(({ document }) => document.email);

describe("the first administrator", () => {
  it("makes an account by a link, once", async () => {
    test = await createTestIdentity();
    expect((await test.browser().send("POST", `${path}/link`)).status).toBe(401);
    const link = await test.browser(K).send<FirstAdministratorLink>("POST", `${path}/link`);
    expect(link.body.url).toBe(`https://statwire.example.org/account#first-administrator=${link.body.token}`);
    const become = (token: string, email: string, browser = test.browser()) =>
      browser.send<Problem>("POST", path, { token, email, password, name: "Ada" });
    expect((await become(`${link.body.token}x`, "eve@example.org")).body.code).toBe("invalid-link");
    expect((await become(link.body.token, "no address")).body.errors?.[0]?.field).toBe("email");
    const browsers = [test.browser(), test.browser(), test.browser()];
    const answers = await Promise.all(
      browsers.map((browser, number) => become(link.body.token, `ada-${number}@example.org`, browser)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(users()).toHaveLength(1);
    const winner = browsers[answers.findIndex(({ status }) => status === 200)];
    expect((await winner?.send<Me>("GET", "/api/v2/auth/me"))?.body).toMatchObject({
      user: { name: "Ada", administrator: true },
      workspaces: [{ id: "default", role: "owner", project_ids: null }],
    });
    expect((await become(link.body.token, "late@example.org")).body.code).toBe("conflict");
    expect((await test.browser(K).send<Problem>("POST", `${path}/link`)).body.code).toBe("conflict");
  });

  it("comes from the settings, as long as there is no user, whoever starts at the same time", async () => {
    test = await createTestIdentity();
    const person = { email: "ada@example.org", password };
    const made = await Promise.allSettled([1, 2, 3].map(() => ensureAdministrator(test.deps, person)));
    expect(made.some((outcome) => outcome.status === "fulfilled" && outcome.value)).toBe(true);
    expect(users()).toEqual(["ada@example.org"]);
    expect(await ensureAdministrator(test.deps, { email: "bob@example.org", password })).toBe(false);
    const browser = test.browser();
    const body = { login: "ada@example.org", password };
    expect((await browser.send("POST", "/api/v2/auth/login", body)).status).toBe(200);
    const owner = test.control.named(
      "default",
      "membership",
      "user_id",
      [...test.control.list("_", "user")][0]?.id ?? "",
    );
    expect(owner?.document.role).toBe("owner");
  });

  it("finds the page that links lead to, which asks nobody else for anything", async () => {
    test = await createTestIdentity();
    const page = await test.api.get("/account");
    expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(page.text).not.toMatch(/(src|href)="(https?:)?\/\//);
    const script = await test.api.get("/account/page.js");
    expect([script.status, script.headers.get("content-type")]).toEqual([200, "text/javascript; charset=utf-8"]);
    expect(() => new Function(script.text)).not.toThrow();
    expect((await test.api.post("/account", "{}")).status).toBe(405);
  });
});
