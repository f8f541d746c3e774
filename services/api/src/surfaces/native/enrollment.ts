import type { Request } from "express";
import { accessTo } from "../../configuration/access.js";
import { identityOf, visitorOf } from "../../identity/caller.js";
import { refuseForeignOrigin } from "../../identity/cookies.js";
import { enrollNode, inviteNode, noteRevocation } from "../../identity/enrollments.js";
import type { EnrolledNode, EnrollmentAcceptance, EnrollmentRequest, EnrollmentToken } from "./dto-enrollment.js";

const validSecondsByDefault = 3_600;

/** A token for a node, in the name of the caller. */
export function giveEnrollment(request: Request, body: EnrollmentRequest): EnrollmentToken {
  const deps = identityOf(request);
  const { node, valid_seconds: seconds = validSecondsByDefault } = body;
  const { workspace, principal } = accessTo(request, deps.control, "credential", "create");
  const invitedBy = principal.actor.id;
  const given = inviteNode(deps, { workspace, node, invitedBy, validMs: seconds * 1_000 });
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
  const { workspace, principal } = accessTo(request, deps.control, "credential", "update");
  await noteRevocation(deps, { workspace, id, actor: principal.actor }, visitorOf(request));
}
