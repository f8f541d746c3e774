import { codeAt } from "@statwire/control-plane/identity";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../http/problem.js";
import type { Me, RecoveryCodes, TwoFactorSecret } from "../surfaces/native/dto-auth.js";
import { testKey } from "../testing/test-api.js";
import { type Browser, createTestIdentity, password, type TestIdentity } from "../testing/test-identity.js";

let test: TestIdentity;
let secret: string;
let codes: string[];
let browser: Browser;

const path = "/api/v2/auth/two-factor";
const login = "ada@example.org";
const signIn = (code?: string) =>
  test
    .browser()
    .send<Problem>("POST", "/api/v2/auth/login", { login, password, ...(code === undefined ? {} : { code }) });
const codeNow = () => codeAt(secret, test.deps.now());

/** To a step whose code nobody has used. */
const nextStep = () => test.advance(90_000);

beforeAll(async () => {
  test = await createTestIdentity();
  await test.addUser(login);
  browser = test.browser();
  await browser.send("POST", "/api/v2/auth/login", { login, password });
});

afterAll(() => test.close());

describe("one-time codes", () => {
  it("are set up by who knows the password, and on once a code was verified", async () => {
    expect((await browser.send<Problem>("POST", `${path}/verify`, { code: "123456" })).body.code).toBe("conflict");
    expect((await browser.send<Problem>("POST", `${path}/setup`, { password: "wrong" })).body.code).toBe(
      "wrong-password",
    );
    const setup = await browser.send<TwoFactorSecret>("POST", `${path}/setup`, { password });
    secret = setup.body.secret;
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(setup.body.provisioning_uri).toContain(
      `otpauth://totp/Statwire:ada%40example.org?issuer=Statwire&secret=${secret}`,
    );
    expect((await signIn()).status).toBe(200);
    const wrong = String((Number(codeNow()) + 1) % 1_000_000).padStart(6, "0");
    expect((await browser.send<Problem>("POST", `${path}/verify`, { code: wrong })).body.code).toBe("wrong-code");
    test.advance(15 * 60_000);
    expect((await browser.send<Problem>("POST", `${path}/verify`, { code: codeNow() })).body.code).toBe("conflict");
    secret = (await browser.send<TwoFactorSecret>("POST", `${path}/setup`, { password })).body.secret;
    const enabled = await browser.send<RecoveryCodes>("POST", `${path}/verify`, { code: codeNow() });
    codes = enabled.body.recovery_codes;
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    expect((await browser.send<Me>("GET", "/api/v2/auth/me")).body.user?.two_factor).toBe(true);
    expect((await browser.send<Problem>("POST", `${path}/setup`, { password })).body.code).toBe("conflict");
  });

  it("are asked for at sign-ins, and good once", async () => {
    expect((await signIn(codeNow())).body.code).toBe("wrong-code");
    nextStep();
    expect((await signIn()).body.code).toBe("code-needed");
    expect((await signIn("000000x")).body.code).toBe("wrong-code");
    const code = codeNow();
    const answers = await Promise.all([signIn(code), signIn(code), signIn(code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expect((await signIn(code)).body.code).toBe("wrong-code");
  });

  it("are not needed with a recovery code, which is good once", async () => {
    const [one = "", other = ""] = codes;
    const answers = await Promise.all([signIn(one), signIn(one)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await signIn(one.toUpperCase())).body.code).toBe("wrong-code");
    expect((await signIn(` ${other.replace("-", " ").toUpperCase()}`)).status).toBe(200);
    expect(test.recorded.filter(({ action }) => action === "recovery-code-used")).toHaveLength(2);
  });

  it("are nowhere to be read but where they are kept apart", async () => {
    const user = test.control.named("_", "user", "email", login);
    if (user === undefined) throw new Error("the user is gone");
    const history = await test.control.history(user, 64);
    const bucket = await test.deps.runRedis(async (client) => client.keys(`${test.deps.keyPrefix}*`));
    const seen = JSON.stringify([user, history, test.recorded, bucket]);
    for (const text of [secret, ...codes, password]) expect(seen).not.toContain(text);
    expect(JSON.stringify(await test.control.readSecret(user))).not.toContain(codes[5]);
  });

  it("are turned off by password and a last code", async () => {
    nextStep();
    const off = (body: object) => browser.send<Problem>("POST", `${path}/disable`, body);
    expect((await off({ password: "wrong", code: codeNow() })).body.code).toBe("wrong-password");
    expect((await off({ password })).body.code).toBe("code-needed");
    expect((await off({ password, code: codeNow() })).status).toBe(204);
    expect((await signIn()).status).toBe(200);
    expect((await signIn(codes[7])).status).toBe(200);
    expect((await off({ password, code: codeNow() })).body.code).toBe("conflict");
    const user = test.control.named("_", "user", "email", login);
    if (user === undefined) throw new Error("the user is gone");
    expect(await test.control.readSecret(user)).toMatchObject({ totp_secret: null, recovery_codes: [] });
  });
});

describe("codes that are lost", () => {
  it("are not turned off by their own administrator without password and code", async () => {
    const id = await test.addUser("root@example.org", { document: { administrator: true } });
    const root = test.browser();
    await root.send("POST", "/api/v2/auth/login", { login: "root@example.org", password });
    const setup = await root.send<TwoFactorSecret>("POST", `${path}/setup`, { password });
    await root.send("POST", `${path}/verify`, { code: codeAt(setup.body.secret, test.deps.now()) });
    const reset = await root.send<Problem>("POST", `/api/v2/auth/users/${id}/two-factor/reset`);
    expect([reset.status, reset.body.code]).toEqual([403, "forbidden"]);
    const user = test.control.get({ workspace: "_", kind: "user", id });
    expect(user?.document.two_factor).toBe(true);
  });

  it("are turned off by an administrator alone, and what the user was signed in with is void", async () => {
    const id = await test.addUser("lost@example.org");
    const lost = test.browser();
    await lost.send("POST", "/api/v2/auth/login", { login: "lost@example.org", password });
    const setup = await lost.send<TwoFactorSecret>("POST", `${path}/setup`, { password });
    await lost.send("POST", `${path}/verify`, { code: codeAt(setup.body.secret, test.deps.now()) });
    const reset = (who: Browser, userId: string) =>
      who.send<Problem>("POST", `/api/v2/auth/users/${userId}/two-factor/reset`);
    expect((await reset(lost, id)).body.code).toBe("forbidden");
    // Whether there is such a user is not told.
    expect((await reset(browser, id)).body.code).toBe("forbidden");
    const key = test.browser({ "X-API-Key": testKey });
    expect((await reset(key, "nobody")).status).toBe(404);
    expect((await reset(key, id)).status).toBe(204);
    expect((await reset(key, id)).body.code).toBe("conflict");
    expect((await lost.send("GET", "/api/v2/auth/me")).status).toBe(401);
    const again = await test.browser().send("POST", "/api/v2/auth/login", { login: "lost@example.org", password });
    expect(again.status).toBe(200);
    const [revision] = await test.control.history({ workspace: "_", kind: "user", id }, 1);
    expect(revision?.actor.id).toBe("installation-key");
  });
});
