import { isDocumentId, type Role, roles, type StoredRevision } from "@statwire/control-plane";
import { identityOf, personOf, visitorOf } from "../../identity/caller.js";
import { acceptInvitation, cancelInvitation, invite } from "../../identity/invitations.js";
import { type Account, orElse, ownerOf } from "./account.js";
import type { DashmonInvitationTaken, DashmonTeamInvitation } from "./dto-user.js";
import { refusal } from "./errors.js";
import { type Body, badRequest, textIn, textsIn } from "./input.js";
import { sessionIdOf } from "./me.js";
import { newestFirst } from "./projects.js";

/** Projects that a member can be limited to. */
const projectsMax = 200;

/** The invitations of the workspace, the newest first. @throws Answer 403 */
export function listInvitations(account: Account): DashmonTeamInvitation[] {
  sessionIdOf(account);
  return newestFirst(account.list("invitation")).map((invitation) => toInvitation(account, invitation));
}

/** Invites somebody by mail. @throws Answer 400, 403, 503 */
export async function inviteToTeam(account: Account, body: Body): Promise<DashmonTeamInvitation> {
  sessionIdOf(account);
  const { workspace, principal } = account.access("invitation", "create");
  const email = textIn(body, "email");
  if (email === undefined || !/^[^\s@]+@[^\s@]+$/.test(email)) throw badRequest("Valid email is required");
  const role = roleIn(body);
  const projectIds = projectsIn(account, body);
  const visitor = visitorOf(account.request);
  const { id } = await invite(identityOf(account.request), principal, { workspace, email, role, projectIds }, visitor);
  const made = account.control.get({ workspace, kind: "invitation", id });
  if (made === undefined) throw new Error("an invitation is gone that was just made");
  return toInvitation(account, made);
}

function roleIn({ role = "viewer" }: Body): Role {
  const known = roles.find((name) => name === role);
  if (known === undefined) throw badRequest(`role must be one of ${roles.join(",")}`);
  return known;
}

/** Null: all of them. */
function projectsIn(account: Account, body: Body): string[] | null {
  if ((body.projectIds ?? null) === null) return null;
  return textsIn(body, "projectIds", projectsMax).map((key) => {
    const project = account.named("project", "key", key);
    if (project === undefined) throw badRequest(`projectIds: there is no project "${key}"`);
    return project.id;
  });
}

/** Takes an invitation back. @throws Answer 403, 404, 409 */
export async function cancelTeamInvitation(account: Account, id: string): Promise<DashmonTeamInvitation> {
  sessionIdOf(account);
  const { workspace, principal, allows } = account.access("invitation", "update");
  const found = isDocumentId(id) ? account.control.get({ workspace, kind: "invitation", id }) : undefined;
  if (found === undefined || allows(found) === "hidden") throw refusal(404, "Invitation not found");
  const deps = identityOf(account.request);
  return toInvitation(account, await cancelInvitation(deps, principal, found, visitorOf(account.request)));
}

/** Lets the caller into the workspace that the link of a mail is about. @throws Answer 400, 403, 409 */
export async function acceptTeamInvitation(account: Account, body: Body): Promise<DashmonInvitationTaken> {
  sessionIdOf(account);
  const token = textIn(body, "token");
  if (token === undefined) throw badRequest("token is required");
  const acceptance = { token, by: personOf(account.request) };
  const accepted = acceptInvitation(identityOf(account.request), acceptance, visitorOf(account.request));
  const { workspace } = await orElse(accepted, {
    "invalid-link": ({ message }) => refusal(400, "invitation_invalid", message),
  });
  return { ok: true, workspaceId: workspace, ownerUserId: ownerOf(account.control, workspace) ?? null };
}

function toInvitation({ control, nowMs }: Account, { workspace, id, document, createdAtMs }: StoredRevision) {
  const { email, role, project_ids: projects, expires_at: expiresAt, status } = document as unknown as Stored;
  const isExpired = status === "pending" && expiresAt !== null && Date.parse(expiresAt) <= nowMs;
  const keyOf = (project: string) =>
    (control.get({ workspace, kind: "project", id: project })?.document.key as string | undefined) ?? [];
  return {
    id,
    email,
    role,
    projectIds: projects?.flatMap(keyOf) ?? null,
    status: isExpired ? ("expired" as const) : status,
    createdAt: new Date(createdAtMs).toISOString(),
    expiresAt,
  };
}

interface Stored {
  email: string;
  role: Role;
  project_ids: string[] | null;
  expires_at: string | null;
  status: "pending" | "accepted" | "cancelled";
}
