import type { Principal } from "@statwire/control-plane";
import type { Request } from "express";
import { cookieOf, refuseCrossSite, sessionCookie } from "../identity/cookies.js";
import { type OpenSession, openSession } from "../identity/sessions.js";
import { openAccessToken } from "../identity/token-pairs.js";
import type { User } from "../identity/users.js";
import { invalidDashPadKey } from "../surfaces/dashpad/errors.js";
import { nezhaUnauthorized } from "../surfaces/nezha/errors.js";
import { invalidV6DirectKey } from "../surfaces/v6direct/errors.js";
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

/**
 * What an operation declares beside a scheme. `self`: anybody may call it who is known, because it is about the caller alone;
 * `documents`: it asks of each document what the caller may do with it (`mayDo`). Without one, the caller must be let into all of
 * the workspace whose telemetry is served.
 */
export type SecurityScope = "self" | "documents";

const scopesOfOwnCheck: ReadonlySet<string> = new Set<SecurityScope>(["self", "documents"]);

const schemes: Record<SecurityScheme, (request: Request) => Caller | Promise<Caller>> = {
  ApiKey: (request) => installationCaller(request, request.get("x-api-key")) ?? refuse(request),
  Bearer: async (request) => (await bearerCaller(request)) ?? refuse(request),
  Session: async (request) => (await sessionCaller(request)) ?? refuse(request),
  APIKeyHeader: (request) => {
    const key = request.get("x-api-key");
    return installationCaller(request, key) ?? raise(invalidV6DirectKey());
  },
  DashPadKey: (request) => dashPadCaller(request, request.get("x-api-key")),
  BearerAuth: (request) => dashPadCaller(request, bearerToken(request)),
  APIKeyQuery: (request) => dashPadCaller(request, queryKey(request)),
  // The bare token: a scheme word before it is a part of a wrong token.
  NezhaToken: (request) => {
    const token = request.get("authorization");
    return installationCaller(request, token) ?? raise(nezhaUnauthorized());
  },
};

/**
 * Called by the generated routes for each scheme that an operation declares; an operation that declares none inherits
 * the native ones. Errors: 401 problem or 403 in V6Direct's shape.
 */
export async function expressAuthentication(request: Request, scheme: string, scopes: string[] = []): Promise<Caller> {
  const check = schemes[scheme as SecurityScheme];
  if (check === undefined) throw new Error(`unknown security scheme ${scheme}`);
  const caller = await check(request);
  if (!scopes.some((scope) => scopesOfOwnCheck.has(scope))) requireWholeWorkspace(request, caller);
  return caller;
}

/** Whoever has the installation's own key is an owner of the workspace that is served. */
function installationCaller(request: Request, presented: string | undefined): Caller | undefined {
  const { checkApiKey, workspace } = contextOf(request);
  if (presented === undefined || !checkApiKey(presented)) return undefined;
  return { limitKey: "api-key", principal: installationPrincipal(workspace) };
}

function installationPrincipal(workspace: string): Principal {
  return {
    actor: { kind: "token", id: "installation-key", name: "API key of the installation" },
    grants: [{ workspace, role: "owner", projectIds: null }],
    isAdministrator: true,
    isReadOnly: false,
    scopes: null,
  };
}

async function bearerCaller(request: Request): Promise<Caller | undefined> {
  const presented = bearerToken(request);
  const installation = installationCaller(request, presented);
  const { identity } = contextOf(request);
  if (installation !== undefined || identity === undefined || presented === undefined) return installation;
  const opened = await openAccessToken(identity, presented);
  return (
    opened && {
      limitKey: `user:${opened.user.id}`,
      principal: opened.principal,
      user: opened.user,
      signInId: opened.id,
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
  };
}

/** Telemetry is not divided by projects yet: who is limited to some sees none of it. */
function requireWholeWorkspace(request: Request, { principal }: Caller): void {
  const { workspace } = contextOf(request);
  const grant = principal.grants.find((one) => one.workspace === workspace);
  if (grant !== undefined && grant.projectIds === null && principal.scopes === null) return;
  throw new ProblemError("forbidden", "You are not let into all of this workspace, whose telemetry is one.");
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

function dashPadCaller(request: Request, presented: string | undefined): Caller {
  return installationCaller(request, presented) ?? raise(invalidDashPadKey());
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
