import type { Request, RequestHandler, Response } from "express";
import type { Options } from "express-rate-limit";
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
import { type HeaderPair, toLimitHeaders } from "./rate-limit-headers.js";
import type { SharedRateLimitStore } from "./rate-limit-store.js";

/** What is looked at to know with what a request is counted. */
export type CountedRequest = Pick<Request, "method" | "path" | "socket"> & { user?: Caller };

interface RateLimitPolicy {
  limit: number;
  /** What is counted together. Of Dashmon's writes, which Express serves alone, more is known than of others. */
  countedBy: (request: CountedRequest & Request) => string;
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

/** What became of a request that was counted. */
export interface Counted {
  isOver: boolean;
  /** What the client is told of it. */
  headers: readonly HeaderPair[];
}

/** Counts requests under a policy, and as a handler refuses those that are over. A request counts once, however often it is asked for. */
export interface Limiter extends RequestHandler {
  /** What a request is counted with. */
  keyOf(request: CountedRequest): string;
  /** Counts several that have the same key: what became of each, in their order. */
  countTogether(key: string, hits: number): Promise<readonly Counted[]>;
  /** Has the handler take a request, known by its identity, for one that was counted. */
  remember(request: object, counted: Counted): void;
}

type HitStore = Pick<SharedRateLimitStore, "init" | "add">;

/** For `@Middlewares`: counts the request under a policy of the application, and refuses it when over. */
export function limited(name: RateLimitPolicyName): RequestHandler {
  return (request, response, next) => contextOf(request).limiters[name](request, response, next);
}

/** The policies whose numbers are those of the systems whose paths they are for: reads and changes, not attempts to sign in. */
const compatible = [
  ...(["v6direct-meta", "v6direct-stats", "v6direct-refresh", "dashpad", "peekaping", "dashmon", "nezha"] as const),
  ...(["dashmon-write", "dashmon-write-premium"] as const),
];

/** Their limits, so many times as high. */
export function compatibleLimits(factor: number): Partial<Record<RateLimitPolicyName, number>> {
  return Object.fromEntries(compatible.map((name) => [name, rateLimitPolicies[name].limit * factor]));
}

/**
 * One limiter for each policy. `limits` overrides the numbers of the table; each policy counts in a store of its own.
 */
export function createLimiters(
  createStore: (policy: RateLimitPolicyName) => HitStore,
  limits: Partial<Record<RateLimitPolicyName, number>> = {},
): Record<RateLimitPolicyName, Limiter> {
  const names = Object.keys(rateLimitPolicies) as RateLimitPolicyName[];
  const entries = names.map((name) => {
    const policy = { ...rateLimitPolicies[name], ...(limits[name] === undefined ? {} : { limit: limits[name] }) };
    return [name, createLimiter(name, policy, createStore(name))] as const;
  });
  return Object.fromEntries(entries) as Record<RateLimitPolicyName, Limiter>;
}

function createLimiter(name: string, policy: RateLimitPolicy, store: HitStore): Limiter {
  store.init({ windowMs } as Options);
  const remembered = new WeakMap<object, Promise<Counted>>();
  // Of Dashmon's writes, which Express serves alone, more is known than of others.
  const keyOf = (request: CountedRequest) => policy.countedBy(request as CountedRequest & Request);
  const countTogether = (key: string, hits: number) => countHits(name, policy, store, { key, hits });
  const count = (request: Request): Promise<Counted> => {
    const before = remembered.get(request);
    if (before !== undefined) return before;
    const now = countTogether(keyOf(request), 1).then(([counted]) => counted ?? notCounted());
    remembered.set(request, now);
    return now;
  };
  const limiter = async (request: Request, response: Response, next: (error?: unknown) => void) => {
    const { isOver, headers } = await count(request);
    for (const [header, value] of headers) {
      if (header === "Retry-After") response.setHeader(header, value);
      else response.append(header, value);
    }
    next(isOver ? policy.refuse(request, policy) : undefined);
  };
  const remember = (request: object, counted: Counted) => void remembered.set(request, Promise.resolve(counted));
  return Object.assign(limiter, { keyOf, countTogether, remember });
}

async function countHits(
  policy: string,
  { limit, announced }: RateLimitPolicy,
  store: HitStore,
  { key, hits }: { key: string; hits: number },
): Promise<Counted[]> {
  const { totalHits: last, resetTime } = await store.add(key, hits);
  const nowMs = Date.now();
  const resetAtMs = resetTime?.getTime() ?? nowMs + windowMs;
  return Array.from({ length: hits }, (_, index) => {
    const totalHits = last - hits + 1 + index;
    const hit = { policy, limit, windowMs, key, totalHits, resetAtMs };
    return { isOver: totalHits > limit, headers: announced ? toLimitHeaders(hit, nowMs) : [] };
  });
}

function notCounted(): never {
  throw new Error("a hit was not counted");
}

/** HEAD is answered by the work of GET. */
function routeAndPeer(request: CountedRequest): string {
  const method = request.method === "HEAD" ? "GET" : request.method;
  return `${method} ${request.path} ${peerOf(request)}`;
}

function caller(request: CountedRequest): string {
  return request.user === undefined ? routeAndPeer(request) : request.user.limitKey;
}

function tooManyRequests(_request: Request, policy: { limit: number }): Error {
  return new ProblemError("too-many-requests", `More than ${policy.limit} requests in one minute with this key.`);
}

function tooManySignIns(_request: Request, policy: { limit: number }): Error {
  return new ProblemError("too-many-requests", `More than ${policy.limit} requests in one minute from this address.`);
}
