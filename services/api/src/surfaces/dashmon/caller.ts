import { type Grant, judgeToken, planOf } from "@statwire/control-plane";
import type { Request } from "express";
import { Answer } from "../../http/answer.js";
import type { Caller } from "../../http/authentication.js";
import { bearerToken } from "../../http/bearer-token.js";
import { contextOf } from "../../http/context.js";
import { peerOf } from "../../http/peer.js";
import { cookieOf, isSafe, refuseForeignOrigin, sessionCookie } from "../../identity/cookies.js";
import { type OpenSession, openSession } from "../../identity/sessions.js";

/** The cookie of Dashmon's documentation, which its clients get; that of its code is `connect.sid`. */
export const dashmonCookie = "dashmon_session";
const sessionCookies = [dashmonCookie, "connect.sid", sessionCookie];

/** Tells whose a token or a key is that came as `Authorization: Bearer`. */
type IdentifyBearer = (request: Request) => Promise<Caller | undefined>;

const asked = new WeakMap<Request, Promise<Caller>>();
const known = new WeakMap<object, Caller>();

/**
 * Who sends a request to one of Dashmon's paths, looked up once a request: the owner of the bearer token, whatever cookie comes with
 * it, or of the session.
 * @throws Answer 401 `unauthenticated` or `api_token_expired`; ProblemError `cross-site`, `unavailable`
 */
export function dashmonCaller(request: Request, identifyBearer: IdentifyBearer): Promise<Caller> {
  const before = asked.get(request);
  if (before !== undefined) return before;
  const caller = identify(request, identifyBearer);
  asked.set(request, caller);
  return caller;
}

/** The caller, if it was found out before. */
export function knownDashmonCaller(request: object): Caller | undefined {
  return known.get(request);
}

/** Whose changes of one path count together. */
export function dashmonWriter(request: Request): string {
  return `${known.get(request)?.limitKey ?? peerOf(request)} ${request.path}`;
}

/** 401, whatever is wrong with the credential. */
export function unauthenticated(): Answer {
  return new Answer(401, { error: "unauthenticated" });
}

async function identify(request: Request, identifyBearer: IdentifyBearer): Promise<Caller> {
  const presented = bearerToken(request);
  const caller =
    presented === undefined
      ? await sessionCaller(request)
      : await bearerCaller(request, presented, await identifyBearer(request));
  known.set(request, caller);
  return caller;
}

async function bearerCaller(request: Request, presented: string, caller: Caller | undefined): Promise<Caller> {
  const { tokens } = contextOf(request);
  const control = tokens.control();
  if (caller === undefined) {
    const verdict = control && judgeToken(control, presented, tokens.now());
    const isExpired = verdict?.ok === false && verdict.reason === "expired";
    throw isExpired ? new Answer(401, { error: "api_token_expired" }) : unauthenticated();
  }
  const { user, principal } = caller;
  const workspace = user === undefined ? principal.grants[0]?.workspace : actsIn(principal.grants);
  // Of a free workspace they are listed, and let nobody in. The installation's key is none of them.
  const isApiToken = user === undefined && !principal.isAdministrator;
  if (isApiToken && workspace !== undefined && control && planOf(control, workspace, tokens.now()) === "free") {
    throw unauthenticated();
  }
  return withWorkspace(caller, workspace);
}

async function sessionCaller(request: Request): Promise<Caller> {
  const session = await sessionOf(request);
  if (session === undefined) throw unauthenticated();
  const { user, principal, id, signIn } = session;
  const caller = { limitKey: `user:${user.id}`, principal, user, signInId: id, session };
  return withWorkspace(caller, actsIn(principal.grants, signIn.workspace));
}

/**
 * The session of the first of the three cookies that has one. No script of Dashmon's sends a CSRF token: changes are kept from other
 * sites' pages by SameSite, and by what browsers say of where they come from.
 * @throws ProblemError `cross-site`, `unavailable`
 */
export async function sessionOf(request: Request): Promise<OpenSession | undefined> {
  const { identity } = contextOf(request);
  if (identity === undefined) return undefined;
  for (const name of sessionCookies) {
    const cookie = cookieOf(request, name);
    const session = cookie === undefined ? undefined : await openSession(identity, cookie);
    if (session === undefined) continue;
    if (!isSafe(request)) refuseForeignOrigin(request, identity.policy.publicUrl);
    return session;
  }
  return undefined;
}

/** Names of every cookie that a session is taken from. */
export function dashmonCookies(): readonly string[] {
  return sessionCookies;
}

function withWorkspace(caller: Caller, workspace: string | undefined): Caller {
  return workspace === undefined ? caller : { ...caller, workspace };
}

/** What was chosen, as long as one is let in there; else the first that is one's own; else the first at all. */
function actsIn(grants: readonly Grant[], chosen?: string): string | undefined {
  const grant =
    grants.find(({ workspace }) => workspace === chosen) ?? grants.find(({ role }) => role === "owner") ?? grants[0];
  return grant?.workspace;
}
