import { describe, expect, it } from "vitest";
import { installationKey } from "./installation-key.js";
import { isLinkGood, type Link, linkSubject, linkToken } from "./links.js";

const key = installationKey("one installation's key, 32 or more");
const link: Link = { purpose: "password-reset", subject: "ada-1", state: "7" };

describe("links", () => {
  it("are good for one purpose, subject and state, until they end", () => {
    const token = linkToken(key, link, 1_000);
    expect(linkSubject(token)).toBe("ada-1");
    expect(isLinkGood(key, link, token, 999)).toBe(true);
    expect(isLinkGood(key, link, token, 1_000)).toBe(false);
    expect(isLinkGood(key, { ...link, state: "8" }, token, 0)).toBe(false);
    expect(isLinkGood(key, { ...link, subject: "bob-1" }, token, 0)).toBe(false);
    expect(isLinkGood(key, { ...link, purpose: "first-administrator" }, token, 0)).toBe(false);
    expect(isLinkGood(installationKey("another installation's key, 32+"), link, token, 0)).toBe(false);
  });

  it("cannot be made to last longer, or be broken", () => {
    const token = linkToken(key, link, 1_000);
    expect(isLinkGood(key, link, token.replace(".1000.", ".2000."), 1_500)).toBe(false);
    for (const broken of ["", "a.b.c", `${token}x`, token.slice(1), "x".repeat(10_000)]) {
      expect(isLinkGood(key, link, broken, 0)).toBe(false);
    }
    expect(linkSubject("nothing")).toBeUndefined();
  });
});
