import type { Request, RequestHandler } from "express";
import { type Options, rateLimit, type Store } from "express-rate-limit";
import { dashmonWriter } from "../surfaces/dashmon/caller.js";
import { tooManyDashmonRequests, tooManyDashmonSignIns, tooManyDashmonWrites } from "../surfaces/dashmon/errors.js";
import { tooManyDashPadRequests } from "../surfaces/dashpad/errors.js";
import { tooManyNezhaRequests } from "../surfaces/nezha/errors.js";
import { tooManyPeekapingRequests } from "../surfaces/peekaping/errors.js";
import { tooManyV6DirectRequests } from "../surfaces/v6direct/errors.js";
import type { Caller } from "./authentication.js";
import { contextOf } from "./context.js";
import { peerOf } from "./peer.js";
import { ProblemError } from "./problem.js";

interface RateLimitPolicy {
  limit: number;
  /** What is counted together. */
  countedBy: (request: Request) => string;
  refuse: (request: Request, policy: { limit: number }) => Error;
  /** Tell the client with the IETF headers `RateLimit`, `RateLimit-Policy` and `Retry-After`. */
  announced: boolean;
}

const v6direct = { countedBy: routeAndPeer, refuse: tooManyV6DirectRequests, announced: false };
const native = { countedBy: caller, refuse: tooManyRequests, announced: true };
const dashmonWrites = { countedBy: dashmonWriter, refuse: tooManyDashmonWrites, announced: true };

/** Every limit of this service: requests in a fixed window of one minute. */
export const rateLimitPolicies = {
  "v6direct-meta": { limit: 60, ...v6direct },
  "v6direct-stats": { limit: 30, ...v6direct },
  "v6direct-refresh": { limit: 10, ...v6direct },
  // DashPad documents no limit: this one lets fifty panels of one dashboard poll four paths every four seconds.
  dashpad: { limit: 3_000, countedBy: caller, refuse: tooManyDashPadRequests, announced: true },
  native: { limit: 600, ...native },
  // Whoever signs in has no key yet, so that an address counts; the lockout is narrower where it matters.
  "sign-in": { limit: 120, countedBy: routeAndPeer, refuse: tooManySignIns, announced: true },
  // Peekaping has no limit: this one lets a page of it poll all of its lists every second.
  peekaping: { limit: 3_000, countedBy: caller, refuse: tooManyPeekapingRequests, announced: true },
  // Dashmon itself limits no reading: this is for a client that has gone wild.
  dashmon: { limit: 3_000, countedBy: caller, refuse: tooManyDashmonRequests, announced: true },
  "dashmon-write": { limit: 60, ...dashmonWrites },
  "dashmon-write-premium": { limit: 120, ...dashmonWrites },
  "dashmon-auth": { limit: 20, countedBy: routeAndPeer, refuse: tooManyDashmonSignIns, announced: true },
  nezha: { limit: 600, countedBy: caller, refuse: tooManyNezhaRequests, announced: true },
} as const satisfies Record<string, RateLimitPolicy>;

export type RateLimitPolicyName = keyof typeof rateLimitPolicies;

const windowMs = 60_000;

/** For `@Middlewares`: counts the request under a policy of the application, and refuses it when over. */
export function limited(name: RateLimitPolicyName): RequestHandler {
  return (request, response, next) => contextOf(request).limiters[name](request, response, next);
}

/**
 * One limiter for each policy. `limits` overrides the numbers of the table; each policy counts in a store of its own.
 */
export function createLimiters(
  createStore: (policy: RateLimitPolicyName) => Store,
  limits: Partial<Record<RateLimitPolicyName, number>> = {},
): Record<RateLimitPolicyName, RequestHandler> {
  const names = Object.keys(rateLimitPolicies) as RateLimitPolicyName[];
  const entries = names.map((name) => {
    const policy = { ...rateLimitPolicies[name], ...(limits[name] === undefined ? {} : { limit: limits[name] }) };
    return [name, createLimiter(name, policy, createStore(name))] as const;
  });
  return Object.fromEntries(entries) as Record<RateLimitPolicyName, RequestHandler>;
}

function createLimiter(name: RateLimitPolicyName, policy: RateLimitPolicy, store: Store): RequestHandler {
  const options: Partial<Options> = {
    windowMs,
    limit: policy.limit,
    identifier: name,
    legacyHeaders: false,
    standardHeaders: policy.announced ? "draft-8" : false,
    keyGenerator: policy.countedBy,
    handler: (request, _response, next) => next(policy.refuse(request, policy)),
    store,
    // A custom key is intended, and one application may be built several times in a process (tests).
    validate: { keyGeneratorIpFallback: false, creationStack: false },
  };
  return rateLimit(options);
}

function routeAndPeer(request: Request): string {
  return `${request.method} ${request.path} ${peerOf(request)}`;
}

function caller(request: Request): string {
  const { user } = request as Request & { user?: Caller };
  return user === undefined ? routeAndPeer(request) : user.limitKey;
}

function tooManyRequests(_request: Request, policy: { limit: number }): Error {
  return new ProblemError("too-many-requests", `More than ${policy.limit} requests in one minute with this key.`);
}

function tooManySignIns(_request: Request, policy: { limit: number }): Error {
  return new ProblemError("too-many-requests", `More than ${policy.limit} requests in one minute from this address.`);
}
