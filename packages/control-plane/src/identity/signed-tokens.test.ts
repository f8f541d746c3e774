import fc from "fast-check";
import { decodeJwt, decodeProtectedHeader, SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { installationKey } from "./installation-key.js";
import { signToken, type TokenType, tokenSeconds, verifyToken } from "./signed-tokens.js";

const key = installationKey("one installation's key, 32 or more");
const other = installationKey("another installation's key, 32+...");
const subject = { userId: "ada-1", email: "ada@example.org", credentials: "c1", signIn: "s1", sequence: 3 };
const nowMs = Date.UTC(2026, 0, 31, 12);
const weekMs = 7 * 24 * 3_600_000;

describe("signed tokens", () => {
  it("say whom they stand for, for as long as they are good", async () => {
    const token = await signToken(key, "access", subject, nowMs);
    expect(await verifyToken(key, "access", token, nowMs)).toEqual(subject);
    expect(await verifyToken(key, "access", token, nowMs + 900_000 + 4_000)).toEqual(subject);
    expect(await verifyToken(key, "access", token, nowMs + 900_000 + 6_000)).toBeUndefined();
    expect(await verifyToken(key, "access", token, nowMs - 6_000)).toBeUndefined();
    const { iat = 0, exp = 0, nbf, ...claims } = decodeJwt(token);
    expect([exp - iat, nbf]).toEqual([900, iat]);
    expect(claims).toMatchObject({ userId: "ada-1", email: "ada@example.org", type: "access", sub: "ada-1" });
    const refresh = decodeJwt(await signToken(key, "refresh", subject, nowMs));
    expect((refresh.exp ?? 0) - (refresh.iat ?? 0)).toBe(720 * 3_600);
  });

  it("are signed with another key each week, and old ones stay good until they end", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<TokenType>("access", "refresh"),
        fc.integer({ min: 0, max: 8 * weekMs }),
        fc.double({ min: 0, max: 1.2, noNaN: true }),
        async (type, laterMs, part) => {
          const issuedMs = nowMs + laterMs;
          const token = await signToken(key, type, subject, issuedMs);
          const ageMs = Math.floor(part * tokenSeconds[type] * 1_000);
          const isGood = ageMs < tokenSeconds[type] * 1_000;
          const inDoubt = Math.abs(ageMs - tokenSeconds[type] * 1_000) < 7_000;
          if (!inDoubt) expect((await verifyToken(key, type, token, issuedMs + ageMs)) !== undefined).toBe(isGood);
        },
      ),
      { numRuns: 60 },
    );
    const kids = await Promise.all(
      [0, 1, 2].map(
        async (weeks) => decodeProtectedHeader(await signToken(key, "access", subject, nowMs + weeks * weekMs)).kid,
      ),
    );
    expect(new Set(kids).size).toBe(3);
  });

  it("of the other type, of another installation, or forged are nothing", async () => {
    const access = await signToken(key, "access", subject, nowMs);
    const [head = "", body = "", tail = ""] = access.split(".");
    const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${body}.`;
    const raised = Buffer.from(body, "base64url").toString().replace("ada-1", "bob-1");
    const foreign = new SignJWT({ ...decodeJwt(access) }).setProtectedHeader({ alg: "HS256", kid: "9999999" });
    const forgeries = [
      await signToken(other, "access", subject, nowMs),
      none,
      `${head}.${Buffer.from(raised).toString("base64url")}.${tail}`,
      await foreign.sign(other.keyFor("csrf")),
      ...["", "a.b.c", "x".repeat(10_000)],
    ];
    for (const token of forgeries) expect(await verifyToken(key, "access", token, nowMs)).toBeUndefined();
    expect(await verifyToken(key, "refresh", access, nowMs)).toBeUndefined();
    expect(await verifyToken(key, "access", await signToken(key, "refresh", subject, nowMs), nowMs)).toBeUndefined();
  });
});
