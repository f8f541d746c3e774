import type { Request } from "express";
import { callerOf } from "../../http/authentication.js";
import { identityOf, visitorOf } from "../../identity/caller.js";
import { attributes, cookieOf, refuseForeignOrigin } from "../../identity/cookies.js";
import { acceptInvitation, invite } from "../../identity/invitations.js";
import { beginOpenId, finishOpenId, openIdAttemptMs, openIdCookie } from "../../identity/openid-sign-in.js";
import { askForReset, resetPassword } from "../../identity/password-resets.js";
import { resetTwoFactor } from "../../identity/two-factor.js";
import type {
  InvitationAcceptance,
  InvitationAccepted,
  InvitationRequest,
  InvitationSent,
  PasswordReset,
} from "./dto-auth-links.js";
import { giveSession } from "./sign-in.js";

/** Sends an invitation in the name of the caller. */
export async function sendInvitation(request: Request, body: InvitationRequest): Promise<InvitationSent> {
  const deps = identityOf(request);
  const principal = callerOf(request)?.principal;
  if (principal === undefined) throw new Error("an invitation by nobody");
  const { email, role, project_ids: projectIds = null, workspace = deps.workspace } = body;
  const sent = await invite(deps, principal, { workspace, email, role, projectIds }, visitorOf(request));
  return { id: sent.id, expires_at: new Date(sent.expiresAtMs).toISOString() };
}

/** Lets in who was invited; a new user is signed in at once. */
export async function takeInvitation(request: Request, body: InvitationAcceptance): Promise<InvitationAccepted> {
  const deps = identityOf(request);
  refuseForeignOrigin(request, deps.policy.publicUrl);
  const { user, isNew, workspace } = await acceptInvitation(deps, body, visitorOf(request));
  if (isNew) await giveSession(request, deps, user, "link");
  return { workspace, new_user: isNew };
}

/** Sends a link for a new password. */
export async function askForNewPassword(request: Request, email: string): Promise<void> {
  await askForReset(identityOf(request), email, visitorOf(request));
}

/** Sets a new password by a link. */
export async function setNewPassword(request: Request, body: PasswordReset): Promise<void> {
  const deps = identityOf(request);
  refuseForeignOrigin(request, deps.policy.publicUrl);
  await resetPassword(deps, body, visitorOf(request));
}

/** Turns a user's one-time codes off in the name of the caller. */
export async function resetUserTwoFactor(request: Request, id: string): Promise<void> {
  const principal = callerOf(request)?.principal;
  if (principal === undefined) throw new Error("codes turned off by nobody");
  await resetTwoFactor(identityOf(request), principal, id, visitorOf(request));
}

/** Sends the browser to the provider. */
export async function leaveForOpenId(request: Request): Promise<void> {
  const deps = identityOf(request);
  const { url, cookie } = await beginOpenId(deps);
  const options = { ...attributes(request, deps.policy.publicUrl), httpOnly: true, maxAge: openIdAttemptMs };
  request.res?.cookie(openIdCookie, cookie, options).redirect(302, url);
}

/** Takes the browser back: it gets a session and goes on to the first page. */
export async function returnFromOpenId(request: Request): Promise<void> {
  const deps = identityOf(request);
  const at = request.originalUrl.indexOf("?");
  const search = at === -1 ? "" : request.originalUrl.slice(at);
  request.res?.clearCookie(openIdCookie, { ...attributes(request, deps.policy.publicUrl), httpOnly: true });
  const user = await finishOpenId(deps, { search, cookie: cookieOf(request, openIdCookie) }, visitorOf(request));
  await giveSession(request, deps, user, "openid");
  request.res?.redirect(302, "/");
}
