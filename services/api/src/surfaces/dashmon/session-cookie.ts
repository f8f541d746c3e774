import type { Request } from "express";
import { identityOf, visitorOf } from "../../identity/caller.js";
import { eventOf } from "../../identity/check-credentials.js";
import { attributes, clearSessionCookies } from "../../identity/cookies.js";
import { beginSession } from "../../identity/sessions.js";
import { endSignIn } from "../../identity/sign-in-store.js";
import type { User } from "../../identity/users.js";
import { dashmonCookie, dashmonCookies, sessionOf } from "./caller.js";

/** Begins a session for somebody who has proved who it is, and sets the cookie that a client of Dashmon's replays. */
export async function giveDashmonSession(request: Request, user: User, method: "password" | "openid"): Promise<void> {
  const deps = identityOf(request);
  const visitor = visitorOf(request);
  const { cookie } = await beginSession(deps, user, visitor);
  deps.recordSignIn({ ...eventOf(deps, visitor), action: "signed-in", method, userId: user.id });
  const { publicUrl } = deps.policy;
  request.res?.cookie(dashmonCookie, cookie, {
    ...attributes(request, publicUrl),
    httpOnly: true,
    maxAge: deps.policy.sessionMs,
  });
}

/** Ends the session that a request comes with, if any, and takes its cookies away. */
export async function endDashmonSession(request: Request): Promise<void> {
  const deps = identityOf(request);
  const session = await sessionOf(request);
  if (session !== undefined) {
    await endSignIn(deps, session.user.id, session.id);
    deps.recordSignIn({ ...eventOf(deps, visitorOf(request)), action: "signed-out", userId: session.user.id });
  }
  const { publicUrl } = deps.policy;
  for (const name of dashmonCookies()) {
    request.res?.clearCookie(name, { ...attributes(request, publicUrl), httpOnly: true });
  }
  clearSessionCookies(request, publicUrl);
}
