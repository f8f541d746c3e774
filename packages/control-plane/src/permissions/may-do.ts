import { type KindName, kindOf } from "../kinds/index.js";
import type { Document } from "../kinds/kind.js";
import type { Grant, Principal } from "./principal.js";
import { isAtLeast, type Role, roles, type Verb } from "./roles.js";

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
  const isGivable = mayGive(grant, operation) && mayGiveScopes(principal, operation) && mayReachOut(grant, operation);
  return byCredential(principal, operation, isGivable && mayEntitle(principal, operation));
}

/** Nodes are no documents: `read` is what they reported, `update` what their collectors are told to do. */
export const nodeNeeds: Readonly<Record<"read" | "update", Role>> = { read: "viewer", update: "editor" };

/** Whether a principal may do something with nodes of a workspace at all; which ones is said by `Grant.projectIds`. */
export function mayUseNodes(
  principal: Principal,
  { verb, workspace }: { verb: keyof typeof nodeNeeds; workspace: string },
): Permission {
  const grant = principal.grants.find((one) => one.workspace === workspace);
  if (grant === undefined) return "hidden";
  return byCredential(principal, { verb, kind: "node" }, isAtLeast(grant.role, nodeNeeds[verb]));
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

function byCredential(
  principal: Principal,
  { verb, kind }: { verb: Verb; kind: KindName | "node" },
  isAllowed: boolean,
): Permission {
  if (!isAllowed || (principal.isReadOnly && verb !== "read")) return "forbidden";
  return hasScope(principal, kind, verb) ? "allowed" : "forbidden";
}

function hasScope({ scopes }: Principal, kind: string, verb: string): boolean {
  return scopes === null || scopes.includes(`${kind}:${verb}`) || scopes.includes(`${kind}:*`);
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

/** Limited to projects, one does not let oneself reach what is in others. */
function mayReachOut({ projectIds }: Grant, { kind, verb, target }: Operation): boolean {
  const { wholeWorkspaceFields = [] } = kindOf(kind);
  if (projectIds === null || target === undefined || verb === "read" || verb === "delete") return true;
  const { before, document } = target;
  // Of a change it is first asked whether the document, as it is, can be changed at all.
  if (verb === "update" && before === undefined) return true;
  return wholeWorkspaceFields.every((field) => (document[field] ?? null) === (before?.[field] ?? null));
}

/** Nobody makes, changes or takes away a role that is above their own. */
function mayGive({ role }: Grant, { kind, verb, target }: Operation): boolean {
  const { roleField } = kindOf(kind);
  if (roleField === undefined || target === undefined || verb === "read") return true;
  // Of a former version, which did not say: as if it were the highest.
  const given = roles.find((name) => name === (target.document[roleField] ?? roles.at(-1)));
  return given !== undefined && isAtLeast(role, given);
}

/** Who is limited to some scopes makes nothing that has others, and changes nothing into that. */
function mayGiveScopes(principal: Principal, { kind, verb, target }: Operation): boolean {
  const { scopesField } = kindOf(kind);
  if (principal.scopes === null || scopesField === undefined || target === undefined) return true;
  if (verb === "read" || verb === "delete") return true;
  const given = target.document[scopesField];
  return Array.isArray(given) && given.every((scope: string) => hasScope(principal, ...splitScope(scope)));
}

function splitScope(scope: string): [kind: string, verb: string] {
  const [kind = "", verb = ""] = scope.split(":");
  return [kind, verb];
}
