import { plans } from "@statwire/control-plane";
import type { LockoutPolicy } from "@statwire/control-plane/identity";
import { passwordFault } from "@statwire/control-plane/identity";
import { flag, port, type Settings, wholeNumber } from "@statwire/runtime";
import { z } from "zod";
import { parseDurationMs } from "../surfaces/native/parse-duration.js";
import type { IdentityPolicy } from "./identity.js";

/** Environment variables of everything about identity. */
export const identitySettings = {
  PUBLIC_BASE_URL: z
    .url({ protocol: /^https?$/, error: "expected an http:// or https:// URL" })
    .refine((url) => new URL(url).pathname === "/", "expected a URL without a path")
    .transform((url) => new URL(url).origin)
    .optional()
    .describe("how browsers reach the API, for links and cookies; http://SERVER_HOST:SERVER_PORT when absent"),
  ADMIN_EMAIL: z
    .email()
    .max(254)
    .optional()
    .describe("makes this user the first administrator, as long as there is no user"),
  ADMIN_PASSWORD: z
    .string()
    .superRefine((password, context) => {
      const fault = passwordFault(password);
      if (fault !== undefined) context.addIssue(fault);
    })
    .optional()
    .describe("the password of that user"),
  REGISTRATION: z
    .enum(["closed", "first", "open"])
    .default("first")
    .describe("who may make an account without an invitation: nobody, whoever comes first, anybody"),
  REGISTRATION_PLAN: z
    .enum(plans)
    .default("free")
    .describe("the plan of the workspace that everybody who registers after the first one gets"),
  SESSION_IDLE: duration("12h").describe("a session ends when it was not used for so long"),
  SESSION_LIFETIME: duration("7d").describe("a session ends so long after the sign-in"),
  BRUTEFORCE_MAX_ATTEMPTS: wholeNumber({ min: 1, max: 10_000 })
    .default(20)
    .describe("failed sign-ins with one name from one address; five times that with one name, or from one address"),
  BRUTEFORCE_WINDOW: duration("1m").describe("in so much time from the first one on"),
  BRUTEFORCE_LOCKOUT: duration("1m").describe("are followed by so long a lockout"),
  SMTP_HOST: z
    .string()
    .min(1)
    .max(253)
    .optional()
    .describe("server of mail, for invitations and new passwords; absent: none are sent"),
  SMTP_PORT: port(587).describe("its port"),
  SMTP_SECURE: flag(false).describe(
    "TLS from the beginning, as on port 465; otherwise STARTTLS, insisted on with SMTP_USER",
  ),
  SMTP_USER: z.string().min(1).max(320).optional().describe("user there"),
  SMTP_PASS: z.string().min(1).max(1_024).optional().describe("its password"),
  SMTP_FROM: z.string().min(3).max(320).default("statwire@localhost").describe("whom mails are from"),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: "expected an https:// URL" })
    .refine(isSafeIssuer, "expected an https:// URL; http:// only on this machine")
    .optional()
    .describe("OpenID provider where people may sign in, too"),
  OIDC_CLIENT_ID: z.string().min(1).max(512).optional().describe("what we are there"),
  OIDC_CLIENT_SECRET: z.string().min(1).max(1_024).optional().describe("our secret there"),
  PASSWORD_CHECKS_MAX: wholeNumber({ min: 1, max: 64 })
    .default(2)
    .describe("passwords that are checked at once, 19 MiB each; sixteen times that wait, more get a 503"),
};

/** A code of six digits, three of which are good at a time, lasts for years of this; nobody mistypes so often. */
const codeLockout: LockoutPolicy = { attemptsMax: 10, windowMs: 3_600_000, lockoutMs: 3_600_000 };

type IdentitySettings = Settings<typeof identitySettings>;

/** What an operator has set. @param publicUrl where the API is when nothing else is set */
export function toIdentityPolicy(settings: IdentitySettings, publicUrl: string): IdentityPolicy {
  const lockout: LockoutPolicy = {
    attemptsMax: settings.BRUTEFORCE_MAX_ATTEMPTS,
    windowMs: settings.BRUTEFORCE_WINDOW,
    lockoutMs: settings.BRUTEFORCE_LOCKOUT,
  };
  const wide = { ...lockout, attemptsMax: lockout.attemptsMax * 5 };
  return {
    lockouts: { "name-and-address": lockout, name: wide, address: wide, code: codeLockout },
    sessionIdleMs: settings.SESSION_IDLE,
    sessionMs: settings.SESSION_LIFETIME,
    publicUrl: settings.PUBLIC_BASE_URL ?? publicUrl,
    registration: settings.REGISTRATION,
    registrationPlan: settings.REGISTRATION_PLAN,
  };
}

/** Settings that are of use together alone; a sentence for each that is missing. */
export function identityProblems(settings: IdentitySettings): string[] {
  const together = [
    ["ADMIN_EMAIL", "ADMIN_PASSWORD"],
    ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
  ] as const;
  return together.flatMap((names) => {
    const missing = names.filter((name) => settings[name] === undefined);
    if (missing.length === 0 || missing.length === names.length) return [];
    return missing.map(
      (name) => `${name}: is needed with ${names.filter((other) => !missing.includes(other)).join(", ")}`,
    );
  });
}

/** A year at most. */
const durationMsMax = 366 * 24 * 3_600_000;

function duration(fallback: string) {
  return z
    .string()
    .default(fallback)
    .transform((text, context) => {
      const ms = parseDurationMs(text);
      if (ms !== undefined && ms >= 1_000 && ms <= durationMsMax) return ms;
      context.addIssue("expected a duration such as 90s, 1m or 12h");
      return z.NEVER;
    });
}

function isSafeIssuer(text: string): boolean {
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || hostname === "127.0.0.1" || hostname === "localhost";
}
