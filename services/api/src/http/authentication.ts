import type { Principal } from "@statwire/control-plane";
import type { Request } from "express";
import { cookieOf, refuseCrossSite, sessionCookie } from "../identity/cookies.js";
import type { IdentityDeps } from "../identity/identity.js";
import { type OpenSession, openSession } from "../identity/sessions.js";
import { isAccessTokenStillGood, isSessionStillGood } from "../identity/still-signed-in.js";
import { openAccessToken } from "../identity/token-pairs.js";
import type { User } from "../identity/users.js";
import { dashmonCaller } from "../surfaces/dashmon/caller.js";
import { invalidDashPadKey } from "../surfaces/dashpad/errors.js";
import { nezhaSignInNeeded, nezhaUnauthorized } from "../surfaces/nezha/errors.js";
import {
  credentialNeeded,
  invalidAuthorization,
  invalidKey,
  invalidToken,
  tokenNeeded,
} from "../surfaces/peekaping/errors.js";
import { invalidV6DirectKey } from "../surfaces/v6direct/errors.js";
import { isStillGood, openToken, type TokenDeps } from "../tokens/open-token.js";
import type { CheckApiKey } from "./api-key.js";
import { bearerToken } from "./bearer-token.js";
import { contextOf } from "./context.js";
import { ProblemError } from "./problem.js";

/** Who a request comes from, once a credential was accepted. */
export interface Caller {
  /** Counts for the rate limits: one key, or one user, one count. */
  limitKey: string;
  /** What the caller may do. */
  principal: Principal;
  /** Where it acts when the request names no workspace; absent: in the one that is served. */
  workspace?: string;
  /** Absent: a program. */
  user?: User;
  /** What the person is signed in with, as in the list of sign-ins. */
  signInId?: string;
  /** Absent: not a browser's session. */
  session?: OpenSession;
  /**
   * Asked again while an answer goes on: whether the credential is good, and means the same principal; absent: it does for as long as
   * that takes. Of a program it is known at once. Throws ProblemError when it cannot be told.
   */
  isStillGood?(): boolean | Promise<boolean>;
}

/** The ways to present a credential that an operation may declare with `@Security`. */
export type SecurityScheme =
  | "ApiKey"
  | "Bearer"
  | "Session"
  | "APIKeyHeader"
  | "DashPadKey"
  | "BearerAuth"
  | "APIKeyQuery"
  | "NezhaToken"
  | "NezhaSession"
  | "PeekapingKey"
  | "PeekapingToken"
  | "PeekapingJwt"
  | "DashmonBearer"
  | "DashmonSession";

/**
 * Who presents a credential in one of these ways. Undefined at once: the request has none of the kind; undefined later: it is nobody's, or
 * no longer good. Rejections are of what is said of the credential.
 */
type Identify = (request: Request) => Promise<Caller | undefined> | undefined;

const schemes: Record<SecurityScheme, Identify> = {
  ApiKey: keyCaller,
  Bearer: bearerCaller,
  Session: sessionCaller,
  APIKeyHeader: keyCaller,
  DashPadKey: keyCaller,
  BearerAuth: (request) => programCaller(request, bearerToken(request)),
  APIKeyQuery: (request) => programCaller(request, queryKey(request)),
  // The bare token, whose scheme word would be a part of a wrong one, or a browser's session.
  NezhaToken: async (request) =>
    (await programCaller(request, request.get("authorization"))) ?? (await sessionCaller(request)),
  NezhaSession: sessionCaller,
  // Two ways in, and one answer whichever of them is asked: a key that was sent counts alone.
  PeekapingKey: peekapingCaller,
  PeekapingToken: peekapingCaller,
  PeekapingJwt: peekapingPerson,
  DashmonBearer: identifyDashmon,
  DashmonSession: identifyDashmon,
};

/** What is said of nobody, where it is not said in Statwire's own words. */
const refusals: Partial<Record<SecurityScheme, () => Error>> = {
  APIKeyHeader: invalidV6DirectKey,
  ...{ DashPadKey: invalidDashPadKey, BearerAuth: invalidDashPadKey, APIKeyQuery: invalidDashPadKey },
  ...{ NezhaToken: nezhaUnauthorized, NezhaSession: nezhaSignInNeeded },
};

/** Whether a text names a scheme. */
export function isScheme(text: string): text is SecurityScheme {
  return Object.hasOwn(schemes, text);
}

/** Who sends a request to one of Dashmon's paths. Errors: as its clients know them. */
export function identifyDashmon(request: Request): Promise<Caller> {
  return dashmonCaller(request, async (one) => bearerCaller(one));
}

/** Who presents a credential as a scheme says: see {@link Identify}. */
export function identifyBy(scheme: SecurityScheme, request: Request): ReturnType<Identify> {
  return schemes[scheme](request);
}

/** What is said of nobody. */
export function refusalOf(scheme: SecurityScheme, request: Request): Error {
  return refusals[scheme]?.() ?? unknownCaller(request);
}

/** Of whom a program's credential is, in whatever header it came: the installation's key, or a token. */
export interface Credentials {
  checkApiKey: CheckApiKey;
  /** The workspace that is served: whoever has the installation's key is an owner of it. */
  workspace: string;
  tokens: TokenDeps;
}

/**
 * Who a program is; undefined: nobody.
 * @throws ProblemError `unavailable` while it is not known which tokens are good
 */
export async function identifyProgram(credentials: Credentials, presented: string): Promise<Caller | undefined> {
  const { tokens } = credentials;
  const installation = identifyInstallation(credentials, presented);
  if (installation !== undefined) return installation;
  const opened = await openToken(tokens, presented);
  if (opened === undefined) return undefined;
  const { token, principal } = opened;
  return { limitKey: `token:${token.id}`, principal, isStillGood: () => isStillGood(tokens, presented, principal) };
}

/** The same of who has the installation's key, which is known without asking anybody; undefined: a token, or nobody. */
export function identifyInstallation({ checkApiKey, workspace }: Credentials, presented: string): Caller | undefined {
  if (!checkApiKey(presented)) return undefined;
  return { limitKey: "api-key", principal: installationPrincipal(workspace) };
}

const identified = new WeakMap<object, Map<string, Promise<Caller | undefined>>>();

/** The same of a request: what one presents more than once is looked up, and counts, once. */
export function identifyProgramOnce(
  credentials: Credentials,
  request: object,
  presented: string,
): Promise<Caller | undefined> {
  const ofRequest = identified.get(request) ?? new Map<string, Promise<Caller | undefined>>();
  identified.set(request, ofRequest);
  const caller = ofRequest.get(presented) ?? identifyProgram(credentials, presented);
  ofRequest.set(presented, caller);
  return caller;
}

function programCaller(request: Request, presented: string | undefined): Promise<Caller | undefined> | undefined {
  return presented === undefined ? undefined : identifyProgramOnce(contextOf(request), request, presented);
}

function keyCaller(request: Request): Promise<Caller | undefined> | undefined {
  return programCaller(request, request.get("x-api-key"));
}

/** No token has such an id. */
export const installationKeyId = "installation-key";

function installationPrincipal(workspace: string): Principal {
  return {
    actor: { kind: "token", id: installationKeyId, name: "API key of the installation" },
    grants: [{ workspace, role: "owner", projectIds: null }],
    isAdministrator: true,
    isReadOnly: false,
    scopes: null,
  };
}

function bearerCaller(request: Request): Promise<Caller | undefined> | undefined {
  const presented = bearerToken(request);
  return presented === undefined ? undefined : programOrPerson(request, presented);
}

async function programOrPerson(request: Request, presented: string): Promise<Caller | undefined> {
  return (await programCaller(request, presented)) ?? personCaller(request, presented);
}

async function personCaller(request: Request, presented: string): Promise<Caller | undefined> {
  const { identity } = contextOf(request);
  if (identity === undefined) return undefined;
  const opened = await openAccessToken(identity, presented);
  return (
    opened && {
      limitKey: `user:${opened.user.id}`,
      principal: opened.principal,
      user: opened.user,
      signInId: opened.id,
      isStillGood: () => isAccessTokenStillGood(identity, presented, opened.principal),
    }
  );
}

async function peekapingCaller(request: Request): Promise<Caller> {
  const key = request.get("x-api-key");
  if (key) return atHome(request, (await programCaller(request, key)) ?? raise(invalidKey(key)));
  const presented = bearerOrBare(request) ?? raise(credentialNeeded());
  return atHome(request, (await programOrPerson(request, presented)) ?? raise(invalidToken()));
}

async function peekapingPerson(request: Request): Promise<Caller> {
  const presented = bearerOrBare(request) ?? raise(tokenNeeded());
  return atHome(request, (await personCaller(request, presented)) ?? raise(invalidToken()));
}

/** This surface knows of one workspace for everybody: the one that is served for its members, else the first one of the caller. */
function atHome(request: Request, caller: Caller): Caller {
  const { grants } = caller.principal;
  const served = contextOf(request).workspace;
  const [first] = grants;
  if (first === undefined || grants.some(({ workspace }) => workspace === served)) return caller;
  return { ...caller, workspace: first.workspace };
}

/** The token of `Authorization`, with or without the word Bearer before it; undefined: nothing was sent. */
function bearerOrBare(request: Request): string | undefined {
  const header = request.get("authorization")?.trim();
  if (!header) return undefined;
  return /^(?:Bearer +)?([^ ]+)$/i.exec(header)?.[1] ?? raise(invalidAuthorization());
}

function sessionCaller(request: Request): Promise<Caller | undefined> | undefined {
  const { identity } = contextOf(request);
  const cookie = identity && cookieOf(request, sessionCookie);
  return cookie === undefined ? undefined : ofSession(request, identity as IdentityDeps, cookie);
}

async function ofSession(request: Request, identity: IdentityDeps, cookie: string): Promise<Caller | undefined> {
  const session = await openSession(identity, cookie);
  if (session === undefined) return undefined;
  refuseCrossSite(request, identity.policy.publicUrl, session.csrfToken);
  return {
    limitKey: `user:${session.user.id}`,
    principal: session.principal,
    user: session.user,
    signInId: session.id,
    session,
    isStillGood: () => isSessionStillGood(identity, session),
  };
}

function unknownCaller(request: Request): ProblemError {
  const presented = request.get("x-api-key") ?? bearerToken(request) ?? cookieOf(request, sessionCookie);
  const detail =
    presented === undefined
      ? "Send the API key as X-API-Key or as Authorization: Bearer, or sign in."
      : "The key, token or session that was sent is not valid.";
  return new ProblemError("unauthorized", detail, { headers: { "WWW-Authenticate": 'Bearer realm="statwire"' } });
}

function raise(error: Error): never {
  throw error;
}

/** Who a request comes from. Undefined where an operation needs no credential. */
export function callerOf(request: Request): Caller | undefined {
  return (request as Request & { user?: Caller }).user;
}

function queryKey(request: Request): string | undefined {
  const { apikey } = request.query;
  return contextOf(request).keyInQuery && typeof apikey === "string" ? apikey : undefined;
}
