import { type KindName, kindOf } from "../kinds/index.js";
import type { Document } from "../kinds/kind.js";
import type { Grant, Principal } from "./principal.js";
import { isAtLeast, type Verb } from "./roles.js";

/** What is to be done, with what. Without a document it is asked whether anything of the kind can be. */
export interface Operation {
  verb: Verb;
  workspace: string;
  kind: KindName;
  target?: { id: string; document: Document };
}

/** `hidden`: the caller may not even know whether it is there, so the answer is that of something that is not. */
export type Permission = "allowed" | "forbidden" | "hidden";

/** Whether a principal may do something: deny by default. Pure, and the only place where it is decided. */
export function mayDo(principal: Principal, operation: Operation): Permission {
  const { verb, kind } = operation;
  if (kindOf(kind).scope === "installation") return ofInstallation(principal, operation);
  // Nobody is a member of a workspace before it exists.
  if (kind === "workspace" && verb === "create") return byCredential(principal, operation, principal.isAdministrator);
  const grant = principal.grants.find(({ workspace }) => workspace === operation.workspace);
  if (grant === undefined || !isInReach(grant, operation)) return "hidden";
  if (!isAtLeast(grant.role, kindOf(kind).needs.read) || !hasScope(principal, kind, "read")) {
    return verb === "read" ? "forbidden" : "hidden";
  }
  return byCredential(
    principal,
    operation,
    isAtLeast(grant.role, kindOf(kind).needs[verb]) && mayWrite(grant, operation),
  );
}

/** Users: administrators look after them, and everybody sees and changes what is their own. */
function ofInstallation(principal: Principal, operation: Operation): Permission {
  const isOwn = operation.target !== undefined && operation.target.id === principal.actor.id;
  if (principal.isAdministrator) return byCredential(principal, operation, true);
  if (isOwn) return byCredential(principal, operation, operation.verb === "read");
  return operation.target === undefined ? "forbidden" : "hidden";
}

function byCredential(principal: Principal, { verb, kind }: Operation, isAllowed: boolean): Permission {
  if (!isAllowed || (principal.isReadOnly && verb !== "read")) return "forbidden";
  return hasScope(principal, kind, verb) ? "allowed" : "forbidden";
}

/** Whether a member who is limited to projects sees the document at all. */
function isInReach({ projectIds }: Grant, { kind, target }: Operation): boolean {
  if (projectIds === null || target === undefined) return true;
  const { projectsOf } = kindOf(kind);
  // A kind that is in no project: tags and the like can be read by all.
  if (projectsOf === undefined) return true;
  const projects = projectsOf(target.document, target.id);
  return projects.length > 0 && projects.every((id) => projectIds.includes(id));
}

/** Limited to projects, one changes nothing that is in none, and makes no project. */
function mayWrite({ projectIds }: Grant, { kind, verb }: Operation): boolean {
  if (projectIds === null || verb === "read") return true;
  return kindOf(kind).projectsOf !== undefined && !(kind === "project" && verb === "create");
}

function hasScope({ scopes }: Principal, kind: KindName, verb: Verb): boolean {
  return scopes === null || scopes.includes(`${kind}:${verb}`) || scopes.includes(`${kind}:*`);
}
