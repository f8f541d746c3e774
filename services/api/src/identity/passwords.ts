import { hashPassword, passwordFault } from "@statwire/control-plane/identity";
import { invalidField } from "../http/problem.js";
import { checkOwnPassword, eventOf } from "./check-credentials.js";
import { hashed, type IdentityDeps, type Visitor } from "./identity.js";
import { endSignIns } from "./sign-in-store.js";
import { changeUser, type User } from "./users.js";

/**
 * Replaces a user's password by one of the user's choice. Every session and token that was issued before is void with it.
 * @throws ProblemError `wrong-password`, `invalid-input`, `locked-out`, `busy`, `conflict`
 */
export async function changePassword(
  deps: IdentityDeps,
  user: User,
  { current, next }: { current: string; next: string },
  visitor: Visitor,
): Promise<User> {
  const passwordHashOf = hashOfNew(deps, "new_password", next);
  const secret = await checkOwnPassword(deps, user, current, visitor);
  const passwordHash = await passwordHashOf();
  const changed = await changeUser(
    deps,
    user,
    { secret: { ...secret, password_hash: passwordHash }, voidsCredentials: true },
    visitor,
  );
  // They are void already; this takes them off the list.
  await endSignIns(deps, user.id).catch(() => undefined);
  deps.recordSignIn({ ...eventOf(deps, visitor), action: "password-changed", userId: user.id });
  return changed;
}

/** The hash of a new password, made when it is asked for. @throws ProblemError `invalid-input` at once */
export function hashOfNew(deps: IdentityDeps, field: string, password: string): () => Promise<string> {
  const fault = passwordFault(password);
  if (fault !== undefined) throw invalidField(field, fault);
  return () => hashed(deps, () => hashPassword(password));
}
