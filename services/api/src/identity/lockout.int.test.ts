import { codeAt, hashPassword, signature } from "@statwire/control-plane/identity";
import { SnapshotStoreUnavailableError } from "@statwire/snapshot-store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../http/problem.js";
import type { RecoveryCodes, TwoFactorSecret } from "../surfaces/native/dto-auth.js";
import { testKey } from "../testing/test-api.js";
import { createTestIdentity, password, type TestIdentity } from "../testing/test-identity.js";

let test: TestIdentity;

const bounds = { windowMs: 60_000, lockoutMs: 60_000 };

beforeAll(async () => {
  test = await createTestIdentity({
    policy: {
      lockouts: {
        "name-and-address": { ...bounds, attemptsMax: 5 },
        name: { ...bounds, attemptsMax: 8 },
        address: { ...bounds, attemptsMax: 12 },
        code: { windowMs: 3_600_000, lockoutMs: 3_600_000, attemptsMax: 3 },
      },
    },
    runningMax: 1,
  });
  await test.addUser("ada@example.org");
});

afterAll(() => test.close());

const signIn = (login: string, word: string) =>
  test.browser().send<Problem>("POST", "/api/v2/auth/login", { login, password: word });
const statuses = async (count: number, login: string, word: string) => {
  const found: number[] = [];
  for (let round = 0; round < count; round += 1) found.push((await signIn(login, word)).status);
  return found;
};

describe("the lockout", () => {
  it("closes a name for an address, for the right password, too, and opens again", async () => {
    expect(await statuses(6, "ada@example.org", "wrong")).toEqual([401, 401, 401, 401, 401, 429]);
    const closed = await signIn("ada@example.org", password);
    expect([closed.status, closed.body.code]).toEqual([429, "locked-out"]);
    const seconds = Number(closed.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
    test.advance(seconds * 1_000);
    expect((await signIn("ada@example.org", password)).status).toBe(200);
    expect(test.recorded.filter(({ action }) => action === "locked-out")).toHaveLength(2);
  });

  it("is the same for names that nobody has", async () => {
    test.advance(61_000);
    expect(await statuses(6, "nobody@example.org", "wrong")).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it("is opened by a right password, and not run into by what was not tried", async () => {
    test.advance(61_000);
    expect(await statuses(4, "ada@example.org", "wrong")).toEqual([401, 401, 401, 401]);
    expect((await signIn("ada@example.org", password)).status).toBe(200);
    expect(await statuses(4, "ada@example.org", "wrong")).toEqual([401, 401, 401, 401]);
    // Eight have failed with this name, from whatever address.
    expect((await signIn("ada@example.org", password)).status).toBe(429);
  });

  it("counts the name and the address of mail of somebody together", async () => {
    test.advance(61_000);
    await test.addUser("dora@example.org", { document: { username: "dora" } });
    expect(await statuses(3, "dora", "wrong")).toEqual([401, 401, 401]);
    expect(await statuses(3, "Dora@example.org", "wrong")).toEqual([401, 401, 429]);
    expect((await signIn("dora", password)).status).toBe(429);
  });

  it("closes an address that tries many names", async () => {
    test.advance(61_000);
    const found: number[] = [];
    for (let round = 0; round < 13; round += 1) found.push((await signIn(`user-${round}`, "wrong")).status);
    expect(found).toEqual([...Array.from({ length: 12 }, () => 401), 429]);
  });

  it("lets no more through when all come at once", async () => {
    test.advance(61_000);
    const answers = await Promise.all(Array.from({ length: 30 }, () => signIn("ada@example.org", "wrong")));
    const tried = answers.filter(({ status }) => status === 401).length;
    expect(tried).toBeGreaterThan(0);
    expect(tried).toBeLessThanOrEqual(5);
    for (const { status, headers } of answers) {
      expect([401, 429, 503]).toContain(status);
      if (status !== 401) expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    }
  });
});

describe("one-time codes that are guessed by who knows the password", () => {
  const path = "/api/v2/auth/two-factor";
  const setUp = async (login: string) => {
    test.advance(61_000);
    await test.addUser(login);
    const browser = test.browser();
    await browser.send("POST", "/api/v2/auth/login", { login, password });
    const { secret } = (await browser.send<TwoFactorSecret>("POST", `${path}/setup`, { password })).body;
    return { browser, right: () => codeAt(secret, test.deps.now()) };
  };

  it("close the user after a few, whatever right ones are between", async () => {
    const login = "carol@example.org";
    const { browser, right } = await setUp(login);
    const enabled = await browser.send<RecoveryCodes>("POST", `${path}/verify`, { code: right() });
    const [one, other] = enabled.body.recovery_codes;
    const found: [number, string | undefined][] = [];
    for (const code of ["x", "x", one, "x", other]) {
      const answer = await test.browser().send<Problem>("POST", "/api/v2/auth/login", { login, password, code });
      found.push([answer.status, answer.body.code]);
    }
    const wrong = [401, "wrong-code"];
    expect(found).toEqual([wrong, wrong, [200, undefined], wrong, [429, "locked-out"]]);
    const off = await browser.send<Problem>("POST", `${path}/disable`, { password, code: other });
    expect([off.status, Number(off.headers.get("retry-after")) > 3_000]).toEqual([429, true]);
    test.advance(3_600_000);
    const again = await test.browser().send("POST", "/api/v2/auth/login", { login, password, code: other });
    expect(again.status).toBe(200);
  });

  it("count when one is verified for the first time, too", async () => {
    const { browser, right } = await setUp("erin@example.org");
    const verify = async (code: string) => (await browser.send("POST", `${path}/verify`, { code })).status;
    const wrong = () => String((Number(right()) + 1) % 1_000_000).padStart(6, "0");
    const found = [await verify(wrong()), await verify(wrong()), await verify(wrong()), await verify(right())];
    expect(found).toEqual([401, 401, 401, 429]);
  });
});

describe("passwords that are checked at once", () => {
  it("are bounded: more are told to come back", async () => {
    const runs = Array.from({ length: 40 }, () => test.deps.hashing(() => hashPassword(password)));
    const refused = (await Promise.all(runs)).filter(({ ok }) => !ok);
    expect(refused).toHaveLength(40 - 1 - 16);
  });
});

describe("while Redis is away", () => {
  it("nobody is let in, by a right password or a session, and the key works", async () => {
    const runRedis = () => Promise.reject(new SnapshotStoreUnavailableError("disconnected"));
    const away = await createTestIdentity({ deps: { runRedis } });
    await away.addUser("ada@example.org");
    const browser = away.browser();
    const refused = await browser.send<Problem>("POST", "/api/v2/auth/login", { login: "ada@example.org", password });
    expect([refused.status, refused.body.code, refused.headers.get("retry-after")]).toEqual([503, "unavailable", "2"]);
    const secret = "x".repeat(43);
    browser.cookies.set("statwire_session", `${secret}.${signature(away.deps.key.keyFor("session-cookie"), secret)}`);
    expect((await browser.send("GET", "/api/v2/auth/me")).status).toBe(503);
    expect((await away.api.get("/api/v2/auth/me", { "X-API-Key": testKey })).status).toBe(200);
    await away.close();
  });
});
