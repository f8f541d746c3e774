import type { Principal } from "@statwire/control-plane";
import type { Request } from "express";
import { invalidDashPadKey } from "../surfaces/dashpad/errors.js";
import { nezhaUnauthorized } from "../surfaces/nezha/errors.js";
import { invalidV6DirectKey } from "../surfaces/v6direct/errors.js";
import { contextOf } from "./context.js";
import { ProblemError } from "./problem.js";

/** Who a request comes from, once a credential was accepted. */
export interface Caller {
  /** Counts for the rate limits: one key, one count. */
  limitKey: string;
  /** What the caller may be, and where. */
  principal: Principal;
}

/** The ways to present a credential that an operation may declare with `@Security`. */
export type SecurityScheme =
  | "ApiKey"
  | "Bearer"
  | "APIKeyHeader"
  | "DashPadKey"
  | "BearerAuth"
  | "APIKeyQuery"
  | "NezhaToken";

const schemes: Record<SecurityScheme, (request: Request) => Caller> = {
  ApiKey: (request) => nativeCaller(request, request.get("x-api-key")),
  Bearer: (request) => nativeCaller(request, bearerToken(request)),
  APIKeyHeader: (request) => {
    const key = request.get("x-api-key");
    if (key === undefined || !contextOf(request).checkApiKey(key)) throw invalidV6DirectKey();
    return installationKey(request);
  },
  DashPadKey: (request) => dashPadCaller(request, request.get("x-api-key")),
  BearerAuth: (request) => dashPadCaller(request, bearerToken(request)),
  APIKeyQuery: (request) => dashPadCaller(request, queryKey(request)),
  // The bare token: a scheme word before it is a part of a wrong token.
  NezhaToken: (request) => {
    const token = request.get("authorization");
    if (token === undefined || !contextOf(request).checkApiKey(token)) throw nezhaUnauthorized();
    return installationKey(request);
  },
};

/**
 * Called by the generated routes for each scheme that an operation declares; an operation that declares none inherits
 * the native ones. Errors: 401 problem or 403 in V6Direct's shape.
 */
export async function expressAuthentication(request: Request, scheme: string): Promise<Caller> {
  const check = schemes[scheme as SecurityScheme];
  if (check === undefined) throw new Error(`unknown security scheme ${scheme}`);
  return check(request);
}

function nativeCaller(request: Request, presented: string | undefined): Caller {
  if (presented !== undefined && contextOf(request).checkApiKey(presented)) return installationKey(request);
  const none = request.get("x-api-key") === undefined && bearerToken(request) === undefined;
  const detail = none
    ? "Send the API key as X-API-Key or as Authorization: Bearer."
    : "The API key that was sent is not valid.";
  throw new ProblemError("unauthorized", detail, { headers: { "WWW-Authenticate": 'Bearer realm="statwire"' } });
}

function dashPadCaller(request: Request, presented: string | undefined): Caller {
  if (presented === undefined || !contextOf(request).checkApiKey(presented)) throw invalidDashPadKey();
  return installationKey(request);
}

/** The key of the installation: an owner of the workspace that is served, and who looks after the installation. */
function installationKey(request: Request): Caller {
  const { workspace } = contextOf(request);
  return {
    limitKey: "api-key",
    principal: {
      actor: { kind: "token", id: "installation-key", name: "API key of the installation" },
      grants: [{ workspace, role: "owner", projectIds: null }],
      isAdministrator: true,
      isReadOnly: false,
      scopes: null,
    },
  };
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
