import type { ControlPlane, Plan } from "@statwire/control-plane";
import type { InstallationKey, LockoutPolicy } from "@statwire/control-plane/identity";
import type { EnrollmentKey } from "@statwire/credentials";
import type { BoundedWork, Logger } from "@statwire/runtime";
import { type RedisClient, SnapshotStoreUnavailableError } from "@statwire/snapshot-store";
import { ProblemError } from "../http/problem.js";
import { silentMsMax } from "../tokens/open-token.js";
import type { Mailer } from "./mailer.js";
import type { OpenIdProvider } from "./openid-provider.js";
import type { SignInEvent } from "./sign-in-event.js";

/** Where attempts are counted: on one name from one address, on one name, from one address, and on codes of one user. */
export type LockoutScope = "name-and-address" | "name" | "address" | "code";

/** What an operator may set. */
export interface IdentityPolicy {
  lockouts: Readonly<Record<LockoutScope, LockoutPolicy>>;
  /** A session ends when it was not used for so long, and in any case so long after the sign-in. */
  sessionIdleMs: number;
  sessionMs: number;
  /** How pages reach this API, without a slash at the end. */
  publicUrl: string;
  /** Who may make an account without being invited: nobody, whoever comes first, anybody. */
  registration: "closed" | "first" | "open";
  /** Of the workspaces that come with such accounts. */
  registrationPlan: Plan;
}

/** What everything about identity works with. */
export interface IdentityDeps {
  /** Undefined until the configuration is known. */
  control(): ControlPlane | undefined;
  /** Runs commands against Redis; throws SnapshotStoreUnavailableError. */
  runRedis<T>(commands: (client: RedisClient) => Promise<T>): Promise<T>;
  /** Begins every key in Redis. */
  keyPrefix: string;
  key: InstallationKey;
  policy: IdentityPolicy;
  /** Bounds the hashing of passwords. */
  hashing: BoundedWork;
  /** The workspace that telemetry is read of. */
  workspace: string;
  /** Absent: no server of mail is set. */
  mailer?: Mailer;
  /** Absent: nobody signs in elsewhere. */
  openId?: OpenIdProvider;
  /** Absent: no node can enroll. */
  enrollmentKey?: EnrollmentKey;
  recordSignIn(event: SignInEvent): void;
  /** For what an operator has to know. */
  log: Pick<Logger, "error">;
  now(): number;
  randomBytes(count: number): Buffer;
}

/** Where a request comes from, for the audit and for what people see of their sign-ins. */
export interface Visitor {
  requestId: string;
  address: string;
  /** `User-Agent`, cut off. */
  agent: string;
}

/** The configuration. @throws ProblemError `unavailable` while it is not known, or may be out of date */
export function controlOf({ control }: IdentityDeps): ControlPlane {
  const known = control();
  if (known !== undefined && known.silentMs() <= silentMsMax) return known;
  const detail = known === undefined ? "The configuration is not known yet." : "The configuration may be out of date.";
  throw new ProblemError("unavailable", `${detail} Try again.`, { headers: { "Retry-After": "2" } });
}

/** What sends mail. @throws ProblemError `mail-off` when nothing does */
export function mailerOf({ mailer }: IdentityDeps): Mailer {
  if (mailer !== undefined) return mailer;
  throw new ProblemError("mail-off", "No server of mail is set: see SMTP_HOST in docs/identity.md.");
}

/** Runs commands against Redis. @throws ProblemError `unavailable` when it does not answer: nobody is let in then. */
export async function inRedis<T>(deps: IdentityDeps, commands: (client: RedisClient) => Promise<T>): Promise<T> {
  try {
    return await deps.runRedis(commands);
  } catch (error) {
    if (!(error instanceof SnapshotStoreUnavailableError)) throw error;
    throw new ProblemError("unavailable", "Sign-ins cannot be looked up now. Try again.", {
      cause: error,
      headers: { "Retry-After": "2" },
    });
  }
}

/** Hashes, or compares with a hash, when its turn comes. @throws ProblemError `busy` when too many are waiting. */
export async function hashed<T>({ hashing }: IdentityDeps, work: () => Promise<T>): Promise<T> {
  const outcome = await hashing(work);
  if (outcome.ok) return outcome.value;
  throw new ProblemError("busy", "Too many passwords are being checked. Try again.", {
    headers: { "Retry-After": "1" },
  });
}
