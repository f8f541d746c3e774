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
    return { limitKey: "api-key" };
  },
  DashPadKey: (request) => dashPadCaller(request, request.get("x-api-key")),
  BearerAuth: (request) => dashPadCaller(request, bearerToken(request)),
  APIKeyQuery: (request) => dashPadCaller(request, queryKey(request)),
  // The bare token: a scheme word before it is a part of a wrong token.
  NezhaToken: (request) => {
    const token = request.get("authorization");
    if (token === undefined || !contextOf(request).checkApiKey(token)) throw nezhaUnauthorized();
    return { limitKey: "api-key" };
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
  if (presented !== undefined && contextOf(request).checkApiKey(presented)) return { limitKey: "api-key" };
  const none = request.get("x-api-key") === undefined && bearerToken(request) === undefined;
  const detail = none
    ? "Send the API key as X-API-Key or as Authorization: Bearer."
    : "The API key that was sent is not valid.";
  throw new ProblemError("unauthorized", detail, { headers: { "WWW-Authenticate": 'Bearer realm="statwire"' } });
}

function dashPadCaller(request: Request, presented: string | undefined): Caller {
  if (presented === undefined || !contextOf(request).checkApiKey(presented)) throw invalidDashPadKey();
  return { limitKey: "api-key" };
}

function queryKey(request: Request): string | undefined {
  const { apikey } = request.query;
  return contextOf(request).keyInQuery && typeof apikey === "string" ? apikey : undefined;
}

function bearerToken(request: Request): string | undefined {
  return /^Bearer +([^ ]+) *$/i.exec(request.get("authorization") ?? "")?.[1];
}
