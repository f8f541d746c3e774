import type { StoredRevision } from "../documents/revision.js";
import { type Document, installation } from "../kinds/kind.js";
import { type Refusal, refuse } from "./refusal.js";
import type { View } from "./view.js";

/**
 * Why a change is not made that would leave a workspace without an owner: nobody could let anybody in any more, but administrators of
 * the installation. An owner is a member in that role, of the whole workspace, who is active.
 * @param next what becomes of the document; absent: it is deleted
 */
export function refuseWithoutOwner(view: View, current: StoredRevision, next?: Document): Refusal | undefined {
  const left = workspacesLeft(view, current, next).find((workspace) => !hasOwnerBeside(view, workspace, current));
  if (left === undefined) return undefined;
  return refuse("last-owner", `the workspace "${left}" would have no owner: make somebody else one before`);
}

/**
 * The workspaces that may have an owner less by the change. Who is not active counts, too: who is to become active at the same time is
 * an owner then.
 */
export function workspacesLosingOwner(view: View, current: StoredRevision, next?: Document): readonly string[] {
  if (current.kind !== "membership") return workspacesLeft(view, current, next);
  const isLess = hasOwnersRights(current.document) && !(next !== undefined && hasOwnersRights(next));
  const isAnothers = next !== undefined && next.user_id !== current.document.user_id;
  return isLess || isAnothers ? [current.workspace] : [];
}

/** Those that lose an owner by the change. */
function workspacesLeft(view: View, current: StoredRevision, next: Document | undefined): string[] {
  if (current.kind === "membership") {
    const isLess = isOwner(view, current.document) && !(next !== undefined && isOwner(view, next));
    return isLess ? [current.workspace] : [];
  }
  if (current.kind !== "user" || current.document.active !== true || next?.active === true) return [];
  return view.workspaces().filter((workspace) => {
    const membership = view.named(workspace, "membership", "user_id", current.id);
    return membership !== undefined && isOwner(view, membership.document);
  });
}

function hasOwnerBeside(view: View, workspace: string, { kind, id }: StoredRevision): boolean {
  for (const membership of view.list(workspace, "membership")) {
    const isIt = kind === "user" ? membership.document.user_id === id : membership.id === id;
    if (!isIt && isOwner(view, membership.document)) return true;
  }
  return false;
}

function isOwner(view: View, document: Document): boolean {
  if (!hasOwnersRights(document)) return false;
  return view.get({ workspace: installation, kind: "user", id: String(document.user_id) })?.document.active === true;
}

function hasOwnersRights({ role, project_ids: projectIds }: Document): boolean {
  return role === "owner" && projectIds === null;
}
