import type { Principal } from "@statwire/control-plane";
import type { Request } from "express";
import { isNeed, requireNeed } from "../authorization/needs.js";
import { cookieOf, refuseCrossSite, sessionCookie } from "../identity/cookies.js";
import { type OpenSession, openSession } from "../identity/sessions.js";
import { isAccessTokenStillGood, isSessionStillGood } from "../identity/still-signed-in.js";
import { openAccessToken } from "../identity/token-pairs.js";
import type { User } from "../identity/users.js";
import { invalidDashPadKey } from "../surfaces/dashpad/errors.js";
import { nezhaUnauthorized } from "../surfaces/nezha/errors.js";
import { invalidV6DirectKey } from "../surfaces/v6direct/errors.js";
import { isStillGood, openToken, type TokenDeps } from "../tokens/open-token.js";
import type { CheckApiKey } from "./api-key.js";
import { contextOf } from "./context.js";
import { ProblemError } from "./problem.js";

/** Who a request comes from, once a credential was accepted. */
export interface Caller {
  /** Counts for the rate limits: one key, or one user, one count. */
  limitKey: string;
  /** What the caller may do. */
  principal: Principal;
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
  | "NezhaToken";

const schemes: Record<SecurityScheme, (request: Request) => Promise<Caller>> = {
  ApiKey: async (request) => (await programCaller(request, request.get("x-api-key"))) ?? refuse(request),
  Bearer: async (request) => (await bearerCaller(request)) ?? refuse(request),
  Session: async (request) => (await sessionCaller(request)) ?? refuse(request),
  APIKeyHeader: async (request) =>
    (await programCaller(request, request.get("x-api-key"))) ?? raise(invalidV6DirectKey()),
  DashPadKey: (request) => dashPadCaller(request, request.get("x-api-key")),
  BearerAuth: (request) => dashPadCaller(request, bearerToken(request)),
  APIKeyQuery: (request) => dashPadCaller(request, queryKey(request)),
  // The bare token: a scheme word before it is a part of a wrong token.
  NezhaToken: async (request) =>
    (await programCaller(request, request.get("authorization"))) ?? raise(nezhaUnauthorized()),
};

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
  const { checkApiKey, workspace, tokens } = credentials;
  if (checkApiKey(presented)) return { limitKey: "api-key", principal: installationPrincipal(workspace) };
  const opened = await openToken(tokens, presented);
  if (opened === undefined) return undefined;
  const { token, principal } = opened;
  return { limitKey: `token:${token.id}`, principal, isStillGood: () => isStillGood(tokens, presented, principal) };
}

/** What a request presents more than once is looked up, and counts, once. */
const identified = new WeakMap<Request, Map<string, Promise<Caller | undefined>>>();

function programCaller(request: Request, presented: string | undefined): Promise<Caller | undefined> {
  if (presented === undefined) return nobody;
  const ofRequest = identified.get(request) ?? new Map<string, Promise<Caller | undefined>>();
  identified.set(request, ofRequest);
  const caller = ofRequest.get(presented) ?? identifyProgram(contextOf(request), presented);
  ofRequest.set(presented, caller);
  return caller;
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
  const program = await programCaller(request, presented);
  const { identity } = contextOf(request);
  if (program !== undefined || identity === undefined || presented === undefined) return program;
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

function bearerToken(request: Request): string | undefined {
  return /^Bearer +([^ ]+) *$/i.exec(request.get("authorization") ?? "")?.[1];
}
