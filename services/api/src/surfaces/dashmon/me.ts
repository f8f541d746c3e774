import { installation, isTimeZone, mayDo } from "@statwire/control-plane";
import { callerOf } from "../../http/authentication.js";
import { identityOf, personOf } from "../../identity/caller.js";
import { actIn } from "../../identity/sessions.js";
import { type Account, ownerOf } from "./account.js";
import type {
  DashmonAccountContext,
  DashmonActingWorkspace,
  DashmonMe,
  DashmonPermissionFoundation,
} from "./dto-user.js";
import { refusal } from "./errors.js";
import { type Body, badRequest, textIn } from "./input.js";
import { toDashmonPlan } from "./plans.js";

/** Who the caller is. */
export function meOf(account: Account): DashmonMe {
  const { principal } = account.caller;
  const userId = principal.userId ?? null;
  const user =
    userId === null ? undefined : account.control.get({ workspace: installation, kind: "user", id: userId })?.document;
  const { plan, plan_until: until } = entitlementOf(account);
  const current = account.grant === undefined ? "free" : toDashmonPlan(account.plan);
  return {
    id: userId,
    email: (user?.email as string | undefined) ?? null,
    name: ((user?.name ?? user?.username) as string | null | undefined) ?? null,
    plan: current,
    plan_status: plan !== "free" && current === "free" ? "expired" : "active",
    plan_source: current === "premium" ? "administrator" : null,
    premium_until: plan === "free" ? null : until,
    demo_used_at: null,
    demo_expires_at: null,
    bank_transfer_reference: null,
    timezone: userId === null ? null : timezoneOf(account, userId),
    manual_refresh_last_at: null,
    workspace: actingWorkspaceOf(account),
  };
}

/** What the workspace's document says; one without a document, or without the caller, says nothing. */
function entitlementOf({ control, workspace, grant }: Account): { plan: string; plan_until: string | null } {
  const found = control.get({ workspace, kind: "workspace", id: workspace })?.document;
  if (found === undefined || grant === undefined) return { plan: "free", plan_until: null };
  return { plan: found.plan as string, plan_until: found.plan_until as string | null };
}

function actingWorkspaceOf(account: Account): DashmonActingWorkspace | null {
  const { grant, workspace, plan } = account;
  if (grant === undefined) return null;
  return {
    id: workspace,
    ownerUserId: account.ownerUserId ?? null,
    plan: toDashmonPlan(plan),
    role: grant.role,
    writeLocked: account.isOverLimit,
  };
}

/** What the caller may do, and in whose workspaces. */
export function permissionsOf(account: Account): DashmonPermissionFoundation {
  const { principal } = account.caller;
  const { workspace } = account;
  const may = (kind: "device" | "project" | "membership" | "token", verb: "read" | "update" | "create") =>
    mayDo(principal, { verb, workspace, kind }) === "allowed";
  const contexts = contextsOf(account);
  return {
    userId: principal.userId ?? null,
    context: contexts.find(({ active }) => active) ?? null,
    contexts,
    permissions: {
      canRead: may("device", "read"),
      canWrite: may("device", "update"),
      canCreateProjects: may("project", "create"),
      canManageTeam: may("membership", "create"),
      canManageTokens: may("token", "create"),
    },
  };
}

function contextsOf(account: Account): DashmonAccountContext[] {
  const { control, caller, workspace: acting } = account;
  return caller.principal.grants.map(({ workspace, role, projectIds }) => ({
    workspaceId: workspace,
    ownerUserId: ownerOf(control, workspace) ?? null,
    name: (control.get({ workspace, kind: "workspace", id: workspace })?.document.name as string | undefined) ?? null,
    role,
    projectIds:
      projectIds?.flatMap(
        (id) => (control.get({ workspace, kind: "project", id })?.document.key as string | undefined) ?? [],
      ) ?? null,
    active: workspace === acting,
  }));
}

/** Has the session act in somebody's workspace from now on. @throws Answer 400, 403 */
export async function setContext(account: Account, body: Body): Promise<DashmonAccountContext> {
  const session = sessionIdOf(account);
  const ownerUserId = textIn(body, "ownerUserId");
  if (ownerUserId === undefined) throw badRequest("ownerUserId is required");
  const chosen = contextsOf(account).find((context) => context.ownerUserId === ownerUserId);
  if (chosen === undefined) {
    throw refusal(403, "account_context_forbidden", "You are not let into a workspace of this user.");
  }
  await actIn(identityOf(account.request), session, chosen.workspaceId);
  return { ...chosen, active: true };
}

/**
 * The session of a request.
 * @throws Answer 403 for a program, whose token is of one workspace; ProblemError `identity-off`
 */
export function sessionIdOf({ request }: Account): string {
  identityOf(request);
  const session = callerOf(request)?.session;
  if (session !== undefined) return session.id;
  throw refusal(403, "api_token_scope_denied", "This is for people who are signed in.");
}

/** The time zone that a user prefers in the workspace. */
export function timezoneOf({ control, workspace }: Account, userId: string): string | null {
  const found = control.named(workspace, "preference", "key", `${userId} timezone`);
  return (found?.document.value as string | undefined) ?? null;
}

/** Sets the caller's time zone, or takes it away. @throws Answer 400, 403 */
export async function setTimezone(account: Account, { timezone }: Body): Promise<string | null> {
  identityOf(account.request);
  const isEmpty = timezone === "" || timezone === null;
  if (!isEmpty && !(typeof timezone === "string" && timezone.length <= 64 && isTimeZone(timezone))) {
    throw badRequest("Invalid timezone (must be an IANA timezone like Australia/Adelaide)");
  }
  const user = personOf(account.request);
  const { workspace } = account.access("preference", "read");
  account.requirePremium();
  const before = account.control.named(workspace, "preference", "key", `${user.id} timezone`);
  const kind = "preference" as const;
  if (!isEmpty) {
    const input = { user_id: user.id, key: "timezone", value: timezone };
    await (before === undefined
      ? account.change(account.access(kind, "create"), { verb: "create", workspace, kind, input })
      : account.change(account.access(kind, "update"), { verb: "replace", workspace, kind, id: before.id, input }));
  } else if (before !== undefined) {
    await account.change(account.access(kind, "delete"), { verb: "delete", workspace, kind, id: before.id });
  }
  return timezoneOf(account, user.id);
}
