import { type KindName, kindOf } from "../kinds/index.js";
import type { Document } from "../kinds/kind.js";
import type { Grant, Principal } from "./principal.js";
import { isAtLeast, roles, type Verb } from "./roles.js";

/** What is to be done, with what. Without a document it is asked whether anything of the kind can be. */
export interface Operation {
  verb: Verb;
  workspace: string;
  kind: KindName;
  /** `before`: what a change was made to; then `document` is what would become of it. */
  target?: { id: string; document: Document; before?: Document | undefined };
}

/** `hidden`: the caller may not even know whether it is there, so the answer is that of something that is not. */
export type Permission = "allowed" | "forbidden" | "hidden";

/**
 * Whether a principal may do something: deny by default. Pure, and the only place where it is decided. A change is asked about
 * twice, with the document as it is and as it would be: neither may be out of reach.
 */
export function mayDo(principal: Principal, operation: Operation): Permission {
  const { verb, kind } = operation;
  if (kindOf(kind).scope === "installation") return ofInstallation(principal, operation);
  // Nobody is a member of a workspace before it exists.
  if (kind === "workspace" && verb === "create") return byCredential(principal, operation, principal.isAdministrator);
  const grant = principal.grants.find(({ workspace }) => workspace === operation.workspace);
  if (grant === undefined) return ofOther(principal, operation);
  if (!isAtLeast(grant.role, kindOf(kind).needs[verb]) || !mayWrite(grant, operation)) return "forbidden";
  if (!isInReach(principal, grant, operation)) return "hidden";
  return byCredential(principal, operation, mayGive(grant, operation) && mayEntitle(principal, operation));
}

/** In a workspace without being its member: administrators look after workspaces and who is let into them. */
function ofOther(principal: Principal, operation: Operation): Permission {
  const isLookedAfter = operation.kind === "workspace" || operation.kind === "membership";
  return principal.isAdministrator && isLookedAfter ? byCredential(principal, operation, true) : "hidden";
}

/** Users: administrators look after them, and everybody sees themselves. */
function ofInstallation(principal: Principal, operation: Operation): Permission {
  if (principal.isAdministrator) return byCredential(principal, operation, true);
  const { target, verb } = operation;
  // Which one is asked next.
  if (target === undefined) return byCredential(principal, operation, verb === "read");
  if (target.id !== principal.actor.id) return "hidden";
  return byCredential(principal, operation, verb === "read");
}

function byCredential(principal: Principal, { verb, kind }: Operation, isAllowed: boolean): Permission {
  if (!isAllowed || (principal.isReadOnly && verb !== "read")) return "forbidden";
  const { scopes } = principal;
  const hasScope = scopes === null || scopes.includes(`${kind}:${verb}`) || scopes.includes(`${kind}:*`);
  return hasScope ? "allowed" : "forbidden";
}

/** Whether a member who is limited to projects, or to what is their own, sees the document at all. */
function isInReach(principal: Principal, { projectIds, role }: Grant, { kind, target }: Operation): boolean {
  if (target === undefined) return true;
  const { projectsOf, ownerField } = kindOf(kind);
  if (ownerField !== undefined && !isAtLeast(role, "admin")) return target.document[ownerField] === principal.actor.id;
  // A kind that is in no project: tags and the like can be read by all.
  if (projectIds === null || projectsOf === undefined) return true;
  const projects = projectsOf(target.document, target.id);
  return projects.length > 0 && projects.every((id) => projectIds.includes(id));
}

/** Limited to projects, one changes nothing that is in none, and makes no project. */
function mayWrite({ projectIds }: Grant, { kind, verb }: Operation): boolean {
  if (projectIds === null || verb === "read") return true;
  const { projectsOf, ownerField } = kindOf(kind);
  if (ownerField !== undefined) return true;
  return projectsOf !== undefined && !(kind === "project" && verb === "create");
}

/** What a workspace is entitled to is not for its own members to say. */
function mayEntitle({ isAdministrator }: Principal, { kind, target }: Operation): boolean {
  const { administratorFields = [] } = kindOf(kind);
  const { before, document } = target ?? {};
  if (isAdministrator || before === undefined || document === undefined) return true;
  return administratorFields.every((field) => before[field] === document[field]);
}

/** Nobody makes, changes or takes away a role that is above their own. */
function mayGive({ role }: Grant, { kind, verb, target }: Operation): boolean {
  const { roleField } = kindOf(kind);
  if (roleField === undefined || target === undefined || verb === "read") return true;
  const given = roles.find((name) => name === target.document[roleField]);
  return given !== undefined && isAtLeast(role, given);
}
