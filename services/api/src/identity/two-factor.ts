import { installation, mayDo, type Principal } from "@statwire/control-plane";
import {
  oneTimeSecret,
  provisioningUri,
  recoveryCode,
  recoveryCodeBytes,
  recoveryCodeHash,
  recoveryCodesCount,
  stepOfCode,
} from "@statwire/control-plane/identity";
import { ProblemError } from "../http/problem.js";
import { countingCodes } from "./attempts.js";
import { checkCode, checkOwnPassword, eventOf, useStep } from "./check-credentials.js";
import { controlOf, type IdentityDeps, type Visitor } from "./identity.js";
import { changeUser, readUserSecret, type User, type UserSecret, userOf } from "./users.js";

const issuer = "Statwire";
const secretBytes = 20;
/** A secret that was given out and is not verified by then is good for nothing. */
const setupMs = 15 * 60_000;

/** What an authenticator app is set up with; shown once. */
export interface TwoFactorSetup {
  secret: string;
  provisioningUri: string;
}

/**
 * Gives a user a secret for an authenticator app. It is asked for at sign-ins once a code of it has been verified.
 * @throws ProblemError `wrong-password`, `conflict` when it is on already
 */
export async function setUpTwoFactor(
  deps: IdentityDeps,
  user: User,
  password: string,
  visitor: Visitor,
): Promise<TwoFactorSetup> {
  const kept = await checkOwnPassword(deps, user, password, visitor);
  if (user.hasTwoFactor) throw new ProblemError("conflict", "It is on already. Turn it off first.");
  const secret = oneTimeSecret(deps.randomBytes(secretBytes));
  await changeUser(deps, user, { secret: { ...kept, totp_secret: secret } }, visitor);
  return { secret, provisioningUri: provisioningUri(secret, { issuer, account: user.email }) };
}

/**
 * Turns it on with a first code of the app. Answers the recovery codes, which are shown once; undefined: the code is wrong.
 * @throws ProblemError `conflict` when it is on already or was not set up just now, `locked-out` after too many wrong codes
 */
export async function enableTwoFactor(
  deps: IdentityDeps,
  user: User,
  code: string,
  visitor: Visitor,
): Promise<{ user: User; recoveryCodes: string[] } | undefined> {
  const kept = await readUserSecret(deps, user);
  const pending = kept.totp_secret;
  if (user.hasTwoFactor || pending === null) {
    throw new ProblemError("conflict", user.hasTwoFactor ? "It is on already." : "It was not set up.");
  }
  // Giving it out was a change of the user. One that came after it gives more time, which nobody but who may change the user has.
  if (deps.now() >= user.revision.atMs + setupMs) {
    throw new ProblemError("conflict", "It was set up too long ago. Set it up again.");
  }
  const isRight = await countingCodes(deps, user.id, async () => {
    const step = stepOfCode(pending, code, deps.now());
    return step !== undefined && (await useStep(deps, user.id, step)) ? true : undefined;
  });
  if (isRight === undefined) return undefined;
  const codes = Array.from({ length: recoveryCodesCount }, () => recoveryCode(deps.randomBytes(recoveryCodeBytes)));
  const key = deps.key.keyFor("recovery-codes");
  const hashes = codes.map((text) => recoveryCodeHash(key, user.id, text));
  const secret = { ...kept, recovery_codes: hashes };
  const changed = await changeUser(deps, user, { kept: { two_factor: true }, secret }, visitor);
  deps.recordSignIn({ ...eventOf(deps, visitor), action: "two-factor-enabled", userId: user.id });
  return { user: changed, recoveryCodes: codes };
}

/**
 * Turns it off, by password and a last code. Where clients have no field for a code, it is optional: who is signed in has shown one
 * at the sign-in.
 * @throws ProblemError `wrong-password`, `code-needed`, `wrong-code`, `conflict` when it is not on
 */
export async function disableTwoFactor(
  deps: IdentityDeps,
  user: User,
  { password, code, isCodeOptional = false }: { password: string; code: string | undefined; isCodeOptional?: boolean },
  visitor: Visitor,
): Promise<User> {
  if (!user.hasTwoFactor) throw new ProblemError("conflict", "It is not on.");
  const check = async (kept: UserSecret) =>
    isCodeOptional && code === undefined ? undefined : checkCode(deps, user, kept, code, visitor);
  const secret = await checkOwnPassword(deps, user, password, visitor, check);
  // A recovery code that was used just now has made a revision.
  const current = userOf(controlOf(deps), user.id) ?? user;
  const off = { ...secret, totp_secret: null, recovery_codes: [] };
  const changed = await changeUser(deps, current, { kept: { two_factor: false }, secret: off }, visitor);
  deps.recordSignIn({ ...eventOf(deps, visitor), action: "two-factor-disabled", userId: user.id });
  return changed;
}

/**
 * Turns it off for a user who has neither app nor recovery codes left; for administrators, and never for oneself: a stolen session
 * would do for that, where turning it off takes password and code. The user's sessions are void.
 * @throws ProblemError `unknown-document`, `forbidden`, `conflict` when it is not on
 */
export async function resetTwoFactor(
  deps: IdentityDeps,
  principal: Principal,
  userId: string,
  visitor: Visitor,
): Promise<void> {
  const control = controlOf(deps);
  const user = userOf(control, userId);
  const target = { id: userId, document: user?.revision.document ?? {} };
  const permission = mayDo(principal, { verb: "update", workspace: installation, kind: "user", target });
  if (permission === "forbidden") throw new ProblemError("forbidden", "Only administrators do this.");
  if (permission === "hidden" || user === undefined) {
    throw new ProblemError("unknown-document", `There is no user "${userId}".`);
  }
  if (principal.actor.kind === "user" && principal.actor.id === userId) {
    throw new ProblemError("forbidden", "Turn off your own with password and code, or ask another administrator.");
  }
  if (!user.hasTwoFactor) throw new ProblemError("conflict", "It is not on.");
  const secret = { ...(await readUserSecret(deps, user)), totp_secret: null, recovery_codes: [] };
  const off = { kept: { two_factor: false }, secret, voidsCredentials: true };
  await changeUser(deps, user, off, visitor, principal.actor);
  deps.recordSignIn({ ...eventOf(deps, visitor), action: "two-factor-disabled", userId: user.id });
}
