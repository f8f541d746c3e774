import { isDeepStrictEqual } from "node:util";
import type { Principal } from "@statwire/control-plane";
import { controlOf, type IdentityDeps } from "./identity.js";
import type { OpenSession } from "./sessions.js";
import { readSignIn } from "./sign-in-store.js";
import { openAccessToken } from "./token-pairs.js";
import { toPrincipal, userOf } from "./users.js";

/**
 * Whether an access token that was opened before is still good, and its holder may do neither more nor less than then.
 * @throws ProblemError `unavailable`
 */
export async function isAccessTokenStillGood(
  deps: IdentityDeps,
  token: string,
  principal: Principal,
): Promise<boolean> {
  const opened = await openAccessToken(deps, token);
  return opened !== undefined && isDeepStrictEqual(opened.principal, principal);
}

/**
 * The same of a session. Asking is no use of it: one of which only a stream is left ends when it was not used for long.
 * @throws ProblemError `unavailable`
 */
export async function isSessionStillGood(
  deps: IdentityDeps,
  { id, user: before, principal }: Pick<OpenSession, "id" | "user" | "principal">,
): Promise<boolean> {
  const signIn = await readSignIn(deps, id);
  if (signIn === undefined || deps.now() - signIn.seenAtMs >= deps.policy.sessionIdleMs) return false;
  const control = controlOf(deps);
  const user = userOf(control, before.id);
  if (user?.isActive !== true || user.credentials !== before.credentials) return false;
  return isDeepStrictEqual(toPrincipal(control, user), principal);
}
