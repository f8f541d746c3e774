import { parseSettings, SettingsError } from "@statwire/runtime";
import { describe, expect, it } from "vitest";
import { identityProblems, identitySettings, toIdentityPolicy } from "./identity-settings.js";

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    return identityProblems(parseSettings(identitySettings, environment));
  } catch (error) {
    return (error as SettingsError).problems;
  }
};

describe("settings of identity", () => {
  it("are those of Peekaping by default", () => {
    const policy = toIdentityPolicy(parseSettings(identitySettings, {}), "http://127.0.0.1:8034");
    const bounds = { windowMs: 60_000, lockoutMs: 60_000 };
    expect(policy).toEqual({
      lockouts: {
        "name-and-address": { attemptsMax: 20, ...bounds },
        name: { attemptsMax: 100, ...bounds },
        address: { attemptsMax: 100, ...bounds },
        code: { attemptsMax: 10, windowMs: 3_600_000, lockoutMs: 3_600_000 },
      },
      sessionIdleMs: 12 * 3_600_000,
      sessionMs: 7 * 24 * 3_600_000,
      publicUrl: "http://127.0.0.1:8034",
      registration: "first",
      registrationPlan: "free",
    });
  });

  it("take durations, and the public address without what follows it", () => {
    const environment = { BRUTEFORCE_WINDOW: "90s", PUBLIC_BASE_URL: "https://statwire.example.org/" };
    const policy = toIdentityPolicy(parseSettings(identitySettings, environment), "http://127.0.0.1:8034");
    expect(policy.lockouts.name.windowMs).toBe(90_000);
    expect(policy.publicUrl).toBe("https://statwire.example.org");
  });

  it.each([
    [{ ADMIN_EMAIL: "ada@example.org" }, "ADMIN_PASSWORD: is needed with ADMIN_EMAIL"],
    [{ ADMIN_EMAIL: "ada@example.org", ADMIN_PASSWORD: "short" }, "ADMIN_PASSWORD: expected at least 8 characters"],
    [
      { OIDC_ISSUER: "https://id.example.org", OIDC_CLIENT_ID: "x" },
      "OIDC_CLIENT_SECRET: is needed with OIDC_ISSUER, OIDC_CLIENT_ID",
    ],
    [{ OIDC_ISSUER: "http://id.example.org" }, "OIDC_ISSUER: expected an https:// URL; http:// only on this machine"],
    [{ BRUTEFORCE_LOCKOUT: "soon" }, "BRUTEFORCE_LOCKOUT: expected a duration such as 90s, 1m or 12h"],
    [{ PUBLIC_BASE_URL: "https://example.org/statwire" }, "PUBLIC_BASE_URL: expected a URL without a path"],
  ])("%j is refused", (environment, problem) => {
    expect(problemsOf(environment)).toEqual([problem]);
  });

  it("are complete together", () => {
    expect(problemsOf({ ADMIN_EMAIL: "ada@example.org", ADMIN_PASSWORD: "correct horse" })).toEqual([]);
    expect(SettingsError).toBeDefined();
  });
});
