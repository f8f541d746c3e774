import type { Principal } from "@statwire/control-plane";
import type { Request } from "express";
import { isNeed, requireNeed } from "../authorization/needs.js";
import { cookieOf, refuseCrossSite, sessionCookie } from "../identity/cookies.js";
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

const schemes: Record<SecurityScheme, (request: Request) => Promise<Caller>> = {
  ApiKey: async (request) => (await programCaller(request, request.get("x-api-key"))) ?? refuse(request),
  Bearer: async (request) => (await bearerCaller(request)) ?? refuse(request),
  Session: async (request) => (await sessionCaller(request)) ?? refuse(request),
  APIKeyHeader: async (request) =>
    (await programCaller(request, request.get("x-api-key"))) ?? raise(invalidV6DirectKey()),
  DashPadKey: (request) => dashPadCaller(request, request.get("x-api-key")),
  BearerAuth: (request) => dashPadCaller(request, bearerToken(request)),
  APIKeyQuery: (request) => dashPadCaller(request, queryKey(request)),
  // The bare token, whose scheme word would be a part of a wrong one, or a browser's session.
  NezhaToken: async (request) =>
    (await programCaller(request, request.get("authorization"))) ??
    (await sessionCaller(request)) ??
    raise(nezhaUnauthorized()),
  NezhaSession: async (request) => (await sessionCaller(request)) ?? raise(nezhaSignInNeeded()),
  // Two ways in, and one answer whichever of them is asked: a key that was sent counts alone.
  PeekapingKey: peekapingCaller,
  PeekapingToken: peekapingCaller,
  PeekapingJwt: peekapingPerson,
  DashmonBearer: (request) => identifyDashmon(request),
  DashmonSession: (request) => identifyDashmon(request),
};

/** Who sends a request to one of Dashmon's paths. Errors: as its clients know them. */
export function identifyDashmon(request: Request): Promise<Caller> {
  return dashmonCaller(request, bearerCaller);
}

/**
 * Called by the generated routes for each scheme that an operation declares, with what the operation needs. Errors: 401 problem or
 * 403 in V6Direct's shape for nobody, `forbidden` for somebody who may not, `unavailable` while it is not known who it is.
 */
export async function expressAuthentication(request: Request, scheme: string, [need]: string[] = []): Promise<Caller> {
  const check = schemes[scheme as SecurityScheme];
  if (check === undefined) throw new Error(`unknown security scheme ${scheme}`);
  if (!isNeed(need)) throw new Error(`an operation does not say what it needs: ${request.method} ${request.path}`);
  try {
    const caller = await check(request);
    requireNeed(caller.principal, need, contextOf(request).workspace);
    return caller;
  } catch (error) {
    // The routes answer with the last failure: what is said of a credential comes after the schemes that saw none.
    if (isMoreThanMissing(error)) await new Promise((resolve) => setImmediate(resolve));
    throw error;
  }
}

function isMoreThanMissing(error: unknown): boolean {
  return error instanceof ProblemError && error.code !== "unauthorized";
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

function programCaller(request: Request, presented: string | undefined): Promise<Caller | undefined> {
  return presented === undefined ? nobody : identifyProgramOnce(contextOf(request), request, presented);
}

const nobody: Promise<undefined> = Promise.resolve(undefined);

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

async function bearerCaller(request: Request): Promise<Caller | undefined> {
  const presented = bearerToken(request);
  return (await programCaller(request, presented)) ?? personCaller(request, presented);
}

async function personCaller(request: Request, presented: string | undefined): Promise<Caller | undefined> {
  const { identity } = contextOf(request);
  if (identity === undefined || presented === undefined) return undefined;
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
  const caller = (await programCaller(request, presented)) ?? (await personCaller(request, presented));
  return atHome(request, caller ?? raise(invalidToken()));
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

async function sessionCaller(request: Request): Promise<Caller | undefined> {
  const { identity } = contextOf(request);
  const cookie = cookieOf(request, sessionCookie);
  if (identity === undefined || cookie === undefined) return undefined;
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

function refuse(request: Request): never {
  const presented = request.get("x-api-key") ?? bearerToken(request) ?? cookieOf(request, sessionCookie);
  const detail =
    presented === undefined
      ? "Send the API key as X-API-Key or as Authorization: Bearer, or sign in."
      : "The key, token or session that was sent is not valid.";
  throw new ProblemError("unauthorized", detail, { headers: { "WWW-Authenticate": 'Bearer realm="statwire"' } });
}

function raise(error: Error): never {
  throw error;
}

async function dashPadCaller(request: Request, presented: string | undefined): Promise<Caller> {
  return (await programCaller(request, presented)) ?? raise(invalidDashPadKey());
}

/** Who a request comes from. Undefined where an operation needs no credential. */
export function callerOf(request: Request): Caller | undefined {
  return (request as Request & { user?: Caller }).user;
}

function queryKey(request: Request): string | undefined {
  const { apikey } = request.query;
  return contextOf(request).keyInQuery && typeof apikey === "string" ? apikey : undefined;
}
