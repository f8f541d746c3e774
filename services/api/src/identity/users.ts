import {
  type ControlPlane,
  type Grant,
  installation,
  type Origin,
  type Principal,
  type Refusal,
  type Role,
  type StoredRevision,
} from "@statwire/control-plane";
import { logFailure } from "@statwire/event-log";
import { z } from "zod";
import { ProblemError } from "../http/problem.js";
import { controlOf, type IdentityDeps, type Visitor } from "./identity.js";

/** A user as identity knows one. */
export interface User {
  id: string;
  email: string;
  username: string | null;
  name: string | null;
  isActive: boolean;
  isAdministrator: boolean;
  hasTwoFactor: boolean;
  /** False: whoever registered with the address has not shown yet that the mailbox is theirs. */
  isVerified: boolean;
  /** Another text after each change of the password and the like: what was issued for another one is void. */
  credentials: string;
  revision: StoredRevision;
}

/** What proves that it is them. */
export interface UserSecret {
  password_hash: string | null;
  totp_secret: string | null;
  recovery_codes: string[];
}

export const noSecret: UserSecret = { password_hash: null, totp_secret: null, recovery_codes: [] };

const storedUser = z.object({
  email: z.string(),
  username: z.string().nullish(),
  name: z.string().nullish(),
  active: z.boolean(),
  administrator: z.boolean(),
  two_factor: z.boolean().default(false),
  email_verified: z.boolean().default(true),
  credentials_changed_at: z.string().nullish(),
});

const storedSecret = z.object({
  password_hash: z.string().nullable().default(null),
  totp_secret: z.string().nullable().default(null),
  recovery_codes: z.array(z.string()).default([]),
});

/** The user with an address of mail, or with a name. */
export function findUser(control: ControlPlane, login: string): User | undefined {
  const field = login.includes("@") ? "email" : "username";
  const found = control.named(installation, "user", field, login.toLowerCase());
  return found && toUser(found);
}

/** The user with an id. */
export function userOf(control: ControlPlane, id: string): User | undefined {
  const found = control.get({ workspace: installation, kind: "user", id });
  return found && toUser(found);
}

/** The user of a revision. */
export function toUser(revision: StoredRevision): User {
  const document = storedUser.parse(revision.document);
  return {
    id: revision.id,
    email: document.email,
    username: document.username ?? null,
    name: document.name ?? null,
    isActive: document.active,
    isAdministrator: document.administrator,
    hasTwoFactor: document.two_factor,
    isVerified: document.email_verified,
    credentials: document.credentials_changed_at ?? String(revision.createdAtMs),
    revision,
  };
}

/** Who a user is to everything that decides about rights. */
export function toPrincipal(control: ControlPlane, user: User): Principal {
  const grants = control.workspaces().flatMap((workspace): Grant[] => {
    const membership = control.named(workspace, "membership", "user_id", user.id)?.document;
    if (membership === undefined) return [];
    const projectIds = membership.project_ids as string[] | null;
    return [{ workspace, role: membership.role as Role, projectIds }];
  });
  return {
    actor: toActor(user),
    userId: user.id,
    grants,
    isAdministrator: user.isAdministrator,
    isReadOnly: false,
    scopes: null,
  };
}

/**
 * What a user keeps secret. What cannot be read, because it was encrypted with another key, is as if it were not there: nobody
 * signs in with it, and a new password can replace it.
 * @throws ProblemError `unavailable` when the log does not answer
 */
export async function readUserSecret(deps: IdentityDeps, { revision }: User): Promise<UserSecret> {
  return storedSecret.parse((await readSecret(deps, revision)) ?? {});
}

/**
 * Takes about as long as reading somebody's: whether a name exists is not to show in the time.
 * @throws ProblemError `unavailable` when the log does not answer
 */
export async function readNobodysSecret(deps: IdentityDeps): Promise<undefined> {
  const atMs = deps.now();
  await readSecret(deps, {
    ...{ workspace: installation, kind: "user", id: "nobody", secret: "nothing", document: {}, action: "created" },
    ...{ actor: { kind: "system", id: "identity", name: "identity" }, requestId: "", atMs, createdAtMs: atMs },
    revision: 0,
  });
  return undefined;
}

async function readSecret(deps: IdentityDeps, revision: StoredRevision): Promise<unknown> {
  try {
    return await controlOf(deps).readSecret(revision);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    if (logFailure(error) !== undefined) {
      throw new ProblemError("unavailable", "What proves who somebody is cannot be read now. Try again.", {
        cause: error,
        headers: { "Retry-After": "2" },
      });
    }
    if (!isSealedOtherwise(error)) throw error;
    deps.log.error({ userId: revision.id, err: error }, "a user's secret cannot be read: was SECRETS_KEY another one?");
    return undefined;
  }
}

/** What Node says of AES-GCM with another key; the error has no code. */
function isSealedOtherwise(error: unknown): boolean {
  return error instanceof Error && error.message.includes("unable to authenticate data");
}

/** A change of a user's own document: what is kept in it, and what is apart. */
export interface UserChange {
  kept?: Record<string, unknown>;
  secret?: UserSecret;
  /** What was issued before becomes void. */
  voidsCredentials?: boolean;
}

/**
 * Changes a user that was read before, in the user's own name unless another actor is given.
 * @throws ProblemError `conflict` when somebody else was faster, `unavailable` when the log does not answer.
 */
export async function changeUser(
  deps: IdentityDeps,
  user: User,
  change: UserChange,
  visitor: Visitor,
  actor: Origin["actor"] = toActor(user),
): Promise<User> {
  const atMs = deps.now();
  const changedAt =
    change.voidsCredentials === true ? { credentials_changed_at: laterThan(user.credentials, atMs) } : {};
  const changed = await controlOf(deps).change(
    {
      ...{ verb: "patch", workspace: installation, kind: "user", id: user.id, patch: {} },
      expected: user.revision.revision,
      kept: { ...change.kept, ...changedAt },
      ...(change.secret === undefined ? {} : { secret: change.secret }),
    },
    { actor, requestId: visitor.requestId, atMs },
  );
  if (!changed.ok) throw toRefusalProblem(changed);
  return toUser(changed.current);
}

/**
 * What becomes of an account when it is proved whose its mailbox is. Who had only registered with the address may have been
 * somebody else: all that proved who that was is void, and its password is the given one, or none.
 */
export function ofMailboxOwner(passwordHash: string | null): UserChange {
  return {
    kept: { email_verified: true, two_factor: false },
    secret: { ...noSecret, password_hash: passwordHash },
    voidsCredentials: true,
  };
}

/** A user as who makes a change. */
export function toActor(user: User): Origin["actor"] {
  return { kind: "user", id: user.id, name: user.name ?? user.email };
}

/** The problem of a refused change of an identity's document. */
export function toRefusalProblem({ code, message, faults }: Refusal): ProblemError {
  const errors = faults.length > 0 ? { errors: faults } : {};
  if (code === "unavailable") return new ProblemError("unavailable", "The change could not be stored. Try again.");
  if (code === "changed") return new ProblemError("conflict", "It was changed at the same time. Try again.");
  if (code === "last-owner" || code === "taken" || code === "too-many" || code === "key-reused")
    return new ProblemError("conflict", message, errors);
  return new ProblemError("invalid-input", message, errors);
}

/** Two changes within a millisecond are still two. */
function laterThan(before: string, atMs: number): string {
  const beforeMs = Date.parse(before);
  return new Date(Number.isNaN(beforeMs) ? atMs : Math.max(atMs, beforeMs + 1)).toISOString();
}
