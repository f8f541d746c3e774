import {
  hashPassword,
  stepOfCode,
  usedStepSeconds,
  verifyPassword,
  withoutUsed,
} from "@statwire/control-plane/identity";
import { ProblemError } from "../http/problem.js";
import { beginAttempt, countingCodes } from "./attempts.js";
import { controlOf, hashed, type IdentityDeps, inRedis, type Visitor } from "./identity.js";
import type { SignInEvent } from "./sign-in-event.js";
import { changeUser, findUser, readNobodysSecret, readUserSecret, type User, type UserSecret } from "./users.js";

/** What somebody presents to sign in. */
export interface Credentials {
  /** An address of mail, or a user name. */
  login: string;
  password: string;
  /** Of the authenticator app, or a recovery code. */
  code?: string;
}

/**
 * Whose credentials these are. It takes as long for nobody as for somebody, and failures count against the lockout.
 * @throws ProblemError `locked-out`, `busy`, `wrong-credentials`, `code-needed`, `wrong-code`, `unavailable`
 */
export async function checkCredentials(deps: IdentityDeps, credentials: Credentials, visitor: Visitor): Promise<User> {
  const record = (action: SignInEvent["action"], userId?: string) =>
    deps.recordSignIn({
      ...eventOf(deps, visitor),
      action,
      method: "password",
      ...(userId === undefined ? {} : { userId }),
    });
  const found = findUser(controlOf(deps), credentials.login);
  const recordIfLocked = (error: unknown) => {
    if (error instanceof ProblemError && error.code === "locked-out") record("locked-out", found?.id);
  };
  // Somebody with two names has no more attempts than others.
  const name = found?.email ?? credentials.login;
  const attempt = await beginAttempt(deps, name, visitor.address).catch((error: unknown) => {
    recordIfLocked(error);
    throw error;
  });
  try {
    const secret = found === undefined ? await readNobodysSecret(deps) : await readUserSecret(deps, found);
    const verdict = await hashed(deps, () => verifyPassword(secret?.password_hash ?? undefined, credentials.password));
    if (found === undefined || secret === undefined || !found.isActive || !verdict.isRight) throw wrongCredentials();
    let user = found;
    if (user.hasTwoFactor) user = await checkCode(deps, user, secret, credentials.code, visitor);
    if (verdict.isOutdated) user = await withNewHash(deps, user, credentials.password, visitor);
    await attempt.succeeded();
    return user;
  } catch (error) {
    const isFailure = error instanceof ProblemError && error.status === 401;
    if (isFailure) record("refused", found?.id);
    else {
      recordIfLocked(error);
      await attempt.withdrawn().catch(() => undefined);
    }
    throw error;
  }
}

/**
 * Whether a signed-in user knows the password, and whatever else is to be asked then; failures count as those of signing in.
 * @throws ProblemError `wrong-password`, and as checkCredentials
 */
export async function checkOwnPassword(
  deps: IdentityDeps,
  user: User,
  password: string,
  visitor: Visitor,
  alsoCheck: (secret: UserSecret) => Promise<unknown> = async () => undefined,
): Promise<UserSecret> {
  const attempt = await beginAttempt(deps, user.email, visitor.address);
  try {
    const secret = await readUserSecret(deps, user);
    const verdict = await hashed(deps, () => verifyPassword(secret.password_hash ?? undefined, password));
    if (!verdict.isRight) throw new ProblemError("wrong-password", "The current password is not right.");
    await alsoCheck(secret);
    await attempt.succeeded();
    return secret;
  } catch (error) {
    const isFailure = error instanceof ProblemError && (error.code === "wrong-password" || error.status === 401);
    if (!isFailure) await attempt.withdrawn().catch(() => undefined);
    throw error;
  }
}

/**
 * Takes a code of the app, or a recovery code, that was not used before.
 * @throws ProblemError `code-needed`, `wrong-code`, `locked-out` after too many wrong ones
 */
export async function checkCode(
  deps: IdentityDeps,
  user: User,
  secret: UserSecret,
  code: string | undefined,
  visitor: Visitor,
): Promise<User> {
  if (code === undefined || code === "") {
    throw new ProblemError("code-needed", "Send the code of the authenticator app, or a recovery code, as code.");
  }
  const taken = await countingCodes(deps, user.id, () => takeCode(deps, user, secret, code, visitor));
  if (taken === undefined) throw new ProblemError("wrong-code", "The code is not right, or was used before.");
  return taken;
}

/** Undefined: it is wrong. */
async function takeCode(
  deps: IdentityDeps,
  user: User,
  secret: UserSecret,
  code: string,
  visitor: Visitor,
): Promise<User | undefined> {
  if (secret.totp_secret === null) return undefined;
  const step = stepOfCode(secret.totp_secret, code, deps.now());
  if (step !== undefined) return (await useStep(deps, user.id, step)) ? user : undefined;
  const left = withoutUsed(deps.key.keyFor("recovery-codes"), user.id, secret.recovery_codes, code);
  if (left === undefined) return undefined;
  // Whoever is second finds another revision: a code cannot be used twice at once.
  const changed = await changeUser(deps, user, { secret: { ...secret, recovery_codes: left } }, visitor);
  deps.recordSignIn({ ...eventOf(deps, visitor), action: "recovery-code-used", userId: user.id });
  return changed;
}

/** False when the step's code was used before, here or at another replica. */
export async function useStep(deps: IdentityDeps, userId: string, step: number): Promise<boolean> {
  const name = `${deps.keyPrefix}used-code:${userId}:${step}`;
  return (await inRedis(deps, (client) => client.set(name, "1", { NX: true, EX: usedStepSeconds }))) !== null;
}

/** The common part of what is recorded. */
export function eventOf(
  deps: IdentityDeps,
  { requestId, address }: Visitor,
): Pick<SignInEvent, "requestId" | "address" | "atMs"> {
  return { requestId, address, atMs: deps.now() };
}

/** The only moment at which the password is known in clear. A lost race changes nothing for the user. */
async function withNewHash(deps: IdentityDeps, user: User, password: string, visitor: Visitor): Promise<User> {
  try {
    const secret = await readUserSecret(deps, user);
    const passwordHash = await hashed(deps, () => hashPassword(password));
    return await changeUser(deps, user, { secret: { ...secret, password_hash: passwordHash } }, visitor);
  } catch (error) {
    if (error instanceof ProblemError) return user;
    throw error;
  }
}

function wrongCredentials(): ProblemError {
  return new ProblemError("wrong-credentials", "Name or password is not right.");
}
