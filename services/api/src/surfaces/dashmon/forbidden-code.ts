import type { Caller } from "../../http/authentication.js";

/** Which of Dashmon's codes says best why a caller may not do something. */
export function forbiddenCode(caller: Caller | undefined): string {
  if (caller === undefined) return "forbidden";
  const { principal, workspace, user } = caller;
  // A program may less than a person: for want of access, of a scope, or of being one.
  if (user === undefined) return "api_token_scope_denied";
  const grant = principal.grants.find((one) => one.workspace === workspace);
  if (grant === undefined) return "account_context_forbidden";
  if (grant.role !== "viewer") return grant.projectIds === null ? "forbidden" : "project_scope_forbidden";
  return grant.projectIds === null ? "shared_account_write_forbidden" : "project_write_forbidden";
}
