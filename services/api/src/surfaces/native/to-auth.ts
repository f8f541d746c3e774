import { type Caller, installationKeyId } from "../../http/authentication.js";
import type { SignIn } from "../../identity/sign-in-store.js";
import type { TokenPair } from "../../identity/token-pairs.js";
import type { User } from "../../identity/users.js";
import type { Me, SignedInUser, SignInSummary, Tokens } from "./dto-auth.js";

/** A user, as the user sees it. */
export function toSignedInUser(user: User): SignedInUser {
  const { id, email, username, name, isAdministrator, hasTwoFactor } = user;
  return { id, email, username, name, administrator: isAdministrator, two_factor: hasTwoFactor };
}

/** Who a caller is. */
export function toMe({ principal, user, session }: Caller): Me {
  return {
    credential:
      session !== undefined ? "session" : principal.actor.id === installationKeyId ? "installation-key" : "token",
    user: user === undefined ? null : toSignedInUser(user),
    workspaces: principal.grants.map(({ workspace, role, projectIds }) => ({
      id: workspace,
      role,
      project_ids: projectIds === null ? null : [...projectIds],
    })),
    ...(session === undefined
      ? {}
      : { csrf_token: session.csrfToken, expires_at: new Date(session.signIn.expiresAtMs).toISOString() }),
  };
}

/** A sign-in in the list of its user. */
export function toSignInSummary(
  { id, signIn }: { id: string; signIn: SignIn },
  currentId: string | undefined,
): SignInSummary {
  return {
    id,
    kind: signIn.kind,
    created_at: new Date(signIn.createdAtMs).toISOString(),
    seen_at: new Date(signIn.seenAtMs).toISOString(),
    expires_at: new Date(signIn.expiresAtMs).toISOString(),
    address: signIn.address,
    user_agent: signIn.agent,
    current: id === currentId,
  };
}

/** A pair of tokens. */
export function toTokens({ user, accessToken, refreshToken }: TokenPair, expiresInSeconds: number): Tokens {
  return {
    user: toSignedInUser(user),
    access_token: accessToken,
    refresh_token: refreshToken,
    expires_in_seconds: expiresInSeconds,
  };
}
