import type { Request } from "express";
import { callerOf } from "../http/authentication.js";
import { contextOf } from "../http/context.js";
import { peerOf } from "../http/peer.js";
import { ProblemError } from "../http/problem.js";
import { requestIdOf } from "../http/request-id.js";
import type { IdentityDeps, Visitor } from "./identity.js";
import type { User } from "./users.js";

const agentCharactersMax = 200;

/** Where a request comes from. */
export function visitorOf(request: Request): Visitor {
  return {
    requestId: requestIdOf(request),
    address: peerOf(request),
    agent: (request.get("user-agent") ?? "").slice(0, agentCharactersMax),
  };
}

/** The person who is signed in. @throws ProblemError `forbidden` for a program */
export function personOf(request: Request): User {
  const user = callerOf(request)?.user;
  if (user !== undefined) return user;
  throw new ProblemError("forbidden", "This is for people who are signed in, not for the installation's key.");
}

/** Where people sign in. @throws ProblemError `identity-off` when they cannot */
export function identityOf(request: Request): IdentityDeps {
  const { identity } = contextOf(request);
  if (identity !== undefined) return identity;
  throw new ProblemError("identity-off", "This installation has no key for it: see SECRETS_KEY in docs/identity.md.");
}
