import {
  installation,
  isKindName,
  type KindName,
  kindNames,
  mayDo,
  mayReadAudit,
  mayUseNodes,
  nodeNeeds,
  type Permission,
  type Principal,
  type Verb,
  verbs,
} from "@statwire/control-plane";
import { ProblemError } from "../http/problem.js";

/** Something that is asked for in a workspace: a verb on nodes or on a kind of document; `change`: any verb but `read`. */
export type ResourceNeed = `node:${keyof typeof nodeNeeds}` | `${KindName}:${Verb | "change"}`;

/**
 * What an operation needs of its caller, as its `@Security` says beside the scheme, and the OpenAPI document as `x-statwire-needs`.
 * `nothing`: it is open; `self`: anybody may call it who is known, because it is about the caller alone.
 */
export type Need = "nothing" | "self" | "audit:read" | ResourceNeed;

/** Every need that there is. */
export const needs: readonly Need[] = [
  "nothing",
  "self",
  "audit:read",
  ...(Object.keys(nodeNeeds) as (keyof typeof nodeNeeds)[]).map((verb) => `node:${verb}` as const),
  ...kindNames.flatMap((kind) => [...verbs, "change" as const].map((verb) => `${kind}:${verb}` as const)),
];

const known: ReadonlySet<string> = new Set(needs);

/** Whether a text names a need. */
export function isNeed(text: unknown): text is Need {
  return typeof text === "string" && known.has(text);
}

/**
 * Refuses a caller who has not what an operation needs. The one place where needs are enforced: nodes are those of the workspace whose
 * telemetry is served; documents may be in any workspace of the caller's, and which ones of them is asked with each (`mayDo`).
 * @throws ProblemError `forbidden`
 */
export function requireNeed(principal: Principal, need: Need, servedWorkspace: string): void {
  if (need === "nothing" || need === "self") return;
  if (need === "audit:read") {
    requireAudit(principal);
    return;
  }
  const [resource, verb] = need.split(":") as [string, Verb | "change"];
  const isAllowed = isKindName(resource)
    ? mayWithDocuments(principal, resource, verb)
    : mayUseNodes(principal, { verb: verb as keyof typeof nodeNeeds, workspace: servedWorkspace }) === "allowed";
  if (!isAllowed) throw new ProblemError("forbidden", `you may not ${verb} a ${resource}`);
}

/** Of which workspace is asked with each request. */
function requireAudit(principal: Principal): void {
  const workspaces = [...principal.grants.map(({ workspace }) => workspace), installation];
  if (workspaces.some((workspace) => mayReadAudit(principal, workspace).permission === "allowed")) return;
  throw new ProblemError("forbidden", "you may not read the audit");
}

function mayWithDocuments(principal: Principal, kind: KindName, verb: Verb | "change"): boolean {
  const asked = verb === "change" ? verbs.filter((one) => one !== "read") : [verb];
  return asked.some((one) => permissionsOf(principal, kind, one).includes("allowed"));
}

/** No workspace is called so: what administrators may do in one whose members they are not. */
const anyOther = "";

function permissionsOf(principal: Principal, kind: KindName, verb: Verb): Permission[] {
  const workspaces = [...principal.grants.map(({ workspace }) => workspace), anyOther];
  return workspaces.map((workspace) => mayDo(principal, { verb, workspace, kind }));
}
