import { tokenSeconds } from "@statwire/control-plane/identity";
import type { Request } from "express";
import { callerOf, installationKeyId } from "../../http/authentication.js";
import { ProblemError } from "../../http/problem.js";
import { identityOf, personOf, visitorOf } from "../../identity/caller.js";
import { checkCredentials, eventOf } from "../../identity/check-credentials.js";
import { clearSessionCookies, refuseForeignOrigin, setSessionCookies } from "../../identity/cookies.js";
import { firstAdministratorLink, makeFirstAdministrator } from "../../identity/first-administrator.js";
import type { IdentityDeps } from "../../identity/identity.js";
import { changePassword } from "../../identity/passwords.js";
import { beginSession } from "../../identity/sessions.js";
import { endSignIn, endSignIns, listSignIns } from "../../identity/sign-in-store.js";
import { endTokens, refreshTokens, signInForTokens } from "../../identity/token-pairs.js";
import type { User } from "../../identity/users.js";
import type {
  FirstAdministratorLink,
  FirstAdministratorRequest,
  Me,
  PasswordChange,
  SessionBegun,
  SignInList,
  SignInRequest,
  Tokens,
} from "./dto-auth.js";
import { toMe, toSignedInUser, toSignInSummary, toTokens } from "./to-auth.js";

/** Who the caller is. */
export function whoAmI(request: Request): Me {
  const caller = callerOf(request);
  if (caller === undefined) throw new Error("an operation without authentication asks who the caller is");
  return toMe(caller);
}

/** Checks credentials and begins a session. */
export async function signIn(request: Request, body: SignInRequest): Promise<SessionBegun> {
  const deps = identityOf(request);
  refuseForeignOrigin(request, deps.policy.publicUrl);
  const user = await checkCredentials(deps, body, visitorOf(request));
  return giveSession(request, deps, user, "password");
}

/** Begins a session for somebody who has proved who it is, and sets its cookies. */
export async function giveSession(
  request: Request,
  deps: IdentityDeps,
  user: User,
  method: "password" | "openid" | "link",
): Promise<SessionBegun> {
  const visitor = visitorOf(request);
  const { cookie, csrfToken, expiresAtMs } = await beginSession(deps, user, visitor);
  deps.recordSignIn({ ...eventOf(deps, visitor), action: "signed-in", method, userId: user.id });
  setSessionCookies(request, deps.policy.publicUrl, { cookie, csrfToken, lastsMs: deps.policy.sessionMs });
  return { user: toSignedInUser(user), csrf_token: csrfToken, expires_at: new Date(expiresAtMs).toISOString() };
}

/** Ends what the request is signed in with. */
export async function signOut(request: Request): Promise<void> {
  const deps = identityOf(request);
  const user = personOf(request);
  const id = callerOf(request)?.signInId;
  if (id !== undefined) await endSignIn(deps, user.id, id);
  clearSessionCookies(request, deps.policy.publicUrl);
  deps.recordSignIn({ ...eventOf(deps, visitorOf(request)), action: "signed-out", userId: user.id });
}

/** What the caller is signed in with. */
export async function listOwnSignIns(request: Request): Promise<SignInList> {
  const deps = identityOf(request);
  const current = callerOf(request)?.signInId;
  const signIns = await listSignIns(deps, personOf(request).id);
  return { sessions: signIns.map((entry) => toSignInSummary(entry, current)) };
}

/** Ends one of the caller's sign-ins. */
export async function endOwnSignIn(request: Request, id: string): Promise<void> {
  const deps = identityOf(request);
  const user = personOf(request);
  if (!(await endSignIn(deps, user.id, id))) throw new ProblemError("unknown-document", `There is no session "${id}".`);
  deps.recordSignIn({ ...eventOf(deps, visitorOf(request)), action: "signed-out", userId: user.id });
}

/** Ends all of the caller's sign-ins but that of the request. */
export async function endOtherSignIns(request: Request): Promise<void> {
  const deps = identityOf(request);
  const user = personOf(request);
  await endSignIns(deps, user.id, callerOf(request)?.signInId);
  deps.recordSignIn({ ...eventOf(deps, visitorOf(request)), action: "signed-out", userId: user.id });
}

/** Changes the caller's password. A browser gets a new session, because all that were there are void. */
export async function changeOwnPassword(request: Request, body: PasswordChange): Promise<void> {
  const deps = identityOf(request);
  const next = { current: body.current_password, next: body.new_password };
  const changed = await changePassword(deps, personOf(request), next, visitorOf(request));
  if (callerOf(request)?.session !== undefined) await giveSession(request, deps, changed, "password");
}

/** Checks credentials and makes two tokens. */
export async function makeTokens(request: Request, body: SignInRequest): Promise<Tokens> {
  return toTokens(await signInForTokens(identityOf(request), body, visitorOf(request)), tokenSeconds.access);
}

/** Exchanges a refresh token. */
export async function exchangeTokens(request: Request, refreshToken: string): Promise<Tokens> {
  return toTokens(await refreshTokens(identityOf(request), refreshToken, visitorOf(request)), tokenSeconds.access);
}

/** Ends the sign-in of a refresh token; one that is not good has ended already. */
export async function giveUpTokens(request: Request, refreshToken: string): Promise<void> {
  const deps = identityOf(request);
  const user = await endTokens(deps, refreshToken);
  if (user === undefined) return;
  deps.recordSignIn({ ...eventOf(deps, visitorOf(request)), action: "signed-out", userId: user.id });
}

/** A link for the first administrator, for who has the installation's key. */
export function askForFirstLink(request: Request): FirstAdministratorLink {
  const deps = identityOf(request);
  if (callerOf(request)?.principal.actor.id !== installationKeyId) {
    throw new ProblemError("forbidden", "Only the installation's key gives this link.");
  }
  const { token, expiresAtMs } = firstAdministratorLink(deps);
  const url = `${deps.policy.publicUrl}/account#first-administrator=${token}`;
  return { url, token, expires_at: new Date(expiresAtMs).toISOString() };
}

/** Makes the first administrator, who is signed in at once. */
export async function becomeFirstAdministrator(
  request: Request,
  body: FirstAdministratorRequest,
): Promise<SessionBegun> {
  const deps = identityOf(request);
  refuseForeignOrigin(request, deps.policy.publicUrl);
  const user = await makeFirstAdministrator(deps, body, visitorOf(request));
  return giveSession(request, deps, user, "link");
}
