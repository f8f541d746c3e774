import type { Principal } from "@statwire/control-plane";
import type { Request } from "express";
import { callerOf } from "../../http/authentication.js";
import { identityOf, visitorOf } from "../../identity/caller.js";
import { refuseForeignOrigin } from "../../identity/cookies.js";
import { enrollNode, inviteNode, noteRevocation } from "../../identity/enrollments.js";
import type { IdentityDeps } from "../../identity/identity.js";
import type { EnrolledNode, EnrollmentAcceptance, EnrollmentRequest, EnrollmentToken } from "./dto-enrollment.js";

const validSecondsByDefault = 3_600;

/** A token for a node, in the name of the caller. */
export function giveEnrollment(request: Request, body: EnrollmentRequest): EnrollmentToken {
  const deps = identityOf(request);
  const { node, valid_seconds: seconds = validSecondsByDefault } = body;
  const workspace = workspaceOf(request, deps);
  const given = inviteNode(deps, principalOf(request), { workspace, node, validMs: seconds * 1_000 });
  return { token: given.token, expires_at: new Date(given.expiresAtMs).toISOString() };
}

/** Signs the key of a node. */
export function acceptEnrollment(request: Request, body: EnrollmentAcceptance): Promise<EnrolledNode> {
  const deps = identityOf(request);
  refuseForeignOrigin(request, deps.policy.publicUrl);
  return enrollNode(deps, { token: body.token, publicKey: body.public_key }, visitorOf(request));
}

/** Notes a revocation in the name of the caller. */
export async function noteRevoked(request: Request, id: string): Promise<void> {
  const deps = identityOf(request);
  const target = { workspace: workspaceOf(request, deps), id };
  await noteRevocation(deps, principalOf(request), target, visitorOf(request));
}

function workspaceOf(request: Request, { workspace }: IdentityDeps): string {
  return request.get("x-workspace") ?? workspace;
}

function principalOf(request: Request): Principal {
  const principal = callerOf(request)?.principal;
  if (principal === undefined) throw new Error("an enrollment by nobody");
  return principal;
}
