import {
  type ControlPlane,
  installation,
  type KindName,
  kindOf,
  mayDo,
  type Permission,
  type Principal,
  type Revision,
  type Verb,
} from "@statwire/control-plane";
import type { Request } from "express";
import { callerOf } from "../http/authentication.js";
import { contextOf } from "../http/context.js";
import { ProblemError } from "../http/problem.js";

/** What a caller may do with documents of one kind in one workspace. */
export interface Access {
  principal: Principal;
  workspace: string;
  /** Asked of each document; `before`: what a change was made to. */
  allows(document: Revision, before?: Revision): Permission;
}

/** The configuration. @throws ProblemError `unavailable` while it was not read yet */
export function configurationOf(controlPlane: () => ControlPlane | undefined): ControlPlane {
  const known = controlPlane();
  if (known !== undefined) return known;
  throw new ProblemError("unavailable", "The configuration was not read yet.", { headers: { "Retry-After": "1" } });
}

/** The workspace that `X-Workspace` names, the one that the caller's credential acts in, or the one that is served. */
export function namedWorkspace(request: Request): string {
  return request.get("x-workspace") ?? callerOf(request)?.workspace ?? contextOf(request).workspace;
}

/**
 * Whether the caller may do this with documents of the kind at all, and how to ask about a single one.
 * @throws ProblemError `unknown-document` for a workspace that is not there or not to be known of, `forbidden`, `unavailable`
 */
export function accessTo(
  request: Request,
  controlPlane: () => ControlPlane | undefined,
  kind: KindName,
  verb: Verb,
  named: string = namedWorkspace(request),
): Access {
  const caller = callerOf(request);
  const principal = caller?.principal;
  if (principal === undefined) throw new Error(`an operation on ${kind} has no caller`);
  const isInstallation = kindOf(kind).scope === "installation";
  const workspace = isInstallation ? installation : named;
  const permission = mayDo(principal, { verb, workspace, kind });
  if (permission === "hidden" || !isThere(principal, controlPlane, workspace, { verb, kind })) {
    throw new ProblemError("unknown-document", `there is no workspace "${workspace}"`);
  }
  if (permission === "forbidden") throw new ProblemError("forbidden", `you may not ${verb} a ${kind}`);
  const allows = ({ id, document }: Revision, before?: Revision) =>
    mayDo(principal, { verb, workspace, kind, target: { id, document, before: before?.document } });
  return { principal, workspace, allows };
}

/** Members have their workspace whether it has a document or not; an administrator may name any, also one that is none. */
function isThere(
  principal: Principal,
  controlPlane: () => ControlPlane | undefined,
  workspace: string,
  { verb, kind }: { verb: Verb; kind: KindName },
): boolean {
  const isMember = principal.grants.some((grant) => grant.workspace === workspace);
  if (isMember || workspace === installation || (kind === "workspace" && verb === "create")) return true;
  return configurationOf(controlPlane).get({ workspace, kind: "workspace", id: workspace }) !== undefined;
}
