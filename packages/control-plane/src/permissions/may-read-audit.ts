import { type KindName, kindNames, kindOf } from "../kinds/index.js";
import { installation } from "../kinds/kind.js";
import type { Permission } from "./may-do.js";
import type { Principal } from "./principal.js";
import { isAtLeast } from "./roles.js";

/**
 * Whether a principal may read who did what in a workspace, and of which kinds of documents: admins and owners of all of it. That
 * of the installation is for its administrators.
 */
export function mayReadAudit(
  principal: Principal,
  workspace: string,
): { permission: "allowed"; kinds: readonly KindName[] } | { permission: Exclude<Permission, "allowed"> } {
  const { grants, isAdministrator, scopes } = principal;
  const grant = grants.find((one) => one.workspace === workspace);
  if (grant === undefined && workspace !== installation) return { permission: "hidden" };
  if (scopes !== null && !scopes.includes("audit:read") && !scopes.includes("audit:*"))
    return { permission: "forbidden" };
  if (workspace === installation) {
    if (!isAdministrator) return { permission: "forbidden" };
    return { permission: "allowed", kinds: kindNames.filter((kind) => kindOf(kind).scope === "installation") };
  }
  if (grant === undefined || grant.projectIds !== null || !isAtLeast(grant.role, "admin")) {
    return { permission: "forbidden" };
  }
  const { role } = grant;
  const isReadable = (kind: KindName) => kindOf(kind).scope === "workspace" && isAtLeast(role, kindOf(kind).needs.read);
  return { permission: "allowed", kinds: kindNames.filter(isReadable) };
}
