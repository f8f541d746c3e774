import { verify } from "@node-rs/argon2";
import bcrypt from "bcryptjs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { hashPassword, passwordFault, verifyPassword } from "./passwords.js";

afterEach(() => {
  vi.doUnmock("@node-rs/argon2");
  vi.resetModules();
});

/** The module anew, with the library as it is; what this is asked is recorded. Files of tests share their modules. */
async function recorded() {
  const compared = vi.fn(verify);
  vi.resetModules();
  vi.doMock(import("@node-rs/argon2"), async (importOriginal) => ({ ...(await importOriginal()), verify: compared }));
  return { compared, ...(await import("./passwords.js")) };
}

/** What a hash says of how long it takes to compare with. */
function costOf(hash: string): string | undefined {
  return /^\$argon2id\$v=\d+\$[^$]+\$/.exec(hash)?.[0];
}

describe("passwords", () => {
  it("are hashed with Argon2id as OWASP recommends, each with a salt of its own", async () => {
    const [one, other] = await Promise.all([hashPassword("correct horse"), hashPassword("correct horse")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await verifyPassword(one, "correct horse")).toEqual({ isRight: true, isOutdated: false });
    expect(await verifyPassword(one, "correct horsf")).toEqual({ isRight: false, isOutdated: false });
  });

  it("are the same however the keyboard composes a letter", async () => {
    const hash = await hashPassword("caf\u00e9-au-lait");
    expect((await verifyPassword(hash, "cafe\u0301-au-lait")).isRight).toBe(true);
  });

  it("hashed by other systems are accepted, and said to be outdated", async () => {
    const hash = await bcrypt.hash("correct horse", 4);
    expect(await verifyPassword(hash, "correct horse")).toEqual({ isRight: true, isOutdated: true });
    expect(await verifyPassword(hash, "wrong")).toEqual({ isRight: false, isOutdated: false });
  });

  it("of weaker parameters are outdated", async () => {
    const weak = "$argon2id$v=19$m=4096,t=3,p=1$c29tZXNhbHRzb21lc2FsdA$";
    const { hash } = await import("@node-rs/argon2");
    const made = await hash("correct horse", { algorithm: 2, memoryCost: 4_096, timeCost: 3, parallelism: 1 });
    expect(made.slice(0, 30)).toBe(weak.slice(0, 30));
    expect(await verifyPassword(made, "correct horse")).toEqual({ isRight: true, isOutdated: true });
  });

  it.each([
    ["nobody", undefined],
    ["a hash of another kind", "5f4dcc3b5aa765d61d8327deb882cf99"],
    ["a bcrypt hash that would take minutes", `$2b$20$${"a".repeat(53)}`],
  ])("%s is wrong", async (_name, hash) => {
    expect(await verifyPassword(hash, "password")).toEqual({ isRight: false, isOutdated: false });
  });

  it("of nobody are compared with a hash that takes as long as that of somebody", async () => {
    const passwords = await recorded();
    const { compared } = passwords;
    const hash = await passwords.hashPassword("correct horse");
    await passwords.verifyPassword(hash, "wrong");
    await passwords.verifyPassword(undefined, "wrong");
    const [wrong, nobody] = compared.mock.calls.map(([of, password]) => [costOf(String(of)), password]);
    expect(wrong).toEqual(["$argon2id$v=19$m=19456,t=2,p=1$", "wrong"]);
    expect(nobody).toEqual(wrong);
    expect(compared).toHaveBeenCalledTimes(2);
  });

  it("have bounds", () => {
    expect(passwordFault("1234567")).toContain("at least 8");
    expect(passwordFault("💡".repeat(7))).toContain("at least 8");
    expect(passwordFault("12345678")).toBeUndefined();
    expect(passwordFault("é".repeat(512))).toBeUndefined();
    expect(passwordFault("é".repeat(513))).toContain("1024 bytes");
  });
});
