import type { Request } from "express";
import type { IdentityDeps } from "../identity/identity.js";
import type { Credentials } from "./authentication.js";
import type { Limiter, RateLimitPolicyName } from "./rate-limits.js";
import type { RouteTable } from "./route-table.js";

/**
 * What the decorators' functions (authentication, limits, the controllers' container) need at run time. It hangs on
 * the Express application, so that two applications in one process share nothing.
 */
export interface HttpContext extends Credentials {
  /** Absent: people cannot sign in here, programs have the API key. */
  identity?: IdentityDeps;
  /** Whether DashPad's paths take the key in the query, too. */
  keyInQuery: boolean;
  limiters: Readonly<Record<RateLimitPolicyName, Limiter>>;
  routes: RouteTable;
  controllersFor: ControllersFor;
}

/** Each controller by its class, for who is limited to these projects; null: to none. */
export type ControllersFor = (projectIds: readonly string[] | null) => ReadonlyMap<unknown, unknown>;

const contextKey = "statwire";

export function setContext(app: { locals: Record<string, unknown> }, context: HttpContext): void {
  app.locals[contextKey] = context;
}

export function contextOf(request: Request): HttpContext {
  return request.app.locals[contextKey] as HttpContext;
}
