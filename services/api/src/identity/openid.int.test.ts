import { createLogger } from "@statwire/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../http/problem.js";
import type { Me } from "../surfaces/native/dto-auth.js";
import {
  type Browser,
  createTestIdentity,
  generousPolicy,
  password,
  type TestIdentity,
} from "../testing/test-identity.js";
import { startTestOpenIdProvider, type TestOpenIdProvider, type TestPerson } from "../testing/test-openid-provider.js";
import { connectOpenId } from "./openid-provider.js";
import { redirectUri } from "./openid-sign-in.js";
import { register } from "./registration.js";

let provider: TestOpenIdProvider;
let test: TestIdentity;

const ada: TestPerson = { subject: "ada-there", email: "ada@example.org", isVerified: true };

beforeAll(async () => {
  const backTo = redirectUri(generousPolicy.publicUrl);
  provider = await startTestOpenIdProvider(backTo);
  const log = createLogger({ service: "api", level: "silent" });
  const openId = connectOpenId({ ...provider, redirectUri: backTo }, { now: Date.now, log });
  test = await createTestIdentity({ deps: { openId } });
  await test.addUser("ada@example.org");
});

afterAll(async () => {
  await test.close();
  await provider.close();
});

/** Leaves for the provider; answers the path and query with which it sends the browser back. */
async function leave(browser: Browser, person: TestPerson): Promise<string> {
  provider.signInAs(person);
  const start = await browser.send("GET", "/api/v2/auth/openid/start");
  expect(start.status).toBe(302);
  const jar = new Map<string, string>();
  let at = new URL(start.headers.get("location") ?? "");
  expect(at.searchParams.get("code_challenge_method")).toBe("S256");
  while (at.origin === provider.issuer.origin) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(at, { redirect: "manual", headers: { Cookie: cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";", 1)[0] ?? "").split("=", 2);
      jar.set(name, value);
    }
    const next = answer.headers.get("location");
    if (next === null) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`);
    at = new URL(next, at);
  }
  expect(at.origin).toBe(generousPolicy.publicUrl);
  return at.pathname + at.search;
}

async function signIn(person: TestPerson) {
  const browser = test.browser();
  const answer = await browser.send<Problem>("GET", await leave(browser, person));
  return { browser, answer };
}

describe("signing in elsewhere", () => {
  it("lets in whose address the provider has verified, and remembers who it was", async () => {
    const { browser, answer } = await signIn(ada);
    expect([answer.status, answer.headers.get("location")]).toEqual([302, "/"]);
    expect((await browser.send<Me>("GET", "/api/v2/auth/me")).body).toMatchObject({
      credential: "session",
      user: { email: "ada@example.org" },
    });
    expect(browser.cookies.has("statwire_openid")).toBe(false);
    const user = test.control.named("_", "user", "email", "ada@example.org");
    const identity = { issuer: provider.issuer.href.replace(/\/$/, ""), subject: "ada-there" };
    expect(user?.document.identities).toEqual([identity]);
    expect(test.recorded.at(-1)).toMatchObject({ action: "signed-in", method: "openid", userId: user?.id });
    // By now the identity counts, whatever its address is.
    expect((await signIn({ ...ada, email: "other@example.org", isVerified: false })).answer.status).toBe(302);
  });

  it("shuts out who had only registered with the address", async () => {
    const visitor = { requestId: "r", address: "192.0.2.66", agent: "test" };
    const email = "grace@example.org";
    await register(test.deps, { email, password }, visitor);
    const before = test.browser();
    const login = { login: email, password };
    expect((await before.send("POST", "/api/v2/auth/login", login)).status).toBe(200);
    const { browser } = await signIn({ ...ada, subject: "grace-there", email });
    expect((await browser.send<Me>("GET", "/api/v2/auth/me")).body).toMatchObject({ user: { email } });
    expect((await before.send("GET", "/api/v2/auth/me")).status).toBe(401);
    const again = await test.browser().send<Problem>("POST", "/api/v2/auth/login", login);
    expect(again.body.code).toBe("wrong-credentials");
  });

  it.each([
    ["an address that is not verified", { subject: "bob-there", email: "bob@example.org", isVerified: false }],
    ["an address that nobody here has", { subject: "eve-there", email: "eve@example.org", isVerified: true }],
    ["an address that belonged to somebody else", { ...ada, subject: "another-there" }],
    ["a user who may not sign in", { subject: "gone-there", email: "gone@example.org", isVerified: true }],
  ])("lets nobody in with %s", async (_name, person) => {
    await test.addUser("bob@example.org").catch(() => undefined);
    await test.addUser("gone@example.org", { document: { active: false } }).catch(() => undefined);
    const { browser, answer } = await signIn(person);
    expect([answer.status, answer.body.code]).toEqual([403, "no-account"]);
    expect(browser.cookies.size).toBe(0);
  });

  it("is finished by the browser that began it, in time, once", async () => {
    const browser = test.browser();
    const back = await leave(browser, ada);
    const stranger = await test.browser().send<Problem>("GET", back);
    expect([stranger.status, stranger.body.code]).toEqual([401, "wrong-credentials"]);
    const [name = "", value = ""] = [...browser.cookies][0] ?? [];
    // The last character says less than a whole one: several are the same to who decodes it.
    const [attempt = "", signed = ""] = value.split(".");
    const bent = `${signed.startsWith("A") ? "B" : "A"}${signed.slice(1)}`;
    const forged = test.browser({ Cookie: `${name}=${attempt}.${bent}` });
    expect((await forged.send("GET", back)).status).toBe(401);
    const kept = new Map(browser.cookies);
    const wrongState = back.replace(/state=[^&]+/, "state=another");
    expect((await test.browser({ Cookie: `${name}=${value}` }).send("GET", wrongState)).status).toBe(401);
    expect((await browser.send("GET", back)).status).toBe(302);
    const again = test.browser({ Cookie: [...kept].map(([one, text]) => `${one}=${text}`).join("; ") });
    expect((await again.send("GET", back)).status).toBe(401);
    const late = test.browser();
    const backLater = await leave(late, ada);
    test.advance(10 * 60_000 + 1);
    expect((await late.send("GET", backLater)).status).toBe(401);
  });

  it("is refused when the provider does, or says nothing that makes sense", async () => {
    for (const query of ["?error=access_denied&state=x", "?code=x", "", `?code=${"x".repeat(5_000)}&state=y`]) {
      const browser = test.browser();
      await leave(browser, ada);
      expect((await browser.send("GET", `/api/v2/auth/openid/callback${query}`)).status).toBe(401);
    }
  });
});
